"""What holds for every format of findings."""

import pytest
from tests.fixtures.results import HOSTILE, checked, faulty, hostile, results, written

from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report

FORMATS = [writer.name for writer in Registry.builtin().findings_writers if writer.name != "docx"]
TEXTS = [name for name in FORMATS if not Registry.builtin().findings_writer(name).binary]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_results_give_the_same_bytes(name, language):
    def once():
        entries = [checked(random_report("2019", 3)), checked(faulty(), "b.txt")]
        return written(name, results(*entries, language=language))

    assert once() == once()
    assert once()


@pytest.mark.parametrize("name", FORMATS)
def test_no_files_and_no_findings(name):
    written(name, results())
    written(name, results(checked(sample_report("2021"))))


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_utf_8_and_steers_nothing(name):
    text = written(name, hostile()).decode("utf-8")
    steering = {char for char in HOSTILE if not char.isprintable()} - {"\n", "\ufffe"}
    assert not steering & set(text)


@pytest.mark.parametrize("name", FORMATS)
def test_the_language_of_the_results_is_used(name):
    shown = {language: written(name, results(checked(faulty()), language=language)) for language in ("zh", "en")}
    assert shown["zh"] != shown["en"] or name in ("json", "jsonl")


def test_suffixes_are_told_apart():
    suffixes = [writer.suffix for writer in Registry.builtin().findings_writers if writer.suffix]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)

"""The formats of `govinfo check`: how one is chosen, where it goes, and what plugins add."""

import json
import subprocess
import sys
import zipfile

import pytest
from tests.fixtures.layouts import Draft, bars

from govinfo.contracts import ResultsWriter
from govinfo.errors import SourceError
from govinfo.hooks import hookimpl
from govinfo.registry import Registry

WRITERS = Registry.builtin().findings_writers
KEPT = [writer for writer in WRITERS if writer.suffix and writer.name != "docx"]


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty.txt"
    path.write_text(bars(Draft(texts={"applications.new.total": "5"})), "utf-8")
    return path


@pytest.fixture
def word(run, faulty):
    target = faulty.with_suffix(".docx")
    assert run("convert", faulty, "-o", target).code == 0
    return target


@pytest.fixture
def plugins(monkeypatch):
    """Makes the command use further writers."""

    def use(*writers):
        class Given:
            @hookimpl
            def govinfo_findings_writers(self):
                return writers

        registry = Registry.default().with_plugins(Given())
        monkeypatch.setattr(Registry, "default", lambda: registry)
        return registry

    return use


@pytest.mark.parametrize("writer", KEPT, ids=lambda writer: writer.name)
def test_the_suffix_of_the_output_chooses_the_format(run, faulty, tmp_path, writer):
    by_suffix, by_name = tmp_path / f"a{writer.suffix.upper()}", tmp_path / "b.unknown"
    ran = run("check", faulty, "-o", by_suffix)
    assert (ran.code, ran.out) == (1, "")
    assert run("check", faulty, "-o", by_name, "--output-format", writer.name).code == 1
    assert by_suffix.read_bytes() == by_name.read_bytes() != b""


@pytest.mark.parametrize("name", ["a", "a.txt", "a.log"])
def test_other_files_are_written_as_a_terminal_shows_them(run, faulty, tmp_path, name):
    shown = run("check", faulty).out
    assert run("check", faulty, "-o", tmp_path / name).code == 1
    assert (tmp_path / name).read_text("utf-8") == shown


def test_an_option_beats_the_suffix(run, faulty, tmp_path):
    assert run("check", faulty, "-o", tmp_path / "a.html", "--output-format", "concise").code == 1
    assert ": error A01 " in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_suffix_that_says_nothing_is_refused(run, faulty, tmp_path, language):
    ran = run("check", faulty, "-o", tmp_path / "a.pdf", "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert ".sarif" in ran.err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_unknown_format_is_refused_before_anything_is_read(run, language):
    ran = run("check", "no such file", "--output-format", "nonsense", "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert "nonsense" in ran.err
    assert all(writer.name in ran.err for writer in WRITERS)
    assert "no such file" not in ran.err


@pytest.mark.parametrize("name", ["json", "xlsx"])
def test_standard_output_and_a_file_are_the_same(run, faulty, tmp_path, name):
    run("check", faulty, "--output-format", name, "-o", tmp_path / "a.out", "--lang", "zh")
    command = [sys.executable, "-m", "govinfo", "check", str(faulty), "--output-format", name, "--lang", "zh"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == (tmp_path / "a.out").read_bytes()


@pytest.mark.parametrize("name", ["xlsx", "docx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_terminal_is_not_flooded(run, faulty, monkeypatch, name, language):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ran = run("check", faulty, "--output-format", name, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert "-o" in ran.err


@pytest.mark.parametrize("name", ["jsonl", "github", "sarif", "junit", "html", "xlsx", "docx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_statistics_have_no_room_in_most_formats(run, faulty, name, language):
    ran = run("check", faulty, "--statistics", "--output-format", name, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert "--statistics" in ran.err


def test_statistics_into_a_file_after_its_suffix(run, faulty, tmp_path):
    assert run("check", faulty, "--statistics", "-o", tmp_path / "a.json").code == 1
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))[0].keys() == {"rule", "findings", "not_assessable"}
    assert run("check", faulty, "--statistics", "-o", tmp_path / "a.xlsx").code == 2


def test_comments_are_written_into_a_word_file(run, word, tmp_path):
    target = tmp_path / "commented.docx"
    ran = run("check", word, "-o", target, "--lang", "zh")
    assert ran.code == 1
    with zipfile.ZipFile(target) as package:
        assert "A01" in package.read("word/comments.xml").decode()
    assert run("check", target, "--output-format", "concise").out.count(": error A01 ") == 1


def test_comments_are_written_into_standard_input(run, word, tmp_path):
    target = tmp_path / "commented.docx"
    assert run("check", "-", "-o", target, stdin=word.read_bytes()).code == 1
    assert zipfile.is_zipfile(target)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_comments_need_a_word_file(run, faulty, word, tmp_path, monkeypatch, language):
    monkeypatch.setenv("GOVINFO_LANG", language)
    target = tmp_path / "commented.docx"
    for paths in ((faulty,), (word, word), (tmp_path / "missing.docx",)):
        ran = run("check", *paths, "-o", target)
        assert (ran.code, ran.out) == (2, "")
        assert "Traceback" not in ran.err
        assert not target.exists()


def test_the_output_never_overwrites_the_word_file(run, word):
    before = word.read_bytes()
    assert run("check", word, "-o", word).code == 2
    assert word.read_bytes() == before


def test_a_file_that_was_not_read_makes_the_code_2_in_every_format(run, faulty, tmp_path):
    for writer in KEPT:
        target = tmp_path / f"a{writer.suffix}"
        assert run("check", faulty, tmp_path / "missing.txt", "-o", target).code == 2
        assert target.stat().st_size


def test_a_plugin_adds_a_format(run, faulty, tmp_path, plugins):
    def save(results, stream):
        stream.write(f"{len(results.checked)} {results.failed} {results.language}".encode())

    plugins(ResultsWriter("tally", ".tally", save))
    assert run("check", faulty, "--output-format", "tally").out == "1 True en"
    assert run("check", faulty, "-o", tmp_path / "a.tally", "--lang", "zh").code == 1
    assert (tmp_path / "a.tally").read_bytes() == b"1 True zh"


def test_a_broken_plugin_is_named_and_writes_nothing(run, faulty, tmp_path, plugins):
    def save(results, stream):
        stream.write(f"{len(results.checked)} is not all".encode())
        raise ValueError("no room")

    plugins(ResultsWriter("broken", ".broken", save))
    ran = run("check", faulty, "-o", tmp_path / "a.broken")
    assert ran.code == 2
    assert "no room" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "a.broken").exists()


def test_what_a_format_cannot_hold_is_told(run, faulty, plugins):
    def save(*_):
        raise SourceError("only on Sundays")

    plugins(ResultsWriter("rare", ".rare", save))
    ran = run("check", faulty, "--output-format", "rare")
    assert (ran.code, ran.out) == (2, "")
    assert "only on Sundays" in ran.err


def test_a_missing_extra_is_named(run, faulty, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for name in ("govinfo.writers.findings.workbook", "govinfo.writers.workbook"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    fresh = Registry.builtin()
    monkeypatch.setattr(Registry, "default", lambda: fresh)
    ran = run("check", faulty, "-o", tmp_path / "a.xlsx")
    assert ran.code == 2
    assert "govinfo[xlsx]" in ran.err

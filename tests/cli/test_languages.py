"""What stands on the screen is in one language, but for names that are typed and texts that are quoted."""

import importlib.metadata
import re

import pytest
from tests.fixtures.layouts import LAYOUTS, Draft, bars

from govinfo.findings import catalogue
from govinfo.registry import Registry

REGISTRY = Registry.builtin()
NAMES = {
    "govinfo",
    "builtin",
    *("Python", "LibreOffice", "Word", "Excel", "HTML", "PDF", "Unicode", "UTF", "OCR", "pdftotext", "meta"),
    *(reader.name for reader in REGISTRY.readers),
    *(parser.name for parser in REGISTRY.parsers),
    *(writer.name for writer in REGISTRY.writers),
    *(writer.name for writer in REGISTRY.findings_writers),
    *(suffix.strip(".") for reader in REGISTRY.readers for suffix in reader.suffixes),
}
WORD = re.compile(r"(?<![-.\w/\\])[A-Za-z]{3,}(?![\w/\\])")
"""A word, and no part of an option, a path or a suffix."""

CHINESE = re.compile("[\u4e00-\u9fff]+")


def english(text, *names):
    return set(WORD.findall(text)) - NAMES - set(names)


def chinese(text):
    return set(CHINESE.findall(text))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_how_a_report_is_read(run, tmp_path, layout):
    path = tmp_path / f"report.{'html' if layout == 'html' else 'txt'}"
    path.write_text(LAYOUTS[layout](Draft()), "utf-8")
    told = run("parse", path, "--explain", "--lang", "zh").out
    assert "规范标题6个" in told
    assert english(told, "report", *map(str, path.parts)) == set()
    told = run("parse", path, "--explain", "--lang", "en").out
    assert "6 statutory headings" in told
    assert layout == "html" or chinese(told) == set(), "only beginnings of tables are quoted"


def test_how_a_damaged_report_is_read(run, tmp_path):
    text = bars(Draft()).replace("（一）予以公开", "（一）予以公升")
    (tmp_path / "report.txt").write_text(text[: text.index("四、")] + text[text.index("五、") :], "utf-8")
    (tmp_path / "report.docx").write_bytes(b"PK\x03\x04")
    told = run("parse", tmp_path, "--explain", "--lang", "zh").out
    assert "近似 0.75" in told
    assert "表三“（一）予以公开”" in told
    assert english(told, "report", *map(str, tmp_path.parts)) == set()
    assert "applications.results.granted" in run("parse", tmp_path, "--explain", "--lang", "en").out


def test_cells_without_a_value(run, tmp_path):
    text = bars(Draft())
    (tmp_path / "report.txt").write_text(text[: text.index("四、")] + text[text.index("五、") :], "utf-8")
    assert "[缺此格]" in run("parse", tmp_path / "report.txt", "--lang", "zh").out
    assert "[absent]" in run("parse", tmp_path / "report.txt", "--lang", "en").out


@pytest.mark.parametrize("command", ["doctor", "plugins", "forms"])
def test_tables_about_the_installation(run, command):
    told = run(command, "--no-plugins", "--lang", "zh").out
    installed = importlib.metadata.metadata("govinfo")
    packages = " ".join([*installed.get_all("Provides-Extra", ()), *installed.get_all("Requires-Dist", ())])
    assert english(told, "pip", "install", *WORD.findall(packages)) == set()
    assert chinese(run(command, "--no-plugins", "--lang", "en").out) <= {"国办公开办函", "号"}, (
        "only notices are quoted"
    )


@pytest.mark.parametrize("rule", list(catalogue()))
def test_rules(run, rule):
    told = run("explain", rule, "--lang", "zh").out
    assert english(told, "statistics", "extend", "select") == set()


def test_statistics(run, tmp_path):
    (tmp_path / "report.txt").write_text(bars(Draft()), "utf-8")
    assert english(run("check", tmp_path / "report.txt", "--statistics", "--lang", "zh").out) == set()
    assert chinese(run("check", tmp_path / "report.txt", "--statistics", "--lang", "en").out) == set()


def test_what_there_is_instead_is_listed_as_sentences_list_it(run, tmp_path):
    (tmp_path / "report.txt").write_text(bars(Draft()), "utf-8")
    (tmp_path / "govinfo.toml").write_text("selct = 3", "utf-8")
    (tmp_path / "words.toml").write_text("[row]\nx = ['y']", "utf-8")
    report = tmp_path / "report.txt"
    wrong = (
        ("check", report, "--output-format", "x"),
        ("parse", report, "--output-format", "x"),
        ("parse", report, "--parser", "x"),
        ("convert", report, "--to", "x", "-o", tmp_path / "y.html"),
        ("check", report, "--statistics", "--output-format", "sarif"),
        ("check", report, "--config", tmp_path / "govinfo.toml"),
        ("check", report, "--labels", tmp_path / "words.toml"),
        ("forms", "1999"),
        ("explain", "A99"),
    )
    for arguments in wrong:
        told = run(*arguments, "--lang", "zh").err
        assert "、" in told, arguments
        assert ", " not in told, arguments
        assert ", " in run(*arguments, "--lang", "en").err, arguments


def test_tables_are_among_the_formats_of_parse(run, tmp_path):
    (tmp_path / "report.txt").write_text(bars(Draft()), "utf-8")
    ran = run("parse", tmp_path / "report.txt", "--output-format", "x")
    assert (ran.code, ran.out) == (2, "")
    assert "known are table, csv, " in ran.err

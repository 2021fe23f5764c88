"""Where results go is looked at before any file is read: folders, permissions, suffixes."""

import os

import pytest
from tests.fixtures.examples import FORESTRY

MISSING = {
    "check": ["check", "none.html", "-o", "no/where/out.json"],
    "parse": ["parse", "none.html", "-o", "no/where/out.json"],
    "baseline": ["baseline", "none.html", "-o", "no/where/known.toml"],
    "forms": ["forms", "--blank", "docx", "-o", "no/where/form.docx"],
}
"""Commands with a result for a folder that does not exist; of those that read, a file that does not exist either."""


@pytest.mark.parametrize("arguments", MISSING.values(), ids=MISSING)
@pytest.mark.parametrize(("language", "words"), [("en", "its folder does not exist"), ("zh", "所在的文件夹不存在")])
def test_a_folder_that_is_not_there_is_told_first(run, tmp_path, monkeypatch, arguments, language, words):
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "none.html" not in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["check", "parse", "baseline", "convert"])
def test_a_folder_without_permission_is_told_first(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *asked: asked[1] != os.W_OK)
    ran = run(command, "none.html", "-o", "out.toml" if command == "baseline" else "out.json", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "不能写入" in ran.err
    assert "none.html" not in ran.err


def test_a_file_in_the_way_of_a_folder_is_told_first(run, tmp_path):
    (tmp_path / "file").write_text("text", "utf-8")
    ran = run("convert", "none.html", "-o", tmp_path / "file" / "deep" / "out.json")
    assert ran.code == 2
    assert "its folder does not exist" in ran.err
    assert "none.html" not in ran.err


def test_convert_makes_its_folders(run, tmp_path):
    ran = run("convert", FORESTRY.path, "-o", tmp_path / "a" / "b" / "out.json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "a" / "b" / "out.json").exists()


UNKNOWN = {
    "check": (["check", "none.html"], "--output-format"),
    "parse": (["parse", "none.html"], "--output-format"),
    "how a file is read": (["parse", "none.html", "--explain"], "--output-format"),
    "convert": (["convert", "none.html"], "--to"),
}


@pytest.mark.parametrize(("arguments", "option"), UNKNOWN.values(), ids=UNKNOWN)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_suffix_that_no_format_has_is_refused(run, tmp_path, arguments, option, language):
    target = tmp_path / "x.xyz"
    ran = run(*arguments, "-o", target, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert all(word in ran.err for word in ("x.xyz", ".docx", ".json", option))
    assert "none.html" not in ran.err
    assert not target.exists()


@pytest.mark.parametrize("name", ["cells", "cells.txt", "cells.LOG"])
def test_a_text_holds_what_the_screen_shows(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    run("parse", FORESTRY.path, "-o", name)
    assert (tmp_path / name).read_text("utf-8") == run("parse", FORESTRY.path).out


def test_an_option_beats_a_suffix_that_no_format_has(run, tmp_path):
    assert run("parse", FORESTRY.path, "-o", tmp_path / "x.xyz", "--output-format", "json").code == 0
    assert (tmp_path / "x.xyz").read_bytes().startswith(b"{")


@pytest.mark.parametrize(("language", "words"), [("en", "the list is TOML"), ("zh", "清单为TOML格式")])
def test_a_list_of_known_findings_is_not_called_something_else(run, tmp_path, language, words):
    ran = run("baseline", FORESTRY.path, "-o", tmp_path / "known.xlsx", "--lang", language)
    assert ran.code == 2
    assert words in ran.err
    assert not list(tmp_path.iterdir())

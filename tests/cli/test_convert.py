import sys

import pytest
from tests.fixtures.examples import EXAMPLES, FOLDER, FORESTRY, WATER

import govinfo
from govinfo.registry import Registry


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_what_is_converted_reads_back_as_the_same_cells(run, tmp_path, example):
    target = tmp_path / "out.html"
    ran = run("convert", example.path, "-o", target)
    assert (ran.code, ran.out) == (0, "")
    before, after = govinfo.parse(example.path), govinfo.parse(target)
    assert [(cell.id, cell.value) for cell in after] == [(cell.id, cell.value) for cell in before]
    assert (after.title, after.agency, after.year) == (before.title, before.agency, before.year)


def test_several_files_become_files_of_a_folder(run, tmp_path):
    ran = run("convert", FORESTRY.path, WATER.path, "-o", tmp_path / "new" / "out", "--to", "json")
    assert ran.code == 0
    assert ran.err == "files written: 2\n"
    written = sorted((tmp_path / "new" / "out").iterdir())
    assert [file.name for file in written] == ["forestry-2024.json", "water-2020.json"]
    assert govinfo.from_json(written[0].read_text("utf-8")).agency == FORESTRY.agency


def test_a_file_that_cannot_be_read_does_not_keep_the_others(run, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("no report", "utf-8")
    ran = run("convert", bad, FORESTRY.path, "-o", tmp_path / "out", "--to", "csv", "--lang", "zh")
    assert ran.code == 2
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["forestry-2024.csv"]
    assert "写出1个文件；1个文件未能读取：" in ran.err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_overwritten_unless_asked(run, tmp_path, language):
    target = tmp_path / "out.json"
    target.write_text("kept", "utf-8")
    ran = run("convert", FORESTRY.path, "-o", target, "--lang", language)
    assert (ran.code, target.read_text("utf-8")) == (2, "kept")
    assert "--force" in ran.err
    assert run("convert", FORESTRY.path, "-o", target, "--force").code == 0
    assert govinfo.from_json(target.read_text("utf-8")).agency == FORESTRY.agency


def test_two_files_of_one_name_are_not_written_over_each_other(run, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_bytes(FORESTRY.path.read_bytes())
    ran = run("convert", tmp_path / "a", tmp_path / "b", "-o", tmp_path / "out", "--to", "json")
    assert ran.code == 2
    assert "both would become" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_output_that_tells_no_format_is_refused_with_those_there_are(run, tmp_path, language):
    ran = run("convert", FORESTRY.path, "-o", tmp_path / "out.abc", "--lang", language)
    assert ran.code == 2
    assert ".html" in ran.err
    assert "--to" in ran.err


def test_an_unknown_format_is_refused(run, tmp_path):
    ran = run("convert", FORESTRY.path, "-o", tmp_path / "out.abc", "--to", "abc")
    assert ran.code == 2
    assert "html" in ran.err


def test_the_doubts_of_the_reading_are_told(run, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(
        FORESTRY.path.read_bytes().replace("4.保护第三方合法权益".encode(), "4.保护第三方合法权亍".encode())
    )
    ran = run("convert", page, "-o", tmp_path / "out.html")
    assert ran.code == 0
    assert "X01" in ran.err


def test_a_blank_form_has_every_row_and_no_number(run, tmp_path):
    target = tmp_path / "blank.html"
    assert run("forms", "2019", "--blank", "html", "-o", target).code == 0
    report = govinfo.parse(target)
    assert report.form == "2019"
    assert {cell.status for cell in report} == {"blank"}
    assert len(report) == 198


def test_the_newest_form_is_the_default(run, tmp_path):
    run("forms", "--blank", "html", "-o", tmp_path / "blank.html")
    assert govinfo.parse(tmp_path / "blank.html").form == "2021"


@pytest.mark.parametrize("extra", [["-o", "x.html"], ["--blank", "html", "--output-format", "json"], ["--blank", "no"]])
def test_options_without_effect_are_refused(run, tmp_path, monkeypatch, extra):
    monkeypatch.chdir(tmp_path)
    assert run("forms", *extra).code == 2
    assert not (tmp_path / "x.html").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("convert", FORESTRY.path, "--force"),
        ("parse", FORESTRY.path, "--output-format", "xlsx"),
        ("forms", "--blank", "xlsx"),
    ],
    ids=lambda command: command[0],
)
def test_a_format_that_cannot_be_written_leaves_the_file_as_it_was(run, tmp_path, monkeypatch, command):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "govinfo.writers.workbook", raising=False)
    fresh = Registry.builtin()
    monkeypatch.setattr(Registry, "default", lambda: fresh)
    target = tmp_path / "out.xlsx"
    target.write_text("kept", "utf-8")
    assert run(*command, "-o", target).code == 2
    assert target.read_text("utf-8") == "kept"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_many_files_are_not_put_into_a_folder_with_the_name_of_a_file(run, tmp_path, language):
    ran = run("convert", FOLDER, "-o", tmp_path / "all.docx", "--lang", language)
    assert ran.code == 2
    assert {"zh": "不能写成一个", "en": "cannot become one"}[language] in ran.err
    assert not list(tmp_path.iterdir())
    assert run("convert", FOLDER, "-o", tmp_path / "v1.2", "--to", "html").code == 0


def test_the_suffix_tells_the_format_of_a_blank_form(run, tmp_path):
    target = tmp_path / "blank.docx"
    assert run("forms", "2019", "--blank", "-o", target).code == 0
    assert govinfo.parse(target).form == "2019"
    assert govinfo.parse(target).parser.reader == "docx"
    ran = run("forms", "--blank")
    assert (ran.code, ran.out) == (2, "")
    assert "needs a FORMAT" in ran.err
    ran = run("forms", "--blank", "-o", tmp_path / "blank.rtf")
    assert ran.code == 2
    assert ".docx" in ran.err

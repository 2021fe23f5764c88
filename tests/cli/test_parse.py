import csv
import io
import json
import shutil

import pytest
from tests.fixtures.examples import EXAMPLES, FORESTRY, PROVINCE, TOWN, WATER
from tests.fixtures.layouts import Draft, bars

import govinfo


def test_table(run):
    ran = run("parse", FORESTRY.path)
    assert ran.code == 0
    assert ran.err == ""
    assert f"title: {FORESTRY.title}" in ran.out
    assert "year: 2024" in ran.out
    assert "published: 2025-01-16" in ran.out
    assert "12.6" in ran.out
    assert "146" in ran.out


def test_table_in_chinese(run):
    ran = run("parse", WATER.path, "--lang", "zh")
    assert "机关：栖河县水务局" in ran.out
    assert "268.35" in ran.out
    assert "-4" in ran.out


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_json(run, example):
    ran = run("parse", example.path, "--output-format", "json")
    assert ran.code == 0
    assert govinfo.from_json(ran.out) == govinfo.parse(example.path)


def test_json_of_several(run):
    ran = run("parse", FORESTRY.path, TOWN.path, "--output-format", "json")
    assert [entry["agency"] for entry in json.loads(ran.out)] == [FORESTRY.agency, TOWN.agency]


def test_csv(run):
    ran = run("parse", FORESTRY.path, WATER.path, "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == 200 + 198
    assert list(rows[0]) == ["agency", "year", "cell_id", "value", "status", "raw", "source", "form", "file"]
    found = {(row["agency"], row["cell_id"]): row for row in rows}
    assert found[FORESTRY.agency, "proactive.fees.amount"]["value"] == "12.6"
    assert found[WATER.agency, "proactive.licensing.items_change"]["value"] == "-4"
    assert all(row["source"] and row["status"] == "reported" for row in rows)


def test_csv_holds_no_formula(run, tmp_path):
    report = tmp_path / "a.txt"
    opening = ("=cmd|2024年政府信息公开工作年度报告",)
    report.write_text(bars(Draft(opening=opening, texts={"proactive.fees.amount": "=1+1"})), "utf-8")
    ran = run("parse", report, "--output-format", "csv")
    fields = [field for row in csv.reader(io.StringIO(ran.out)) for field in row]
    assert not [field for field in fields if field.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_html_can_be_read_again(run, example):
    ran = run("parse", example.path, "--output-format", "html")
    report = govinfo.parse(example.path)
    again = govinfo.parse(ran.out.encode(), filename="again.html")
    assert [(cell.id, cell.value) for cell in again.cells()] == [(cell.id, cell.value) for cell in report.cells()]
    assert (again.title, again.agency, again.year, again.form) == (
        report.title,
        report.agency,
        report.year,
        report.form,
    )
    assert again.published == report.published
    assert [section.text for section in again.sections] == [section.text for section in report.sections]


def test_html_escapes(run, tmp_path):
    report = tmp_path / "a.txt"
    report.write_text(bars(Draft(texts={"proactive.fees.amount": "<script>alert(1)</script>"})), "utf-8")
    assert "<script>" not in run("parse", report, "--output-format", "html").out


@pytest.mark.parametrize("output_format", ["table", "json", "csv", "html"])
def test_output_file(run, tmp_path, output_format):
    target = tmp_path / "out"
    ran = run("parse", PROVINCE.path, "--output-format", output_format, "-o", target)
    direct = run("parse", PROVINCE.path, "--output-format", output_format)
    assert (ran.code, ran.out) == (0, "")
    assert target.read_bytes() == direct.out.encode()


@pytest.mark.parametrize("output_format", ["table", "json", "csv", "html"])
def test_output_into_a_missing_folder(run, tmp_path, output_format):
    ran = run("parse", PROVINCE.path, "--output-format", output_format, "-o", tmp_path / "no" / "out")
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_doubts_go_to_standard_error(run, tmp_path):
    report = tmp_path / "a.txt"
    report.write_text(bars(Draft(texts={"proactive.fees.amount": "３"})), "utf-8")
    ran = run("parse", report, "--output-format", "json")
    assert "X11" in ran.err
    assert json.loads(ran.out)["agency"] == "云陵市林业局"


def test_missing_values_show_why(run, tmp_path):
    report = tmp_path / "a.txt"
    report.write_text(bars(Draft(texts={"proactive.fees.amount": "—", "applications.new.research": "若干"})), "utf-8")
    ran = run("parse", report)
    assert "[placeholder]" in ran.out
    assert "[unreadable]" in ran.out


@pytest.mark.parametrize("output_format", ["table", "json", "csv", "html"])
def test_bad_files(run, tmp_path, output_format):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    ran = run("parse", bad, "--output-format", output_format)
    assert (ran.code, ran.out) == (2, "")
    ran = run("parse", bad, FORESTRY.path, "--output-format", output_format)
    assert ran.code == 2
    told = f"{bad}\n  not read: the file is empty" if output_format == "table" else ""
    assert ran.out.startswith(told)
    assert ran.out.endswith(run("parse", FORESTRY.path, "--output-format", output_format).out)
    assert bool(told) == (len(ran.out) > len(run("parse", FORESTRY.path, "--output-format", output_format).out))


@pytest.mark.parametrize(
    ("language", "count"), [("zh", "读取2份报告；2个文件未能读取："), ("en", "files not read: 2 (")]
)
def test_unread_files_stand_among_the_reports_and_in_the_closing_line(run, tmp_path, language, count):
    """What was told while the files were read has gone off the screen by then."""
    shutil.copy(WATER.path, tmp_path / "1.txt")
    (tmp_path / "2.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "3.txt").write_text("今天天气很好。", "utf-8")
    shutil.copy(FORESTRY.path, tmp_path / "4.txt")
    ran = run("parse", *sorted(tmp_path.iterdir()), "--lang", language)
    heads = [line for line in ran.out.splitlines() if line.startswith(str(tmp_path))]
    assert heads == [str(path) for path in sorted(tmp_path.iterdir())]
    why = {
        "zh": ("未读取：文件已损坏", "未读取：未能读出规范格式的年报"),
        "en": ("not read: the file is", "not read: no annual"),
    }
    shown = ran.out.splitlines()
    for head, words in zip(heads[1:3], why[language], strict=True):
        assert shown[shown.index(head) + 1].strip().startswith(words)
    closing = ran.err.splitlines()[-1]
    assert count in closing
    assert str(tmp_path / "2.docx") in closing
    assert str(tmp_path / "3.txt") in closing


def test_standard_input(run):
    ran = run("parse", "-", "--output-format", "json", stdin=PROVINCE.path.read_bytes())
    assert json.loads(ran.out)["agency"] == PROVINCE.agency


def test_explain(run, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(bars(Draft()), "utf-8")
    ran = run("parse", path, "--explain", "--lang", "zh")
    assert ran.code == 0
    assert "完全一致的行：32/32" in ran.out
    (found,) = json.loads(run("parse", path, "--explain", "--output-format", "json").out)
    assert found["parser"] == "bars"
    assert [use["read"] for use in found["uses"]] == [10, 175, 15]


def test_explain_of_what_cannot_be_read(run, tmp_path):
    (tmp_path / "report.txt").write_text(bars(Draft()), "utf-8")
    ran = run("parse", tmp_path / "missing.txt", tmp_path / "report.txt", "--explain")
    assert ran.code == 2
    assert "no such file" in ran.out
    assert "32/32" in ran.out
    assert run("parse", tmp_path / "report.txt", "--explain", "--output-format", "csv").code == 2


def test_explain_of_standard_input(run):
    assert "32/32" in run("parse", "-", "--explain", stdin=bars(Draft()).encode()).out

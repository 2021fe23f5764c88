import json
import os
import re
from pathlib import Path

import pytest
from tests.fixtures.examples import EXAMPLES, FOLDER, FORESTRY, MARKET, PROVINCE, TRANSPORT
from tests.fixtures.layouts import Draft, bars

import govinfo
from govinfo.findings import catalogue

BLANK = "applications.new.research"


def write(path, **texts):
    path.write_text(bars(Draft(texts={name.replace("__", "."): text for name, text in texts.items()})), "utf-8")
    return path


@pytest.fixture
def clean(tmp_path):
    """A report without a finding of level error."""
    return write(tmp_path / "clean.txt")


@pytest.fixture
def faulty(tmp_path):
    """A report whose first row of table three does not add up."""
    return write(tmp_path / "faulty.txt", applications__new__total="5")


def test_a_clean_report(run, clean):
    ran = run("check", clean, "--select", "A")
    assert ran.code == 0
    assert "nothing found" in ran.out
    assert ran.err == "reports checked: 1; errors 0, warnings 0, infos 0\n"


def test_a_faulty_report(run, faulty):
    ran = run("check", faulty, "--select", "A")
    assert ran.code == 1
    assert "A01" in ran.out
    assert "≠ 5" in ran.out
    assert "A03" in ran.out
    assert ran.err == "reports checked: 1; errors 2, warnings 0, infos 0\n"


def test_chinese(run, faulty):
    ran = run("check", faulty, "--select", "A01", "--lang", "zh")
    assert "错误 A01" in ran.out
    assert "依据：" in ran.out
    assert ran.err == "检查1份报告：错误1处，警告0处，提示0处\n"


@pytest.mark.parametrize(
    ("variable", "value", "word"),
    [("LC_ALL", "zh_CN.UTF-8", "错误"), ("LC_ALL", "C.UTF-8", "error"), ("GOVINFO_LANG", "zh", "错误")],
)
def test_language_of_the_environment(run, faulty, monkeypatch, variable, value, word):
    monkeypatch.setenv(variable, value)
    assert word in run("check", faulty, "--select", "A01").out


def test_option_beats_environment(run, faulty, monkeypatch):
    monkeypatch.setenv("GOVINFO_LANG", "zh")
    assert "error A01" in run("check", faulty, "--select", "A01", "--lang", "en").out


def test_concise_gives_one_line_a_finding(run, faulty):
    ran = run("check", faulty, "--select", "A", "--output-format", "concise")
    lines = ran.out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{faulty}") for line in lines)
    assert ": error A01 " in lines[0]


def test_json(run, faulty):
    ran = run("check", faulty, "--select", "A01", "--output-format", "json")
    (entry,) = json.loads(ran.out)
    assert (entry["agency"], entry["year"], entry["form"]) == ("云陵市林业局", 2024, "2021")
    assert entry["path"] == str(faulty)
    assert entry["outcomes"] == {"A01": "found"}
    (finding,) = entry["findings"]
    assert finding["rule"] == "A01"
    assert finding["equation"] == "0×6＝0 ≠ 5"
    assert "applications.new.total" in finding["cells"]
    assert ran.code == 1


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_command_line_and_api_agree(run, example):
    ran = run("check", example.path, "--output-format", "json")
    (entry,) = json.loads(ran.out)
    report = govinfo.parse(example.path)
    own = [finding for finding in entry["findings"] if not finding["rule"].startswith("X")]
    doubts = [finding for finding in entry["findings"] if finding["rule"].startswith("X")]
    assert own == json.loads(json.dumps([finding.to_dict() for finding in govinfo.check(report)]))
    assert doubts == json.loads(json.dumps([doubt.to_dict() for doubt in report.diagnostics]))


def test_select_takes_beginnings_and_lists(run, faulty):
    for arguments in (["--select", "A01,A03"], ["--select", "A01", "--select", "A03"], ["--select", "A01, A03,"]):
        ran = run("check", faulty, "--output-format", "json", *arguments)
        assert [finding["rule"] for finding in json.loads(ran.out)[0]["findings"]] == ["A01", "A03"]


def test_ignore(run, faulty):
    ran = run("check", faulty, "--select", "A", "--ignore", "A01", "--output-format", "json")
    assert [finding["rule"] for finding in json.loads(ran.out)[0]["findings"]] == ["A03"]


def test_the_longer_pattern_counts(run, faulty):
    ran = run("check", faulty, "--select", "A01", "--ignore", "A", "--output-format", "json")
    assert [finding["rule"] for finding in json.loads(ran.out)[0]["findings"]] == ["A01"]


def test_extend_select_turns_on_local_rules(run, clean):
    local = next(entry.id for entry in catalogue().values() if entry.local)
    plain = json.loads(run("check", clean, "--output-format", "json").out)
    more = json.loads(run("check", clean, "--output-format", "json", "--extend-select", local).out)
    assert local not in plain[0]["outcomes"]
    assert set(more[0]["outcomes"]) == {*plain[0]["outcomes"], local}


def test_all_turns_on_every_rule_of_the_registry(run, clean):
    outcomes = json.loads(run("check", clean, "--output-format", "json", "--select", "ALL").out)[0]["outcomes"]
    registered = {name for rule in govinfo.Registry.default().rules for name in rule.ids}
    assert set(outcomes) == registered


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
def test_unknown_rules_are_refused(run, clean, option):
    ran = run("check", clean, option, "Z99")
    assert (ran.code, ran.out) == (2, "")
    assert "Z99" in ran.err


def test_doubts_are_shown_unless_ignored(run, tmp_path):
    report = write(tmp_path / "a.txt", applications__new__natural_person="３", applications__new__total="3")
    assert "X11" in run("check", report).out
    assert "X11" not in run("check", report, "--ignore", "X").out
    assert "X11" not in run("check", report, "--ignore", "X11").out
    assert "X11" in run("check", report, "--ignore", "X12").out


@pytest.mark.parametrize(
    ("level", "rules", "code"),
    [
        ("error", "A01", 1),
        ("warning", "A01", 1),
        ("info", "A01", 1),
        ("never", "A01", 0),
        ("error", "V04", 0),
        ("warning", "V04", 1),
        ("info", "V04", 1),
        ("error", "M13", 0),
        ("warning", "M13", 0),
        ("info", "M13", 1),
    ],
)
def test_fail_level(run, tmp_path, level, rules, code):
    report = write(tmp_path / "a.txt", applications__new__total="5", proactive__fees__amount="")
    assert run("check", report, "--select", rules, "--fail-level", level, "--ignore", "X").code == code


def test_statistics(run, faulty, tmp_path):
    other = write(tmp_path / "other.txt", applications__carried_over__total="4", applications__new__total="2")
    ran = run("check", faulty, other, "--select", "A01,A03", "--statistics")
    rows = [line.split()[:2] for line in ran.out.splitlines()]
    assert rows == [["3", "A01"], ["2", "A03"]]
    assert ran.code == 1
    plain = json.loads(
        run("check", faulty, other, "--select", "A01,A03", "--statistics", "--output-format", "json").out
    )
    assert plain == [
        {"rule": "A01", "findings": 3, "not_assessable": 0},
        {"rule": "A03", "findings": 2, "not_assessable": 0},
    ]


def test_not_assessable_is_told(run, tmp_path):
    report = write(tmp_path / "a.txt", applications__new__research="")
    ran = run("check", report, "--select", "A01", "--ignore", "X")
    assert ran.code == 0
    assert "not assessable: A01" in ran.out
    (entry,) = json.loads(run("check", report, "--select", "A01", "--output-format", "json").out)
    assert entry["outcomes"] == {"A01": "not_assessable"}
    assert BLANK in entry["not_assessable"][0]["cells"]


def test_the_folder_of_examples(run):
    ran = run("check", FOLDER)
    assert ran.code == 1
    assert all(str(example.path) in ran.out for example in EXAMPLES)
    assert ran.err.startswith(f"reports checked: {len(EXAMPLES)}; errors 2, ")


@pytest.mark.parametrize("example", [FORESTRY, PROVINCE, MARKET], ids=lambda example: example.name)
def test_sound_examples_pass(run, example):
    assert run("check", example.path).code == 0


def test_a_folder_is_searched_in_order(run, tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.TXT", ".hidden/x.txt", "c.png", ".x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name)
    ran = run("check", tmp_path, "--output-format", "json")
    assert [Path(entry["path"]).relative_to(tmp_path).as_posix() for entry in json.loads(ran.out)] == [
        "a.TXT",
        "b/1.txt",
        "b/2.txt",
    ]
    assert "files of other formats left out: 1 (c.png)" in ran.err


def test_a_folder_without_reports(run, tmp_path):
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = run("check", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ".html" in ran.err


def test_standard_input(run, faulty):
    ran = run("check", "-", "--select", "A01", "--output-format", "concise", stdin=faulty.read_bytes())
    assert ran.code == 1
    assert ran.out.startswith("-")


def test_empty_standard_input(run):
    ran = run("check", "-")
    assert ran.code == 2
    assert "empty" in ran.err


def test_one_bad_file_does_not_touch_the_others(run, clean, faulty, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("植树节活动报道", "utf-8")
    alone = json.loads(run("check", clean, faulty, "--output-format", "json").out)
    ran = run("check", clean, bad, tmp_path / "missing.txt", faulty, "--output-format", "json")
    *checked, not_found, missing = json.loads(ran.out)
    assert checked == alone
    assert (not_found["path"], missing["path"]) == (str(bad), str(tmp_path / "missing.txt"))
    assert "no such file" in missing["error"]
    assert ran.code == 2
    assert str(bad) in ran.err
    assert "missing.txt: no such file" in ran.err
    assert "reports checked: 2; " in ran.err
    assert "files not read: 2" in ran.err


def test_bad_files_in_chinese(run, tmp_path):
    ran = run("check", tmp_path / "没有.txt", "--lang", "zh")
    assert ran.code == 2
    assert ran.err.startswith("未读取 ")
    assert "1个文件未能读取" in ran.err


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_output_file(run, faulty, tmp_path, output_format):
    target = tmp_path / "out"
    direct = run("check", faulty, "--output-format", output_format)
    ran = run("check", faulty, "--output-format", output_format, "-o", target)
    assert ran.out == ""
    assert ran.code == 1
    assert target.read_text("utf-8") == direct.out


def test_output_into_a_missing_folder(run, faulty, tmp_path):
    ran = run("check", faulty, "-o", tmp_path / "no" / "out")
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_output_onto_a_folder(run, faulty, tmp_path):
    assert run("check", faulty, "-o", tmp_path).code == 2


def test_parser(run, faulty):
    assert run("check", faulty, "--parser", "bars").code == 1
    ran = run("check", faulty, "--parser", "nonsense")
    assert (ran.code, ran.out) == (2, "")
    assert "bars" in ran.err
    ran = run("check", faulty, "--parser", "tabs")
    assert ran.code == 2


def test_the_same_twice(run):
    assert run("check", FOLDER) == run("check", FOLDER)


HOSTILE = "云陵市\x1b[31m林\u202e业\x07局"


def test_control_characters_are_escaped(run, tmp_path):
    report = tmp_path / "a.txt"
    opening = (f"{HOSTILE}2024年政府信息公开工作年度报告",)
    report.write_text(bars(Draft(opening=opening, texts={"applications.new.total": "\x1b[2J"})), "utf-8")
    for output_format in ("full", "concise", "json"):
        ran = run("check", report, "--output-format", output_format)
        shown = ran.out + ran.err
        assert "\x1b" not in shown
        assert "\x07" not in shown
        if output_format != "json":
            assert "\u202e" not in shown
    for output_format in ("table",):
        shown = run("parse", report, "--output-format", output_format).out
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_file_names_with_control_characters(run, tmp_path):
    report = write(tmp_path / "a\x1b[31m\n\u202eb.txt")
    ran = run("check", report)
    assert not {"\x1b", "\u202e"} & set(ran.out + ran.err)
    ran = run("check", tmp_path / "no\x1b]0;x\x07.txt")
    assert ran.code == 2
    assert not {"\x1b", "\x07"} & set(ran.out + ran.err)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_file_names_that_are_no_text(run, tmp_path, output_format):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    with open(name, "wb") as stream:  # noqa: PTH123
        stream.write(bars(Draft()).encode())
    ran = run("check", name, "--output-format", output_format)
    assert ran.code in (0, 1)
    assert "\\udcff" in ran.out
    target = tmp_path / "out"
    assert run("check", name, "--output-format", output_format, "-o", target).code in (0, 1)
    assert "\\udcff" in target.read_text("utf-8")
    assert run("check", tmp_path).code in (0, 1)


def test_examples_with_errors(run):
    (entry,) = json.loads(run("check", TRANSPORT.path, "--output-format", "json").out)
    errors = tuple(finding["rule"] for finding in entry["findings"] if finding["severity"] == "error")
    assert errors == TRANSPORT.errors


def test_json_on_a_terminal_holds_no_control_character(run, tmp_path):
    report = tmp_path / "a.txt"
    opening = ("云陵市\x9b31m林\u202e业局2024年政府信息公开工作年度报告",)
    report.write_text(bars(Draft(opening=opening)), "utf-8")
    ran = run("check", report, "--output-format", "json")
    assert json.loads(ran.out)[0]["year"] == 2024
    assert not {"\x9b", "\u202e"} & set(ran.out)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_line_end_in_a_file_name_forges_no_line(run, tmp_path):
    report = write(tmp_path / "a\nb.txt", applications__new__total="5")
    assert len(run("check", report, "--select", "A01", "--output-format", "concise").out.splitlines()) == 1
    assert len(run("check", tmp_path / "no\nfile", "--output-format", "concise").err.splitlines()) == 2


def test_the_output_overwrites_no_report(run, faulty):
    before = faulty.read_bytes()
    ran = run("check", faulty, "-o", faulty)
    assert ran.code == 2
    assert "overwritten" in ran.err
    assert faulty.read_bytes() == before


@pytest.mark.parametrize(("language", "place"), [("zh", "第2张表第"), ("en", "table 2 row ")])
def test_a_line_of_the_concise_output_tells_the_place_in_the_language_of_its_message(run, tmp_path, language, place):
    page = tmp_path / "wrong.html"
    assert run("convert", TRANSPORT.path, "-o", page).code == 0
    ran = run("check", page, "--select", "A01", "--output-format", "concise", "--lang", language)
    assert f"{page}:{place}" in ran.out


def test_a_number_that_was_not_read_is_not_said_to_be_read(run, tmp_path):
    page = tmp_path / "joined.html"
    assert run("convert", TRANSPORT.path, "-o", page).code == 0
    markup = page.read_text("utf-8")
    assert "<td>15</td>" in markup
    page.write_text(markup.replace("<td>15</td>", "<td>1 0</td>"), "utf-8")
    ran = run("check", page, "--select", "X", "--output-format", "concise", "--lang", "en")
    assert "X12" in ran.out
    assert "None" not in ran.out


def test_many_cells_are_named_by_their_rows_and_those_of_many_rows_are_counted(run, tmp_path):
    row = run("check", TRANSPORT.path, "--select", "A01", "--lang", "en").out
    assert "cells: 7 cells of table three, row “" in row
    text = TRANSPORT.path.read_text("utf-8")
    cut = tmp_path / "cut.txt"
    cut.write_text(text[: text.index("无法提供")], "utf-8")
    rest = run("check", cut, "--select", "X27", "--lang", "zh").out
    assert re.search(r"单元格：(表三“[^”]*”列的\d+个单元格、?){3}等\d+个\n", rest)


def test_words_in_chinese_stand_between_chinese_marks(run, tmp_path):
    """No half-width brackets, colons or commas around Chinese words."""
    (tmp_path / "图.png").write_bytes(b"")
    (tmp_path / "表.zip").write_bytes(b"")
    (tmp_path / TRANSPORT.path.name).write_bytes(TRANSPORT.path.read_bytes())
    whole = run("check", tmp_path, "--lang", "zh", "--select", "A01,M11")
    assert "”行的7个单元格\n" in whole.out
    assert "未能判断：M11（" in whole.out
    assert "图.png、表.zip" in whole.err or "表.zip、图.png" in whole.err
    assert "（未能判断：1）" in run("check", tmp_path, "--lang", "zh", "--select", "M11", "--statistics").out


def test_a_name_that_is_too_long_is_told_with_its_file(run):
    ran = run("check", "a" * 300, "--lang", "zh")
    assert ran.code == 2
    assert f"未读取 {'a' * 300}" in ran.err


@pytest.mark.parametrize("output_format", ["full", "concise"])
@pytest.mark.parametrize(("language", "words"), [("zh", "未读取"), ("en", "not read")])
def test_unread_files_stand_among_the_results(run, tmp_path, output_format, language, words):
    """In a file that is handed on nothing else tells of them."""
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04")
    options = ("--output-format", output_format, "--lang", language)
    ran = run("check", FORESTRY.path, tmp_path / "cut.docx", *options, "-o", tmp_path / "told.txt")
    assert ran.code == 2
    told = (tmp_path / "told.txt").read_text("utf-8")
    assert str(tmp_path / "cut.docx") in told
    assert words in told[told.index(str(tmp_path / "cut.docx")) :]
    assert str(tmp_path / "cut.docx") in ran.err.splitlines()[-1]

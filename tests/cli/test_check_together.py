"""govinfo check on several files."""

import json

import pytest

from govinfo.testing.layouts import bars, printed
from govinfo.testing.together import changed, random_series, random_tree

SELECT = ("--select", "Y,R,M18", "--output-format", "json")


def write(folder, reports):
    folder.mkdir(exist_ok=True)
    for number, report in enumerate(reports):
        (folder / f"{number}.txt").write_text(bars(printed(report)), "utf-8")
    return folder


def found(ran):
    return [(finding["rule"], entry["path"][-5:]) for entry in json.loads(ran.out) for finding in entry["findings"]]


@pytest.fixture
def series(tmp_path):
    *earlier, last = random_series(3)
    cell = "applications.carried_over.research"
    return write(tmp_path / "series", [*earlier, changed(last, {cell: last.values[cell] + 1})])


def test_the_files_are_compared(run, series):
    ran = run("check", series, *SELECT)
    assert found(ran) == [("Y01", "2.txt")]
    (finding,) = json.loads(ran.out)[2]["findings"]
    assert finding["related"][0]["filename"].endswith("1.txt")
    assert finding["related"][0]["source"]["line"] > 1


def test_each_alone_has_nothing_to_be_compared_with(run, series):
    ran = run("check", series / "2.txt", *SELECT)
    assert set(json.loads(ran.out)[0]["outcomes"].values()) == {"not_applicable"}


def test_a_file_that_cannot_be_read_keeps_none_from_being_compared(run, series):
    (series / "0.txt").write_text("植树节活动报道", "utf-8")
    ran = run("check", series, *SELECT)
    assert ran.code == 2
    assert [(entry["path"][-5:], "error" in entry) for entry in json.loads(ran.out)] == [
        ("1.txt", False),
        ("2.txt", False),
        ("0.txt", True),
    ]


def test_what_is_missing_is_one_line_a_reason(run, series):
    ran = run("check", series, "--select", "Y", "--ignore", "X", "--lang", "zh")
    lines = [line for line in ran.out.splitlines() if "未能判断" in line and "没有该机关2021年的报告" in line]
    assert len(lines) == 1


def test_expected_agencies(run, tmp_path):
    reports = random_tree(4)
    folder = write(tmp_path / "tree", reports)
    names = tmp_path / "names.txt"
    listed = [str(report.agency) for report in reports[1:]]
    names.write_text("\n".join([*listed, "", "青云县体育局"]), "utf-8-sig")
    ran = run("check", folder, "--expected", names, *SELECT)
    assert found(ran) == [("R07", "0.txt")]
    assert "青云县体育局" in ran.out


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00"])
def test_a_list_without_names_is_refused(run, series, tmp_path, content):
    names = tmp_path / "names.txt"
    names.write_bytes(content)
    ran = run("check", series, "--expected", names)
    assert (ran.code, ran.out) == (2, "")
    assert "names.txt" in ran.err
    assert run("check", series, "--expected", tmp_path / "none.txt").code == 2


LISTS = {
    "a report": ("青云县林业局2024年政府信息公开工作年度报告\n\n一、总体情况\n2024年，我局依法公开信息。", 1, "年份"),
    "numbers": ("青云县林业局\n\n12\n", 3, "文字"),
    "a table": ("青云县林业局\n青云县教育局,赵同志", 2, "“,”"),
    "a sentence": ("青云县林业局\n今年没有收到申请。\n", 2, "“。”"),
    "a line too long": ("青云县" * 30, 1, "90个字"),
}


@pytest.mark.parametrize(("content", "line", "reason"), LISTS.values(), ids=LISTS)
def test_what_is_clearly_no_list_is_refused_by_its_first_such_line(run, series, tmp_path, content, line, reason):
    names = tmp_path / "names.txt"
    names.write_text(content, "utf-8")
    ran = run("check", series, "--expected", names, "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert f"names.txt第{line}行" in ran.err
    assert reason in ran.err
    ran = run("check", series, "--expected", names)
    assert f"names.txt, line {line}" in ran.err
    assert "one full name a line" in ran.err

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

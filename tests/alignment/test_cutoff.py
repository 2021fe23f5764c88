"""A text that breaks off says so once, and no rule blames the report; one that lacks a row in its midst is blamed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

TEXTS = [name for name in sorted(LAYOUTS) if name != "page"]


def rules(findings):
    return {found.rule for found in findings}


@given(st.sampled_from(["2019", "2021"]), st.integers(0, 10**6), st.sampled_from(TEXTS), st.floats(0.0, 1.0))
@example("2019", 556, "bars", 0.0703125)
@settings(deadline=None, max_examples=80)
def test_what_is_behind_the_end_is_named_and_nobody_is_blamed(form, seed, layout, share):
    report = random_report(form, seed, "county")
    text = LAYOUTS[layout](printed(report))
    first, last = text.index("法律服务机构"), text.index("（七）总计")
    cut = text[: int(first + share * (last - first))]
    read = govinfo.parse(cut.encode())
    doubts = [found for found in read.diagnostics if found.rule in ("X07", "X08", "X27")]
    assert [(found.rule, found.severity) for found in doubts] == [("X27", "error")]
    named = set(doubts[0].cells)
    others = {cell for found in read.diagnostics for cell in found.cells}
    for cell in report.cells():
        assert read[cell.id].value == cell.value or cell.id in named | others
        assert read[cell.id].status != "absent" or cell.id in named
    blamed = rules(found for found in govinfo.check(read) if found.severity == "error")
    assert not blamed & {"S01", "S07", "S09"}


@pytest.mark.parametrize("layout", TEXTS)
def test_a_row_that_is_whole_is_in_no_doubt(layout):
    report = random_report("2021", 4, "county")
    text = LAYOUTS[layout](printed(report))
    read = govinfo.parse(text[: text.index("2.其他法律行政法规") + 5].encode())
    (cut,) = [found for found in read.diagnostics if found.rule == "X27"]
    assert "applications.results.refused.state_secret.total" not in cut.cells
    assert "applications.results.refused.prohibited_by_law.total" in cut.cells
    assert "属于国家秘密" in cut.message("zh")
    assert "最后的数字" not in cut.message("zh")


@pytest.mark.parametrize("layout", TEXTS)
def test_a_report_that_lacks_a_row_in_its_midst_is_blamed(layout):
    report = random_report("2021", 4, "zero")
    parts = printed(report)
    text = LAYOUTS[layout](parts)
    start, stop = text.index("2.其他法律行政法规"), text.index("3.危及")
    read = govinfo.parse((text[:start] + text[stop:]).encode())
    assert "X27" not in rules(read.diagnostics)
    assert "S09" in rules(govinfo.check(read))


def test_a_report_without_the_last_parts_is_blamed():
    report = random_report("2021", 4, "county")
    text = LAYOUTS["lines"](printed(report))
    read = govinfo.parse(text[: text.index("五、存在")].encode())
    assert [found.severity for found in read.diagnostics if found.rule == "X27"] == ["warning"]
    assert len([found for found in govinfo.check(read) if found.rule == "S01"]) == 2


def test_the_text_of_a_table_is_no_sign_off():
    report = random_report("2021", 4, "county")
    text = LAYOUTS["pipes"](["", *printed(report)[1:]])
    read = govinfo.parse((text[: text.index("商业企业")] + "商业企业 | 科研机构 | 社").encode())
    assert (read.signed, read.agency) == (None, None)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_each_text_printed_once_leaves_labels_without_numbers(form):
    report = random_report(form, 3, "county")
    once = list(dict.fromkeys(LAYOUTS["lines"](printed(report)).split("\n\n")))
    text = "\n".join(line for line in once if not line.isdigit() or int(line) < 10)
    read = govinfo.parse(text.encode())
    assert read.form == form
    assert "X70" in rules(read.diagnostics)
    named = {cell for found in read.diagnostics for cell in found.cells}
    for cell in report.cells():
        assert read[cell.id].value == cell.value or (read[cell.id].value is None and cell.id in named)
    assert not rules(govinfo.check(read)) & {"S07", "S14"}


def test_labels_alone_tell_the_form():
    text = LAYOUTS["lines"](printed(random_report("2019", 3, "zero"))).replace("\n0\n", "\n").replace("\n0.00\n", "\n")
    read = govinfo.parse(text.replace("2019年", "2023年").replace("2020年", "2023年").encode())
    assert read.form == "2019"
    assert "X14" not in rules(read.diagnostics)

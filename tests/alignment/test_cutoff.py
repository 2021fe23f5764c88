"""A text that breaks off says so once, and no rule blames the report; one that lacks a row in its midst is blamed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.testing.damage.suite import PRINTERS
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


@pytest.mark.parametrize("layout", ["lines", "pipes", "bars"])
@pytest.mark.parametrize(
    "note", ["本列数据的钩稽关系为：第一项加第二", "本列数据的逻辑关系为：第一项加", "2023年收到的申请都是村"]
)
def test_words_that_break_off_below_a_heading_are_where_a_document_ends(layout, note):
    report = random_report("2021", 4, "county")
    text = LAYOUTS[layout](printed(report))
    heading = text.index("三、收到")
    begun = text[: text.index("\n", heading)] + "\n\n" + note
    read = govinfo.parse(begun.encode())
    assert [found.severity for found in read.diagnostics if found.rule == "X27"] == ["error"]
    told = {cell for found in read.diagnostics for cell in found.cells}
    assert all(cell.value is not None or cell.id in told for cell in read.cells())
    assert not {found.rule for found in govinfo.check(read) if found.severity == "error"} & {"S01", "S07", "S09"}
    for whole in (f"{begun}民提出的。", f"{begun}民提出的。\n\n青梧镇人民政府\n\n2024年1月18日"):
        assert "S01" in rules(
            found for found in govinfo.check(govinfo.parse(whole.encode())) if found.severity == "error"
        )


@pytest.mark.parametrize("layout", ["bars", "bars_below", "rows_opened", "pipes", "lines", "tabs", "numbers_below"])
@given(st.sampled_from(["2019", "2021"]), st.sampled_from(["zero", "county", "province"]), st.data())
@settings(deadline=None, max_examples=15)
def test_a_report_that_breaks_off_inside_its_tables_is_not_blamed(layout, form, size, data):
    text = PRINTERS[layout](printed(random_report(form, data.draw(st.integers(0, 9999)), size)))
    begin, stop = text.index("行政强制"), text.index("五、存在")
    read = govinfo.parse(text[: data.draw(st.integers(begin, stop - 3))].encode())
    found = {entry.rule for entry in govinfo.check(read) if entry.severity == "error"}
    whole = read["review.litigation_after_reconsideration.total"].value is not None
    assert not found - {"X06", "X08", "X27"} - ({"S01"} if whole else set())


def test_a_remark_that_is_not_closed_is_where_a_document_breaks_off():
    text = LAYOUTS["lines"](printed(random_report("2019", 4, "county")))
    label = text.index("政府集中采购")
    first = text.index("\n\n", text.index("\n\n", label) + 2)
    read = govinfo.parse(f"{text[:first]}\n\n860000（合".encode())
    assert [found.severity for found in read.diagnostics if found.rule == "X27"] == ["error"]
    assert read["proactive.procurement.amount"].value is None
    assert not {found.rule for found in govinfo.check(read) if found.severity == "error"} & {"S01", "S07", "S09", "S14"}


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

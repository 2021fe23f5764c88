import attrs
import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import HeadingLine, Observation, Report, SignOff
from govinfo.rules.section_headings import (
    body_elsewhere,
    extra_section,
    merged_sections,
    missing_section,
    order_of_sections,
    wording_of_headings,
)
from govinfo.source import Source
from govinfo.testing.samples import sample_report

FORM = official_form("2021")


def line(text, number, section=None, level=1, within=0):
    return HeadingLine(text, level, number, section, within, Source(number))


def official(*sections):
    titles = {heading.number: heading.label.zh for heading in FORM.headings}
    return tuple(line(titles[number], number, number, within=number) for number in sections)


def with_headings(printed: dict[int, str | None], **changes) -> Report:
    report = sample_report(**changes)
    sections = (
        attrs.evolve(section, heading=printed.get(section.number, section.heading)) for section in report.sections
    )
    return attrs.evolve(report, sections=tuple(sections))


def without_tables(report: Report) -> Report:
    cells = (attrs.evolve(cell, value=None, raw="", status="absent", source=None) for cell in report.cells())
    return attrs.evolve(report, all_cells=tuple(cells))


def run(rule, report):
    return list(rule.check(report, FORM))


def test_s01_names_the_missing_section():
    (found,) = run(missing_section, with_headings({5: None}))
    assert (found.rule, found.severity) == ("S01", "error")
    assert "五、存在的主要问题及改进情况" in found.message("zh")


def test_s01_is_lighter_where_the_table_is_there():
    (found,) = run(missing_section, with_headings({3: None}))
    assert found.severity == "warning"
    assert "仅有表格" in found.message("zh")


def broken_off(text, number, *, ends=True):
    """A report that ends with a line in section three, whose table is printed without its numbers."""
    report = with_headings(dict.fromkeys((4, 5, 6)), observations=(Observation("unfilled", "applications"),))
    sections = (
        attrs.evolve(section, text=f"{text}" if ends else f"{text}\n以上情况另行说明。")
        if section.number == 3
        else section
        for section in report.sections
    )
    headings = (*official(1, 2, 3), line(text, number, within=3))
    return attrs.evolve(without_tables(report), sections=tuple(sections), headings=headings)


@pytest.mark.parametrize(
    ("text", "number", "missing"),
    [
        ("四、政府信息公", 4, ()),
        ("五、存在", 5, (4,)),
        ("3.补正后申", 3, ()),
        ("四、结转下年", 4, ()),
        ("五、附", 5, (4, 5, 6)),
    ],
)
def test_s01_does_not_blame_a_report_for_what_stands_behind_a_heading_that_breaks_off(text, number, missing):
    found = run(missing_section, broken_off(text, number))
    blamed = [entry for entry in found if not isinstance(entry, NotAssessable)]
    assert [entry.message("zh")[3] for entry in blamed] == ["一二三四五六"[place - 1] for place in missing]
    assert len(run(missing_section, broken_off(text, number, ends=False))) == 3
    assert all(
        not isinstance(entry, NotAssessable) for entry in run(missing_section, broken_off(text, number, ends=False))
    )


@pytest.mark.parametrize(
    ("last", "signed", "blamed"),
    [
        ("一是公开的内容还不够全面，二是解读的方式", None, 0),
        ("一是公开的内容还不够全面，", None, 0),
        ("一是公开的内容还不够全面，二是解读的方式单一。", None, 1),
        ("无不足之处", None, 1),
        ("以上报告，特此公布于2025年1月18日", None, 1),
        ("一是公开的内容还不够全面，二是解读的方式", SignOff("青梧镇人民政府", None, None), 1),
    ],
)
def test_s01_does_not_blame_a_report_that_ends_within_a_sentence(last, signed, blamed):
    report = with_headings({6: None}, signed=signed)
    sections = (
        attrs.evolve(entry, text=f"存在以下问题。\n{last}" if entry.number == 5 else entry.text)
        for entry in report.sections
    )
    found = run(missing_section, attrs.evolve(report, sections=tuple(sections)))
    assert [isinstance(entry, NotAssessable) for entry in found] == [not blamed]


@pytest.mark.parametrize(
    ("last", "blamed"),
    [("", 0), ("四、", 0), ("四、政府信息公开行政", 0), ("5 | 0 |", 0), ("合计  12  0", 0), ("以上申请均已办结。", 3)],
)
def test_s01_does_not_blame_a_report_that_ends_in_or_below_a_table(last, blamed):
    report = with_headings(dict.fromkeys((4, 5, 6)))
    sections = (attrs.evolve(entry, text=last if entry.number == 3 else entry.text) for entry in report.sections)
    found = run(missing_section, without_tables(attrs.evolve(report, sections=tuple(sections))))
    assert sum(not isinstance(entry, NotAssessable) for entry in found) == blamed


def test_s01_does_not_blame_a_report_for_what_stands_above_a_text_that_begins_inside_it():
    inside = with_headings({1: None}, title=None)
    begun = attrs.evolve(inside, headings=(line("（三）管理情况", 3, level=2), *official(2, 3, 4, 5, 6)))
    (found,) = run(missing_section, begun)
    assert isinstance(found, NotAssessable)
    for whole in (
        attrs.evolve(begun, title="某县某局2024年政府信息公开工作年度报告"),
        attrs.evolve(begun, headings=(line("（一）管理情况", 1, level=2), *begun.headings[1:])),
        attrs.evolve(begun, headings=begun.headings[1:], preamble="现将有关情况报告如下。"),
    ):
        (found,) = run(missing_section, whole)
        assert found.severity == "error"


def test_s01_accepts_all_six_and_leaves_merged_ones_to_s06():
    assert not run(missing_section, sample_report())
    both = line("二、主动公开和依申请公开情况", 2, 2)
    assert not run(missing_section, with_headings({3: None}, headings=(both,)))


def test_s01_is_not_assessable_without_any_text():
    report = without_tables(with_headings(dict.fromkeys(range(1, 7))))
    assert [type(outcome) for outcome in run(missing_section, report)] == [NotAssessable]


def test_s02_tells_the_printed_order():
    (found,) = run(order_of_sections, sample_report(headings=official(1, 3, 2, 4, 5, 6)))
    assert (found.rule, found.severity, found.source) == ("S02", "warning", Source(2))
    assert "一、三、二、四、五、六" in found.message("zh")


@pytest.mark.parametrize("sections", [(1, 2, 3, 4, 5, 6), (1, 2, 4, 6), (1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6)])
def test_s02_accepts_gaps_and_a_table_of_contents(sections):
    assert not run(order_of_sections, sample_report(headings=official(*sections)))


def test_s02_is_not_assessable_without_headings():
    (outcome,) = run(order_of_sections, sample_report())
    assert isinstance(outcome, NotAssessable)


@pytest.mark.parametrize("heading", ["一、2024年工作总体情况", "一、概述", "一、基本工作情况"])
def test_s03_raises_other_wording(heading):
    (found,) = run(wording_of_headings, with_headings({1: heading}))
    assert (found.rule, found.severity) == ("S03", "info")
    assert heading in found.message("zh")


@pytest.mark.parametrize(
    "heading", ["总体情况", "(一) 总体 情况", "１．总体情况：", "一、总体情况、", "一、总体情况。一年来工作平稳"]
)
def test_s03_accepts_other_numbers_spaces_and_punctuation(heading):
    assert not run(wording_of_headings, with_headings({1: heading}))


def test_s03_is_not_assessable_for_a_missing_heading():
    (outcome,) = run(wording_of_headings, with_headings({1: None}))
    assert isinstance(outcome, NotAssessable)


def test_s05_raises_a_seventh_part():
    (found,) = run(extra_section, sample_report(headings=(*official(1, 2, 3, 4, 5, 6), line("七、来年打算", 7))))
    assert (found.rule, found.severity) == ("S05", "info")
    assert "七、来年打算" in found.message("zh")


def test_s05_raises_a_part_in_the_middle():
    outline = (*official(1, 2, 3, 4), line("五、队伍情况", 5, within=4), *official(5, 6))
    assert [found.rule for found in run(extra_section, sample_report(headings=outline))] == ["S05"]


def test_s05_accepts_a_list_within_a_section():
    inner = (line("一、不足之处", 1, within=1), line("二、打算", 2, within=1), line("三、其他", 3, within=1))
    outline = (*official(1), *inner, *official(2, 3, 4, 5, 6))
    assert not run(extra_section, sample_report(headings=outline))
    deeper = line("（一）信息发布", 1, level=2, within=1)
    assert not run(extra_section, sample_report(headings=(*official(1), deeper, *official(2))))


def test_s05_and_s06_are_not_assessable_without_headings():
    for rule in (extra_section, merged_sections):
        (outcome,) = run(rule, sample_report())
        assert isinstance(outcome, NotAssessable)


@pytest.mark.parametrize(
    ("heading", "missing"),
    [
        (line("二、主动公开和依申请公开情况", 2, 2), {3: None}),
        (line("五、存在问题、改进情况及其他需要报告的事项", 5), {5: None, 6: None}),
        (line("三、收到和处理申请及行政复议、行政诉讼情况", 3, 3), {4: None}),
    ],
)
def test_s06_raises_a_heading_for_two_sections(heading, missing):
    (found,) = run(merged_sections, with_headings(missing, headings=(heading,)))
    assert (found.rule, found.severity) == ("S06", "warning")
    assert heading.text in found.message("zh")


def test_s06_counts_a_heading_once_and_s03_leaves_it_alone():
    heading = "二、主动公开和依申请公开情况："
    contents = line("二、主动公开和依申请公开情况", 2)
    report = with_headings({2: heading, 3: None}, headings=(contents, line(heading.rstrip("："), 2, 2)))
    assert len(run(merged_sections, report)) == 1
    assert [type(outcome) for outcome in run(wording_of_headings, report)] == [NotAssessable]


def test_s06_accepts_headings_that_merely_mention_another_section():
    headings = (*official(1, 2, 3, 5, 6), line("四、依申请公开引发的行政复议、行政诉讼情况", 4, 4))
    assert not run(merged_sections, sample_report(headings=headings))
    assert not run(merged_sections, with_headings({6: None}, headings=official(1, 2, 3, 4, 5)))


def test_s23_raises_a_page_without_text_and_tables():
    report = without_tables(sample_report(preamble="年报全文见附件。"))
    assert [(found.rule, found.severity) for found in run(body_elsewhere, report)] == [("S23", "error")]


def test_s23_accepts_tables_alone_or_text_alone():
    assert not run(body_elsewhere, sample_report())
    assert not run(body_elsewhere, without_tables(sample_report(texts={1: "全年主动公开信息若干。"})))


CUT = (Observation("cut", "applications", "results.granted", source=Source(9)),)


def test_behind_the_end_of_a_cut_document_no_section_is_missing():
    report = with_headings({4: None, 5: None, 6: None}, observations=CUT)
    found = run(missing_section, report)
    assert [entry.rule for entry in found if isinstance(entry, NotAssessable)] == ["S01"] * 3
    assert len(found) == 3


def test_above_the_end_of_a_cut_document_a_section_may_be_missing():
    (found, *others) = run(missing_section, with_headings({2: None, 6: None}, observations=CUT))
    assert (found.rule, found.severity) == ("S01", "warning")
    assert all(isinstance(entry, NotAssessable) for entry in others)


def test_the_last_heading_of_a_cut_document_may_be_a_piece_of_one():
    headings = (*official(1, 2), line("三、收到", 9, None), line("四、附记", 10, None))
    report = sample_report(headings=headings)
    assert len([found for found in run(extra_section, report) if found.rule == "S05"]) == 2
    cut = run(extra_section, attrs.evolve(report, observations=CUT))
    assert [isinstance(found, NotAssessable) for found in cut] == [False, True]

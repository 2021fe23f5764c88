"""Several tables of one kind: the right one by its caption, or none and a diagnostic; never a silent choice."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.alignment.captions import Subject, contradicts, read_caption, subject_of
from govinfo.document import Grid
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, Part, page, printed

FORMS = st.sampled_from(["2019", "2021"])
NAMES = st.sampled_from(sorted(LAYOUTS))
YEAR = {"2019": 2020, "2021": 2024}


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


def named(report):
    return {cell for finding in report.diagnostics for cell in finding.cells}


def rules(report):
    return {finding.rule for finding in report.diagnostics}


def wrong(read, report):
    """Cells with a wrong value, and cells without one that nothing names."""
    told = named(read)
    return {
        cell.id
        for cell in report.cells()
        if (read[cell.id].value is None and cell.id not in told) or read[cell.id].value not in (None, cell.value)
    }


def beside(report, editions, tables=None):
    """The report with several editions of each table in turn, each below its caption."""
    grids = [[part for part in printed(other) if isinstance(part, Grid)] for _, other in editions]
    parts: list[Part] = []
    number = 0
    for part in printed(report):
        if not isinstance(part, Grid):
            parts.append(part)
            continue
        for (caption, other), own in zip(editions, grids, strict=True):
            if other is report or tables is None or number in tables:
                parts += [caption] if caption else []
                parts.append(own[number])
        number += 1
    return parts


def parse(parts, layout="page"):
    return govinfo.parse(LAYOUTS[layout](parts).encode())


@given(FORMS, NAMES, st.integers(0, 999), st.integers(2, 3))
@settings(deadline=None, max_examples=25)
def test_copies_of_the_whole_report_are_one(form, layout, seed, times):
    report = random_report(form, seed)
    read = parse(printed(report) * times, layout)
    assert values(read) == values(report)
    assert rules(read) == {"X60"}
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert list(read.observed("second_table", "duplicate_row")) == []


@given(
    FORMS,
    NAMES,
    st.integers(0, 999),
    st.permutations([0, 1, 2]),
    st.sampled_from(["{}年", "（{}年度）", "表：{}年情况"]),
)
@settings(deadline=None, max_examples=25)
def test_captions_with_years_decide(form, layout, seed, order, caption):
    report = random_report(form, seed)
    others = [report, random_report(form, seed + 1), random_report(form, seed + 2)]
    editions = [(caption.format(YEAR[form] - back), others[back]) for back in order]
    read = parse(beside(report, editions), layout)
    assert values(read) == values(report)
    assert "X61" in rules(read)
    assert rules(read) <= {"X60", "X61"}
    assert {entry.table for entry in read.observed("second_table")}


WORDS = [
    "",
    "上年",
    "去年数据",
    "本年",
    "2019年",
    "{}年",
    "全市汇总",
    "局机关",
    "（初稿）",
    "定稿",
    "（单位：件）",
    "续表",
]


@given(
    FORMS,
    NAMES,
    st.integers(0, 999),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3),
    st.sets(st.integers(0, 2), min_size=1),
)
@settings(deadline=None, max_examples=60)
def test_whatever_the_captions_are_no_number_is_taken_in_silence(form, layout, seed, captions, tables):
    report = random_report(form, seed)
    editions = [
        (caption.format(YEAR[form]), report if number == 0 else random_report(form, seed + number))
        for number, caption in enumerate(captions)
    ]
    read = parse(beside(report, editions, tables), layout)
    told = named(read)
    assert {cell for cell in wrong(read, report) if cell not in told} == set()
    if not contradicts(read_caption(editions[0][0]), Subject(YEAR[form], "own")):
        assert wrong(read, report) == set()


@given(FORMS, NAMES, st.integers(0, 999), st.booleans())
@settings(deadline=None, max_examples=25)
def test_the_report_of_another_year_on_the_same_page_is_left_out(form, layout, seed, behind):
    report, other = random_report(form, seed), random_report(form, seed + 1)
    former = [part if isinstance(part, Grid) else part.replace(str(YEAR[form]), "2018") for part in printed(other)]
    parts = [*printed(report), *former] if behind else [*former, *printed(report)]
    read = parse(parts, layout)
    if read.year == YEAR[form]:
        assert wrong(read, report) == set()
        assert {"X61", "X62"} & rules(read)
    else:
        assert (read.year, wrong(read, other)) == (2018, set())
        assert {"X61", "X62"} & rules(read)


@pytest.mark.parametrize(
    ("agency", "due"),
    [
        ("青川市林业局", "own"),
        ("青川市人民政府", "whole"),
        ("青川市林业局（本级）", "own"),
        ("青川市林业系统", "whole"),
        ("青川市人民政府本级", "own"),
    ],
)
def test_the_body_in_the_title_decides_between_scopes(agency, due):
    report, whole = random_report("2021", 4), random_report("2021", 5)
    parts = beside(report, [("全市汇总", whole), ("本级情况", report)])
    parts[0] = f"{agency}2024年政府信息公开工作年度报告"
    read = parse(parts)
    assert values(read) == values(report if due == "own" else whole)
    assert "X61" in rules(read)


def test_a_title_that_tells_no_scope_leaves_it_open():
    report, whole = random_report("2021", 4), random_report("2021", 5)
    parts = beside(report, [("全区汇总", whole), ("本级情况", report)])
    parts[0] = "青川市高新技术产业开发区管委会2024年政府信息公开工作年度报告"
    read = parse(parts)
    assert wrong(read, report) == set()
    assert "X62" in rules(read)
    finding = next(finding for finding in read.diagnostics if finding.rule == "X62")
    assert "全区汇总" in finding.message("zh")
    assert "本级情况" in finding.message("en")


def test_a_draft_is_left_out():
    report, draft = random_report("2021", 4), random_report("2021", 5)
    read = parse(beside(report, [("征求意见稿", draft), ("正式稿", report)]))
    assert values(read) == values(report)


def test_a_table_that_says_it_is_of_another_year_is_named():
    report = random_report("2021", 4)
    read = parse(beside(report, [("2023年", report)]))
    assert {finding.rule for finding in read.diagnostics} == {"X63"}
    assert named(read) == {cell.id for cell in report.cells()}
    assert rules(parse(beside(report, [("2024年", report)]))) == set()


def test_captions_within_the_table_and_as_its_caption_count():
    report, former = random_report("2021", 4), random_report("2021", 5)
    for pattern in ("<table><caption>{}</caption>", "<table><tr><td colspan='11'>{}</td></tr>"):
        parts = beside(report, [("@2023年@", former), ("@2024年@", report)])
        text = page(parts)
        for year in ("2023年", "2024年"):
            text = text.replace(f"<p>@{year}@</p><table>", pattern.format(year))
        assert values(govinfo.parse(text.encode())) == values(report)


def test_parts_of_one_table_are_no_copies():
    report = random_report("2021", 4)
    parts: list[Part] = []
    for part in printed(report):
        if isinstance(part, Grid) and "第二十条" in part.rows[0][0].text:
            starts = [number for number, row in enumerate(part.rows) if "第二十条" in row[0].text]
            ends = [*starts[1:], len(part.rows)]
            parts += [Grid(part.rows[start:end], part.source) for start, end in zip(starts, ends, strict=True)]
        else:
            parts.append(part)
    read = parse(parts)
    assert values(read) == values(report)
    assert read.diagnostics == ()


@pytest.mark.parametrize(
    ("line", "years", "last", "scopes"),
    [
        ("2023年", {2023}, False, set()),
        ("表3（2023）", {2023}, False, set()),
        ("二〇二三年度情况", {2023}, False, set()),
        ("发布日期：2025-01-20", set(), False, set()),
        ("2025年1月20日", set(), False, set()),
        ("统计期限为2024年1月1日至12月31日", set(), False, set()),
        ("国办公开办函〔2021〕30号", set(), False, set()),
        ("与2023年相比，申请有所增加。", set(), False, set()),
        ("上一年度", set(), True, set()),
        ("全市汇总", set(), False, {"whole"}),
        ("市政府本级", set(), False, {"own"}),
        ("全市汇总（含市本级）", set(), False, {"own", "whole"}),
    ],
)
def test_what_a_line_says(line, years, last, scopes):
    caption = read_caption(line)
    assert (caption.years, caption.last, caption.scopes) == (years, last, scopes)


@pytest.mark.parametrize(
    ("title", "agency", "scope"),
    [
        ("青川市人民政府2024年政府信息公开工作年度报告", "青川市人民政府", "whole"),
        ("青川市林业局2024年政府信息公开工作年度报告", "青川市林业局", "own"),
        ("青川市气象系统2024年政府信息公开工作年度报告", "青川市气象系统", "whole"),
        ("白石镇人民政府2024年政府信息公开工作年度报告", "白石镇人民政府", None),
        (None, None, None),
    ],
)
def test_the_scope_of_a_report(title, agency, scope):
    assert subject_of(title, agency, 2024) == Subject(2024, scope)


@pytest.mark.parametrize("cuts", [(0, 5, 15), (0, 5, 10, 15)])
def test_table_four_in_parts_is_not_read_as_copies(cuts):
    report = random_report("2021", 5)
    parts = printed(report)
    place = max(number for number, part in enumerate(parts) if isinstance(part, Grid))
    grid = parts[place]
    assert isinstance(grid, Grid)
    labels, numbers = grid.rows[1][:5], grid.rows[-1]
    pieces: list[Part] = [
        Grid((grid.rows[0][number > 0 :][:1], labels * ((stop - start) // 5), numbers[start:stop]), grid.source)
        for number, (start, stop) in enumerate(pairwise(cuts))
    ]
    read = parse([*parts[:place], *pieces, *parts[place + 1 :]])
    assert wrong(read, report) == set()
    assert not rules(read) & {"X24", "X60"}

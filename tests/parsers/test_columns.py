"""Tables in columns of a fixed width, their texts broken over several lines, as antiword prints them."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.contracts import Hint
from govinfo.parsers import drawn
from govinfo.readers import text
from govinfo.testing.damage import change_cell, labels, misspell
from govinfo.testing.dumps import WIDTH, columns
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county"])
SEEDS = st.integers(0, 10**6)
WIDTHS = st.sampled_from([60, WIDTH, 100, 120, 200])


def read(report, across):
    return govinfo.parse(columns(printed(report), across).encode(), filename="report.txt")


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


def silent(report, found):
    """The cells that are read otherwise, or not at all, without a diagnostic."""
    named = {cell for finding in found.diagnostics for cell in finding.cells}
    return {cell for cell, value in values(report).items() if found[cell].value != value} - named


def rows(*lines):
    return [[token.text for token in row.tokens] for row in drawn.rows(text.read("\n".join(lines).encode(), Hint()))]


@given(FORMS, SEEDS, SIZES, WIDTHS)
@settings(deadline=None, max_examples=60)
def test_a_report_is_read_whole_at_any_width(form, seed, size, across):
    report = random_report(form, seed, size)
    assert values(read(report, across)) == values(report)


@given(FORMS, SEEDS, WIDTHS)
@settings(deadline=None, max_examples=40)
def test_numbers_that_are_broken_over_lines_are_put_together_or_named(form, seed, across):
    report = random_report(form, seed, "province")
    found = read(report, across)
    assert silent(report, found) == set()
    assert all(found[cell].value in (value, None) for cell, value in values(report).items())
    assert sum(cell.value is not None for cell in found.cells()) >= len(found.all_cells) - 15


@given(FORMS, SEEDS, SIZES, WIDTHS, st.data())
@settings(deadline=None, max_examples=40)
def test_an_empty_cell_is_blank_and_moves_no_other(form, seed, size, across, data):
    report = random_report(form, seed, size)
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    changed = change_cell(report, cell, None)
    found = read(changed, across)
    assert values(found) == values(changed)
    assert found[cell].status == "blank"


@given(FORMS, SEEDS, SIZES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_a_misspelt_label_moves_no_number_in_silence(form, seed, size, chance):
    report = random_report(form, seed, size)
    parts = printed(report)
    found = govinfo.parse(columns(misspell(parts, chance.choice(labels(parts)), 2, chance)).encode())
    assert silent(report, found) == set()


@given(FORMS, SEEDS, SIZES, st.integers(0, 10**6))
@settings(deadline=None, max_examples=40)
def test_a_line_that_is_lost_moves_no_number_in_silence(form, seed, size, place):
    report = random_report(form, seed, size)
    lines = columns(printed(report)).split("\n")
    barred = [number for number, line in enumerate(lines) if line.startswith("|")]
    del lines[barred[place % len(barred)]]
    found = govinfo.parse("\n".join(lines).encode())
    assert silent(report, found) == set()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("|一、本年新收政府信息|12345|123|", "|公开申请数量        |67   |   |"), ["1234567", "123"]),
        (("|一、本年新收政府信息|12345|123|", "|公开申请数量        |67   |45 |"), ["1234567", "12345"]),
        (("|一、本年新收政府    |12345|123|", "|信息公开申请数量    |67   |   |"), ["1234567", "123"]),
        (("|一、本年新收政府信息|12   |123|", "|公开申请数量        |67   |   |"), ["12 67", "123"]),
    ],
)
def test_a_line_goes_on_with_the_row_whose_label_goes_on(lines, expected):
    found = rows(
        *lines,
        "|二、上年结转        |1    |2  |",
        "|政府信息公开申请数量|     |   |",
        "|规章                |4    |5  |",
    )
    assert found[0] == ["一、本年新收政府信息公开申请数量", *expected]
    assert found[-2:] == [["二、上年结转政府信息公开申请数量", "1", "2"], ["规章", "4", "5"]]


def test_a_line_that_begins_with_a_label_is_a_row_however_full_the_one_above():
    lines = ["|行政处罚|12345|", "|行政强制|6    |", "|规章    |     |", "|规范性文|     |", "|件      |     |"]
    assert rows(*lines) == [["行政处罚", "12345"], ["行政强制", "6"], ["规章", ""], ["规范性文件", ""]]


def running(report, start=0):
    """Table four as antiword writes a table whose rows it cannot lay out: an empty cell ends each.

    The cells of the first row are left out before `start`, as where that row was laid out.
    """
    table = next(part for part in printed(report)[::-1] if not isinstance(part, str))
    return "".join("".join(f"{cell.text} |" for cell in row) + " |" for row in table.rows)[start:]


def test_running_cells_may_begin_with_a_bar():
    report = random_report("2021", 5, "county")
    start = running(report).index("|", 8)
    heading = "五、存在的主要问题及改进情况"
    flow = "\n".join(textwrap.wrap(running(report, start) + heading, WIDTH, break_long_words=False))
    parts = [part for part in printed(report) if isinstance(part, str) or len(part.rows) != 4]
    found = govinfo.parse(columns(parts, 200).replace(heading, flow).encode())
    assert flow.startswith("|")
    assert values(found) == values(report)


@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("across", [WIDTH, 4000])
@pytest.mark.parametrize("emptied", ["upheld", "total", None])
def test_a_table_in_running_cells_is_read(size, across, emptied):
    report = random_report("2021", 5, size)
    if emptied:
        report = change_cell(report, f"review.reconsideration.{emptied}", None)
    heading = "五、存在的主要问题及改进情况"
    flow = "\n".join(textwrap.wrap(running(report) + heading, across, break_long_words=False))
    parts = [part for part in printed(report) if isinstance(part, str) or len(part.rows) != 4]
    found = govinfo.parse(columns(parts, 200).replace(heading, flow).encode())
    lost = {cell for cell, value in values(report).items() if values(found)[cell] != value}
    assert not lost or (emptied and across == 60), "only a line break may swallow an empty cell"
    assert {values(found)[cell] for cell in lost} <= {None}
    assert lost <= {cell for doubt in found.diagnostics for cell in doubt.cells}
    assert len(found.sections) == 6

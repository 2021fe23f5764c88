"""Columns that were taken apart, and a row without a label whose numbers are broken over lines."""

import time
from collections.abc import Iterator, Sequence

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.alignment.labels import label_index
from govinfo.alignment.strip import Row, Token
from govinfo.alignment.unmerged import put_together
from govinfo.document import Grid, GridCell
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.source import Source
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import Part, page, printed

REPORTS = st.builds(
    random_report,
    st.sampled_from(["2019", "2021"]),
    st.integers(0, 10**6),
    st.sampled_from(["zero", "county", "province"]),
)
REVIEW = "review."


def taken_apart(grid: Grid) -> Grid:
    """The table with every merged cell printed once for each row and column that it covers."""
    rows: list[dict[int, GridCell]] = [{} for _ in grid.rows]
    for number, row in enumerate(grid.rows):
        column = 0
        for cell in row:
            while column in rows[number]:
                column += 1
            for below in rows[number : number + cell.rowspan]:
                below.update(dict.fromkeys(range(column, column + cell.colspan), GridCell(cell.text, cell.source)))
    return attrs.evolve(grid, rows=tuple(tuple(row[column] for column in sorted(row)) for row in rows))


def values(report: Report):
    return {cell.id: cell.value for cell in report.cells()}


@given(REPORTS)
@example(random_report("2019", 0, "zero"))
@settings(deadline=None, max_examples=40)
def test_columns_that_were_taken_apart_are_one(report):
    parts = [part if isinstance(part, str) else taken_apart(part) for part in printed(report)]
    read = govinfo.parse(page(parts).encode())
    assert values(read) == values(report)
    assert read.diagnostics == ()


def test_parts_with_different_numbers_are_not_guessed():
    report = change_cell(random_report("2021", 3), "proactive.penalties.decisions", 918273)
    parts = [part if isinstance(part, str) else taken_apart(part) for part in printed(report)]
    read = govinfo.parse(page(parts).replace("<td>918273</td>", "<td>7</td>", 1).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    assert read["proactive.penalties.decisions"].value is None
    assert "proactive.penalties.decisions" in named


def in_lines(report: Report, pieces: Sequence[Sequence[str]]) -> Iterator[Part]:
    """The report with several rows of numbers in place of the one below the last header."""
    last = [part for part in printed(report) if isinstance(part, Grid)][-1]
    for part in printed(report):
        if part != last:
            yield part
            continue
        cells = last.rows[-1]
        rows = [tuple(attrs.evolve(cell, text=text) for cell, text in zip(cells, line, strict=True)) for line in pieces]
        yield attrs.evolve(last, rows=(*last.rows[:-1], *rows))


def review(report: Report) -> list[str]:
    return [cell.raw for cell in report.cells() if cell.id.startswith(REVIEW)]


@given(REPORTS, st.lists(st.integers(0, 2), min_size=15, max_size=15))
@settings(deadline=None, max_examples=40)
def test_numbers_that_stand_in_one_line_or_another_are_read(report, heights):
    raws = review(report)
    lines = [[raw if height == line else "" for raw, height in zip(raws, heights, strict=True)] for line in range(3)]
    read = govinfo.parse(page(list(in_lines(report, lines))).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    silent = {cell.id for cell in report.cells() if read[cell.id].value != cell.value and cell.id not in named}
    assert silent == set()
    if any(lines[0]):
        assert values(read) == values(report)


@pytest.mark.parametrize("size", ["county", "province"])
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(5))
def test_numbers_that_are_broken_are_never_read_in_part(form, size, seed):
    report = random_report(form, seed, size)
    raws = review(report)
    lines = [[raw[:-1] if len(raw) > 1 else raw for raw in raws], [raw[-1] if len(raw) > 1 else "" for raw in raws]]
    if not any(lines[1]):
        lines[1][0] = "7"
    read = govinfo.parse(page(list(in_lines(report, lines))).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    for cell in report.cells():
        assert read[cell.id].value == cell.value or cell.id in named
    assert all(cell.value is None for cell in read.cells() if cell.id.startswith(REVIEW))


def test_a_copy_of_the_row_changes_nothing():
    report = random_report("2021", 4, "province")
    read = govinfo.parse(page(list(in_lines(report, [review(report)] * 2))).encode())
    assert values(read) == values(report)


def test_the_time_for_a_long_text_grows_no_faster_than_the_text():
    strip = [Row((Token("字", Source()),), "row")] * 100_000
    start = time.process_time()
    assert put_together(strip, label_index(official_form("2021"))) == strip
    assert time.process_time() - start < 2

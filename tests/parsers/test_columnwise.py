"""Texts of PDF files in which a table is printed column by column, or two labels in front of their numbers."""

from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.document import Grid
from govinfo.report import Report
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
SEEDS = st.integers(0, 10**6)

Rows = Sequence[Sequence[str]]


def by_columns(rows: Rows) -> Iterator[str]:
    """The blocks of table two: labels of rows, then each label of a column with the numbers below it."""
    starts = [number for number, row in enumerate(rows) if len(row) == 1]
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        (title,), header, *lines = rows[start:stop]
        yield from (title, header[0], *(line[0] for line in lines))
        for number, label in enumerate(header[1:], 1):
            yield from (label, *(line[number] for line in lines))


def in_pairs(rows: Rows, first: int) -> Iterator[str]:
    """The cells of table three, one a line; the labels of two rows stand in front of the numbers of both."""
    yield from (cell for row in rows[:first] for cell in row)
    upper, lower = rows[first : first + 2]
    yield from (*upper[:-7], *lower[:-7], *upper[-7:], *lower[-7:])
    yield from (cell for row in rows[first + 2 :] for cell in row)


def text_of(report: Report, first: int) -> str:
    lines: list[str] = []
    grids = 0
    for part in printed(report):
        if isinstance(part, Grid):
            grids += 1
            rows = [[cell.text.replace("\n", "") for cell in row] for row in part.rows]
            pairs = in_pairs(rows, first) if grids == 2 else (cell for row in rows for cell in row)
            lines += by_columns(rows) if grids == 1 else pairs
        else:
            lines.append(part)
    return "\n".join(lines)


def read(text: str) -> Report:
    return govinfo.parse(text.encode(), filename="report.txt")


def values(report: Report) -> dict[str, object]:
    return {cell.id: cell.value for cell in report.cells()}


def silent(report: Report, found: Report) -> set[str]:
    named = {cell for finding in found.diagnostics for cell in finding.cells}
    return {cell.id for cell in report.cells() if found[cell.id].value != cell.value} - named


@given(FORMS, SEEDS, SIZES, st.integers(7, 17))
@settings(deadline=None, max_examples=25)
def test_tables_printed_column_by_column_and_labels_in_pairs_are_read_whole(form, seed, size, first):
    report = random_report(form, seed, size)
    found = read(text_of(report, first))
    assert values(found) == values(report)
    named = {cell for finding in found.diagnostics if finding.rule == "X64" for cell in finding.cells}
    assert {cell.id for cell in report.cells() if cell.id.startswith("proactive.rules.")} <= named


@given(FORMS, SEEDS, SIZES, st.integers(7, 17), st.data())
@settings(deadline=None, max_examples=25)
def test_an_empty_cell_moves_no_number_in_silence(form, seed, size, first, data):
    report = random_report(form, seed, size)
    changed = change_cell(report, data.draw(st.sampled_from([cell.id for cell in report.cells()])), None)
    assert silent(changed, read(text_of(changed, first))) == set()


@given(FORMS, SEEDS, SIZES, st.integers(7, 17), st.integers(0, 10**6))
@settings(deadline=None, max_examples=25)
def test_a_line_that_is_lost_moves_no_number_in_silence(form, seed, size, first, place):
    report = random_report(form, seed, size)
    lines = text_of(report, first).split("\n")
    numbers = [number for number, line in enumerate(lines) if line.replace(".", "").isdigit()]
    del lines[numbers[place % len(numbers)]]
    assert silent(report, read("\n".join(lines))) == set()


def without_labels(report: Report, first: int) -> str:
    """A text with the numbers of a row on a line, and from one row on its label far below, or nowhere at all."""
    lines: list[str] = []
    for part in printed(report):
        if not isinstance(part, Grid):
            lines.append(part)
            continue
        for number, row in enumerate(part.rows):
            texts = [cell.text.replace("\n", "") for cell in row]
            is_lost = len(part.rows) > 20 and number >= first
            lines.append(" ".join(texts[-7:] if is_lost else texts))
    return "\n".join(lines)


@given(FORMS, SEEDS, SIZES, st.integers(5, 20))
@settings(deadline=None, max_examples=25)
def test_rows_that_lost_their_labels_are_read_where_the_whole_table_adds_up_and_named(form, seed, size, first):
    report = random_report(form, seed, size)
    found = read(without_labels(report, first))
    assert values(found) == values(report)
    named = {cell for finding in found.diagnostics if finding.rule == "X64" for cell in finding.cells}
    assert {cell.id for cell in report.cells() if cell.id.startswith("applications.carried_forward.")} <= named


@given(FORMS, SEEDS, SIZES, st.integers(5, 20), st.data())
@settings(deadline=None, max_examples=25)
def test_rows_that_lost_their_labels_move_in_no_silence_with_an_empty_cell(form, seed, size, first, data):
    report = random_report(form, seed, size)
    changed = change_cell(report, data.draw(st.sampled_from([cell.id for cell in report.cells()])), None)
    assert silent(changed, read(without_labels(changed, first))) == set()

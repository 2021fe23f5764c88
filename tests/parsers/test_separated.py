"""Rows on lines with a mark between their cells, and lines that were broken at a width whatever stands there."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.document import Grid, spread
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
MARKS = ["、", "；", ";", "，", ",", "  ", "   ", "     ", "、 "]
BARRED = ["|", " | ", "\t"]


def rows_of(parts, mark, empty=None):
    """The lines of a document with a mark between the cells of a row."""
    for part in parts:
        if isinstance(part, Grid):
            for row in spread(part):
                yield mark.join("" if cell.text == empty else cell.text for cell, _, _ in row.own)
        else:
            yield part


def columns(char):
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def broken(lines, width, size=lambda _: 1):
    """The lines, cut where they are wider than a width."""
    for line in lines:
        piece, used = "", 0
        for char in line:
            if used + size(char) > width:
                yield piece
                piece, used = "", 0
            piece, used = piece + char, used + size(char)
        yield piece


def read(lines):
    return govinfo.parse("\n".join(lines).encode(), filename="report.txt")


def silently_wrong(found, report):
    told = {cell for finding in found.diagnostics for cell in finding.cells}
    return [cell.id for cell in report.cells() if found[cell.id].value != cell.value and cell.id not in told]


@given(FORMS, st.integers(0, 999), SIZES, st.sampled_from(MARKS))
@settings(deadline=None, max_examples=40)
def test_every_cell_is_read_and_stands_where_its_source_says(form, seed, size, mark):
    report = random_report(form, seed, size)
    lines = list(rows_of(printed(report), mark))
    found = read(lines)
    assert found.parser.parser == "separated"
    assert [cell.value for cell in found.cells()] == [cell.value for cell in report.cells()]
    assert found.diagnostics == ()
    assert [section.text for section in found.sections] == [section.text for section in report.sections]
    for cell in found.cells():
        place = cell.source
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw


@given(FORMS, st.integers(0, 999), st.sampled_from(["、", "；", ","]))
@settings(deadline=None, max_examples=20)
def test_nothing_between_two_marks_is_an_empty_cell(form, seed, mark):
    report = random_report(form, seed, "county")
    found = read(rows_of(printed(report), mark, empty="0"))
    for cell in report.cells():
        assert found[cell.id].value in (None, cell.value)
        assert cell.value == 0 or found[cell.id].value == cell.value or found[cell.id].status == "conflict"
    assert not [cell for cell in silently_wrong(found, report) if found[cell].status not in ("blank", "absent")]


@given(
    FORMS,
    st.integers(0, 9999),
    SIZES,
    st.sampled_from([*MARKS, *BARRED]),
    st.integers(28, 95),
    st.sampled_from([lambda _: 1, columns]),
    st.booleans(),
)
@settings(deadline=None, max_examples=80)
def test_no_number_is_torn_in_silence_by_a_line_break(form, seed, size, mark, width, measure, stripped):
    report = random_report(form, seed, size)
    lines = broken(rows_of(printed(report), mark), width, measure)
    found = read(line.rstrip() if stripped else line for line in lines)
    assert silently_wrong(found, report) == []


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("mark", ["、", "；", "|", " | ", "\t", "   "])
@pytest.mark.parametrize("width", [40, 60])
def test_lines_broken_at_a_width_are_put_together(form, mark, width):
    right = total = 0
    for seed in range(6):
        report = random_report(form, seed, "county")
        lines = list(broken(rows_of(printed(report), mark), width))
        found = read(lines)
        right += sum(found[cell.id].value == cell.value for cell in report.cells())
        total += len(report.all_cells)
        for cell in found.cells():
            if cell.value is not None and cell.source.column and " " not in cell.raw:
                place = cell.source
                assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw
    assert right >= 0.95 * total


def test_a_torn_number_is_named():
    report = random_report("2021", 3, "province")
    lines = list(broken(rows_of(printed(report), "、"), 40))
    torn = [
        place
        for place, line in enumerate(lines[:-1])
        if re.search(r"\d$", line) and re.match(r"\d+、", lines[place + 1])
    ]
    found = read(lines)
    joined = [cell for cell in found.cells() if " " in cell.raw and cell.value is not None]
    assert torn
    assert joined
    named = {cell for finding in found.diagnostics for cell in finding.cells}
    assert {cell.id for cell in joined} <= named


def test_sentences_and_headings_with_the_mark_are_no_rows():
    report = random_report("2021", 3)
    lines = list(rows_of(printed(report), "、"))
    found = read(lines)
    assert [heading.text for heading in found.headings if heading.level == 1] == [
        section.heading for section in report.sections
    ]

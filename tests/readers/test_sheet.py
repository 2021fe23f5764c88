"""Sheets as offices lay them out: with borders or without, merged or not, wherever they begin."""

import io
from functools import partial
from random import Random

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.document import Grid, Paragraph, spread
from govinfo.readers.workbooks import sheet
from govinfo.readers.workbooks.areas import Area
from govinfo.readers.workbooks.sheet import Sheet, SheetCell, blocks_of, place
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

STYLES = st.fixed_dictionaries(
    {
        "border": st.booleans(),
        "merge": st.booleans(),
        "merge_lines": st.booleans(),
        "gap": st.integers(0, 2),
        "top": st.integers(0, 3),
        "left": st.integers(0, 2),
        "several": st.booleans(),
        "as_text": st.booleans(),
    }
)


def workbook(parts, *, border, merge, merge_lines, gap, top, left, several, as_text):
    """The parts of a report on a sheet, or with every table on a sheet of its own."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": not as_text})
    form = book.add_format({"border": 1} if border else {})
    page, row, width = book.add_worksheet(), top, 15
    for number, part in enumerate(parts):
        if isinstance(part, str):
            if several and number and isinstance(parts[number - 1], Grid):
                page, row = book.add_worksheet(), top
            if merge_lines:
                page.merge_range(row, left, row, left + width - 1, part)
            else:
                page.write_string(row, left, part)
            row += 1
            continue
        row += gap
        for spread_row in spread(part):
            for cell, start, stop in spread_row.own:
                bottom = row + cell.rowspan - 1
                if merge and (bottom > row or stop > start + 1):
                    page.merge_range(row, left + start, bottom, left + stop - 1, "", form)
                page.write(row, left + start, cell.text, form)
            row += 1
        row += gap
    book.close()
    return stream.getvalue()


@given(st.sampled_from(["2019", "2021"]), st.integers(0, 10**6), STYLES)
@settings(deadline=None, max_examples=150)
def test_any_layout_of_a_sheet_reads_back_as_the_report(form, seed, style):
    report = random_report(form, seed, "county")
    read = govinfo.parse(workbook(printed(report), **style))
    assert [(cell.id, cell.value) for cell in read.cells()] == [(cell.id, cell.value) for cell in report.cells()]
    assert (read.title, read.year, read.published) == (report.title, report.year, report.published)
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert read.diagnostics == ()


@given(st.sampled_from(["2019", "2021"]), st.integers(0, 10**6), STYLES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_empty_cells_change_no_other_cell_in_silence(form, seed, style, chance: Random):
    report = random_report(form, seed, "county")
    emptied = report
    for cell in chance.sample(sorted(report.by_id), 12):
        emptied = change_cell(emptied, cell, None)
    read = govinfo.parse(workbook(printed(emptied), **style))
    named = {cell for diagnostic in read.diagnostics for cell in diagnostic.cells}
    wrong = {cell.id for cell in emptied.cells() if read[cell.id].value != cell.value}
    assert wrong <= named
    assert not [cell for cell in wrong if read[cell].value is not None]


def blocks(rows, merged=(), *, hidden_rows=(), hidden_columns=()):
    cells = {
        row: {column: SheetCell(text) for column, text in texts.items() if text is not None}
        for row, texts in rows.items()
    }
    found = blocks_of(
        Sheet(
            partial(place, "Sheet1"),
            cells,
            merged,
            frozenset(hidden_rows),
            frozenset(hidden_columns),
        )
    )
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in block.rows]
        for block in found
    ]


def test_a_row_with_one_cell_is_a_line_and_its_lines_are_paragraphs():
    assert blocks({1: {1: "林业局\n\n第二行"}, 2: {1: "a", 2: "1"}}) == [
        "林业局",
        "第二行",
        [[("a", 1, 1), ("1", 1, 1)]],
    ]


def test_merged_cells_span_rows_and_columns():
    rows = {1: {1: "甲", 3: "乙"}, 2: {3: "1", 4: "2"}}
    assert blocks(rows, [Area(1, 1, 2, 2), Area(1, 3, 1, 4)]) == [
        [[("甲", 2, 1), ("乙", 1, 2)], [("1", 1, 1), ("2", 1, 1)]]
    ]


def test_a_merged_cell_that_is_empty_is_a_cell():
    assert blocks({1: {1: "甲", 5: "乙"}}, [Area(1, 2, 1, 3)]) == [[[("甲", 1, 1), ("", 1, 1), ("乙", 1, 1)]]]


def test_hidden_rows_and_columns_are_left_out_of_spans():
    rows = {1: {1: "甲", 2: "9", 3: "1"}, 2: {3: "9"}, 3: {3: "3"}}
    found = blocks(rows, [Area(1, 1, 3, 2)], hidden_rows=[2], hidden_columns=[1])
    assert found == [[[("甲", 2, 1), ("1", 1, 1)], [("3", 1, 1)]]]


def test_cells_merged_with_hidden_ones_keep_the_place_where_their_text_is_stored():
    rows = {
        1: {1: SheetCell("甲"), 3: SheetCell("9")},
        2: {3: SheetCell("1")},
        3: {2: SheetCell("乙"), 3: SheetCell("3")},
    }
    sheet = Sheet(partial(place, "表"), rows, [Area(1, 1, 2, 2)], frozenset([1]), frozenset([1]))
    (grid,) = blocks_of(sheet)
    assert [[(cell.text, str(cell.source)) for cell in row] for row in grid.rows] == [
        [("甲", "表!A1"), ("1", "表!C2")],
        [("乙", "表!B3"), ("3", "表!C3")],
    ]


def test_empty_cells_beyond_the_last_text_are_no_cells():
    rows = {1: {1: "甲", 2: "1", 3: "", 9: ""}, 2: {1: "", 2: ""}}
    assert blocks(rows) == [[[("甲", 1, 1), ("1", 1, 1)]]]


def test_a_merged_title_does_not_widen_the_table():
    rows = {1: {1: "标题"}, 2: {1: "甲", 2: "1"}}
    assert blocks(rows, [Area(1, 1, 1, 16384)]) == ["标题", [[("甲", 1, 1), ("1", 1, 1)]]]


def test_a_long_text_beside_another_is_a_paragraph():
    long = "字" * (sheet.MAX_TEXT + 1)
    assert blocks({1: {1: "一、", 2: long}}) == ["一、", long]


def test_a_label_without_numbers_is_a_row_where_numbers_follow():
    rows = {1: {1: "甲", 2: "1"}, 2: {1: "乙"}, 3: {1: "丙", 2: "2"}}
    assert len(blocks(rows)) == 1


def test_a_line_above_a_header_is_no_row():
    rows = {1: {1: "甲", 2: "1"}, 2: {1: "下一张表"}, 3: {1: "项目", 2: "件数"}}
    assert [isinstance(block, str) for block in blocks(rows)] == [False, True, False]


def test_a_sheet_with_a_cell_in_the_last_corner_is_no_burden():
    rows = {1: {1: "甲", 16384: "1"}, 1_048_576: {1: "乙", 16384: "2"}}
    assert len(blocks(rows, [Area(1, 1, 1_048_575, 1)])) == 1


@pytest.mark.parametrize("size", [1000])
def test_a_diagonal_of_cells_is_refused(size):
    rows = {row: {row: "1", row + 1: "2"} for row in range(1, size)}
    with pytest.raises(govinfo.GovinfoError, match="larger than any report"):
        blocks(rows)

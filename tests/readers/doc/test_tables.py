"""Tables: spans, merged cells, tables in tables, layout, damage."""

import struct

import pytest
from tests.fixtures.wordfile import (
    DELETED,
    IN_TABLE,
    Para,
    cell,
    depth,
    edges,
    para,
    row_end,
    word_file,
)

from govinfo.contracts import Hint
from govinfo.document import Grid, Paragraph
from govinfo.readers.doc.reader import read
from govinfo.source import Source

FIRST, MERGED = 1, 2


def document(*written, **options):
    return read(word_file(list(written), **options), Hint())


def spans(grid):
    return [[(found.text, found.rowspan, found.colspan) for found in row] for row in grid.rows]


def only_grid(*written, **options):
    (grid,) = [block for block in document(*written, **options).blocks if isinstance(block, Grid)]
    return grid


def test_places():
    grid = only_grid(cell("甲"), cell("1"), row_end(edges(1, 1)), cell("乙"), cell("2"), row_end(edges(1, 1)))
    assert grid.source == Source(table=1)
    assert [found.source for found in grid.rows[1]] == [Source(table=1, row=2, cell=1), Source(table=1, row=2, cell=2)]


def test_edges_drawn_by_hand_are_one():
    """Borders of rows miss each other by a millimetre; the outer ones by the padding of cells."""
    rows = [[0, 600, 1200, 1800], [-108, 570, 1260, 1900], [20, 1240, 1790]]
    grid = only_grid(*(entry for row in rows for entry in (*map(cell, "甲乙丙"[: len(row) - 1]), row_end(row))))
    assert [[found.colspan for found in row] for row in grid.rows] == [[1, 1, 1], [1, 1, 1], [2, 1]]


@pytest.mark.parametrize(("first", "merged"), [(FIRST, MERGED), (MERGED, FIRST), (3, 2), (3, 1)])
def test_cells_merged_side_by_side(first, merged):
    """The two descriptions of the format give the flags opposite meanings."""
    grid = only_grid(
        *map(cell, ["甲", "", "乙", "", "", "丙"]),
        row_end(edges(1, 1, 1, 1, 1, 1), [first, merged, first, merged, merged, 0]),
    )
    assert spans(grid) == [[("甲", 1, 2), ("乙", 1, 3), ("丙", 1, 1)]]


def test_cells_merged_by_a_modifier_of_the_row():
    merge = struct.pack("<HBB", 0x5624, 0, 2)
    down = struct.pack("<HBBB", 0xD62B, 2, 2, 3)
    grid = only_grid(
        *map(cell, ["甲", "1", "2"]),
        row_end(edges(1, 1, 1), [], merge, down),
        *map(cell, ["乙", "3", ""]),
        row_end(edges(1, 1, 1), [0, 0, 0x20]),
    )
    assert spans(grid) == [[("甲", 1, 2), ("2", 2, 1)], [("乙", 1, 1), ("3", 1, 1)]]


def test_text_under_a_merged_cell_is_noted():
    found = document(cell("甲"), cell("5"), cell("1"), row_end(edges(1, 1, 1), [FIRST, MERGED]))
    assert spans(found.blocks[0]) == [[("甲", 1, 2), ("1", 1, 1)]]
    assert [(note.code, note.source) for note in found.notes] == [("X40", Source(table=1, row=1, cell=2))]


def test_a_cell_that_goes_on_nothing_is_a_cell():
    grid = only_grid(
        cell("甲"), cell("1"), row_end(edges(1, 1), [0x20]), cell(""), cell("2"), row_end(edges(1, 1), [0x20])
    )
    assert spans(grid) == [[("甲", 2, 1), ("1", 1, 1)], [("2", 1, 1)]]


def test_a_row_laid_out_in_the_stream_of_data():
    """Rows of many cells keep their layout in the stream Data."""
    laid_out = row_end(edges(*[1] * 22), [FIRST, MERGED]).modifiers[6:]
    huge = struct.pack("<HI", 0x646B, 4)
    end = para("", "\x07", IN_TABLE + b"\x17\x24\x01" + huge)
    data = b"\0" * 4 + struct.pack("<H", len(laid_out)) + laid_out
    grid = only_grid(*map(cell, ["甲", "", *map(str, range(20))]), end, data=data)
    assert spans(grid)[0][:2] == [("甲", 1, 2), ("0", 1, 1)]


def test_a_table_in_a_cell_makes_the_outer_one_layout():
    inner = [Para(((text, b""),), "\r", IN_TABLE + depth(2) + b"\x4b\x24\x01") for text in ("规章", "1")]
    inner.append(para("", "\r", row_end(edges(1, 1)).modifiers[6:] + IN_TABLE + depth(2) + b"\x4c\x24\x01"))
    found = document(para("外", modifiers=IN_TABLE), *inner, cell("内"), cell("右"), row_end(edges(2, 2)))
    shown = [block.text if isinstance(block, Paragraph) else spans(block) for block in found.blocks]
    assert shown == ["外", [[("规章", 1, 1), ("1", 1, 1)]], "内", "右"]
    assert found.blocks[0].source == Source(table=1, row=1, cell=1)
    assert found.blocks[1].source == Source(table=2)
    assert found.notes == ()


@pytest.mark.parametrize("texts", [["长" * 301, "1"], ["单格"]])
def test_mere_layout_is_read_through(texts):
    found = document(*map(cell, texts), row_end(edges(*[1] * len(texts))), para("后"))
    assert [block.text for block in found.blocks] == [*texts, "后"]


def test_a_deleted_row_is_left_out_with_a_note():
    deleted = [Para(((text, DELETED),), "\x07", IN_TABLE) for text in ("旧", "9")]
    end = row_end(edges(1, 1), mark_modifiers=DELETED)
    found = document(
        cell("甲"), cell("1"), row_end(edges(1, 1)), *deleted, end, cell("乙"), cell("2"), row_end(edges(1, 1))
    )
    assert [[entry.text for entry in row] for row in found.blocks[0].rows] == [["甲", "1"], ["乙", "2"]]
    assert [note.code for note in found.notes] == ["X35"]


@pytest.mark.parametrize("widths", [(1,), (1, 1, 1)])
def test_a_row_whose_layout_is_of_another_number_of_cells(widths):
    found = document(cell("甲"), cell("1"), row_end(edges(1, 1)), cell("乙"), cell("2"), row_end(edges(*widths)))
    assert spans(found.blocks[0]) == [[("甲", 1, 1), ("1", 1, 1)], [("乙", 1, 1), ("2", 1, 1)]]
    assert [(note.code, note.source) for note in found.notes] == [("X41", Source(table=1, row=2))]


def test_a_row_that_says_nothing_of_its_cells():
    end = para("", "\x07", IN_TABLE + b"\x17\x24\x01")
    found = document(cell("甲"), cell("1"), end, cell("乙"), cell("2"), row_end(edges(1, 1)))
    assert spans(found.blocks[0]) == [[("甲", 1, 1), ("1", 1, 1)], [("乙", 1, 1), ("2", 1, 1)]]
    assert [(note.code, note.source) for note in found.notes] == [("X41", Source(table=1))]


def test_cells_that_run_backwards():
    found = document(cell("甲"), cell("1"), row_end([0, 900, 300]), cell("乙"), cell("2"), row_end(edges(1, 1)))
    assert [note.code for note in found.notes] == ["X41"]


@pytest.mark.parametrize(("text", "shown"), [("", ["甲", "1"]), ("3", ["甲", "3", "1"])])
def test_an_empty_cell_without_width_is_none(text, shown):
    grid = only_grid(
        cell("甲"), cell(text), cell("1"), row_end([0, 600, 600, 1200]), *map(cell, "乙2"), row_end([0, 600, 1200])
    )
    assert [found.text for found in grid.rows[0]] == shown


def test_a_narrow_first_column_is_a_column():
    rows = [[0, 230, 1200, 2400], [0, 230, 1200, 2400]]
    grid = only_grid(*(entry for row in rows for entry in (cell(""), cell("甲"), cell("1"), row_end(row))))
    assert spans(grid)[0] == [("", 1, 1), ("甲", 1, 1), ("1", 1, 1)]


def test_a_row_without_an_end():
    found = document(cell("甲"), cell("1"), row_end(edges(1, 1)), cell("乙"), cell("2"), para("后"))
    assert [note.code for note in found.notes] == ["X41"]
    assert [[entry.text for entry in row] for row in found.blocks[0].rows] == [["甲", "1"], ["乙", "2"]]


@pytest.mark.parametrize("paragraphs", [b"", b"\xff" * 12, struct.pack("<3I", 0, 9000, 9)])
def test_without_properties_every_cell_is_a_line(paragraphs):
    """Where rows end cannot be told, so that nothing is said of rows."""
    found = document(para("题"), cell("甲"), cell("1"), row_end(edges(1, 1)), replaced={"paragraphs": paragraphs})
    assert [block.text for block in found.blocks] == ["题", "甲", "1", ""]
    assert [note.code for note in found.notes] == ["X41"]


def test_without_properties_and_without_tables_nothing_is_lost():
    found = document(para("题"), para("文"), replaced={"paragraphs": b""})
    assert [block.text for block in found.blocks] == ["题", "文"]
    assert found.notes == ()

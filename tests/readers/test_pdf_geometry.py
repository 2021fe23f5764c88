"""From strokes and glyphs to cells and words, without any file."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.readers.pdf.cells import lattice_of
from govinfo.readers.pdf.columns import zones_of
from govinfo.readers.pdf.geometry import Matrix, upright
from govinfo.readers.pdf.page import Box, Glyph, Stroke
from govinfo.readers.pdf.ruling import frames_of, lines_of
from govinfo.readers.pdf.words import cell_text, line_text, words_of
from govinfo.readers.pdf.words import lines_of as text_lines

SHIFTS = st.floats(-1.0, 1.0)


def lattice(rows, columns):
    [frame] = frames_of([Stroke(*row) for row in rows], [Stroke(*column) for column in columns])
    return lattice_of(frame)


def glyphs(text, x=0.0, y=0.0, size=10.0):
    found = []
    for char in text:
        width = size / 2 if char.isascii() else size
        if char != " ":
            found.append(Glyph(char, x, y, x + width, y + size))
        x += width
    return found


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_shaken_strokes_give_the_cells_that_were_drawn(width, height, data):
    """Each cell has four strokes of its own, none quite in its place; two cells may be one."""
    merged = data.draw(st.integers(0, width - 2)) if width > 1 else None
    rows, columns = [], []
    for row, column in product(range(height), range(width)):
        if row == 0 and merged is not None and column == merged + 1:
            continue
        wide = 2 if row == 0 and column == merged else 1
        left, right, top, bottom = 30 * column, 30 * (column + wide), 20 * row, 20 * (row + 1)
        rows += [(top + data.draw(SHIFTS), left, right), (bottom + data.draw(SHIFTS), left, right)]
        columns += [(left + data.draw(SHIFTS), top, bottom), (right + data.draw(SHIFTS), top, bottom)]
    found = lattice(rows, columns)
    if width * height - (merged is not None) < 2:
        assert found is None
        return
    spans = [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in found.cells]
    expected = [
        (row, column, 1, 2 if row == 0 and column == merged else 1)
        for row, column in product(range(height), range(width))
        if not (row == 0 and merged is not None and column == merged + 1)
    ]
    if height == 1 and merged is not None:
        expected = [(0, column - (column > merged), 1, 1) for _, column, _, _ in expected]
    assert spans == expected
    assert found.ragged == ()


def test_a_table_without_outer_lines_is_closed_by_its_own_ends():
    found = lattice([(10, 0, 90), (30, 0, 90)], [(30, 0, 45), (60, 0, 45)])
    assert (found.xs, found.ys) == ((0, 30, 60, 90), (0, 10, 30, 45))
    assert (found.open_top, found.open_bottom) == (True, True)


def test_dashes_make_a_line_and_distant_strokes_do_not():
    dashes = [Stroke(5, start, start + 2) for start in range(0, 40, 4)]
    assert [(line.start, line.stop) for line in lines_of(dashes)] == [(0, 38)]
    assert len(lines_of([Stroke(5, 0, 20), Stroke(5, 30, 50)])) == 2


def test_cells_that_are_no_rectangle_are_cut_and_named():
    found = lattice([(0, 0, 60), (20, 0, 30), (40, 0, 60)], [(0, 0, 40), (30, 0, 20), (60, 0, 40)])
    assert len(found.ragged) > 1
    assert found.cell_at(10, 10) != found.cell_at(40, 10)


def test_a_point_outside_is_in_no_cell():
    found = lattice([(0, 0, 60), (20, 0, 60)], [(0, 0, 20), (30, 0, 20), (60, 0, 20)])
    assert [found.cell_at(x, 10) for x in (-5, 10, 40, 65)] == [None, 0, 1, None]


@pytest.mark.parametrize("turns", range(4))
def test_a_page_is_turned_upright(turns):
    mapping = upright(Box(10, 20, 110, 220), turns)
    place = mapping.box(10, 20, 110, 220)
    assert place[:2] == (0, 0)
    assert place[2:] == ((100, 200) if turns % 2 == 0 else (200, 100))
    direction = {0: Matrix(1, 0, 0, 1, 0, 0), 1: Matrix(0, 1, -1, 0, 0, 0), 2: Matrix(-1, 0, 0, -1, 0, 0)}
    direction[3] = Matrix(0, -1, 1, 0, 0, 0)
    assert direction[turns].quarter() == turns
    start, ahead = mapping.point(50, 50), mapping.point(50 + direction[turns].a, 50 + direction[turns].b)
    assert (ahead[0] - start[0], ahead[1] - start[1]) == (1, 0)


def test_slanted_text_has_no_direction():
    assert Matrix(0.7, 0.7, -0.7, 0.7, 0, 0).quarter() is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("本年12件", "本年12件"), ("about two", "about two"), ("12 34", "12 34"), ("姓 名", "姓名"), ("姓  名", "姓 名")],
)
def test_words_of_a_line(text, expected):
    [line] = text_lines(words_of(glyphs(text)))
    assert line_text(line) == expected


@given(st.text("0123456789", min_size=1, max_size=8), st.floats(0.0, 1.2), st.randoms(use_true_random=False))
def test_glyphs_in_any_order_and_twice_are_the_same_number(text, shift, chance):
    printed = glyphs(text) + glyphs(text, shift)
    chance.shuffle(printed)
    assert cell_text(words_of(printed), Box(-3, -3, 60, 13)).text == text


@given(st.integers(1, 10**8 - 1), st.integers(2, 8))
def test_a_broken_number_is_whole_and_doubted(number, most):
    text = str(number)
    parts = [text[start : start + most] for start in range(0, len(text), most)]
    printed = [glyph for line, part in enumerate(parts) for glyph in glyphs(part, 3, 12 * line)]
    found = cell_text(words_of(printed), Box(0, -3, 5 * most + 6, 12 * len(parts)))
    assert found == (text, len(parts) > 1, False)


def test_rows_of_numbers_without_lines():
    texts = [("甲类", "", "5"), ("乙类", "3", "4"), ("丙类", "1", "")]
    printed = []
    for row, cells in enumerate([("项目", "上年", "本年"), *texts]):
        for column, text in enumerate(cells):
            printed += glyphs(text, 100 * column, 20 * row)
    [zone] = zones_of(text_lines(words_of(printed)))
    assert [tuple(chunk.text for chunk in row) for row in zone.rows] == texts
    assert [chunk.text for level in zone.header for chunk in level] == ["项目", "上年", "本年"]


def test_two_numbers_in_one_column_are_no_table():
    rows = [("甲", "1", "2"), ("乙", "3", "4"), ("丙", "5", "6")]
    printed = [
        glyph
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        for glyph in glyphs(text, 100 * column, 20 * row)
    ]
    printed += glyphs("丁", 0, 60) + glyphs("7" * 25, 95, 60)
    assert zones_of(text_lines(words_of(printed))) == []

"""Reports of every size, stored in every way that the format knows, give the cells that they were made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.wordfile import Piece, para, table, word_file

import govinfo
from govinfo.contracts import Hint
from govinfo.document import Grid, spread
from govinfo.forms import official_form
from govinfo.readers.doc.reader import read
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

FORMS = ("2019", "2021")
SIZES = ("zero", "county", "province")


def paragraphs(report, *, merged=False):
    for part in printed(report):
        if isinstance(part, Grid):
            yield from table(part, merged=merged)
        else:
            yield para(part)


def length(written):
    return sum(len(run) for entry in written for run, _ in entry.runs) + len(written)


@pytest.mark.parametrize("merged", [False, True], ids=["wide cells", "merged cells"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", FORMS)
def test_all_cells_are_right(form, size, merged):
    report = random_report(form, 7, size)
    found = govinfo.parse(word_file(list(paragraphs(report, merged=merged))), filename="report.doc")
    assert found.parser.reader == "doc"
    assert found.diagnostics == ()
    assert found.title == report.title
    assert [cell.value for cell in found.cells()] == [cell.value for cell in report.cells()]
    assert [section.text for section in found.sections] == [section.text for section in report.sections]


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    form=st.sampled_from(FORMS),
    cuts=st.lists(st.integers(1, 1500), unique=True, max_size=6),
)
def test_pieces_in_any_order_give_the_same_report(seed, form, cuts):
    """A fast save appends what was changed, so that the text stands in pieces out of order."""
    written = list(paragraphs(random_report(form, seed, "province")))
    whole = length(written)
    pieces = [Piece(stop) for stop in (*sorted(cut for cut in cuts if cut < whole), whole)]
    assert read(word_file(written, pieces=pieces), Hint()) == read(word_file(written), Hint())


def test_pieces_of_one_byte_a_character():
    written = [para("12"), para("规章"), para("café “x”")]
    pieces = [Piece(3, narrow=True), Piece(6), Piece(length(written), narrow=True)]
    blocks = read(word_file(written, pieces=pieces), Hint()).blocks
    assert [block.text for block in blocks] == ["12", "规章", "café “x”"]


def test_characters_beyond_the_basic_plane_do_not_shift_what_follows():
    """The format counts UTF-16 units; U+20000 takes two."""
    pair = "\ud840\udc00"
    grid = read(_surrogates(pair), Hint()).blocks[1]
    assert [[cell.text for cell in row] for row in grid.rows] == [["甲", "1"], ["乙", "2"]]
    assert read(_surrogates(pair), Hint()).blocks[0].text == "\U00020000字"


def _surrogates(pair):
    made = word_file([para("XY字"), *simple_table()])
    return made.replace("XY".encode("utf-16-le"), pair.encode("utf-16-le", "surrogatepass"))


def simple_table():
    grid = next(part for part in printed(random_report("2021", 1, "zero")) if isinstance(part, Grid))
    rows = [grid.rows[2][:2], grid.rows[2][:2]]
    texts = iter(["甲", "1", "乙", "2"])
    cells = tuple(tuple(type(cell)(next(texts), cell.source) for cell in row) for row in rows)
    return table(Grid(cells, grid.source))


@pytest.mark.parametrize("merged", [False, True], ids=["wide cells", "merged cells"])
def test_grids_have_the_spans_that_were_written(merged):
    """Cells cover the same columns and rows as in the table that was written."""
    report = random_report("2021", 3, "county")
    due = [part for part in printed(report) if isinstance(part, Grid)]
    document = read(word_file(list(paragraphs(report, merged=merged))), Hint())
    found = [block for block in document.blocks if isinstance(block, Grid)]
    assert [_covered(grid) for grid in found] == [_covered(grid) for grid in due]
    assert len(official_form("2021").tables) == len(found)


def _covered(grid):
    rows = [[(own.text, own.rowspan, start, stop) for own, start, stop in row.own] for row in spread(grid)]
    edges = sorted({edge for row in rows for _, _, start, stop in row for edge in (start, stop)})
    return [[(text, down, edges.index(start), edges.index(stop)) for text, down, start, stop in row] for row in rows]

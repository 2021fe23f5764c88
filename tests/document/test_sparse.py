"""A table that is kept by its cells tells what a table of rows tells."""

from hypothesis import given
from hypothesis import strategies as st

from govinfo.document import Grid
from govinfo.document.sparse import ALONE, FlatCells, FlatGrid
from govinfo.source import SinglePlaces, Source

PLACE = Source(line=7, table=2)
CELL = st.tuples(
    st.text("字3 ", max_size=3),
    st.integers(0, 2),
    st.sampled_from([ALONE, ALONE, (2, 1), (1, 3), (2, 2)]),
    st.booleans(),
)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4)


def flat(rows):
    cells = [cell for row in rows for cell in row]
    lines = [sum(feeds for _, feeds, _, _ in cells[: place + 1]) for place in range(len(cells))]
    return FlatCells(
        [text for text, _, _, _ in cells],
        lines,
        [(place, *across) for place, (_, _, across, _) in enumerate(cells) if across != ALONE],
        {place for place, (_, _, _, is_pieced) in enumerate(cells) if is_pieced},
        [sum(map(len, rows[:number])) for number in range(len(rows) + 1)],
    )


@given(ROWS)
def test_a_table_of_cells_is_a_table_of_rows(rows):
    cells = flat(rows)
    kept = FlatGrid(cells, PLACE)
    made = Grid(kept.rows, PLACE)
    assert [[(cell.text, (cell.rowspan, cell.colspan), cell.pieces) for cell in row] for row in made.rows] == [
        [(text, across, is_pieced) for text, _, across, is_pieced in row] for row in rows
    ]
    assert [cell.source.line for row in made.rows for cell in row] == [7 + below for below in cells.lines]
    assert [list(row) for row in kept.texts] == [list(row) for row in made.texts]
    assert kept.spans == made.spans
    for number, row in enumerate(made.rows):
        for begin in range(len(row)):
            assert kept.is_plain(number, begin) == made.is_plain(number, begin)
            assert list(kept.places(number, begin)()) == list(made.places(number, begin)())
            places = kept.places(number, begin)
            assert isinstance(places, SinglePlaces)
            assert places.at(0) == row[begin].source
            assert row[begin].source.table == PLACE.table
            assert (row[begin].source.row, row[begin].source.cell) == (number + 1, begin + 1)

from itertools import product

import pytest

from govinfo.document import Grid, GridCell, spans, spread
from govinfo.source import Source

NOWHERE = Source()


def grid(*rows):
    """Rows of cells, a cell being a text or (text, rowspan, colspan)."""
    made = []
    for row in rows:
        entries = [entry if isinstance(entry, tuple) else (entry, 1, 1) for entry in row]
        made.append(tuple(GridCell(text, NOWHERE, down, across) for text, down, across in entries))
    return Grid(tuple(made), NOWHERE)


def begun(table):
    return [[(cell.text, start, stop) for cell, start, stop in row.own] for row in spread(table)]


def above(table):
    return [row.above for row in spread(table)]


def test_plain_rows():
    assert begun(grid("ab", "cd")) == [[("a", 0, 1), ("b", 1, 2)], [("c", 0, 1), ("d", 1, 2)]]


def test_colspan():
    assert begun(grid([("a", 1, 3), "b"])) == [[("a", 0, 3), ("b", 3, 4)]]


def test_rowspan_pushes_to_the_right():
    table = grid([("a", 2, 1), "b"], ["c"], ["d"])
    assert begun(table)[1:] == [[("c", 1, 2)], [("d", 0, 1)]]
    assert above(table) == [[], [(0, 1)], []]


def test_the_header_of_table_three():
    table = grid(
        [("note", 3, 3), ("applicants", 1, 7)],
        [("natural", 2, 1), ("organizations", 1, 5), ("total", 2, 1)],
        list("12345"),
    )
    assert begun(table)[1] == [("natural", 3, 4), ("organizations", 4, 9), ("total", 9, 10)]
    assert begun(table)[2] == [(str(number), number + 3, number + 4) for number in range(1, 6)]


def test_two_cells_hang_side_by_side():
    table = grid([("a", 3, 1), ("b", 2, 1), "c"], ["d"], ["e", "f"])
    assert begun(table)[1:] == [[("d", 2, 3)], [("e", 1, 2), ("f", 2, 3)]]


def test_an_empty_row_uses_up_a_rowspan():
    assert begun(grid([("a", 2, 1), "b"], [], ["c"]))[2] == [("c", 0, 1)]


def test_absurd_spans_cost_nothing():
    table = grid([("a", 10**12, 10**12), "b"], ["c"])
    assert begun(table)[0] == [("a", 0, 1000), ("b", 1000, 1001)]
    assert begun(table)[1] == [("c", 1000, 1001)]


def test_what_hangs_over_is_told():
    table = grid(["x", ("a", 3, 2), ("b", 2, 1)], ["c"], ["d", "e"], ["f"])
    assert above(table) == [[], [(1, 3), (3, 4)], [(1, 3)], []]
    assert begun(table)[2] == [("d", 0, 1), ("e", 3, 4)]


def test_no_rows():
    assert begun(grid()) == []
    assert begun(grid([], [])) == [[], []]


@pytest.mark.parametrize("kinds", [*product(("plain", "down", "wide", "empty"), repeat=4)])
def test_plain_rows_are_spread_like_others(kinds, monkeypatch):
    rows = {"plain": ["a", "b", "c"], "down": ["a", ("b", 3, 1), "c"], "wide": [("a", 1, 2), "b"], "empty": []}
    table = grid(*[rows[kind] for kind in kinds])
    found = list(spread(table))
    monkeypatch.setattr(spans, "_is_plain", lambda _: False)
    assert found == list(spread(table))

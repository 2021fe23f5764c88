"""Taking rows out of a table and putting rows in, merged cells kept whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from govinfo.document import Grid, GridCell, spread
from govinfo.testing.damage.traced import Print, has_numbers

Rows = list[tuple[GridCell, ...]]


def without_row(grid: Grid, place: int) -> Grid:
    """The table without a row; cells that reach from it into the rows below begin there."""
    rows: Rows = list(_shortened(grid.rows[:place], place, 1))
    rest = tuple(attrs.evolve(cell, rowspan=cell.rowspan - 1) for cell in grid.rows[place] if cell.rowspan > 1)
    below = list(grid.rows[place + 1 :])
    if below:
        below[0] = (*rest, *below[0])
    return attrs.evolve(grid, rows=(*rows, *below))


def with_row(grid: Grid, place: int, row: Sequence[GridCell]) -> Grid:
    """The table with a row put before the one at a place; merged cells around it reach one row further."""
    return attrs.evolve(grid, rows=(*_shortened(grid.rows[:place], place - 1, -1), tuple(row), *grid.rows[place:]))


def split(grid: Grid, place: int) -> tuple[Grid, Grid]:
    """The table as two, cut before a row; cells that reach over the cut are printed in both."""
    above: Rows = []
    hanging: list[tuple[int, GridCell]] = []
    spans = list(spread(grid))
    for number, row in enumerate(grid.rows[:place]):
        over = [number + cell.rowspan - place for cell in row]
        hanging += [
            (start, attrs.evolve(cell, rowspan=left))
            for (cell, start, _), left in zip(spans[number].own, over, strict=True)
            if left > 0
        ]
        above.append(
            tuple(attrs.evolve(cell, rowspan=cell.rowspan - max(left, 0)) for cell, left in zip(row, over, strict=True))
        )
    below = list(grid.rows[place:])
    if below:
        first = [*hanging, *((start, cell) for cell, start, _ in spans[place].own)]
        below[0] = tuple(cell for _, cell in sorted(first, key=lambda entry: entry[0]))
    return attrs.evolve(grid, rows=tuple(above)), attrs.evolve(grid, rows=tuple(below))


def _shortened(rows: Sequence[tuple[GridCell, ...]], reach: int, by: int) -> Iterator[tuple[GridCell, ...]]:
    """The rows with those cells shortened that reach into the row number `reach` + 1 or beyond."""
    for number, row in enumerate(rows):
        yield tuple(
            attrs.evolve(cell, rowspan=cell.rowspan - by) if number + cell.rowspan > max(reach, number + 1) else cell
            for cell in row
        )


def width(grid: Grid) -> int:
    """Number of columns of a table."""
    return max(stop for row in spread(grid) for _, _, stop in row.own)


def number_rows(grid: Grid) -> list[int]:
    """Places of the rows with cells of the form."""
    return [place for place, row in enumerate(grid.rows) if has_numbers(row)]


def inner_rows(grid: Grid) -> list[int]:
    """Places of those rows with numbers that have such a row above them."""
    places = number_rows(grid)
    return [place for place in places if place - 1 in places]


def tables(parts: Print) -> list[int]:
    """Places of the tables with numbers."""
    return [place for place, part in enumerate(parts) if isinstance(part, Grid) and number_rows(part)]


def replaced(parts: Print, place: int, *others: Grid | str) -> Print:
    """The parts with others in one place."""
    return (*parts[:place], *others, *parts[place + 1 :])


def grid_at(parts: Print, place: int) -> Grid:
    """The table at a place.

    Raises:
        TypeError: there is a line of text.
    """
    part = parts[place]
    if isinstance(part, str):
        raise TypeError("a line of text is no table")
    return part

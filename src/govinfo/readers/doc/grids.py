"""Tables: rows of cells with edges become a grid with spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govinfo.document import Grid, GridCell
from govinfo.readers.doc.rows import RowCell
from govinfo.source import Source

TOLERANCE = 90
"""Edges of different rows that lie no further apart, in twentieths of a point, are one: about 1.6 mm.

Rows whose borders were drawn by hand miss each other by less; the narrowest columns of reports are three times as
wide.
"""

MARGIN = 240
"""So far may the outer edges of rows lie apart: cell padding is counted in some rows and not in others."""


class Cell(NamedTuple):
    """A cell as written: its text, whether digits of it come from several pieces, and its number in the row."""

    text: str
    pieces: bool
    place: int


class Row(NamedTuple):
    """A row as written, with its number in the table and its layout, where it is known and fits the cells."""

    cells: Sequence[Cell]
    place: int
    layout: Sequence[RowCell] | None


class Made(NamedTuple):
    """A grid, and the texts in cells that are covered by merged ones, with their places."""

    grid: Grid
    covered: list[tuple[Source, str]]


def make_grid(rows: Sequence[Row], table: int) -> Made:
    """The grid of a table; without spans where the layout of a row is not known."""
    columns = _columns([row.layout for row in rows])
    covered: list[tuple[Source, str]] = []
    made: list[list[GridCell]] = []
    hanging: dict[tuple[int, int], tuple[int, int]] = {}
    for row in rows:
        cells: list[GridCell] = []
        if columns is None or row.layout is None:
            cells.extend(GridCell(cell.text, _place(table, row, cell), 1, 1, cell.pieces) for cell in row.cells)
            made.append(cells)
            continue
        below: dict[tuple[int, int], tuple[int, int]] = {}
        for group in _groups(row):
            first, layout = group[0]
            place = columns.of(layout.left), columns.of(group[-1][1].right)
            hidden = [cell for cell, _ in group[1:]]
            if layout.down and place in hanging:
                line, number = hanging[place]
                origin = made[line][number]
                made[line][number] = GridCell(
                    origin.text, origin.source, origin.rowspan + 1, origin.colspan, origin.pieces
                )
                below[place] = hanging[place]
                hidden.append(first)
            else:
                if layout.down or layout.restart:
                    below[place] = len(made), len(cells)
                span = max(place[1] - place[0], 1)
                cells.append(GridCell(first.text, _place(table, row, first), 1, span, first.pieces))
            covered.extend((_place(table, row, cell), cell.text) for cell in hidden if cell.text)
        made.append(cells)
        hanging = below
    return Made(Grid(tuple(map(tuple, made)), Source(table=table)), covered)


def _place(table: int, row: Row, cell: Cell) -> Source:
    return Source(None, None, None, table, row.place, cell.place)


def _groups(row: Row) -> Iterator[list[tuple[Cell, RowCell]]]:
    """The cells of a row, those that are merged side by side together."""
    group: list[tuple[Cell, RowCell]] = []
    for cell, layout in zip(row.cells, row.layout or (), strict=True):
        if group and not layout.joined:
            yield group
            group = []
        group.append((cell, layout))
    if group:
        yield group


class _Columns:
    """The columns of a table by the edges of all of its cells."""

    def __init__(self, edges: list[int], left: int, right: int) -> None:
        self._edges = edges
        self._left = left
        self._right = right

    def of(self, edge: int) -> int:
        """Number of the column that begins at an edge."""
        if edge - self._left <= MARGIN:
            return 0
        if self._right - edge <= MARGIN:
            return len(self._edges)
        return bisect_right(self._edges, edge) - 1


def _columns(layouts: Sequence[Sequence[RowCell] | None]) -> _Columns | None:
    """The columns of a table, or None where a row does not tell its own or has cells without width."""
    edges: set[int] = set()
    width = 3 * TOLERANCE
    seen: set[int] = set()
    for layout in layouts:
        if not layout:
            return None
        if id(layout) not in seen:
            seen.add(id(layout))
            edges.update(cell.left for cell in layout)
            edges.add(layout[-1].right)
            width = min(width, *(cell.right - cell.left for cell in layout))
    if width <= 0:
        return None
    left, right = min(edges), max(edges)
    starts = [left]
    for edge in sorted(edges):
        if edge - starts[-1] > width // 3 and edge - left > MARGIN and right - edge > MARGIN:
            starts.append(edge)
    return _Columns(starts, left, right)

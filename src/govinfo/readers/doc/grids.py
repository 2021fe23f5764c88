"""Tables: rows of cells with edges become a grid with spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
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
    """A grid, the texts in cells that are covered by merged ones, and whether the spans of its cells are known."""

    grid: Grid
    covered: list[tuple[Source, str]]
    has_spans: bool


class _Place(NamedTuple):
    """Where a cell of a row stands, those merged with it side by side included.

    Attributes:
        first, stop: number of the cell in the row, and of the one behind the last that is merged with it.
        columns: the first column that it covers, and the one behind the last.
        span: how many columns it covers; none where its edges are too close for one.
        down, restart: see `RowCell`.
    """

    first: int
    stop: int
    columns: tuple[int, int]
    span: int
    down: bool
    restart: bool


def make_grid(rows: Sequence[Row], table: int) -> Made:
    """The grid of a table; without spans where the layout of a row is not known."""
    columns = _columns([row.layout for row in rows])
    if columns is None:
        plain = tuple(tuple(_cell(cell, table, row.place) for cell in row.cells) for row in rows)
        return Made(Grid(plain, Source(table=table)), [], has_spans=False)
    covered: list[tuple[Source, str]] = []
    made: list[list[GridCell]] = []
    hanging: dict[tuple[int, int], tuple[int, int]] = {}
    for row in rows:
        cells: list[GridCell] = []
        below: dict[tuple[int, int], tuple[int, int]] = {}
        for first, stop, place, span, down, restart in columns.places(row.layout or ()):
            text, pieces, number = row.cells[first]
            if not (span or text):
                continue
            own = True
            if down and place in hanging:
                own = False
                line, origin = below[place] = hanging[place]
                made[line][origin] = _longer(made[line][origin])
            else:
                if down or restart:
                    below[place] = len(made), len(cells)
                cells.append(GridCell(text, Source(None, None, None, table, row.place, number), 1, span or 1, pieces))
            if stop - first > own:
                hidden = row.cells[first + own : stop]
                covered.extend((_source(cell, table, row.place), cell.text) for cell in hidden if cell.text)
        made.append(cells)
        hanging = below
    return Made(Grid(tuple(map(tuple, made)), Source(table=table)), covered, has_spans=True)


def _longer(cell: GridCell) -> GridCell:
    """A cell that spans one row more; written out, as this is done for most rows of a table."""
    return GridCell(cell.text, cell.source, cell.rowspan + 1, cell.colspan, cell.pieces)


def _cell(cell: Cell, table: int, row: int) -> GridCell:
    return GridCell(cell.text, _source(cell, table, row), 1, 1, cell.pieces)


def _source(cell: Cell, table: int, row: int) -> Source:
    return Source(None, None, None, table, row, cell.place)


class _Columns:
    """The columns of a table by the edges of all of its cells."""

    def __init__(self, edges: list[int], left: int, right: int, margin: int) -> None:
        self._edges = edges
        self._margin = margin
        self._left = left
        self._right = right
        self._known: dict[int, list[_Place]] = {}

    def places(self, layout: Sequence[RowCell]) -> list[_Place]:
        """Where the cells of a row stand; rows of one layout are worked out once."""
        key = id(layout)
        if key not in self._known:
            starts = [number for number, cell in enumerate(layout) if not cell.joined]
            self._known[key] = [
                self._place(layout, first, stop) for first, stop in zip(starts, [*starts[1:], len(layout)], strict=True)
            ]
        return self._known[key]

    def _place(self, layout: Sequence[RowCell], first: int, stop: int) -> _Place:
        left, right = self.of(layout[first].left), self.of(layout[stop - 1].right)
        return _Place(first, stop, (left, right), max(right - left, 0), layout[first].down, layout[first].restart)

    def of(self, edge: int) -> int:
        """Number of the column that begins at an edge."""
        if edge - self._left <= self._margin:
            return 0
        if self._right - edge <= self._margin:
            return len(self._edges)
        return bisect_right(self._edges, edge) - 1


def _columns(layouts: Sequence[Sequence[RowCell] | None]) -> _Columns | None:
    """The columns of a table, or None where a row does not tell its own, or its cells run backwards."""
    edges: set[int] = set()
    widths: set[int] = set()
    seen: set[int] = set()
    for layout in layouts:
        if not layout:
            return None
        if id(layout) not in seen:
            seen.add(id(layout))
            edges.update(cell.left for cell in layout)
            edges.add(layout[-1].right)
            widths.update(cell.right - cell.left for cell in layout)
    if min(widths) < 0:
        return None
    width = min((found for found in widths if found), default=0)
    left, right = min(edges), max(edges)
    margin = min(MARGIN, width // 2)
    starts = [left]
    for edge in sorted(edges):
        if edge - starts[-1] > min(TOLERANCE, width // 3) and edge - left > margin and right - edge > margin:
            starts.append(edge)
    return _Columns(starts, left, right, margin)

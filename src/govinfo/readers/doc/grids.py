"""Tables: rows of cells with edges become a grid with spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govinfo.document import Grid
from govinfo.document.sparse import SparseGrid, SparseRow
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
        plain = [_sparse(row, range(len(row.cells)), {}) for row in rows]
        return Made(SparseGrid(plain, Source(table=table)), [], has_spans=False)
    covered: list[tuple[Source, str]] = []
    begun: list[list[int]] = []
    spans: list[dict[int, list[int]]] = []
    hanging: dict[tuple[int, int], tuple[int, int]] = {}
    for row in rows:
        begin: list[int] = []
        wide: dict[int, list[int]] = {}
        below: dict[tuple[int, int], tuple[int, int]] = {}
        for first, stop, place, span, down, restart in columns.places(row.layout or ()):
            if not (span or row.cells[first].text):
                continue
            own = True
            if down and place in hanging:
                own = False
                line, origin = below[place] = hanging[place]
                spans[line].setdefault(origin, [1, 1])[0] += 1
            else:
                if down or restart:
                    below[place] = len(begun), len(begin)
                if span > 1:
                    wide[len(begin)] = [1, span]
                begin.append(first)
            if stop - first > own:
                hidden = row.cells[first + own : stop]
                covered.extend((_source(cell, table, row.place), cell.text) for cell in hidden if cell.text)
        begun.append(begin)
        spans.append(wide)
        hanging = below
    made = [_sparse(*written) for written in zip(rows, begun, spans, strict=True)]
    return Made(SparseGrid(made, Source(table=table)), covered, has_spans=True)


def _sparse(row: Row, begin: Sequence[int], spans: Mapping[int, Sequence[int]]) -> SparseRow:
    """A row of the cells that begin in it, with how many rows and columns those span that span others."""
    cells = [row.cells[number] for number in begin]
    return SparseRow(
        row.place,
        [cell.text for cell in cells],
        (None,) * len(cells),
        [(number, down, across) for number, (down, across) in sorted(spans.items())],
        [number for number, cell in enumerate(cells) if cell.pieces],
        [cell.place for cell in cells],
    )


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

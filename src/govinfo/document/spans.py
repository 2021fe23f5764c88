"""Places of cells in a table whose cells span rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govinfo.document.model import Grid, GridCell

MAX_COLSPAN = 1000
"""Largest column span that HTML allows (HTML Standard, 4.9.11)."""

MAX_ROWSPAN = 65534
"""Largest row span that HTML allows (HTML Standard, 4.9.11)."""


class SpreadRow(NamedTuple):
    """A row with the columns of its cells, counted from 0.

    Attributes:
        own: the cells that begin in the row, each with its first column and the column behind its last.
        above: first and last-but-one column of the cells that hang over from rows above.
    """

    own: list[tuple[GridCell, int, int]]
    above: list[tuple[int, int]]


def spread(grid: Grid) -> Iterator[SpreadRow]:
    """Yield each row with the columns that its cells cover.

    Follows the table model of HTML: a cell takes the first free columns; what spans over from a
    row above keeps its columns.  Spans are clamped to the HTML limits and are never spread out, so
    the work grows with the number of cells alone.
    """
    hanging: list[tuple[int, int, int]] = []
    for row in grid.rows:
        if not hanging and _is_plain(row):
            yield SpreadRow([(cell, place, place + 1) for place, cell in enumerate(row)], [])
            continue
        above = [(start, stop) for start, stop, _ in hanging] if hanging else []
        own: list[tuple[GridCell, int, int]] = []
        below = [(start, stop, left - 1) for start, stop, left in hanging if left > 1] if hanging else []
        position = blocker = 0
        for cell in row:
            if above:
                while blocker < len(above) and above[blocker][0] <= position:
                    position = max(position, above[blocker][1])
                    blocker += 1
            width = cell.colspan
            stop = position + (1 if width == 1 else min(width, MAX_COLSPAN))
            own.append((cell, position, stop))
            if cell.rowspan > 1:
                below.append((position, stop, min(cell.rowspan, MAX_ROWSPAN) - 1))
            position = stop
        hanging = sorted(below) if below else below
        yield SpreadRow(own, above)


def _is_plain(row: tuple[GridCell, ...]) -> bool:
    """Tell whether no cell of a row spans others."""
    return not sum([cell.colspan != 1 or cell.rowspan > 1 for cell in row])

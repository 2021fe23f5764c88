"""Places of cells in a table whose cells span rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from govinfo.document.model import Grid, GridCell

MAX_COLSPAN = 1000
"""Largest column span that HTML allows (HTML Standard, 4.9.11)."""

MAX_ROWSPAN = 65534
"""Largest row span that HTML allows (HTML Standard, 4.9.11)."""


@attrs.frozen
class PlacedCell:
    """A cell with the columns that it covers, counted from 0: `start` and `stop` (behind the last)."""

    cell: GridCell
    start: int
    stop: int
    begins: bool
    """False where the cell began in a row above."""


def placed_rows(grid: Grid) -> Iterator[tuple[PlacedCell, ...]]:
    """Yield each row with the cells that cover it, from left to right.

    Follows the table model of HTML: a cell takes the first free columns; what spans over from a
    row above keeps its columns.  Spans are clamped to the HTML limits and are never spread out, so
    the work grows with the number of cells alone.
    """
    hanging: list[tuple[PlacedCell, int]] = []
    for row in grid.rows:
        above = [(placed, left) for placed, left in hanging if left > 0]
        placed_row: list[PlacedCell] = []
        position = 0
        waiting = iter(sorted((placed for placed, _ in above), key=lambda placed: placed.start))
        blocker = next(waiting, None)
        for cell in row:
            while blocker is not None and blocker.start <= position:
                position = max(position, blocker.stop)
                blocker = next(waiting, None)
            stop = position + min(max(cell.colspan, 1), MAX_COLSPAN)
            placed_row.append(PlacedCell(cell, position, stop, begins=True))
            position = stop
        hanging = [(placed, left - 1) for placed, left in above]
        hanging += [
            (placed, min(max(placed.cell.rowspan, 1), MAX_ROWSPAN) - 1)
            for placed in placed_row
            if placed.cell.rowspan > 1
        ]
        placed_row += [attrs.evolve(placed, begins=False) for placed, _ in above]
        yield tuple(sorted(placed_row, key=lambda placed: placed.start))

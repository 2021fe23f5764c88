"""Tables for formats that print every column: where cells stand, and how wide columns are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

import attrs

from govinfo.document import Grid, GridCell, spread

_NARROWEST, _WIDEST = 3, 10
"""Columns hold between so many Chinese characters; longer labels are broken over lines."""

_FINE = 1000
"""Parts of a column of a sheet in which its share is told."""


@attrs.frozen
class Placed:
    """What stands in the columns from `start` to below `stop` of a row.

    `down` tells whether a cell that covers several rows begins or goes on there.
    """

    text: str
    start: int
    stop: int
    down: Literal["single", "begins", "goes on"]


def placed(grid: Grid) -> Iterator[list[Placed]]:
    """Yield each row with every column covered, from left to right; what goes on from above has no text."""
    for row in spread(grid):
        cells = [
            Placed(cell.text, start, stop, "begins" if cell.rowspan > 1 else "single") for cell, start, stop in row.own
        ]
        cells += [Placed("", start, stop, "goes on") for start, stop in row.above]
        yield sorted(cells, key=lambda cell: cell.start)


def widths(grid: Grid, total: int) -> list[int]:
    """Widths of the columns, in the unit of `total`, in proportion to the text of cells in one column."""
    needs: dict[int, int] = {}
    for row in spread(grid):
        for cell, start, stop in row.own:
            for column in range(start, stop):
                need = _need(cell) if stop - start == 1 else _NARROWEST
                needs[column] = max(needs.get(column, 0), need)
    every = sum(needs.values())
    return [total * needs[column] // every for column in sorted(needs)]


def stretched(grid: Grid, total: int) -> list[int]:
    """Edges of the columns over at least as many columns of a sheet, which are handed out by `widths`."""
    shares = widths(grid, total * _FINE)
    columns = [1] * len(shares)
    for _ in range(total - len(shares)):
        place = max(range(len(shares)), key=lambda column: shares[column] / columns[column])
        columns[place] += 1
    return [0, *accumulate(columns)]


def _need(cell: GridCell) -> int:
    """So many Chinese characters a line of the cell should hold."""
    length = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in cell.text)
    return min(max(-(-length // (2 * cell.rowspan)), _NARROWEST), _WIDEST)

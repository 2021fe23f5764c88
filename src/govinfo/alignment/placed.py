"""The cells of a table with their places, whatever its arrangement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from govinfo.alignment.strip import Row, Token
from govinfo.text.fold import fold


@attrs.frozen
class Placed:
    """A cell of a table: its row and column, and how many of them it covers."""

    token: Token
    row: int
    column: int
    down: int
    across: int

    @property
    def key(self) -> str:
        """The key of its label; empty for a number and an empty cell."""
        return "" if not self.token.text or self.token.is_number else fold(self.token.text)

    @property
    def is_filled(self) -> bool:
        """True for a number or what stands in place of one."""
        return self.token.is_number and bool(self.token.text)

    def is_above(self, other: Placed) -> bool:
        """Tell whether it stands above another cell and covers its column."""
        return self.row < other.row and self.column <= other.column < self.column + self.across

    def is_beside(self, other: Placed) -> bool:
        """Tell whether it stands left of another cell and covers its row."""
        return self.column < other.column and self.row <= other.row < self.row + self.down


def placed(table: Sequence[Row]) -> list[Placed]:
    """The cells of a table with their widths, which end at the next cell or at one that hangs over from above."""
    cells: list[Placed] = []
    width = max((token.column or 0 for row in table for token in row.tokens), default=0) + 1
    hanging: list[Placed] = []
    for number, row in enumerate(table):
        hanging = [cell for cell in hanging if cell.row + cell.down > number]
        starts = sorted({*(token.column or 0 for token in row.tokens), *(cell.column for cell in hanging), width})
        begun = []
        for token in row.tokens:
            column = token.column or 0
            stop = starts[bisect_right(starts, column)]
            begun.append(Placed(token, number, column, min(token.down, len(table) - number), stop - column))
        cells += begun
        hanging += begun
    return cells


def may_have_moved(numbers: Sequence[Placed]) -> bool:
    """Tell whether a row of numbers ends with an empty cell, which may stand for one that is lost further left."""
    rows: dict[int, list[Placed]] = {}
    for cell in numbers:
        rows.setdefault(cell.row, []).append(cell)
    last = [(max(row, key=lambda cell: cell.column), row) for row in rows.values()]
    return any(not cell.token.text and any(other.token.text for other in row) for cell, row in last)

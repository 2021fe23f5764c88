"""Rectangles of merged cells, and which rows and columns of a grid they cover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle of merged cells; all bounds from 1 and included."""

    top: int
    left: int
    bottom: int
    right: int


class Spans:
    """Which rows and columns of a grid areas cover; those over the same ones are worked out once."""

    def __init__(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Take the numbers of the rows and columns that count, ascending."""
        self._rows = rows
        self.columns = columns
        self._across: dict[tuple[int, int], Sequence[int]] = {}

    def across(self, area: Area) -> Sequence[int]:
        """The columns that an area covers."""
        _, left, _, right = area
        found = self._across.get((left, right))
        if found is None:
            found = self.columns[bisect_left(self.columns, left) : bisect_right(self.columns, right)]
            self._across[left, right] = found
        return found

    def down(self, area: Area) -> int:
        """How many rows an area covers, at least the one in which it begins."""
        if area.top == area.bottom:
            return 1
        return bisect_right(self._rows, area.bottom) - bisect_left(self._rows, area.top)

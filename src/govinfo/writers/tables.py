"""Tables for formats that print every column: where cells stand, and how wide columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import Literal

import attrs
import regex

from govinfo.document import Grid, GridCell, spread
from govinfo.text.width import width_of

_NARROWEST, _WIDEST = 3, 10
"""Columns hold between so many Chinese characters; longer labels are broken over lines."""

_DIGIT = 0.64
"""Widest digit of the fonts that stand in for a missing one, in parts of a Chinese character: that of DejaVu Sans."""

_NARROW, _ROOMY = 2, 8
"""So many Chinese characters at least fit into a column, and into one with long labels."""

_SHORT = (6, 4, 3)
"""Labels of up to so many characters are kept on one line, or else the longest of them, up to the first, in halves."""

MAX_DIGITS = 14
"""Longest number that is kept on one line; a longer one is no count."""

_UNBROKEN = regex.compile(r"[!-~]+|（[一二三四五六七八九十]+）")
"""A number, or that of a label in its brackets."""

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
    needs, _ = _needs(grid, _SHORT[0])
    return [int(total * need / sum(needs)) for need in needs]


def fitted(grid: Grid, total: int, letter: float, margin: int, *, halves: bool) -> list[int] | None:
    """Widths of the columns like `widths`, but none so narrow that a number in it is broken over lines.

    Args:
        grid: the table.
        total: the width of the table.
        letter: the width of a Chinese character, in the same unit.
        margin: what a cell needs beside its text, left and right together.
        halves: whether labels of four characters may be broken, too, as headers of many columns must be.

    Returns:
        The widths; None where the table is too narrow for its numbers.
    """
    ways = (_fitted(*_needs(grid, short), total, letter, margin) for short in (_SHORT if halves else _SHORT[:-1]))
    return next(filter(None, ways), None)


def _fitted(
    needs: Sequence[float], floors: Sequence[float], total: int, letter: float, margin: int
) -> list[int] | None:
    least = [margin + ceil(letter * floor) for floor in floors]
    if sum(least) > total:
        return None
    free = set(range(len(needs)))
    while True:
        rest = total - sum(width for column, width in enumerate(least) if column not in free)
        share = rest / sum(needs[column] for column in free)
        narrow = {column for column in free if share * needs[column] < least[column]}
        if not narrow:
            return [int(share * need) if place in free else least[place] for place, need in enumerate(needs)]
        free -= narrow
        if not free:
            return least


def stretched(grid: Grid, total: int) -> list[int]:
    """Edges of the columns over at least as many columns of a sheet, which are handed out by `widths`."""
    shares = widths(grid, total * _FINE)
    columns = [1] * len(shares)
    for _ in range(total - len(shares)):
        place = max(range(len(shares)), key=lambda column: shares[column] / columns[column])
        columns[place] += 1
    return [0, *accumulate(columns)]


def _needs(grid: Grid, short: int) -> tuple[list[float], list[float]]:
    """So many Chinese characters a line of each column should hold; and must, lest a number break or a label tower."""
    needs: dict[int, float] = {}
    floors: dict[int, float] = {}
    for row in spread(grid):
        for cell, start, stop in row.own:
            need, floor = (_need(cell, short), _floor(cell, short)) if stop - start == 1 else (_NARROWEST, _NARROW)
            for column in range(start, stop):
                needs[column] = max(needs.get(column, 0), need, floor)
                floors[column] = max(floors.get(column, 0), floor)
    return [needs[column] for column in sorted(needs)], [floors[column] for column in sorted(floors)]


def _need(cell: GridCell, short: int) -> int:
    """So many Chinese characters a line of the cell should hold."""
    length = _length(cell)
    lines = 1 if length <= short else 2 if length <= _SHORT[0] else cell.rowspan
    return min(max(-(-length // lines), _NARROWEST), _WIDEST)


def _floor(cell: GridCell, short: int) -> float:
    """So many Chinese characters a line of the cell must hold."""
    length = _length(cell)
    if length <= short:
        return max(length, _word(cell), _NARROW)
    return max(
        _word(cell), -(-length // 2) if length <= _SHORT[0] else _NARROW, _ROOMY if _need(cell, short) == _WIDEST else 0
    )


def _length(cell: GridCell) -> int:
    return -(-width_of(cell.text) // 2)


def _word(cell: GridCell) -> float:
    """So many Chinese characters are as wide as the longest number in the cell."""
    words = (word[:MAX_DIGITS] for word in _UNBROKEN.findall(cell.text))
    return max((sum(_DIGIT if char.isascii() else 1 for char in word) for word in words), default=0)

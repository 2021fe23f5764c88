"""The header of a table without ruling lines: its cells, level by level."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from govinfo.readers.pdf.chunks import Chunk, join_chunks, stacks_of

LEVEL = 0.4
"""Cells of one level differ by no more than so many heights of a line in their middles, or else in their tops."""


def header_of(chunks: Sequence[Chunk], edge: float, limit: float) -> list[tuple[Chunk, ...]]:
    """The cells of a header, level by level; what stands above the labels comes first.

    A cell that spans two levels stands between them, with nothing above or below, and belongs to the upper one.

    Args:
        chunks: the chunks of the header, line by line.
        edge: where the labels of the rows end.
        limit: the largest gap between lines of one cell.
    """
    cells = [join_chunks([chunk for _, chunk in stack]) for stack in stacks_of(list(enumerate(chunks)), limit)]
    corner = [(cell,) for cell in cells if cell.box.left < edge]
    above = [cell for cell in cells if cell.box.left >= edge]
    levels = min(_levels(above, "middle"), _levels(above, "box.top"), key=len)
    for number in range(len(levels) - 2, 0, -1):
        if not any(_shares(cell, levels[number - 1]) or _shares(cell, levels[number + 1]) for cell in levels[number]):
            levels[number - 1].extend(levels.pop(number))
    return [*corner, *(tuple(sorted(level, key=lambda chunk: chunk.box.left)) for level in levels)]


def _levels(cells: Sequence[Chunk], place: str) -> list[list[Chunk]]:
    """Cells at about the same place from the top."""
    at = attrgetter(place)
    slack = LEVEL * min((cell.box.height for cell in cells), default=0.0)
    levels: list[list[Chunk]] = []
    for cell in sorted(cells, key=at):
        if levels and at(cell) - at(levels[-1][0]) <= slack:
            levels[-1].append(cell)
        else:
            levels.append([cell])
    return levels


def _shares(cell: Chunk, level: Sequence[Chunk]) -> bool:
    """Tell whether a cell stands above or below one of a level."""
    return any(min(cell.box.right, other.box.right) > max(cell.box.left, other.box.left) for other in level)

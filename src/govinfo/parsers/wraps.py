"""Labels that run over several lines, beside numbers that stand in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.parsers.chunks import Chunk, Cut, is_numbered
from govinfo.parsers.positions import TOLERANCE, Metric, Page
from govinfo.text.fold import split_number

MAX_LINES = 12
"""Over so many lines a label may run."""

MAX_PIECES = 3
"""In so many lines right above a row without words stands its label, and no heading with the header below it."""

MAX_STEP = 2
"""Largest distance between the lines of two pieces of a label."""


def label_above(row: Cut, lines: Sequence[Cut], page: Page) -> list[Chunk]:
    """The pieces of a row's label in the lines above, from top to bottom.

    They reach up to the first piece with a number; without one they are no label of the row.  What begins
    like a heading must fill its column in all lines.
    """
    own = row.words[-1] if row.words else None
    if own is not None and is_numbered(own):
        return []
    found: list[Chunk] = []
    below, number = own, row.number
    for line in lines[: -MAX_LINES - 1 : -1]:
        piece = _at(line, below, page.metric)
        if piece is None and below is not None and number - line.number <= MAX_STEP:
            continue
        if piece is None or (number - line.number > MAX_STEP and found):
            break
        found.insert(0, piece)
        if is_numbered(piece):
            certain = _level(piece) > 1 or (own is None and len(found) <= MAX_PIECES)
            return found if certain or all(page.is_full(above) for above in found) else []
        below, number = piece, line.number
    return []


def _level(piece: Chunk) -> int:
    numbering, _ = split_number(piece.token.text)
    return numbering.level if numbering else 0


def label_below(start: Chunk, row: Cut, lines: Sequence[Cut], page: Page) -> list[Chunk]:
    """The pieces of a row's label in the lines below it.

    Args:
        start: the last piece of the label so far; one that does not fill its column is the last at all.
        row: the row.
        lines: the lines below it.
        page: how places are counted.
    """
    found: list[Chunk] = []
    above, number = start, row.number
    for line in lines[:MAX_LINES]:
        piece = _at(line, above, page.metric)
        if piece is None or not page.is_full(above) or is_numbered(piece) or line.number - number > MAX_STEP:
            break
        found.append(piece)
        above, number = piece, line.number
    return found


def _at(line: Cut, other: Chunk | None, metric: Metric) -> Chunk | None:
    """The piece of a line that starts where another does; the only one where there is no other."""
    if other is None:
        return line.words[0] if len(line.words) == 1 else None
    start = metric(other).start
    near = [word for word in line.words if abs(metric(word).start - start) <= TOLERANCE]
    return min(near, key=lambda word: abs(metric(word).start - start), default=None)

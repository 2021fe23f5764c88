"""Labels that run over several lines, beside numbers that stand in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.parsers.chunks import Chunk, Cut, level
from govinfo.parsers.gather import is_of_group
from govinfo.parsers.positions import TOLERANCE, Metric, Page

MAX_LINES = 12
"""Over so many lines a label may run."""

MAX_PIECES = 3
"""In so many lines right above a row without words stands its label, and no heading with the header below it."""

MAX_STEP = 2
"""Largest distance between the lines of two pieces of a label."""


def label_above(row: Cut, lines: Sequence[Cut], page: Page) -> list[Chunk]:
    """The pieces of a row's label in the lines above, from top to bottom.

    They reach up to the first piece with a number; without one they are no label of the row.  What begins
    like a heading must be as wide as the pieces below it.
    """
    own = row.words[-1] if row.words else None
    if own is not None and level(own):
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
        if level(piece):
            certain = level(piece) > 1 or _is_wrapped(found, own, page.metric)
            return found if certain or (own is None and len(found) <= MAX_PIECES) else []
        below, number = piece, line.number
    return []


def label_aside(row: Cut, lines: Sequence[Cut], metric: Metric) -> Chunk | None:
    """The first piece of a row's label where the words of the row are only those of its group, at the left of it.

    The label was broken around the line of the numbers; the label of a group that covers several rows stands anywhere.
    """
    above = lines[-1] if lines else None
    if above is None or not row.words or row.number - above.number > MAX_STEP:
        return None
    own, piece = row.words[-1], above.words[-1]
    aside = metric(piece).start >= metric(own).stop and level(piece) > 0
    return piece if aside and is_of_group(own.token.text) else None


def _is_wrapped(pieces: Sequence[Chunk], own: Chunk | None, metric: Metric) -> bool:
    """Tell whether pieces are as wide as each other, and the last is no wider, as in a label that was broken."""
    widths = [span.stop - span.start for span in map(metric, pieces)]
    last = 0 if own is None else metric(own).stop - metric(own).start
    return max(widths) - min(widths) <= TOLERANCE and last <= max(widths) + TOLERANCE


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
        if piece is None or not page.is_full(above) or level(piece) or line.number - number > MAX_STEP:
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

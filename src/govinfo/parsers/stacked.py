"""Headers of columns whose labels are broken into lines, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.alignment.strip import Token
from govinfo.parsers.canvas import width
from govinfo.parsers.chunks import Chunk
from govinfo.parsers.positions import Metric

MAX_PIECE = 4
"""Pieces of up to so many columns, two wide characters, that stand below each other are one label."""


def stacked(lines: Sequence[Sequence[Chunk]], values: Sequence[Chunk], metric: Metric) -> Iterator[Token]:
    """The labels above a row of numbers, column by column and in each from top to bottom.

    Labels of groups come before that label of a column above which they stand; the alignment with
    the form joins the pieces that are left.
    """
    middles = [sum(metric(value)) for value in values]
    columns: list[list[tuple[int, Chunk]]] = [[] for _ in middles]
    for number, line in enumerate(lines):
        for chunk in line:
            middle = sum(metric(chunk))
            nearest = min(range(len(middles)), key=lambda place, middle=middle: abs(middles[place] - middle))
            columns[nearest].append((number, chunk))
    for column in columns:
        yield from _column(column)


def _column(pieces: Sequence[tuple[int, Chunk]]) -> Iterator[Token]:
    label: Token | None = None
    last = 0
    for number, chunk in pieces:
        narrow = sum(map(width, chunk.token.text)) <= MAX_PIECE
        if label is not None and narrow and number == last + 1:
            label = label._replace(text=label.text + chunk.token.text)
        else:
            if label is not None:
                yield label
            label = chunk.token
        last = number if narrow else -1
    if label is not None:
        yield label

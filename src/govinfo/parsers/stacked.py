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

    Labels of groups come before the labels of their first column; the alignment with the form joins
    the pieces that are left.
    """
    nearest = [[_nearest(chunk, values, metric) for chunk in line] for line in lines]
    lowest = {place: number for number, places in enumerate(nearest) for place in places}
    columns: list[list[tuple[int, Chunk]]] = [[] for _ in values]
    for number, (line, places) in enumerate(zip(lines, nearest, strict=True)):
        groups = [place for chunk, place in zip(line, places, strict=True) if _is_wide(chunk) and lowest[place] > number]
        first = _first_columns(groups, set(places), len(values))
        for chunk, place in zip(line, places, strict=True):
            columns[first.get(place, place) if _is_wide(chunk) else place].append((number, chunk))
    for column in columns:
        yield from _column(column)


def _nearest(chunk: Chunk, values: Sequence[Chunk], metric: Metric) -> int:
    """The column whose number stands nearest to the middle of a chunk."""
    middle = sum(metric(chunk))
    return min(range(len(values)), key=lambda place: abs(sum(metric(values[place])) - middle))


def _first_columns(groups: Sequence[int], taken: set[int], count: int) -> dict[int, int]:
    """For the column in which a group's label stands, the first of the columns that the group takes.

    Columns without a label of their own in the line belong to the nearest group, the right one of two.
    """
    first = {place: place for place in groups}
    for column in range(count):
        if groups and column not in taken:
            nearest = min(groups, key=lambda place: (abs(place - column), -place))
            first[nearest] = min(first[nearest], column)
    return first


def _is_wide(chunk: Chunk) -> bool:
    return sum(map(width, chunk.token.text)) > MAX_PIECE


def _column(pieces: Sequence[tuple[int, Chunk]]) -> Iterator[Token]:
    label: Token | None = None
    last = 0
    for number, chunk in pieces:
        narrow = not _is_wide(chunk)
        if label is not None and narrow and number == last + 1:
            label = label._replace(text=label.text + chunk.token.text)
        else:
            if label is not None:
                yield label
            label = chunk.token
        last = number if narrow else -1
    if label is not None:
        yield label

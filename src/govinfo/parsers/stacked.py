"""Headers of columns whose labels are broken into lines, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.alignment.strip import Token
from govinfo.parsers.chunks import Chunk, Span
from govinfo.parsers.positions import Metric
from govinfo.text.width import width

MAX_PIECE = 4
"""Pieces of up to so many columns, two wide characters, that stand below each other are one label."""


def stacked(lines: Sequence[Sequence[Chunk]], values: Sequence[Chunk], metric: Metric) -> Iterator[Token]:
    """The labels above a row of numbers, column by column and in each from top to bottom.

    What converters print without columns keeps its order.  The label of a group comes before that of the
    column above which it stands; pieces of labels that are left are joined by the alignment with the form.
    """
    if _is_running(lines) or _is_level(lines, len(values), metric):
        yield from (chunk.token for line in lines for chunk in line)
        return
    spans = [metric(value) for value in values]
    columns: list[list[tuple[int, Chunk]]] = [[] for _ in values]
    for number, line in enumerate(lines):
        for chunk, place in zip(line, _places([metric(chunk) for chunk in line], spans), strict=True):
            columns[place].append((number, chunk))
    for column in _grouped(columns):
        yield from _column(column)


def _grouped(columns: Sequence[Sequence[tuple[int, Chunk]]]) -> list[list[tuple[int, Chunk]]]:
    """The columns, each wide label at the first of its group where the labels of columns repeat from group to group.

    Such a label is set in the middle of its group.
    """
    texts = ["".join(chunk.token.text for _, chunk in column if _is_narrow(chunk)) for column in columns]
    starts = [place for place, text in enumerate(texts) if text and text == texts[0]]
    if len(starts) < 2:
        return [list(column) for column in columns]
    grouped = [[(number, chunk) for number, chunk in column if _is_narrow(chunk)] for column in columns]
    for place in range(len(columns) - 1, -1, -1):
        wide = [(number, chunk) for number, chunk in columns[place] if not _is_narrow(chunk)]
        start = max(start for start in starts if start <= place)
        grouped[start] = wide + grouped[start]
    return grouped


def _is_narrow(chunk: Chunk) -> bool:
    return sum(map(width, chunk.token.text)) <= MAX_PIECE


def _is_running(lines: Sequence[Sequence[Chunk]]) -> bool:
    """Tell whether labels just follow each other: all lines begin at one place, with one blank between labels."""
    starts = {line[0].characters.start for line in lines if line}
    gaps = {right.characters.start - left.characters.stop for line in lines for left, right in pairwise(line)}
    return len(starts) <= 1 and gaps <= {1}


def _is_level(lines: Sequence[Sequence[Chunk]], count: int, metric: Metric) -> bool:
    """Tell whether the lowest lines hold one label for each number, side by side, and those above whole labels."""
    for start in range(len(lines) - 1, -1, -1):
        lowest = [chunk for line in lines[start:] for chunk in line]
        if len(lowest) >= count:
            spans = [metric(chunk) for chunk in lowest]
            beside = all(left.stop <= right.start for left, right in pairwise(spans))
            above = (chunk for line in lines[:start] for chunk in line)
            whole = not any(map(_is_narrow, above))
            return len(lowest) == count and start < len(lines) - 1 and beside and whole
    return False


def _places(chunks: Sequence[Span], values: Sequence[Span]) -> list[int]:
    """A column for each chunk of a line, from left to right and so that they stand as near as can be."""
    if len(chunks) > len(values):
        return [min(place, len(values) - 1) for place in range(len(chunks))]
    rows: list[list[tuple[int, int]]] = []
    for number, chunk in enumerate(chunks):
        row: list[tuple[int, int]] = []
        best = (0, -1) if number == 0 else (10**9, -1)
        for place, value in enumerate(values):
            if number and place and rows[-1][place - 1][0] < best[0]:
                best = rows[-1][place - 1][0], place - 1
            row.append((best[0] + _distance(chunk, value), best[1]))
        rows.append(row)
    places: list[int] = []
    place = min(range(len(values)), key=lambda place: rows[-1][place][0]) if rows else 0
    for row in reversed(rows):
        places.append(place)
        place = row[place][1]
    return places[::-1]


def _distance(chunk: Span, value: Span) -> int:
    """How far a label stands from a number, whether they are set to the left, to the right or to the middle."""
    return min(2 * abs(chunk.start - value.start), 2 * abs(chunk.stop - value.stop), abs(sum(chunk) - sum(value)) + 1)


def _column(pieces: Sequence[tuple[int, Chunk]]) -> Iterator[Token]:
    label: Token | None = None
    last = -1
    for number, chunk in pieces:
        narrow = _is_narrow(chunk)
        if label is not None and narrow and last == number - 1:
            label = attrs.evolve(label, text=label.text + chunk.token.text)
        else:
            if label is not None:
                yield label
            label = chunk.token
        last = number if narrow else -1
    if label is not None:
        yield label

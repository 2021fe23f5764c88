"""Where the numbers of aligned rows stand, and to which of them those of a shorter row belong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

from govinfo.alignment.strip import Token
from govinfo.parsers.chunks import Chunk, Cut, Span, level
from govinfo.parsers.cut import cut

Metric = Callable[[Chunk], Span]
"""Gives the place of a chunk: on the screen, or in the line."""

MIN_ROWS = 2
"""So many complete rows at least tell where the columns stand."""

TOLERANCE = 2
"""Pieces of one label start at the same place; converters that work from a page may be off by so much."""


@attrs.frozen(eq=False)
class Page:
    """Lines in which rows of numbers stand below each other.

    Attributes:
        metric: how places are counted.
        edges: where the words end that start at a place, by place.
        segments: for the place of each row of numbers, the columns of the rows around it; empty where unknown.
        run: the lines.
    """

    run: Sequence[Cut]
    metric: Metric
    edges: dict[int, int]
    segments: dict[int, Sequence[Span]]

    @classmethod
    def of(cls, run: Sequence[Cut]) -> Page:
        """Measure some lines; those between two headings or on one page are compared with each other."""
        groups: list[list[int]] = [[]]
        for place, line in enumerate(run):
            if _divides(line):
                groups.append([])
            if line.values:
                groups[-1].append(place)
        members = [[run[place] for place in group] for group in groups]
        metric = _best_metric(members)
        edges: dict[int, int] = {}
        for line in run:
            if line.words and not _divides(line):
                span = metric(line.words[-1])
                edges[span.start] = max(edges.get(span.start, 0), span.stop)
        segments: dict[int, Sequence[Span]] = {}
        for group, rows in zip(groups, members, strict=True):
            segments |= dict.fromkeys(group, _bands(rows, metric))
        return cls(run, metric, edges, segments)

    def is_full(self, chunk: Chunk) -> bool:
        """Tell whether a chunk reaches as far as the longest of those that start where it does, or near it."""
        start, stop = self.metric(chunk)
        return stop + TOLERANCE >= max(self.edges.get(start + by, stop) for by in range(-TOLERANCE, TOLERANCE + 1))

    def values(self, place: int) -> tuple[Token, ...]:
        """The numbers of a row, with empty cells between where their places show some."""
        row, columns = self.run[place], self.segments[place]
        if len(row.values) < len(columns):
            places = _placed(row.values, columns, self.metric)
            if places:
                empty = cut(row.line, 0, 0, padding=True)
                return tuple(chunk.token if chunk else empty for chunk in places)
        return tuple(chunk.token for chunk in row.values)


def _divides(line: Cut) -> bool:
    """Tell whether a line begins a page, or is a heading that stands alone."""
    return line.line.text.startswith("\f") or (len(line.words) == 1 and not line.values and level(line.words[0]) > 0)


def _best_metric(segments: Sequence[Sequence[Cut]]) -> Metric:
    """The metric under which the numbers of most columns stand below each other."""
    return max((_on_screen, _in_line), key=lambda metric: sum(_straight(rows, metric) for rows in segments))


def _on_screen(chunk: Chunk) -> Span:
    return chunk.columns


def _in_line(chunk: Chunk) -> Span:
    return chunk.characters


def _complete(rows: Sequence[Cut]) -> list[Cut]:
    """The rows with the most numbers."""
    most = max((len(row.values) for row in rows), default=0)
    return [row for row in rows if len(row.values) == most]


def _straight(rows: Sequence[Cut], metric: Metric) -> int:
    """In how many columns the numbers of complete rows stand right below each other."""
    full = _complete(rows)
    if len(full) < MIN_ROWS:
        return 0
    count = 0
    for column in zip(*(row.values for row in full), strict=True):
        spans = [metric(chunk) for chunk in column]
        places = [span.start for span in spans], [span.stop for span in spans], [sum(span) // 2 for span in spans]
        count += min(max(place) - min(place) for place in places) <= 1
    return count


def _bands(rows: Sequence[Cut], metric: Metric) -> list[Span]:
    """The places of the columns, as far as complete rows tell them; empty if they overlap."""
    full = _complete(rows)
    if len(full) < MIN_ROWS:
        return []
    columns = []
    for column in zip(*(row.values for row in full), strict=True):
        spans = [metric(chunk) for chunk in column]
        columns.append(Span(min(span.start for span in spans), max(span.stop for span in spans)))
    return columns if all(left.stop <= right.start for left, right in pairwise(columns)) else []


def _placed(values: Sequence[Chunk], columns: Sequence[Span], metric: Metric) -> list[Chunk | None] | None:
    """The numbers of a row column by column, None for an empty one; None if a number's column cannot be told."""
    places: list[Chunk | None] = [None] * len(columns)
    for chunk in values:
        span = metric(chunk)
        under = [number for number, band in enumerate(columns) if span.start < band.stop and band.start < span.stop]
        if len(under) != 1 or places[under[0]] is not None:
            return None
        places[under[0]] = chunk
    return places

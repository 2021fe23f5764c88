"""Tables without ruling lines: columns by the places of the numbers, labels by how closely their lines stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.readers.pdf.chunks import NOWHERE, Chunk, Stack, chunks_of, is_spaced, join_chunks, largest_gap, stacks_of
from govinfo.readers.pdf.headers import header_of
from govinfo.readers.pdf.page import Box, around
from govinfo.readers.pdf.words import Line
from govinfo.text.numbers import is_value

MIN_ROWS = 3
"""A page with fewer rows of numbers has no table, unless one is long."""

MIN_VALUES = 5
"""So many numbers make a long row."""

MAX_LABEL = 60
"""Longest label of a row in characters; the longest official one has 37."""


@attrs.frozen
class LooseTable:
    """A table without lines on one page.

    Attributes:
        page: number of the page.
        box: its place.
        rows: its rows of cells; all rows of numbers are equally long.
        broken: True where numbers stand that belong to no row, so that others may be parts of broken ones.
    """

    page: int
    box: Box
    rows: tuple[tuple[Chunk, ...], ...]
    broken: bool


@attrs.frozen
class Zone:
    """Rows of numbers below one header.

    Attributes:
        first, last: numbers of its first and last line on the page; those of the header and of labels included.
        header: cells above the numbers, line by line.
        rows: labels and numbers.
        broken: see `LooseTable`.
    """

    first: int
    last: int
    header: tuple[tuple[Chunk, ...], ...]
    rows: tuple[tuple[Chunk, ...], ...]
    broken: bool


def zones_of(lines: Sequence[Line]) -> list[Zone]:
    """Find the rows of numbers among the lines of a page; none where their columns cannot be told."""
    cut = [chunks_of(line) for line in lines]
    heads = [chunks if is_spaced(line) else chunks_of(line, 0.0) for line, chunks in zip(lines, cut, strict=True)]
    numeric = [place for place, chunks in enumerate(cut) if _is_numeric(chunks)]
    if len(numeric) < MIN_ROWS and not any(len(cut[place]) >= MIN_VALUES for place in numeric):
        return []
    groups = _grouped(cut, numeric)
    limit = largest_gap(cut)
    zones: list[Zone] = []
    floor = 0
    for number, group in enumerate(groups):
        ceiling = groups[number + 1][0] if number + 1 < len(groups) else len(cut)
        zone = _zone(cut, heads, group, range(floor, ceiling), limit)
        if zone is None:
            return []
        zones.append(zone)
        floor = zone.last + 1
    return zones


def _is_numeric(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a line is a row of numbers: at its end nothing but numbers, and no sentence before them."""
    values = [is_value(chunk.text) for chunk in chunks]
    if True not in values:
        return False
    first = values.index(True)
    return all(values[first:]) and (first > 0 or len(values) > 1) and first <= 3


def _grouped(cut: Sequence[Sequence[Chunk]], numeric: Sequence[int]) -> list[list[int]]:
    """Rows of numbers, those together between which no text stands above the numbers."""
    groups = [[numeric[0]]]
    for before, place in pairwise(numeric):
        edge = _edge([cut[number] for number in groups[-1]])
        if any(_is_right_of(chunk, edge) for chunks in cut[before + 1 : place] for chunk in chunks):
            groups.append([])
        groups[-1].append(place)
    return groups


def _edge(rows: Sequence[Sequence[Chunk]]) -> tuple[float, float]:
    """Where the labels of rows end and their numbers begin."""
    numbers = min(chunk.box.left for row in rows for chunk in row if is_value(chunk.text))
    labels = [chunk.box.right for row in rows for chunk in row if not is_value(chunk.text)]
    return max(labels, default=numbers), numbers


def _is_right_of(chunk: Chunk, edge: tuple[float, float]) -> bool:
    """Tell whether a chunk stands where the numbers are, or between them and the labels."""
    return chunk.box.left >= edge[0] or chunk.box.right > edge[1] + 1


def _zone(
    cut: Sequence[Sequence[Chunk]],
    heads: Sequence[Sequence[Chunk]],
    group: Sequence[int],
    around_it: range,
    limit: float,
) -> Zone | None:
    """The rows of a group; None where two numbers of one row stand in the same column.

    Args:
        cut: the chunks of each line of the page.
        heads: the same lines, cut as a header is.
        group: the lines with its numbers.
        around_it: the lines that may hold its header and labels.
        limit: the largest gap between lines of one cell.
    """
    floor = around_it.start
    columns = _columns([chunk.box for place in group for chunk in cut[place] if is_value(chunk.text)])
    edge = _edge([cut[place] for place in group])
    left = columns[0][0]
    over = [place for place in range(floor, group[0]) if any(_is_right_of(chunk, edge) for chunk in cut[place])]
    loose = [
        (place, chunk)
        for place in range(over[-1] + 1 if over else floor, around_it.stop)
        for chunk in cut[place]
        if not is_value(chunk.text) and not _is_right_of(chunk, edge) and len(chunk.text) <= MAX_LABEL
    ]
    labels, used = _labels([cut[place] for place in group], stacks_of(loose, limit), group)
    rows: list[list[Chunk]] = []
    most = max(len(label) for label in labels)
    for place, label in zip(group, labels, strict=True):
        values = [chunk for chunk in cut[place] if is_value(chunk.text)]
        cells = _in_columns(values, columns)
        if cells is None:
            return None
        beside = Box(label[0].box.left, values[0].box.top, left, values[0].box.bottom) if label else values[0].box
        rows.append([*[Chunk("", beside)] * (most - len(label)), *label, *cells])
    first = min([*used, group[0]])
    edge = edge if most else (NOWHERE, left)
    start = _top(cut, floor, first, edge)
    header = header_of([chunk for place in range(start, first) for chunk in heads[place]], edge[0], limit)
    rest = set(range(group[0], around_it.stop)) - set(group)
    broken = any(is_value(chunk.text) for place in rest for chunk in cut[place])
    broken = broken or (len(rows) > 1 and not all(labels))
    return Zone(start, max([*used, group[-1]]), tuple(header), tuple(map(tuple, rows)), broken)


def _top(cut: Sequence[Sequence[Chunk]], floor: int, first: int, edge: tuple[float, float]) -> int:
    """The first line of a header: the highest with a chunk above the numbers, below any line of running text."""
    start = first
    for place in range(first - 1, floor - 1, -1):
        if any(chunk.box.left >= edge[0] for chunk in cut[place]) and (edge[0] > NOWHERE or len(cut[place]) > 1):
            start = place
        elif any(chunk.box.right > edge[1] for chunk in cut[place]):
            break
    return start


def _columns(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Left and right edges of the columns: numbers that overlap from above stand in one."""
    columns: list[tuple[float, float]] = []
    for left, _, right, _ in sorted(boxes):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _in_columns(values: Sequence[Chunk], columns: Sequence[tuple[float, float]]) -> list[Chunk] | None:
    """The numbers of a row in their columns, empty cells between them; None where two stand in one."""
    cells = [Chunk("", Box(left, values[0].box.top, right, values[0].box.bottom)) for left, right in columns]
    for value in values:
        place = next(number for number, (left, right) in enumerate(columns) if left <= value.box.left <= right)
        if cells[place].text:
            return None
        cells[place] = value
    return cells


def _labels(
    rows: Sequence[Sequence[Chunk]], stacks: Sequence[Stack], places: Sequence[int]
) -> tuple[list[list[Chunk]], set[int]]:
    """The labels of each row from left to right, and the lines that hold them.

    Lines that stand closely one below the other are one label; it belongs to the row of numbers at its middle.
    Where a pile of lines stands beside several rows, each line belongs to the row beside or else above it.
    """
    levels = [next(chunk.middle for chunk in row if is_value(chunk.text)) for row in rows]
    parts: list[list[Chunk]] = [[] for _ in rows]
    used: set[int] = set()
    for stack in stacks:
        whole = around([chunk.box for _, chunk in stack])
        inside = [number for number, level in enumerate(levels) if whole.top <= level <= whole.bottom]
        if not inside and (stack[-1][0] < places[0] or stack[0][0] > places[-1]):
            continue
        for place, chunk in stack:
            middle = (whole.top + whole.bottom) / 2 if len(inside) <= 1 else chunk.middle
            nearest = min(range(len(levels)), key=lambda number: abs(levels[number] - middle))
            if len(inside) > 1 and abs(levels[nearest] - middle) > chunk.box.height / 2:
                nearest = max([number for number, level in enumerate(levels) if level < middle], default=nearest)
            parts[nearest].append(chunk)
            used.add(place)
    return [_side_by_side(chunks) for chunks in parts], used


def _side_by_side(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Those that overlap from above joined from top to bottom; the others from left to right."""
    groups: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda chunk: chunk.box.left):
        if groups and chunk.box.left < max(other.box.right for other in groups[-1]):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [join_chunks(sorted(group, key=lambda chunk: chunk.box.top)) for group in groups]


def loose_tables(lines: Sequence[Line], page: int) -> Iterator[tuple[int, int, LooseTable]]:
    """The tables without lines among the lines of a page, each with the numbers of its first and last line."""
    for zone in zones_of(lines):
        rows = (*zone.header, *zone.rows)
        yield (
            zone.first,
            zone.last,
            LooseTable(page, around([chunk.box for row in rows for chunk in row]), rows, zone.broken),
        )

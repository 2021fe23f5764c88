"""Tables without ruling lines: columns by the places of the numbers, labels by how closely their lines stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.readers.pdf.page import Box, around
from govinfo.readers.pdf.words import Line, Word, gap, join_text
from govinfo.text.numbers import is_value

APART = 0.9
"""Words of text that are so many heights apart stand in different cells; numbers always do."""

MIN_ROWS = 3
"""A page with fewer rows of numbers has no table."""

MAX_GAP = 3.0
"""Lines of one label are no farther apart than so many heights."""

JUMP = 1.25
"""Gaps between labels are at least so many times larger than those between the lines of one."""

MAX_LABEL = 60
"""Longest label of a row in characters; the longest official one has 37."""


@attrs.frozen
class Chunk:
    """Words that stand together: a cell, or a line of one."""

    text: str
    box: Box

    @property
    def middle(self) -> float:
        """Its place from the top."""
        return (self.box.top + self.box.bottom) / 2


@attrs.frozen
class LooseTable:
    """A table without lines on one page: its rows of cells; all rows of numbers are equally long."""

    page: int
    box: Box
    rows: tuple[tuple[Chunk, ...], ...]


def chunks_of(line: Line) -> list[Chunk]:
    """The cells of a line, or lines of such."""
    groups: list[list[Word]] = []
    for word in line.words:
        joins = (
            groups and not (is_value(word.text) or is_value(groups[-1][-1].text)) and gap(groups[-1][-1], word) < APART
        )
        if joins:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_chunk([Chunk(word.text, word.box) for word in group]) for group in groups]


def _chunk(parts: Sequence[Chunk]) -> Chunk:
    text = ""
    for part in parts:
        text = join_text(text, part.text)
    return Chunk(text, around([part.box for part in parts])) if len(parts) > 1 else parts[0]


@attrs.frozen
class Zone:
    """Rows of numbers below one header.

    Attributes:
        first, last: numbers of its first and last line on the page; those of the header and of labels included.
        header: cells above the numbers, line by line.
        rows: labels and numbers.
    """

    first: int
    last: int
    header: tuple[tuple[Chunk, ...], ...]
    rows: tuple[tuple[Chunk, ...], ...]


def zones_of(lines: Sequence[Line]) -> list[Zone]:
    """Find the rows of numbers among the lines of a page; none where their columns cannot be told."""
    cut = [chunks_of(line) for line in lines]
    numeric = [place for place, chunks in enumerate(cut) if _is_numeric(chunks)]
    if len(numeric) < MIN_ROWS:
        return []
    groups = _grouped(cut, numeric)
    zones: list[Zone] = []
    floor = 0
    for number, group in enumerate(groups):
        ceiling = groups[number + 1][0] if number + 1 < len(groups) else len(cut)
        zone = _zone(cut, group, floor, ceiling)
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
        left = min(chunk.box.left for chunk in cut[before] if is_value(chunk.text))
        between = [chunk for chunks in cut[before + 1 : place] for chunk in chunks]
        if any(chunk.box.right > left + 1 for chunk in between):
            groups.append([])
        groups[-1].append(place)
    return groups


def _zone(cut: Sequence[Sequence[Chunk]], group: Sequence[int], floor: int, ceiling: int) -> Zone | None:
    """The rows of a group; None where two numbers of one row stand in the same column."""
    columns = _columns([chunk.box for place in group for chunk in cut[place] if is_value(chunk.text)])
    left = columns[0][0]
    loose = [
        (place, chunk)
        for place in range(floor, ceiling)
        for chunk in cut[place]
        if chunk.box.right <= left + 1 and not is_value(chunk.text) and len(chunk.text) <= MAX_LABEL
    ]
    labels, used = _labels([cut[place] for place in group], loose, group)
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
    start = next((place for place in range(floor, first) if len(cut[place]) > 1), first)
    header = _header([chunk for place in range(start, first) for chunk in cut[place]])
    return Zone(start, max([*used, group[-1]]), tuple(header), tuple(map(tuple, rows)))


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
    rows: Sequence[Sequence[Chunk]], loose: Sequence[tuple[int, Chunk]], places: Sequence[int]
) -> tuple[list[list[Chunk]], set[int]]:
    """The labels of each row from left to right, and the lines that hold them.

    Lines that stand closely one below the other are one label; it belongs to the row of numbers at its middle.
    """
    levels = [next(chunk.middle for chunk in row if is_value(chunk.text)) for row in rows]
    stacks = _stacks(loose)
    labels: list[list[Chunk]] = [[] for _ in rows]
    used: set[int] = set()
    for stack in stacks:
        whole = _chunk([chunk for _, chunk in stack])
        height = stack[0][1].box.height
        inside = [number for number, level in enumerate(levels) if whole.box.top <= level <= whole.box.bottom]
        for number in inside[:1] if len(inside) <= 1 else ():
            labels[number].append(whole)
            used |= {place for place, _ in stack}
        if len(inside) > 1:
            for place, chunk in stack:
                nearest = min(range(len(levels)), key=lambda number: abs(levels[number] - chunk.middle))
                if abs(levels[nearest] - chunk.middle) < height:
                    labels[nearest].append(chunk)
                    used.add(place)
    used = {place for place in used if place >= places[0] or place in used}
    return [sorted(label, key=lambda chunk: chunk.box.left) for label in labels], used


def _stacks(loose: Sequence[tuple[int, Chunk]]) -> list[list[tuple[int, Chunk]]]:
    """Chunks one below the other whose gaps are those between lines, not those between labels."""
    below: list[tuple[int, int, float]] = []
    for number, (_, chunk) in enumerate(loose):
        for other in range(number + 1, len(loose)):
            lower = loose[other][1]
            if min(chunk.box.right, lower.box.right) - max(chunk.box.left, lower.box.left) > 0:
                distance = lower.box.top - chunk.box.bottom
                if -chunk.box.height / 2 < distance < MAX_GAP * chunk.box.height:
                    below.append((number, other, distance))
                break
    limit = _limit([distance for _, _, distance in below])
    stacks: dict[int, list[tuple[int, Chunk]]] = {number: [entry] for number, entry in enumerate(loose)}
    for number, other, distance in below:
        if distance <= limit and stacks[number] is not stacks[other]:
            stacks[number].extend(stacks[other])
            for place in [place for place, stack in stacks.items() if stack is stacks[other]]:
                stacks[place] = stacks[number]
    return list({id(stack): stack for stack in stacks.values()}.values())


def _limit(distances: Sequence[float]) -> float:
    """The gap above which a new label begins: at the largest jump of the gaps; below all where there is none."""
    ordered = sorted(distances)
    jumps = [
        (higher - lower, (higher + lower) / 2)
        for lower, higher in pairwise(ordered)
        if higher > JUMP * max(lower, 0) + 1
    ]
    return max(jumps)[1] if jumps else float("-inf")


def _header(chunks: Sequence[Chunk]) -> Iterator[tuple[Chunk, ...]]:
    """The cells of a header, level by level."""
    stacks = _stacks(list(enumerate(chunks)))
    cells = sorted((_chunk([chunk for _, chunk in stack]) for stack in stacks), key=lambda chunk: chunk.box.top)
    level: list[Chunk] = []
    for cell in cells:
        if level and cell.box.top > min(chunk.box.bottom for chunk in level):
            yield tuple(sorted(level, key=lambda chunk: chunk.box.left))
            level = []
        level.append(cell)
    if level:
        yield tuple(sorted(level, key=lambda chunk: chunk.box.left))


def loose_tables(lines: Sequence[Line], page: int) -> Iterator[tuple[int, int, LooseTable]]:
    """The tables without lines among the lines of a page, each with the numbers of its first and last line."""
    for zone in zones_of(lines):
        rows = (*zone.header, *zone.rows)
        yield zone.first, zone.last, LooseTable(page, around([chunk.box for row in rows for chunk in row]), rows)

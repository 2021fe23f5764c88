"""Ruling lines: single strokes become the lines that a reader sees, and those the frames of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from govinfo.readers.pdf.page import Box, Stroke

SNAP = 4.0
"""Strokes no farther apart than so many points make one line: double lines, borders of neighbouring cells."""

GAP = 3.5
"""Gaps of so many points in a line are bridged: dashes, and strokes that do not quite meet."""

MIN_LENGTH = 5.0
"""Shortest line in points; no cell is smaller."""


@attrs.frozen
class Frame:
    """Lines that cross each other.

    Attributes:
        rows, columns: its lines.
        box: the smallest rectangle around them.
    """

    rows: tuple[Stroke, ...]
    columns: tuple[Stroke, ...]
    box: Box


def lines_of(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Join strokes side by side and one behind the other into lines, ordered by place."""
    lines: list[Stroke] = []
    bundle: list[Stroke] = []
    for stroke in sorted(strokes):
        if bundle and stroke.place - bundle[0].place > SNAP:
            lines.extend(_joined(bundle))
            bundle = []
        bundle.append(stroke)
    lines.extend(_joined(bundle))
    return [line for line in lines if line.stop - line.start >= MIN_LENGTH]


def _joined(bundle: Sequence[Stroke]) -> Iterable[Stroke]:
    """The lines that a bundle of strokes at about the same place makes."""
    if not bundle:
        return
    length = sum(stroke.stop - stroke.start for stroke in bundle)
    place = (
        sum(stroke.place * (stroke.stop - stroke.start) for stroke in bundle) / length if length else bundle[0].place
    )
    ordered = sorted((stroke.start, stroke.stop) for stroke in bundle)
    start, stop = ordered[0]
    for more_start, more_stop in ordered:
        if more_start > stop + GAP:
            yield Stroke(place, start, stop)
            start, stop = more_start, more_stop
        stop = max(stop, more_stop)
    yield Stroke(place, start, stop)


def frames_of(rows: Sequence[Stroke], columns: Sequence[Stroke]) -> list[Frame]:
    """Group strokes that touch or cross into frames, from the top of the page to its bottom.

    Args:
        rows: horizontal strokes.
        columns: vertical strokes.
    """
    frames: list[Frame] = []
    for band, top, bottom in _bands(columns):
        inside = [row for row in rows if top - SNAP <= row.place <= bottom + SNAP]
        frames.extend(_crossing(lines_of(inside), lines_of(band)))
    return sorted(frames, key=lambda frame: (frame.box.top, frame.box.left))


def _bands(columns: Sequence[Stroke]) -> Iterator[tuple[list[Stroke], float, float]]:
    """The vertical strokes of tables that stand one below the other; each is joined by itself."""
    band: list[Stroke] = []
    bottom = 0.0
    for stroke in sorted(columns, key=lambda stroke: stroke.start):
        if band and stroke.start > bottom + SNAP:
            yield band, band[0].start, bottom
            band = []
        bottom = max(bottom, stroke.stop) if band else stroke.stop
        band.append(stroke)
    if band:
        yield band, band[0].start, bottom


def _crossing(rows: Sequence[Stroke], columns: Sequence[Stroke]) -> list[Frame]:
    """Group lines that touch or cross."""
    parents = list(range(len(rows) + len(columns)))
    for number, row in enumerate(rows):
        for other, column in enumerate(columns, len(rows)):
            if (
                row.start - SNAP <= column.place <= row.stop + SNAP
                and column.start - SNAP <= row.place <= column.stop + SNAP
            ):
                parents[_root(parents, number)] = _root(parents, other)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for number, line in enumerate((*rows, *columns)):
        groups.setdefault(_root(parents, number), ([], []))[number >= len(rows)].append(line)
    return [_frame(across, down) for across, down in groups.values() if across and down]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


def _frame(rows: Sequence[Stroke], columns: Sequence[Stroke]) -> Frame:
    box = Box(
        min(columns[0].place, *(row.start for row in rows)),
        min(rows[0].place, *(column.start for column in columns)),
        max(columns[-1].place, *(row.stop for row in rows)),
        max(rows[-1].place, *(column.stop for column in columns)),
    )
    return Frame(tuple(rows), tuple(columns), box)

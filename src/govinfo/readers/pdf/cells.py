"""From the frame of a table to its cells: slots of the finest grid, joined where no line parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import attrs

from govinfo.readers.pdf.page import Box, Stroke
from govinfo.readers.pdf.ruling import SNAP, Frame

MAX_SLOTS = 50_000
"""So many slots may the finest grid of a table have; a page of the largest tables known has some hundreds."""

WALL = 0.5
"""A line parts two slots if it runs along at least this share of their common edge."""


@attrs.frozen
class Cell:
    """A cell: its first row and column counted from 0, its spans, its place."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@attrs.frozen
class Lattice:
    """The cells of one table on one page.

    Attributes:
        xs, ys: edges of its columns and rows.
        cells: its cells, by row and column.
        slots: for each slot, row by row, the number of its cell.
        open_top, open_bottom: True where no line closes the table there.
        ragged: places where lines leave no rectangle, which were cut into rectangles.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    slots: tuple[int, ...]
    open_top: bool
    open_bottom: bool
    ragged: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """The place of the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> int | None:
        """Number of the cell at a point; None outside."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.slots[row * (len(self.xs) - 1) + column]
        return None


def lattice_of(frame: Frame) -> Lattice | None:
    """The cells of a frame; None where it is no table: a box, or more slots than `MAX_SLOTS`."""
    xs = _edges(frame.columns, frame.box.left, frame.box.right)
    ys = _edges(frame.rows, frame.box.top, frame.box.bottom)
    if (len(xs) - 1) * (len(ys) - 1) > MAX_SLOTS:
        return None
    right, below = _walls(frame.columns, xs, ys), _walls(frame.rows, ys, xs)
    kept_xs, kept_ys = _kept(xs, right), _kept(ys, below)
    if (kept_xs, kept_ys) != (xs, ys):
        xs, ys = kept_xs, kept_ys
        right, below = _walls(frame.columns, xs, ys), _walls(frame.rows, ys, xs)
    width, height = len(xs) - 1, len(ys) - 1
    parents = _joined_slots(width, height, right, below)
    members: dict[int, list[int]] = {}
    for slot in range(width * height):
        root = parents[slot] = parents[parents[slot]]
        members.setdefault(root, []).append(slot)
    slots = [0] * (width * height)
    cells: list[Cell] = []
    ragged: list[Box] = []
    for group in members.values():
        parts = list(_rectangles(group, width))
        for row, column, rowspan, colspan in parts:
            box = Box(xs[column], ys[row], xs[column + colspan], ys[row + rowspan])
            for line in range(row, row + rowspan):
                slots[line * width + column : line * width + column + colspan] = [len(cells)] * colspan
            cells.append(Cell(row, column, rowspan, colspan, box))
            ragged += [box] if len(parts) > 1 else []
    if len(cells) < 2:
        return None
    order = sorted(range(len(cells)), key=lambda number: (cells[number].row, cells[number].column))
    numbers = {old: new for new, old in enumerate(order)}
    return Lattice(
        tuple(xs),
        tuple(ys),
        tuple(cells[number] for number in order),
        tuple(numbers[slot] for slot in slots),
        open_top=_is_open(frame.rows, ys[0], xs),
        open_bottom=_is_open(frame.rows, ys[-1], xs),
        ragged=tuple(ragged),
    )


def _edges(lines: Iterable[Stroke], low: float, high: float) -> list[float]:
    """The places of lines, with the edges of the frame where no line closes it."""
    places = sorted({line.place for line in lines})
    if places[0] - low > SNAP:
        places.insert(0, low)
    if high - places[-1] > SNAP:
        places.append(high)
    return places


def _is_open(rows: Sequence[Stroke], place: float, xs: Sequence[float]) -> bool:
    drawn = sum(row.stop - row.start for row in rows if abs(row.place - place) <= SNAP)
    return drawn < WALL * (xs[-1] - xs[0])


def _kept(places: list[float], walls: set[tuple[int, int]]) -> list[float]:
    """The places at which some line parts slots, and the outer ones."""
    parting = {0, len(places) - 1, *(place for place, _ in walls)}
    return [place for number, place in enumerate(places) if number in parting]


def _joined_slots(width: int, height: int, right: set[tuple[int, int]], below: set[tuple[int, int]]) -> list[int]:
    """For each slot one slot of its cell, the same for all of them; walls are by place and step."""
    parents = list(range(width * height))

    def root(slot: int) -> int:
        while parents[slot] != slot:
            parents[slot] = slot = parents[parents[slot]]
        return slot

    for slot in range(width * height):
        row, column = divmod(slot, width)
        if column + 1 < width and (column + 1, row) not in right:
            parents[root(slot + 1)] = root(slot)
        if row + 1 < height and (row + 1, column) not in below:
            parents[root(slot + width)] = root(slot)
    return [root(slot) for slot in range(len(parents))]


def _walls(lines: Iterable[Stroke], places: Sequence[float], steps: Sequence[float]) -> set[tuple[int, int]]:
    """Which pieces of the grid are drawn: number of the line's place, and of the step along it."""
    numbers = {place: number for number, place in enumerate(places)}
    drawn: dict[tuple[int, int], float] = {}
    for line in lines:
        first = max(bisect_right(steps, line.start) - 1, 0)
        for step in range(first, len(steps) - 1):
            if steps[step] >= line.stop:
                break
            length = min(line.stop, steps[step + 1]) - max(line.start, steps[step])
            if line.place in numbers:
                key = numbers[line.place], step
                drawn[key] = drawn.get(key, 0.0) + length
    return {
        (place, step) for (place, step), length in drawn.items() if length >= WALL * (steps[step + 1] - steps[step])
    }


def _rectangles(slots: Sequence[int], width: int) -> Iterable[tuple[int, int, int, int]]:
    """Cut a group of slots into rectangles of row, column, rowspan and colspan; one if it is a rectangle."""
    columns: dict[int, list[int]] = {}
    for slot in slots:
        columns.setdefault(slot // width, []).append(slot % width)
    spans = [(row, min(inside), len(inside)) for row, inside in sorted(columns.items())]
    whole = all(max(columns[row]) - first + 1 == count for row, first, count in spans)
    if not whole:
        yield from ((slot // width, slot % width, 1, 1) for slot in slots)
        return
    start, first, count = spans[0]
    rowspan = 0
    for row, left, wide in spans:
        if (left, wide) != (first, count) or row != start + rowspan:
            yield start, first, rowspan, count
            start, first, count, rowspan = row, left, wide, 0
        rowspan += 1
    yield start, first, rowspan, count

"""Rows printed one after the other, or several of them column by column.

A program that follows the blocks of a page gives some rows piece by piece, and of others first the first columns, row
by row, and then the next: a rectangle of the table for each block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from govinfo.parsers.pieces import Number, Numbers, Piece, values_of

MAX_STEPS = 20_000
"""So many rectangles at most are tried."""

MAX_LATE = 8
"""So many rows at most have a total that stands behind numbers of other rows."""

NEAR = 48
"""So many pieces at most behind its place it stands."""

MAX_READINGS = 8
"""So many readings are looked for; more than one tell nothing."""

Rows = tuple[Numbers, ...]


class Group(NamedTuple):
    """Rows read together.

    Attributes:
        start: the number of their first piece.
        stop: the number behind that of their last.
        rows: their numbers.
    """

    start: int
    stop: int
    rows: Rows


class _TooMany(Exception):
    """There are too many readings to tell anything."""


def readings(pieces: Sequence[Piece], width: int, rows: int) -> list[Rows]:
    """The ways to read pieces in their order as rows whose last number is the sum of the others.

    Args:
        pieces: the pieces, none of them loose.
        width: how many numbers a row has.
        rows: how many rows there are.

    Returns:
        The ways, different in their values; none where there are too many.
    """
    if sum(len(piece.numbers) for piece in pieces) != width * rows:
        return []
    for _ in range(MAX_LATE + 1):
        reader = _Reader(pieces, width)
        try:
            found = [way for way in reader.ways(0).values() if len(way) == rows]
        except _TooMany:
            return []
        moved = _with_total(pieces, reader.lacking)
        if found or not moved:
            return found
        pieces = moved
    return []


def _with_total(pieces: Sequence[Piece], lacking: Mapping[int, Number]) -> list[Piece]:
    """The pieces with the total of the last row that lacks one in its place; none if it does not stand closely behind.

    It must stand alone, and be the only such number there.
    """
    place = max(lacking, default=len(pieces))
    behind = range(place + 1, min(place + NEAR, len(pieces)))
    late = [number for number in behind if pieces[number].values == (lacking[place],)]
    if len(late) != 1:
        return []
    (number,) = late
    return [*pieces[:place], pieces[number], *pieces[place:number], *pieces[number + 1 :]]


def groups(pieces: Sequence[Piece], width: int) -> list[Group]:
    """The rows that stand together and add up, none of them to nothing; none that share a piece with others.

    Args:
        pieces: the pieces in their order.
        width: how many numbers a row has; the last is the sum of the others.
    """
    reader = _Reader(pieces, width)
    try:
        found = [
            Group(place, stop, rows)
            for place in range(len(pieces))
            for stop, rows in reader.groups(place)
            if all(values_of(row)[-1] for row in rows) and not any(piece.loose for piece in pieces[place:stop])
        ]
    except _TooMany:
        return []
    largest: list[Group] = []
    for group in sorted(found, key=lambda group: -len(group.rows)):
        if not any(all(row in other.rows for row in group.rows) for other in largest):
            largest.append(group)
    return [
        group
        for group in largest
        if not any(other.start < group.stop and group.start < other.stop for other in largest if other is not group)
    ]


class _Reader:
    """Reads rows from a place on; what was found from there on is kept."""

    def __init__(self, pieces: Sequence[Piece], width: int) -> None:
        self.lacking: dict[int, Number] = {}
        self._pieces, self._width, self._steps = pieces, width, 0
        self._known: dict[int, dict[tuple[object, ...], Rows]] = {}

    def ways(self, place: int) -> dict[tuple[object, ...], Rows]:
        """The ways to read all pieces from a place on, by their values."""
        if place not in self._known:
            found: dict[tuple[object, ...], Rows] = {(): ()} if place == len(self._pieces) else {}
            for stop, rows in self.groups(place):
                for values, way in self.ways(stop).items():
                    found.setdefault((*map(values_of, rows), *values), (*rows, *way))
            if len(found) > MAX_READINGS:
                raise _TooMany
            self._known[place] = found
        return self._known[place]

    def groups(self, place: int) -> Iterator[tuple[int, Rows]]:
        """The rows that may begin at a place: one, or a rectangle whose first columns are the block there."""
        size = sum(len(piece.numbers) for piece in self._pieces[place : self._end_of_block(place)])
        heights = [height for height in range(2, size + 1) if not size % height and size <= height * self._width]
        for height in (1, *heights):
            yield from self._complete(place, ((),) * height)

    def _complete(self, place: int, left: Rows) -> Iterator[tuple[int, Rows]]:
        """Rows that begin with some numbers and go on with those of a block; a single row goes on piece by piece."""
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise _TooMany
        stop = self._end_of_block(place) if len(left) > 1 else self._end_of_row(place, self._width - len(left[0]))
        if len(left) == 1:
            self._note_total(place, left[0])
        more = self._rectangle(place, stop, len(left))
        rows = tuple([(*first, *rest) for first, rest in zip(left, more, strict=bool(more))])
        if rows and len(rows[0]) == self._width:
            if all(map(_adds_up, rows)):
                yield stop, rows
        elif len(rows) > 1 and len(rows[0]) < self._width:
            yield from self._split(stop, rows)

    def _note_total(self, place: int, begun: Numbers) -> None:
        """Note where the total of a row is due if another number stands there, and which it is."""
        last = self._end_of_row(place, self._width - 1 - len(begun))
        parts = (*begun, *chain.from_iterable(piece.numbers for piece in self._pieces[place:last]))
        due = sum(values_of(parts))
        if len(parts) == self._width - 1 and due and last < len(self._pieces) and self._pieces[last].values != (due,):
            self.lacking[last] = due

    def _split(self, place: int, left: Rows) -> Iterator[tuple[int, Rows]]:
        """Rows that begin with some numbers, in one group or several."""
        for upper in range(1, len(left) + 1):
            for stop, rows in self._complete(place, left[:upper]):
                if upper == len(left):
                    yield stop, rows
                else:
                    yield from ((end, (*rows, *more)) for end, more in self._split(stop, left[upper:]))

    def _rectangle(self, place: int, stop: int, height: int) -> Rows:
        """The numbers of pieces as rows of the same length; none where a piece reaches into another row."""
        numbers = tuple(chain.from_iterable(piece.numbers for piece in self._pieces[place:stop]))
        width, odd = divmod(len(numbers), height)
        ends = set(accumulate(len(piece.numbers) for piece in self._pieces[place:stop]))
        if odd or any(row * width not in ends for row in range(1, height)):
            return ()
        return tuple([numbers[row * width : (row + 1) * width] for row in range(height)])

    def _end_of_row(self, place: int, width: int) -> int:
        count = 0
        while place < len(self._pieces) and count < width:
            count += len(self._pieces[place].numbers)
            place += 1
        return place

    def _end_of_block(self, place: int) -> int:
        block = [piece.block for piece in self._pieces[place : place + 1]]
        while place < len(self._pieces) and self._pieces[place].block in block:
            place += 1
        return place


def _adds_up(row: Numbers) -> bool:
    *parts, total = values_of(row)
    return sum(parts) == total

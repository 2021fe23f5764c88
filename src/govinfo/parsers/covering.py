"""Which pieces make a row: every piece in exactly one, and the last number of a row the sum of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice

from govinfo.parsers.pieces import Number

NEAR = 10
"""So many pieces follow each other, among which the pieces of a row are sought."""

MAX_FAR = 2
"""So many pieces of a row at most may stand anywhere else."""

MAX_PIECES = 64
"""So many pieces at most are put together; twenty rows are rarely torn into more."""

MAX_SETS = 2_000
"""So many sets of pieces that add up at most are looked at; of small numbers far too many do."""

MAX_STEPS = 20_000
"""So many choices at most are tried."""

Values = tuple[Number, ...]
Row = frozenset[int]
"""The numbers of the pieces of a row."""


def covers(pieces: Sequence[Values], width: int, rows: int, optional: Row) -> list[list[tuple[Row, int]]]:
    """The ways to put pieces together into rows, two of them at most.

    Those are preferred in which fewer pieces stand far from the others of their row.

    Args:
        pieces: the numbers of each piece, in their order; those with nothing but zeros left out.
        width: how many numbers a row has at most; the last is the sum of the others.
        rows: how many rows there are at most.
        optional: the pieces that need not belong to a row.

    Returns:
        The ways, each with the pieces of its rows and the piece with the total.
    """
    if len(pieces) > MAX_PIECES:
        return []
    for far in range(MAX_FAR + 1):
        sets = list(islice(_candidates(pieces, width, far), MAX_SETS + 1))
        if len(sets) > MAX_SETS:
            return []
        found = list(_Covering(sets, optional, rows).ways(len(pieces)))
        if found:
            return found
    return []


def _candidates(pieces: Sequence[Values], width: int, far: int) -> Iterator[tuple[Row, int]]:
    """Sets of pieces that add up: near each other but for the one with the total and some more."""
    sums = [sum(values) for values in pieces]
    lacking = _lacking(pieces, far)
    yield from ((frozenset(rest), rest[0]) for rest in lacking.get(0, ()) if len(rest) == 1)
    seen: set[tuple[Row, int]] = set()
    for first in range(len(pieces)):
        around = range(first + 1, min(first + NEAR, len(pieces)))
        for more in chain.from_iterable(combinations(around, count) for count in range(width - 1)):
            for rest in lacking.get(sum(sums[place] for place in (first, *more)), ()):
                row = frozenset((first, *more, *rest))
                apart = len(row) == 1 + len(more) + len(rest)
                if apart and (row, rest[0]) not in seen and sum(len(pieces[place]) for place in row) <= width:
                    seen.add((row, rest[0]))
                    yield row, rest[0]


def _lacking(pieces: Sequence[Values], far: int) -> dict[Number, list[tuple[int, ...]]]:
    """The pieces that may stand anywhere, each total first, by the sum that is lacking for the row."""
    lacking: dict[Number, list[tuple[int, ...]]] = defaultdict(list)
    for total, values in enumerate(pieces):
        others = [place for place in range(len(pieces)) if place != total]
        for strayed in chain.from_iterable(combinations(others, count) for count in range(far + 1)):
            rest = 2 * values[-1] - sum(values) - sum(sum(pieces[place]) for place in strayed)
            lacking[rest].append((total, *strayed))
    return lacking


class _Covering:
    """The search for sets that hold each piece once."""

    def __init__(self, sets: Sequence[tuple[Row, int]], optional: Row, rows: int) -> None:
        self._sets, self._optional, self._rows = sets, optional, rows
        self._of: dict[int, list[tuple[Row, int]]] = defaultdict(list)
        for one in sets:
            for place in one[0]:
                self._of[place].append(one)
        self._steps = 0

    def ways(self, count: int) -> Iterator[list[tuple[Row, int]]]:
        """The first two ways to cover so many pieces."""
        for number, way in enumerate(self._ways(frozenset(range(count)), [])):
            yield way
            if number:
                return

    def _ways(self, free: Row, chosen: list[tuple[Row, int]]) -> Iterator[list[tuple[Row, int]]]:
        self._steps += 1
        due = free - self._optional
        if self._steps > MAX_STEPS:
            return
        if not due:
            yield chosen
            return
        if len(chosen) < self._rows:
            options = [[one for one in self._of[place] if one[0] <= free] for place in sorted(due)]
            for one in min(options, key=len):
                yield from self._ways(free - one[0], [*chosen, one])

"""In which columns the pieces of rows stand: so that every column adds up, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from govinfo.alignment.strip import Token
from govinfo.parsers.pieces import Number, Numbers, Pieced, values_of

MAX_CHOICES = 50_000
"""So many ways at most to choose the numbers of a column for one half of the rows."""

MAX_STEPS = 2_000
"""So many columns at most are tried."""

MAX_FOUND = 8
"""So many arrangements are looked for; more than one tell nothing."""

Equation = Mapping[int, int]
"""The rows that are added (1) and subtracted (-1), so that nothing is left."""


class _State(NamedTuple):
    """What is left of a row: whole pieces, numbers of the piece that was begun, and zeros."""

    pieces: tuple[Numbers, ...]
    begun: Numbers
    zeros: int


class _TooMany(Exception):
    """There are too many ways to try."""


def arrangements(rows: Sequence[Pieced], columns: Sequence[Sequence[Equation]]) -> list[list[list[Token | None]]]:
    """The ways to put the numbers of the rows that are not ordered into columns.

    Args:
        rows: the rows.
        columns: what must add up in each column.

    Returns:
        The ways, each with the numbers of all rows, None for one of the zeros of which no more is known; no way
        where too many would have to be tried.
    """
    search = _Search(rows, columns)
    try:
        search.run()
    except _TooMany:
        return []
    different = {tuple(chain.from_iterable(map(_shown, way))): way for way in search.found}
    return list(different.values())


def _shown(row: Sequence[Token | None]) -> tuple[str, ...]:
    return tuple("0" if token is None else token.text for token in row)


class _Search:
    """The search from column to column, in each with the sums of one half of the rows looked up for the other."""

    def __init__(self, rows: Sequence[Pieced], columns: Sequence[Sequence[Equation]]) -> None:
        self.found: list[list[list[Token | None]]] = []
        self._columns = columns
        self._fixed = {place: row.numbers for place, row in enumerate(rows) if row.ordered}
        self._open = [place for place, row in enumerate(rows) if not row.ordered]
        self._start = tuple(
            _State(tuple(piece.numbers for piece in rows[place].pieces), (), rows[place].zeros) for place in self._open
        )
        self._count, self._steps = len(rows), 0

    def run(self) -> None:
        """Find the ways."""
        self._from(0, self._start, [[] for _ in self._open])

    def _from(self, column: int, states: Sequence[_State], chosen: Sequence[list[Token | None]]) -> None:
        self._steps += 1
        if self._steps > MAX_STEPS or len(self.found) >= MAX_FOUND:
            raise _TooMany
        if column == len(self._columns):
            rows = dict(zip(self._open, chosen, strict=True))
            self.found.append([[*self._fixed.get(row, rows.get(row, []))] for row in range(self._count)])
            return
        half = len(states) // 2
        lower = defaultdict(list)
        for sums, picked in self._sums(column, half, states[half:]):
            lower[sums].append(picked)
        due = self._due(column)
        for sums, upper in self._sums(column, 0, states[:half]):
            for picked in lower.get(tuple(want - have for want, have in zip(due, sums, strict=True)), ()):
                both = (*upper, *picked)
                grown = [[*row, token] for row, (token, _) in zip(chosen, both, strict=True)]
                self._from(column + 1, [state for _, state in both], grown)

    def _due(self, column: int) -> list[Number]:
        """What the open rows must add up to."""
        values = {row: values_of((numbers[column],))[0] for row, numbers in self._fixed.items()}
        return [-sum(sign * values.get(row, 0) for row, sign in equation.items()) for equation in self._columns[column]]

    def _sums(
        self, column: int, first: int, states: Sequence[_State]
    ) -> list[tuple[tuple[Number, ...], tuple[tuple[Token | None, _State], ...]]]:
        """The sums of a column over some open rows, each with the choice of their numbers."""
        equations = self._columns[column]
        ways: list[tuple[tuple[Number, ...], tuple[tuple[Token | None, _State], ...]]] = [((0,) * len(equations), ())]
        for row, state in zip(self._open[first : first + len(states)], states, strict=True):
            options = list(_choices(state))
            if len(ways) * len(options) > MAX_CHOICES:
                raise _TooMany
            signs = [equation.get(row, 0) for equation in equations]
            ways = [
                (tuple(have + sign * value for have, sign in zip(sums, signs, strict=True)), (*picked, (token, after)))
                for sums, picked in ways
                for value, token, after in options
            ]
        return ways


def _choices(state: _State) -> Iterator[tuple[Number, Token | None, _State]]:
    """The numbers that may stand next in a row; the last piece stays for the end."""
    if state.begun:
        yield values_of(state.begun[:1])[0], state.begun[0], state._replace(begun=state.begun[1:])
        return
    several = len(state.pieces) > 1 or state.zeros > 0
    for place, piece in enumerate(state.pieces):
        if place == len(state.pieces) - 1 and several:
            continue
        left = state.pieces[:place] + state.pieces[place + 1 :]
        yield values_of(piece[:1])[0], piece[0], _State(left, piece[1:], state.zeros)
    if state.zeros:
        yield 0, None, state._replace(zeros=state.zeros - 1)

"""The fewest changes by direct search over what the failing checks come to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import attrs

from govinfo.repair.problem import Changes, Found, Number, Problem, Rest

LARGEST = 6
"""Sets of more cells may take too many steps."""

CIRCLE = 4
"""So many cells at least change in a circle, as two in each of two rows and of two columns.

A circle that could be turned either way would lead to fewer cells; what keeps it is that some of its cells are 0 then.
"""

STEPS = 60_000
"""Steps of one search, each a change that is tried or a pair that may complete a set: a second at most.

Sets of six cells of table three mostly take a hundredth of them."""


class Exhausted(Exception):
    """The search would take too long."""


@attrs.define
class Steps:
    """How many steps a search may still take."""

    left: int

    def take(self) -> None:
        """Take one.

        Raises:
            Exhausted: there is none left.
        """
        if not self.left:
            raise Exhausted
        self.left -= 1


def fewest(problem: Problem) -> Found:
    """Look for the smallest sets of changes, of one cell first."""
    rest, steps = problem.rest(), Steps(STEPS)
    size = max(1, problem.code.least(rest))
    while size <= LARGEST:
        try:
            sets = tuple(
                changes for changes in _of_size(problem, rest, size, steps) if problem.fills(changes) is not None
            )
        except Exhausted:
            break
        if sets:
            return Found(size, sets, complete=size <= 2 or not problem.code.open)
        size += 1
    return Found(size)


def _of_size(problem: Problem, rest: Rest, size: int, steps: Steps) -> Iterator[Changes]:
    if size == 1:
        return ones(problem, rest)
    return twos(problem, rest) if size == 2 else more(problem, rest, size, steps)


def ones(problem: Problem, rest: Rest) -> Iterator[Changes]:
    """Every change of one cell after which all checks hold: its checks are just those that fail."""
    for cell in problem.code.by_support.get(frozenset(rest), ()):
        column = problem.code.columns[cell]
        index = next(iter(column))
        change = problem.amount(cell, column[index], rest[index])
        if change is not None and not _after(rest, column, change):
            yield {cell: change}


def twos(problem: Problem, rest: Rest) -> Iterator[Changes]:
    """Every change of two cells after which all checks hold, where one cell does not do.

    One of the two stands in the failing check with the fewest cells.  Unless both stand in just the same checks, one
    of them stands in a check that the other does not: that check tells its change, and the rest is one cell.
    """
    checks, columns = problem.code.checks, problem.code.columns
    failing = min(rest, key=lambda index: len(checks[index]))
    found: dict[frozenset[str], Changes] = {}
    for cell in checks[failing]:
        for index in columns[cell].keys() & rest.keys():
            change = problem.amount(cell, columns[cell][index], rest[index])
            if change is not None:
                left = _after(rest, columns[cell], change)
                found.update((frozenset((cell, *other)), {cell: change, **other}) for other in ones(problem, left))
    for cells in problem.code.alike:
        if rest.keys() <= problem.code.columns[cells[0]].keys():
            for pair in combinations(cells, 2):
                found.update((frozenset(both), both) for both in _of_the_same_checks(problem, rest, pair))
    yield from found.values()


def more(problem: Problem, rest: Rest, size: int, steps: Steps) -> Iterator[Changes]:
    """Every change of three cells or more, where fewer do not do.

    Where as many checks fail as cells are sought, of which no cell stands in two, each of them holds one of the
    cells and tells its change.  Otherwise one failing check at least holds a single cell of the set, unless its
    changes form a circle (`CIRCLE`).

    Raises:
        Exhausted: it would take too long.
    """
    found: set[frozenset[str]] = set()
    for changes in _descend(problem, rest, size, {}, set(), steps):
        cells = frozenset(changes)
        if len(cells) == size and cells not in found:
            found.add(cells)
            yield changes


def _descend(
    problem: Problem, rest: Rest, size: int, chosen: Changes, seen: set[frozenset[tuple[str, Number]]], steps: Steps
) -> Iterator[Changes]:
    if size == 2:
        for pair in twos(problem, rest) if rest else ():
            steps.take()
            yield {**chosen, **pair}
        return
    code = problem.code
    tight = code.tight(rest, size)
    for index in rest if tight is None else (tight,):
        for cell in code.checks[index]:
            if cell in chosen:
                continue
            for change in _amounts(problem, cell, index, rest, circles=tight is None and size >= CIRCLE):
                steps.take()
                left = _after(rest, code.columns[cell], change)
                changes = {**chosen, cell: change}
                state = frozenset(changes.items())
                if code.least(left) < size and state not in seen:
                    seen.add(state)
                    yield from _descend(problem, left, size - 1, changes, seen, steps)


def _amounts(problem: Problem, cell: str, index: int, rest: Rest, *, circles: bool) -> Iterator[Number]:
    """The changes of a cell that may be the right ones where a check fails."""
    change = problem.amount(cell, problem.code.columns[cell][index], rest[index])
    if change is not None:
        yield change
    nothing = -(problem.values[cell] or 0)
    if circles and nothing < 0 and nothing != change:
        yield nothing


def _of_the_same_checks(problem: Problem, rest: Rest, pair: tuple[str, str]) -> Iterator[Changes]:
    """The changes of two cells that stand in the same checks, by two of these that tell them apart."""
    one, other = (problem.code.columns[cell] for cell in pair)
    first = next(iter(one))
    second = next((index for index in one if one[first] * other[index] != one[index] * other[first]), None)
    if second is None:
        return
    left, right = rest.get(first, 0), rest.get(second, 0)
    divisor = one[first] * other[second] - one[second] * other[first]
    change = problem.amount(pair[0], divisor, left * other[second] - right * other[first])
    more = problem.amount(pair[1], divisor, right * one[first] - left * one[second])
    if change and more and not _after(_after(rest, one, change), other, more):
        yield {pair[0]: change, pair[1]: more}


def _after(rest: Rest, column: dict[int, int], change: Number) -> Rest:
    """What is left after the change of a cell."""
    left = dict(rest)
    for index, factor in column.items():
        left[index] = left.get(index, 0) + factor * change
        if not left[index]:
            del left[index]
    return left

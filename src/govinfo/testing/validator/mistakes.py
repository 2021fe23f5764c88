"""Mistakes that put wrong numbers into the cells of a consistent report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

import attrs

from govinfo.forms import Form

Values = Mapping[str, int]

Wrong = dict[str, int]
"""The wrong numbers by cell."""

Make = Callable[[Random, Values, Sequence[Sequence[str]]], Wrong | None]
"""Make wrong numbers in a table whose cells are given row by row; None where the table has no place for the mistake."""


@attrs.frozen
class Mistake:
    """One kind of mistake.

    Attributes:
        name: what happens.
        table: id of the table.
        cells: how many cells are wrong.
        make: makes the wrong numbers.
    """

    name: str
    table: str
    cells: int
    make: Make


def rows_of(form: Form, table: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table, row by row; table four has one row for each of its groups."""
    rows = [place.cells for place in form.rows if place.table.id == table]
    sums = [(*identity.left, *identity.right) for identity in form.identities]
    return tuple(rows) if len(rows) > 1 else tuple(cells for cells in sums if cells[0] in rows[0])


def _some(number: int, within: str = "table") -> Make:
    """Any other numbers in some cells of the table, of one row, or of one column."""

    def make(chance: Random, values: Values, rows: Sequence[Sequence[str]]) -> Wrong:
        if within == "row":
            cells = list(chance.choice(rows))
        elif within == "column":
            place = chance.randrange(len(rows[0]))
            cells = [row[place] for row in rows]
        else:
            cells = [cell for row in rows for cell in row]
        most = 2 * max(values.values()) + 20
        return {cell: _other(chance, values[cell], most) for cell in chance.sample(cells, number)}

    return make


def _other(chance: Random, value: int, most: int) -> int:
    drawn = chance.randrange(most)
    return drawn + 1 if drawn >= value else drawn


def _digits(change: Callable[[Random, str], str]) -> Make:
    """Numbers of two digits or more of which the digits change."""

    def make(chance: Random, values: Values, rows: Sequence[Sequence[str]]) -> Wrong | None:
        cells = [cell for row in rows for cell in row if values[cell] > 9]
        if not cells:
            return None
        cell = chance.choice(cells)
        number = int(change(chance, str(values[cell])))
        return {cell: number} if number != values[cell] else None

    return make


def _exchanged(chance: Random, text: str) -> str:
    place = chance.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _misread(chance: Random, text: str) -> str:
    place = chance.randrange(len(text))
    return text[:place] + chance.choice([digit for digit in "123456789" if digit != text[place]]) + text[place + 1 :]


def _left_out(chance: Random, text: str) -> str:
    place = chance.randrange(len(text))
    return text[:place] + text[place + 1 :]


def _added(chance: Random, text: str) -> str:
    place = chance.randrange(1, len(text) + 1)
    return text[:place] + chance.choice("0123456789") + text[place:]


def _copied(chance: Random, values: Values, rows: Sequence[Sequence[str]]) -> Wrong | None:
    one, other = _neighbours(chance, rows)
    return {one: values[other]} if values[one] != values[other] else None


def _swapped(chance: Random, values: Values, rows: Sequence[Sequence[str]]) -> Wrong | None:
    one, other = _neighbours(chance, rows)
    return {one: values[other], other: values[one]} if values[one] != values[other] else None


def _alike(chance: Random, values: Values, rows: Sequence[Sequence[str]]) -> Wrong:
    more = chance.randrange(1, max(values.values()) + 10)
    return {cell: values[cell] + more for cell in chance.sample([cell for row in rows for cell in row], 2)}


def _neighbours(chance: Random, rows: Sequence[Sequence[str]]) -> tuple[str, str]:
    row = chance.choice(rows)
    place = chance.randrange(len(row) - 1)
    return row[place], row[place + 1]


THREE, FOUR = "applications", "review"

MISTAKES = (
    Mistake("any other number", THREE, 1, _some(1)),
    Mistake("two digits exchanged", THREE, 1, _digits(_exchanged)),
    Mistake("a digit misread", THREE, 1, _digits(_misread)),
    Mistake("a digit left out", THREE, 1, _digits(_left_out)),
    Mistake("a digit added", THREE, 1, _digits(_added)),
    Mistake("the number of the next cell", THREE, 1, _copied),
    Mistake("any other numbers", THREE, 2, _some(2)),
    Mistake("any other numbers in one row", THREE, 2, _some(2, "row")),
    Mistake("any other numbers in one column", THREE, 2, _some(2, "column")),
    Mistake("both greater by the same number", THREE, 2, _alike),
    Mistake("two neighbours exchanged", THREE, 2, _swapped),
    Mistake("any other numbers", THREE, 3, _some(3)),
    Mistake("any other numbers", THREE, 4, _some(4)),
    Mistake("any other numbers", THREE, 5, _some(5)),
    Mistake("any other number", FOUR, 1, _some(1)),
    Mistake("a digit left out", FOUR, 1, _digits(_left_out)),
)

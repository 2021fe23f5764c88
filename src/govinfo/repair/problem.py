"""What is left of the equations with the numbers of a report, and which changes of a cell are possible."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from govinfo.findings import Text
from govinfo.forms import MONEY, CellSpec
from govinfo.repair.code import Code, Terms

Number = int | Decimal

Changes = dict[str, Number]
"""By how much each cell changes."""

Rest = dict[int, Number]
"""What the failing checks come to instead of zero, by their number; the syndrome of the code."""


NONE_FOUND = Text(
    "改动少数几个单元格不能使各式平衡，可能整行整列错位或漏填",
    "no change of a few cells makes the sums agree; whole rows or columns may be shifted or missing",
)


@attrs.frozen
class Found:
    """What came of a search.

    Attributes:
        least: so many cells at least must change.
        sets: smallest sets of changes after which the equations hold; empty where none was found.
        complete: True where there are no others.
        why: why there are none.
    """

    least: int
    sets: tuple[Changes, ...] = ()
    complete: bool = False
    why: Text = NONE_FOUND


@attrs.frozen(eq=False)
class Problem:
    """The equations of a part of a form, with the numbers of a report.

    Attributes:
        code: the equations.
        values: the numbers by cell; None for the open cells.
        cells: the cells of the form by id.
    """

    code: Code
    values: Mapping[str, Number | None]
    cells: Mapping[str, CellSpec]

    def rest(self) -> Rest:
        """What the failing checks come to; empty where all hold."""
        sums = (self._sum(check) for check in self.code.checks)
        return {index: left for index, left in enumerate(sums) if left}

    def amount(self, cell: str, factor: int, left: Number) -> Number | None:
        """By how much a cell must change so that an equation with that factor loses what is left.

        None where the cell can have no such number: counts are whole, and nothing but a change is negative.
        """
        change = self._quotient(cell, -left, factor)
        return change if change is not None and self.can_change(cell, change) else None

    def can_change(self, cell: str, change: Number) -> bool:
        """Tell whether a cell can have a number that differs by so much."""
        return self.cells[cell].unit == "change" or (self.values[cell] or 0) + change >= 0

    def fills(self, changes: Changes) -> Changes | None:
        """The numbers that open cells must have after some changes, or None where there are no such numbers.

        Of open cells that the equations do not determine one by one it is only asked that each equation can hold.
        """
        found: Changes = {}
        for definition in self.code.definitions:
            left = self._sum(definition) + sum(
                factor * changes[cell] for cell, factor in definition.items() if cell in changes
            )
            unknown = {cell: factor for cell, factor in definition.items() if cell in self.code.open}
            if len(unknown) == 1:
                ((cell, factor),) = unknown.items()
                value = self.amount(cell, factor, left)
                if value is None:
                    return None
                found[cell] = value
            elif not self._can_hold(unknown, left):
                return None
        return found

    def _sum(self, terms: Terms) -> Number:
        return sum(factor * (self.values[cell] or 0) for cell, factor in terms.items())

    def _quotient(self, cell: str, left: Number, factor: int) -> Number | None:
        if self.cells[cell].unit in MONEY:
            return Decimal(left) / factor
        quotient, remainder = divmod(left, factor)
        return None if remainder else int(quotient)

    def _can_hold(self, unknown: Terms, left: Number) -> bool:
        """Tell whether numbers that are not negative can make an equation hold."""
        if any(self.cells[cell].unit == "change" for cell in unknown):
            return True
        signs = {factor > 0 for factor in unknown.values()}
        return left == 0 or len(signs) > 1 or signs == {left < 0}

"""What the tables answer to a topic."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs

from govinfo.facts.model import Fact
from govinfo.forms import Form
from govinfo.report import Report

TEN_THOUSAND = 10_000
TEN_THOUSAND_YUAN = "ten_thousand_yuan"
HALF = Decimal("0.5")
HUNDREDTH = -2


@attrs.frozen
class Printed:
    """What a table answers.

    Attributes:
        values: the values of the cells, in yuan for money.
        tolerance: how far a told number may be off because the table is rounded.
        unit: yuan in one unit of the table for money, 1 for counts.
    """

    values: tuple[Decimal, ...]
    tolerance: Decimal = Decimal(0)
    unit: int = 1

    @property
    def number(self) -> Decimal:
        """The sum of the values."""
        return sum(self.values, Decimal(0))


def printed(report: Report, form: Form, cells: tuple[str, ...]) -> Printed | tuple[str, ...]:
    """What the cells say together, or the ids of those that have no value."""
    values = report.all_cells.values_of(cells)
    numbers = [Decimal(value) for value in values if value is not None]
    if len(numbers) < len(cells):
        return tuple(cell for cell, value in zip(cells, values, strict=True) if value is None)
    if form.by_id[cells[0]].unit != TEN_THOUSAND_YUAN:
        return Printed(tuple(numbers))
    return _money(*numbers)


def is_told(report: Report, form: Form, cells: tuple[str, ...], facts: Sequence[Fact]) -> bool:
    """Tell at once whether one of some facts is the number that the cells say together, as most are."""
    values: Any = report.all_cells.values_of(cells)
    if None in values or form.by_id[cells[0]].unit == TEN_THOUSAND_YUAN:
        return False
    return sum(values) in [fact.value for fact in facts]


def _money(amount: Decimal) -> Printed:
    """An amount in ten thousand yuan, rounded at its last printed digit; a plain 0 is not taken for a rounded one."""
    exponent = amount.as_tuple().exponent
    last = exponent if amount and isinstance(exponent, int) else HUNDREDTH
    return Printed((amount * TEN_THOUSAND,), HALF.scaleb(last) * TEN_THOUSAND, TEN_THOUSAND)

"""The values that a rule compares, or the reason why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

from govinfo.cells import Status
from govinfo.findings import NotAssessable, not_assessable
from govinfo.forms import Form
from govinfo.report import Report


def operands(rule: str, report: Report, cells: Iterable[str]) -> tuple[int | Decimal, ...] | NotAssessable:
    """The values of some cells in their order, or a `NotAssessable` that names those without one."""
    names = tuple(cells)
    found: Any = report.all_cells.values_of(names)
    return missing(rule, report, names) if None in found else found


def missing(rule: str, report: Report, cells: Iterable[str]) -> NotAssessable:
    """A `NotAssessable` that names those of some cells that have no value."""
    names = tuple(cells)
    values = report.all_cells.values_of(names)
    without = tuple(cell for cell, value in zip(names, values, strict=True) if value is None)
    return not_assessable(rule, "有单元格没有数值", "some cells have no value", without)


def in_status(report: Report, *statuses: Status) -> tuple[str, ...]:
    """The ids of the cells that have one of some statuses."""
    by_status = report.by_status
    if len(by_status) == 1 and "reported" in by_status and "reported" not in statuses:
        return ()
    return tuple(chain.from_iterable([by_status[status] for status in statuses if status in by_status]))


def unread(rule: str, report: Report, *statuses: Status) -> tuple[NotAssessable, ...]:
    """One `NotAssessable` that names the cells of some statuses, if there are any."""
    cells = in_status(report, *statuses)
    return (not_assessable(rule, "有单元格未能读出", "some cells could not be read", cells),) if cells else ()


def is_in_order(report: Report, form: Form) -> bool:
    """Tell whether the cells of a report are those of its form, so that their numbers can be taken by place."""
    return report.all_cells.ids == _ids(form)


def at(places: Sequence[int | slice]) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """What takes the entries at some places of a column of cells."""
    if not places:
        return lambda _: ()
    take = itemgetter(*places)
    return take if len(places) > 1 else lambda column: (take(column),)


@cache
def _ids(form: Form) -> tuple[str, ...]:
    return tuple(cell.id for cell in form.cells)

"""The values that a rule compares, or the reason why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from govinfo.cells import Status
from govinfo.findings import NotAssessable, not_assessable
from govinfo.report import Report


def operands(rule: str, report: Report, cells: Iterable[str]) -> tuple[int | Decimal, ...] | NotAssessable:
    """The values of some cells in their order, or a `NotAssessable` that names those without one."""
    names = tuple(cells)
    values = report.values
    found = [value for name in names if (value := values.get(name)) is not None]
    if len(found) == len(names):
        return tuple(found)
    return missing(rule, report, names)


def missing(rule: str, report: Report, cells: Iterable[str]) -> NotAssessable:
    """A `NotAssessable` that names those of some cells that have no value."""
    without = tuple(cell for cell in cells if report.values.get(cell) is None)
    return not_assessable(rule, "有单元格没有数值", "some cells have no value", without)


def in_status(report: Report, *statuses: Status) -> tuple[str, ...]:
    """The ids of the cells that have one of some statuses."""
    by_status = report.by_status
    if by_status.keys().isdisjoint(statuses):
        return ()
    return tuple(cell for status in statuses for cell in by_status.get(status, ()))


def unread(rule: str, report: Report, *statuses: Status) -> Iterator[NotAssessable]:
    """Yield one `NotAssessable` that names the cells of some statuses, if there are any."""
    cells = in_status(report, *statuses)
    if cells:
        yield not_assessable(rule, "有单元格未能读出", "some cells could not be read", cells)

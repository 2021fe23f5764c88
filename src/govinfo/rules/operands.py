"""The values that a rule compares, or the reason why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from govinfo.findings import NotAssessable, not_assessable
from govinfo.report import Report, Status


def operands(rule: str, report: Report, cells: Iterable[str]) -> tuple[int | Decimal, ...] | NotAssessable:
    """The values of some cells in their order, or a `NotAssessable` that names those without one."""
    values = {name: report.by_id[name].value if name in report.by_id else None for name in cells}
    found = tuple(value for value in values.values() if value is not None)
    if len(found) == len(values):
        return found
    missing = tuple(name for name, value in values.items() if value is None)
    return not_assessable(rule, "有单元格没有数值", "some cells have no value", missing)


def in_status(report: Report, *statuses: Status) -> tuple[str, ...]:
    """The ids of the cells that have one of some statuses."""
    return tuple(cell.id for cell in report.all_cells if cell.status in statuses)


def unread(rule: str, report: Report, *statuses: Status) -> Iterator[NotAssessable]:
    """Yield one `NotAssessable` that names the cells of some statuses, if there are any."""
    cells = in_status(report, *statuses)
    if cells:
        yield not_assessable(rule, "有单元格未能读出", "some cells could not be read", cells)

"""R01 to R04: a report on a whole region or system contains what its members report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Severity, Text, not_assessable, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import related, unknown

SHOWN = 5

_NO_MEMBERS = Text("没有下级机关同一年度的报告", "there is no report of a body below it on the year")
_OWN_OFFICE = ("办", "机关", "本级")


@attrs.frozen
class _Sum:
    """One cell of the roll-up beside the same cell of its members."""

    cell: str
    value: int | Decimal
    total: int | Decimal
    greatest: int | Decimal


@comparison("R01", "R02", "R03")
def rollups(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare the numbers of cases with the sum of the members and with the greatest of them.

    Documents, stocks and money are left out: documents are often issued jointly, and their figures are agreed with
    another department.  Where the report does not say what it is on, both are hints.
    """
    reason = unknown("R01", report, collection)
    if reason is not None:
        yield from _for_all(reason.text)
        return
    members, agency = collection.members(report), collection.agency(report)
    if not members:
        if agency is not None and agency.governs and agency.kind == "government":
            yield from _for_all(_NO_MEMBERS)
        return
    scope = collection.scope(report)
    if scope == "own":
        return
    members = tuple(member for member in members if not _is_the_same(report, member, _cells(form)))
    missing = tuple(cell for cell in _cells(form) if report.values.get(cell) is None)
    if missing:
        yield from _for_all(Text("有单元格没有数值", "some cells have no value"), missing)
    sums = [_sum(cell, report, members) for cell in _cells(form) if cell not in missing]
    severity: Severity | None = None if scope == "whole" else "info"
    yield from _below_one(report, form, members, [entry for entry in sums if entry.value < entry.greatest], severity)
    short = [entry for entry in sums if entry.greatest <= entry.value < entry.total]
    yield from _below_sum(report, form, members, short, severity)
    yield from _above_sum(report, form, collection, [entry for entry in sums if entry.value > entry.total])


@comparison("R04")
def scope(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Report that a body with members here does not say whether its figures include theirs."""
    reason = unknown("R04", report, collection)
    if reason is not None:
        yield reason
        return
    members = collection.members(report)
    if members and collection.scope(report) == "unclear":
        yield spec("R04").finding(
            source=report.section(1).source or report.sources.get("title"), count=str(len(members))
        )


def _is_the_same(report: Report, member: Report, cells: tuple[str, ...]) -> bool:
    """Tell whether a member's report is the roll-up itself under another name, such as that of the office."""
    return all(report.values.get(cell) == member.values.get(cell) for cell in cells)


def _for_all(text: Text, cells: tuple[str, ...] = ()) -> Iterator[NotAssessable]:
    for rule in ("R01", "R02", "R03"):
        yield NotAssessable(rule, text, cells)


def _cells(form: Form) -> tuple[str, ...]:
    tables = ("applications", "review")
    return tuple(cell.id for cell in form.cells if cell.table in tables or cell.column == "decisions")


def _sum(cell: str, report: Report, members: tuple[Report, ...]) -> _Sum:
    told = [value for member in members if (value := member.values.get(cell)) is not None]
    return _Sum(cell, report.values[cell] or 0, sum(told), max(told, default=0))


def _below_one(
    report: Report, form: Form, members: tuple[Report, ...], low: list[_Sum], severity: Severity | None
) -> Iterator[Finding]:
    if not low:
        return
    worst = max(low, key=lambda entry: entry.greatest - entry.value)
    cells = tuple(entry.cell for entry in low)
    greater = [
        (member, tuple(entry.cell for entry in low if (member.values.get(entry.cell) or 0) > entry.value))
        for member in members
    ]
    greater = [(member, theirs) for member, theirs in greater if theirs]
    member = next(member for member, _ in greater if member.values.get(worst.cell) == worst.greatest)
    yield spec("R02").finding(
        cells=cells,
        source=report.source_of(worst.cell),
        equation=f"{worst.value} < {worst.greatest}",
        severity=severity,
        related=tuple(related(other, theirs) for other, theirs in greater[:SHOWN]),
        name=cell_name(form, worst.cell),
        value=str(worst.value),
        member=member.agency or "?",
        greatest=str(worst.greatest),
    )


def _below_sum(
    report: Report, form: Form, members: tuple[Report, ...], low: list[_Sum], severity: Severity | None
) -> Iterator[Finding]:
    if low:
        worst = max(low, key=lambda entry: entry.total - entry.value)
        cells = tuple(entry.cell for entry in low)
        told = [member for member in members if member.values.get(worst.cell)]
        yield spec("R01").finding(
            cells=cells,
            source=report.source_of(worst.cell),
            equation=f"{worst.value} < {worst.total}",
            severity=severity,
            related=tuple(related(member, (worst.cell,)) for member in told[:SHOWN]),
            name=cell_name(form, worst.cell),
            value=str(worst.value),
            total=str(worst.total),
            count=str(len(members)),
        )


def _above_sum(
    report: Report, form: Form, collection: Collection, high: list[_Sum]
) -> Iterator[Finding | NotAssessable]:
    """With every member here, its own office included, nothing is left that could account for more."""
    members = collection.members(report)
    agencies = [collection.agency(member) for member in members]
    if not collection.is_covered(report):
        yield not_assessable("R03", "下级机关的报告不全", "not every body below it has a report here")
    elif collection.scope(report) != "whole":
        yield not_assessable("R03", "报告未写明统计范围", "the report does not say what its figures are on")
    elif not any(agency and agency.body.endswith(_OWN_OFFICE) for agency in agencies):
        yield not_assessable(
            "R03", "缺少本级办公室（机关）自己的报告", "the report of its own office is not among them"
        )
    elif high:
        worst = max(high, key=lambda entry: entry.value - entry.total)
        told = [member for member in members if member.values.get(worst.cell)]
        yield spec("R03").finding(
            cells=tuple(entry.cell for entry in high),
            source=report.source_of(worst.cell),
            equation=f"{worst.value} ≠ {worst.total}",
            related=tuple(related(member, (worst.cell,)) for member in told[:SHOWN]),
            name=cell_name(form, worst.cell),
            value=str(worst.value),
            total=str(worst.total),
            count=str(len(members)),
        )

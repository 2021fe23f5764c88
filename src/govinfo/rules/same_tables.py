"""Y05, R05: tables that are the same in every cell, although chance would hardly make them so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import prod

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import last_report, lighter, related, unknown
from govinfo.rules.operands import operands

STOCKS = (".in_force", ".total_published", ".items_last_year")
"""What exists at a point in time and may well stay the same."""

UNLIKELY, VERY_UNLIKELY = 1_000, 1_000_000
"""Odds against all numbers being the same by chance, a number up to n counting 1 : n+1.

The greater odds are for a comparison with every other agency, of which there may be hundreds.
"""

SHOWN = 3


@comparison("Y05")
def last_year(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare all cells with last year's; stocks and sums are no evidence."""
    last = last_report("Y05", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    if last.form != report.form:
        yield not_assessable(
            "Y05", f"{last.year}年的报告用另一版本的表格", f"the report on {last.year} follows another form"
        )
        return
    values = operands("Y05", report, report.values)
    if isinstance(values, NotAssessable):
        yield values
    elif report.values == last.values:
        cells = (cell for cell in _told_by_chance(form) if not cell.endswith(STOCKS))
        evidence = tuple(cell for cell in cells if report.values[cell])
        if _odds(report, evidence) >= UNLIKELY:
            yield spec("Y05").finding(
                cells=evidence,
                source=report.source_of(evidence[0]),
                severity=lighter(report, last, collection),
                related=(related(last, evidence),),
                year=str(last.year),
                count=str(len(evidence)),
            )


@comparison("R05")
def other_agencies(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Look for other agencies with the same numbers in the same year."""
    reason = unknown("R05", report, collection)
    if reason is not None:
        yield reason
        return
    values = operands("R05", report, report.values)
    if isinstance(values, NotAssessable):
        yield values
        return
    same = collection.same_tables(report)
    evidence = tuple(cell for cell in _told_by_chance(form) if report.values[cell])
    if same and _odds(report, evidence) >= VERY_UNLIKELY:
        names = [other.agency or "" for other in same[:SHOWN]]
        more = len(same) > SHOWN
        yield spec("R05").finding(
            cells=evidence,
            source=report.source_of(evidence[0]),
            related=tuple(related(other, evidence) for other in same[:SHOWN]),
            names=Text("、".join(names) + ("等" if more else ""), ", ".join(names) + (" and others" if more else "")),
            count=str(len(evidence)),
        )


@cache
def _told_by_chance(form: Form) -> tuple[str, ...]:
    """The cells that do not follow from others as their sum."""
    sums = {cell for identity in form.identities for cell in identity.right}
    return tuple(cell.id for cell in form.cells if cell.id not in sums)


def _odds(report: Report, cells: tuple[str, ...]) -> float:
    return prod(1 + abs(float(report.values[cell] or 0)) for cell in cells)

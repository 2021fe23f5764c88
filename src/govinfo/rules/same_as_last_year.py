"""N27: what the text calls the same as last year is the same in last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.facts.model import Fact, Trend
from govinfo.facts.narrative import facts
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import last_report, lighter, related
from govinfo.rules.quoting import shorten

_SAME = re.compile(r"持平|一致|相同|[无没]有?变化")
_ROUGHLY = re.compile(r"基本|大致|大体|总体|几乎|略")
_YEAR = re.compile(r"20\d\d")
_ANY_YEAR = re.compile(r"往年|历年")

TOLERANCE = Decimal("0.1")
"""What is called roughly the same (基本持平) may differ by this share."""


@attrs.frozen
class _Claim:
    """A number that is called the same as last year, with the cell that holds it, if the form has one."""

    fact: Fact
    trend: Trend
    cell: str | None


@comparison("N27")
def same_as_last_year(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare cell with cell where the text gives the number of the table, else text with text."""
    claims = list(_claims(report)) if _SAME.search(report.narrative) else []
    if not claims:
        return
    last = last_report("N27", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    for claim in claims:
        cells = (claim.cell,) if claim.cell else ()
        before = last.values.get(claim.cell) if claim.cell else _told(last, claim.fact)
        if before is None:
            yield not_assessable(
                "N27",
                f"{last.year}年的报告没有可比的数字",
                f"the report on {last.year} has no number to compare with",
                cells,
            )
            continue
        value = claim.fact.value or Decimal(0)
        if abs(value - before) > (max(value, Decimal(before)) * TOLERANCE if _ROUGHLY.search(claim.trend.text) else 0):
            yield spec("N27").finding(
                cells=cells,
                source=claim.trend.place.source,
                equation=f"{value} ≠ {before}",
                severity=lighter(report, last, collection),
                related=(related(last, cells),),
                quote=shorten(f"{claim.fact.text}"),
                value=str(value),
                before=str(before),
                year=str(last.year),
            )


def _claims(report: Report) -> Iterator[_Claim]:
    """The numbers that are called the same as in the year before, as far as it is clear what they count.

    A number that is not that of the table is on something else, or wrong in its own year; other rules say so.
    """
    for trend in facts(report).trends:
        fact, years = trend.current, {int(year) for year in _YEAR.findall(trend.text)}
        if trend.direction != "same" or fact is None or not fact.topic or _ANY_YEAR.search(trend.text):
            continue
        if fact.value is None or fact.bound != "exact" or fact.scope in {"part", "unclear"}:
            continue
        if years - {(report.year or 0) - 1}:
            continue
        cell = next((cell for cell in (fact.topic, f"{fact.topic}.total") if cell in report), None)
        if cell is None or report.values[cell] == fact.value:
            yield _Claim(fact, trend, cell)


def _told(report: Report, fact: Fact) -> Decimal | None:
    """What a text says of the same; None where it says nothing, or several things."""
    values = {
        other.value
        for other in facts(report).about(fact.topic)
        if other.bound == "exact"
        and other.scope == fact.scope
        and other.span == "reporting"
        and other.unit == fact.unit
    }
    return values.pop() if len(values) == 1 else None

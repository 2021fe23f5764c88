"""V10, V11: numbers far from those of the years before, or from those of bodies of the same kind."""

from __future__ import annotations

import math
from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.collection.peers import scale
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import last_report, related, unknown
from govinfo.rules.operands import operands

FACTOR = 10
"""A change, or a distance from what is usual, by less than this factor is nothing remarkable."""

LEAST = 100
"""Nor is a smaller difference, in pieces or in ten thousand yuan."""

PEERS = 10
"""Fewest bodies of the same kind that tell what is usual."""

LIMIT = 3.5
"""Robust z beyond which a value is an outlier (Iglewicz and Hoaglin 1993)."""

_NORMAL = 0.6745
"""The median distance from the middle of a normal distribution, in standard deviations."""

_LEAST_DISTANCE = _NORMAL * math.log(FACTOR) / LIMIT
"""Median distance on a log scale below which bodies are so alike that only `FACTOR` counts."""

_ENDINGS = (
    "applications.new.total",
    "applications.results.total.total",
    ".decisions",
    "fees.amount",
    "review.reconsideration.total",
    "review.litigation_direct.total",
    "review.litigation_after_reconsideration.total",
)
"""The numbers that stand for a report; the others are parts of them."""


@comparison("V10")
def jumps(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare with last year, and with all years before: what was usual once is no jump."""
    last = last_report("V10", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    years = [other for other in collection.years(report) if (other.year or 0) < (report.year or 0)]
    for cell in _headlines(form):
        if cell not in last:
            continue
        values = operands("V10", report, (cell,))
        if isinstance(values, NotAssessable):
            yield values
            continue
        value, before = values[0], last.values[cell]
        history = [known for other in years if (known := other.values.get(cell)) is not None]
        if before is not None and all(_is_far(float(value), float(known)) for known in history):
            yield spec("V10").finding(
                cells=(cell,),
                source=report.source_of(cell),
                related=(related(last, (cell,)),),
                name=cell_name(form, cell),
                year=str(last.year),
                before=str(before),
                value=str(value),
            )


@comparison("V11")
def outliers(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Measure the distance from the median of the bodies of the same kind by their median distance."""
    reason = unknown("V11", report, collection)
    if reason is not None:
        yield reason
        return
    group = collection.group(report)
    if group is None or len(group.reports) <= PEERS:
        yield not_assessable(
            "V11", f"同类机关的报告不足{PEERS}份", f"there are fewer than {PEERS} reports of bodies of the same kind"
        )
        return
    for cell in _headlines(form):
        scaled, usual = scale(report.values.get(cell)), group.usual(cell)
        if scaled is None or usual is None:
            yield not_assessable("V11", "有单元格没有数值", "some cells have no value", (cell,))
            continue
        score = _NORMAL * (scaled - usual.middle) / max(usual.distance, _LEAST_DISTANCE)
        middle = math.expm1(usual.middle)
        if abs(score) >= LIMIT and _is_far(math.expm1(scaled), middle):
            yield spec("V11").finding(
                cells=(cell,),
                source=report.source_of(cell),
                name=cell_name(form, cell),
                value=str(report.values[cell]),
                middle=str(round(middle)),
                count=str(usual.count),
            )


def _is_far(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return high - low >= LEAST and high >= FACTOR * max(low, 1)


def _headlines(form: Form) -> Iterator[str]:
    return (cell.id for cell in form.cells if cell.id.endswith(_ENDINGS))

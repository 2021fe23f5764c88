"""Y01: what was carried forward last year is what is carried over this year, in every column."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import both, last_report, lighter, related
from govinfo.rules.carry import columns


@comparison("Y01")
def carry_over(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare column by column; all columns that differ make one finding."""
    last = last_report("Y01", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    broken = []
    for leaf, (_, over, forward) in columns(form):
        values = both("Y01", report, (over,), last, (forward,))
        if isinstance(values, NotAssessable):
            yield values
        elif values[0] != values[1]:
            broken.append((leaf.label, over, forward, values[0][0], values[1][0]))
    if not broken:
        return
    _, cell, _, here, there = broken[-1]
    yield spec("Y01").finding(
        cells=tuple(over for _, over, _, _, _ in broken),
        source=report.source_of(cell),
        equation=f"{here} ≠ {there}",
        severity=lighter(report, last, collection),
        related=(related(last, tuple(forward for _, _, forward, _, _ in broken)),),
        year=str(last.year),
        figures=Text(
            "、".join(f"{label.zh}{here}≠{there}" for label, _, _, here, there in broken),
            ", ".join(f"{label.en} {here} ≠ {there}" for label, _, _, here, there in broken),
        ),
    )

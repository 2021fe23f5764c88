"""Y09: the matters of last year are those that last year's report ended with."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import both, last_report, related
from govinfo.rules.stocks import rows_with


@comparison("Y09")
def matters(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Compare with the sum of last year's number and its change, row by row."""
    last = last_report("Y09", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    for place, cells in rows_with(form, "items_last_year", "items_change"):
        values = both("Y09", report, cells[:1], last, cells)
        if isinstance(values, NotAssessable):
            yield values
            continue
        (told,), (items, change) = values
        if told != items + change:
            yield spec("Y09").finding(
                cells=cells[:1],
                source=report.source_of(cells[0]),
                equation=f"{told} ≠ {items}＋({change})＝{items + change}",
                related=(related(last, cells),),
                row=place.label,
                year=str(last.year),
                told=str(told),
                due=str(items + change),
            )

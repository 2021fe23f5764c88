"""Y02, Y06: what is in force now is what was in force, and what was issued, without what was repealed."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import both, last_report, lighter, related
from govinfo.rules.stocks import rows_with


@comparison("Y02", "Y06")
def stocks(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Y06, where more was repealed than there was; Y02 for any other difference."""
    rows = rows_with(form, "issued", "repealed", "in_force")
    last = last_report("Y02", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        yield NotAssessable("Y06", last.text)
        return
    for place, cells in rows:
        values = both("Y02", report, cells, last, cells[-1:])
        if isinstance(values, NotAssessable):
            yield values
            yield NotAssessable("Y06", values.text, values.cells)
            continue
        (issued, repealed, valid), (before,) = values
        due = before + issued - repealed
        if valid == due:
            continue
        equation = f"{valid} ≠ {before}＋{issued}－{repealed}＝{due}"
        if due < 0:
            equation = f"{repealed} > {before}＋{issued}＝{before + issued}"
        yield spec("Y06" if due < 0 else "Y02").finding(
            cells=cells,
            source=report.source_of(cells[-1]),
            equation=equation,
            severity=lighter(report, last, collection),
            related=(related(last, cells[-1:]),),
            doc=place.label,
            year=str(last.year),
            before=str(before),
            issued=str(issued),
            repealed=str(repealed),
            valid=str(valid),
            due=str(due),
        )

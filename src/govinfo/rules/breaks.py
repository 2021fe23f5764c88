"""Y10, Y11: where a series breaks off: another form, another name."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import is_renamed, last_report, related, unknown

INCOMPARABLE = (
    ("proactive.rules.in_force", "proactive.rules.total_published"),
    ("proactive.normative_documents.in_force", "proactive.normative_documents.total_published"),
    ("proactive.fees.amount", "proactive.fees.items_last_year"),
)
"""Cells of one form and those of the other that look like them and count something else.

Texts in force are not those that are published, which may be repealed; an amount of money is no number of matters.
Cells of equal ids count the same in both forms.
"""


@comparison("Y10")
def other_form(report: Report, form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Name the cells with numbers that must not be compared with last year's in the other form."""
    last = last_report("Y10", report, collection)
    if isinstance(last, NotAssessable):
        yield last
        return
    pairs = (
        [pair for one, other in INCOMPARABLE for pair in ((one, other), (other, one))] if last.form != form.id else []
    )
    found = [(here, there) for here, there in pairs if report.values.get(here) and last.values.get(there)]
    if found:
        names = [cell_name(form, here) for here, _ in found]
        yield spec("Y10").finding(
            cells=tuple(here for here, _ in found),
            source=report.source_of(found[0][0]),
            related=(related(last, tuple(there for _, there in found)),),
            year=str(last.year),
            names=Text("、".join(name.zh for name in names), "; ".join(name.en for name in names)),
        )


@comparison("Y11")
def other_name(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Tell that the agency was renamed or merged since its report before."""
    reason = unknown("Y11", report, collection)
    if reason is not None:
        yield reason
        return
    earlier = [other for other in collection.years(report) if (other.year or 0) < (report.year or 0)]
    if earlier and is_renamed(report, earlier[-1], collection):
        last = earlier[-1]
        yield spec("Y11").finding(
            source=report.sources.get("title"),
            related=(related(last),),
            year=str(last.year),
            old=last.agency or "",
            new=report.agency or "",
        )

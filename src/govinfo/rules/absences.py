"""R07: every agency that has to report does."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report


@comparison("R07")
def absences(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Name the expected agencies without a report, at the report of the government above them."""
    if not collection.is_expected_year(report):
        yield not_assessable(
            "R07",
            f"名单中没有一个机关有{report.year or '该'}年的报告，机关名称须写全",
            f"no agency of the list has a report on {report.year or 'the year'}; full names are due",
        )
    for absent in collection.absent(report):
        yield spec("R07").finding(agency=absent.name, year=str(absent.year))

"""R07: every agency that has to report does."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.forms import Form
from govinfo.report import Report


@comparison("R07")
def absences(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Name the expected agencies without a report, at the report of the government above them."""
    for absent in collection.absent(report):
        yield spec("R07").finding(agency=absent.name, year=str(absent.year))

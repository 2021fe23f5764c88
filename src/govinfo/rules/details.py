"""M13, M16: the report is signed and says how to reach the body."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.forms import Form
from govinfo.report import Report

_AGENCY = Text("机关", "body")
_DATE = Text("日期", "date")
_BOTH = Text("机关和日期", "body and date")


@rule("M13")
def sign_off(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for the name and the date below the text."""
    signed = report.signed
    agency, date = (signed.agency, signed.date) if signed else (None, None)
    if agency and date:
        return
    missing = _BOTH if not agency and date is None else _DATE if agency else _AGENCY
    yield spec("M13").finding(source=signed.source if signed else None, missing=missing)


@rule("M16")
def contact(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for an address, a telephone or fax number or a mailbox."""
    found = report.contact
    if found is None or not (found.address or found.phone or found.fax or found.email):
        yield spec("M16").finding(source=report.sources.get("contact"))

"""V04 and V05: cells without a number."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.findings.naming import gathered
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.concerns import without_numbers
from govinfo.rules.operands import in_status, unread


@rule("V04", concerns=without_numbers)
def blank(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """A blank cell is not a zero."""
    yield from unread("V04", report, "absent")
    blanks = in_status(report, "blank")
    for name, cells in gathered(form, blanks) if blanks else ():
        yield spec("V04").finding(cells=cells, source=report.source_of(cells[0]), place=name)


@rule("V05", concerns=without_numbers)
def placeholder(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """A dash or a word is not a zero."""
    yield from unread("V05", report, "absent")
    printed: dict[str, list[str]] = {}
    for cell in in_status(report, "placeholder"):
        printed.setdefault(report[cell].raw.strip(), []).append(cell)
    for text, found in printed.items():
        for name, cells in gathered(form, found):
            yield spec("V05").finding(cells=cells, source=report.source_of(cells[0]), place=name, printed=text)

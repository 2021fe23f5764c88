"""N14, N26: cases in table four that the text does not mention, or that no request of the year explains."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.findings.naming import cell_name
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.operands import operands
from govinfo.text.traces import Traces

NEW = "applications.new.total"
RECONSIDERATION = "review.reconsideration.total"
LITIGATION = ("review.litigation_direct.total", "review.litigation_after_reconsideration.total")
TOTALS = (RECONSIDERATION, *LITIGATION)

MENTIONS: dict[str, Traces] = {
    RECONSIDERATION: Traces.of("复议"),
    **dict.fromkeys(LITIGATION, Traces.of("诉讼", "诉(?<=[起应败被]诉)")),
}

TABLE_SECTION = 4
"""The section that holds table four; its text may repeat the heading of the table."""


@rule("N14")
def unmentioned_cases(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Look in the sections for a word on the kind of case."""
    values = operands("N14", report, TOTALS)
    if isinstance(values, NotAssessable):
        yield values
        return
    if not any(values):
        return
    texts = [section.text for section in report.sections if section.text and section.number != TABLE_SECTION]
    silent = [
        cell for cell, value in zip(TOTALS, values, strict=True) if value and not any(map(MENTIONS[cell].within, texts))
    ]
    if silent:
        yield spec("N14").finding(
            cells=tuple(silent), source=report.source_of(silent[0]), place=_listed(silent, report, form)
        )


@rule("N26")
def cases_without_requests(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Cases of a year without requests must stem from earlier ones."""
    values = operands("N26", report, (NEW, *TOTALS))
    if isinstance(values, NotAssessable):
        yield values
        return
    new, *cases = values
    if new == 0 and any(cases):
        positive = [cell for cell, value in zip(TOTALS, cases, strict=True) if value]
        yield spec("N26").finding(
            cells=(NEW, *positive),
            source=report.source_of(positive[0]),
            place=_listed(positive, report, form),
        )


def _listed(cells: list[str], report: Report, form: Form) -> Text:
    named = [(cell_name(form, cell), report.value(cell)) for cell in cells]
    return Text(
        "、".join(f"{name.zh}{value}件" for name, value in named),
        ", ".join(f"{name.en} {value}" for name, value in named),
    )

"""V14, V15 and V18: figures that are possible but ask for a second look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.forms import Form, RowPlace
from govinfo.report import Report
from govinfo.rules.operands import operands

RESIDUAL_ROWS = ("results.other_handling.other", "results.other_handling")
"""Rows for whatever fits nowhere else; of the form's own, the first."""

RESIDUAL_SHARE = 50
RESIDUAL_MINIMUM = 10


@rule("V14")
def residual(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Most results should have a row of their own."""
    place = _residual_row(form)
    if place is None:
        return
    cells = (f"applications.{place.row.id}.total", "applications.results.total.total")
    values = operands("V14", report, cells)
    if isinstance(values, NotAssessable):
        yield values
        return
    other, handled = values
    if handled >= RESIDUAL_MINIMUM and other <= handled and 100 * other >= RESIDUAL_SHARE * handled:
        share = round(100 * other / handled)
        yield spec("V14").finding(
            cells=cells,
            source=report.source_of(cells[0]),
            equation=f"{other}÷{handled}＝{share}%",
            row=place.label,
            other=str(other),
            handled=str(handled),
            share=str(share),
        )


@cache
def _residual_row(form: Form) -> RowPlace | None:
    rows = {place.row.id: place for place in form.rows if place.table.id == "applications"}
    return next((rows[row] for row in RESIDUAL_ROWS if row in rows), None)


@rule("V15")
def state_secrets(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Refusals for state secrets deserve a look at the classification."""
    yield from _positive("V15", report, "applications.results.refused.state_secret.total")


@rule("V18")
def direct_suits(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Since 2024 a refusal goes to reconsideration before it goes to court."""
    yield from _positive("V18", report, "review.litigation_direct.total")


def _positive(rule_id: str, report: Report, cell: str) -> Iterator[Finding | NotAssessable]:
    values = operands(rule_id, report, [cell])
    if isinstance(values, NotAssessable):
        yield values
    elif values[0] > 0:
        yield spec(rule_id).finding(cells=(cell,), source=report.source_of(cell), count=str(values[0]))

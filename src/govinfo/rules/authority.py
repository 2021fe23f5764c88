"""V12: administrative rules reported by a body that cannot make any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form, RowPlace
from govinfo.report import Report
from govinfo.rules.bodies import body
from govinfo.rules.operands import operands


@rule("V12")
def regulations(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Only bodies with the power to make rules have rules to report."""
    place = _row_of_rules(form)
    if place is None:
        return
    values = operands("V12", report, place.cells)
    if isinstance(values, NotAssessable):
        yield values
        return
    if not any(value > 0 for value in values):
        return
    power = body(report.agency).makes_rules if report.agency else None
    if power is None:
        yield not_assessable(
            "V12",
            "从机关名称无法判断其有无规章制定权",
            "the name of the agency does not tell whether it may make rules",
            place.cells,
        )
    elif not power:
        filled = [(leaf, value) for leaf, value in zip(place.block.leaves, values, strict=True) if value > 0]
        yield spec("V12").finding(
            cells=place.cells,
            source=report.source_of(place.cells[0]),
            agency=report.agency or "",
            figures=Text(
                "、".join(f"{leaf.label.zh}{value}" for leaf, value in filled),
                ", ".join(f"{leaf.label.en}: {value}" for leaf, value in filled),
            ),
        )


@cache
def _row_of_rules(form: Form) -> RowPlace | None:
    return next((place for place in form.rows if place.table.id == "proactive" and place.row.id == "rules"), None)

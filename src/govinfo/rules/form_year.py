"""S08: the form of the tables against the reporting year."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, prescribing, spec
from govinfo.forms import Form, official_forms
from govinfo.report import Report

_THEN_IN_USE = Text("当年适用的格式", "the form in use that year")


@rule("S08")
def form_of_the_year(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report tables of a form that is not the one prescribed for the reporting year."""
    if report.year is None:
        yield not_assessable("S08", "没有读到报告年度", "the reporting year was not read")
    elif not report.by_status.keys() - {"absent"}:
        yield not_assessable("S08", "没有读到表格", "no tables were read")
    elif not form.is_for(report.year):
        due = next((other for other in official_forms() if other.is_for(report.year)), None)
        found = spec("S08").finding(
            source=report.sources.get("title"),
            form=form.basis,
            year=report.year,
            due=_THEN_IN_USE if due is None else due.basis,
        )
        yield found if due is None else attrs.evolve(found, basis=prescribing(due))

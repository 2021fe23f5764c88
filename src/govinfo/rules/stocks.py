"""A07 to A10: what table two says of documents and matters must fit together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.forms import Form, RowPlace
from govinfo.report import Report
from govinfo.rules.operands import operands


@rule("A07")
def in_force(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """What was issued this year and not repealed is still in force."""
    for place, cells in rows_with(form, "issued", "repealed", "in_force"):
        values = operands("A07", report, cells)
        if isinstance(values, NotAssessable):
            yield values
            continue
        issued, repealed, valid = values
        if valid < issued - repealed:
            yield spec("A07").finding(
                cells=cells,
                source=report.source_of(cells[-1]),
                equation=f"{valid} < {issued}－{repealed}＝{issued - repealed}",
                doc=place.label,
                valid=str(valid),
                issued=str(issued),
                repealed=str(repealed),
            )


@rule("A08")
def published(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """What was newly published is part of all that is published."""
    for place, cells in rows_with(form, "newly_published", "total_published"):
        values = operands("A08", report, cells)
        if isinstance(values, NotAssessable):
            yield values
            continue
        new, total = values
        if new > total:
            yield spec("A08").finding(
                cells=cells,
                source=report.source_of(cells[-1]),
                equation=f"{new} > {total}",
                doc=place.label,
                new=str(new),
                total=str(total),
            )


@rule("A09")
def items_for_decisions(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Decisions are no sum of matters; where every row looks like one, matters were counted."""
    rows = list(rows_with(form, "items_last_year", "items_change", "decisions"))
    values = operands("A09", report, [cell for _, cells in rows for cell in cells])
    if isinstance(values, NotAssessable):
        yield values
        return
    triples = list(zip(values[::3], values[1::3], values[2::3], strict=True))
    if any(last + change != decisions for last, change, decisions in triples):
        return
    for (place, cells), (last, change, decisions) in zip(rows, triples, strict=True):
        if decisions:
            yield spec("A09").finding(
                cells=cells,
                source=report.source_of(cells[-1]),
                equation=f"{last}＋({change})＝{decisions}",
                row=place.label,
                last=str(last),
                change=str(change),
                decisions=str(decisions),
            )


@rule("A10")
def items_below_zero(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """No more matters can be taken away than there were."""
    for place, cells in rows_with(form, "items_last_year", "items_change"):
        values = operands("A10", report, cells)
        if isinstance(values, NotAssessable):
            yield values
            continue
        last, change = values
        if last + change < 0:
            yield spec("A10").finding(
                cells=cells,
                source=report.source_of(cells[-1]),
                equation=f"{last}＋({change})＝{last + change} < 0",
                row=place.label,
                last=str(last),
                change=str(change),
            )


@cache
def rows_with(form: Form, *columns: str) -> tuple[tuple[RowPlace, tuple[str, ...]], ...]:
    """The rows that have all of some columns, each with the cells of these columns."""
    rows = []
    for place in form.rows:
        by_column = {leaf.id: cell for leaf, cell in zip(place.block.leaves, place.cells, strict=True)}
        if all(column in by_column for column in columns):
            rows.append((place, tuple(by_column[column] for column in columns)))
    return tuple(rows)

"""A15 and V17: what is carried forward, against what there was to handle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import add, le
from typing import Any

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Column, Form
from govinfo.report import Report
from govinfo.rules.operands import missing, operands

BACKLOG_SHARE = 50
"""Percentage of the year's applications; about two months' worth, or 17, is usual at the end of a year."""

BACKLOG_MINIMUM = 5


@rule("A15")
def carried_forward(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """No more can be carried forward than came in and was carried over."""
    values: Any = report.all_cells.values_of(_cells(form))
    received, before, behind = values[::3], values[1::3], values[2::3]
    if None not in values and all(map(le, behind, map(add, received, before))):
        return
    for (leaf, cells), new, over, forward in zip(columns(form), received, before, behind, strict=True):
        if new is None or over is None or forward is None:
            yield missing("A15", report, cells)
        elif forward > new + over:
            yield spec("A15").finding(
                cells=cells,
                source=report.source_of(cells[-1]),
                equation=f"{forward} > {new}＋{over}＝{new + over}",
                column=leaf.label,
                forward=str(forward),
                available=str(new + over),
            )


@cache
def columns(form: Form) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    """The columns of table three, each with what was received, carried over and carried forward."""
    leaves = next((place.block.leaves for place in form.rows if place.table.id == "applications"), ())
    rows = ("new", "carried_over", "carried_forward")
    return tuple((leaf, tuple(f"applications.{row}.{leaf.id}" for row in rows)) for leaf in leaves)


@cache
def _cells(form: Form) -> tuple[str, ...]:
    return tuple(cell for _, cells in columns(form) for cell in cells)


@rule("V17")
def backlog(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A large part of the year's applications is still open at its end."""
    cells = ("applications.new.total", "applications.carried_forward.total")
    values = operands("V17", report, cells)
    if isinstance(values, NotAssessable):
        yield values
        return
    new, forward = values
    if forward < BACKLOG_MINIMUM:
        return
    if new <= 0:
        yield not_assessable("V17", "本年没有新收申请，无法计算比例", "nothing was received", cells)
    elif 100 * forward >= BACKLOG_SHARE * new:
        share = round(100 * forward / new)
        yield spec("V17").finding(
            cells=cells,
            source=report.source_of(cells[-1]),
            equation=f"{forward}÷{new}＝{share}%",
            forward=str(forward),
            new=str(new),
            share=str(share),
        )

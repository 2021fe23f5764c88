"""A11 to A13: subtotals that some agencies add to table three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govinfo.cells import Cell
from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Column, Form, Group, Identity, Label, RowPlace
from govinfo.report import Report
from govinfo.rules.concerns import with_extras
from govinfo.rules.operands import operands

OTHER_HANDLING = "results.other_handling"
SUBTOTAL = "organizations"
"""Id of the column that some tables have above the kinds of organisations, and of the cells printed below it."""


@rule("A11", "A12", concerns=with_extras)
def groups(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """A printed subtotal of a group of results equals the sum of its rows."""
    extras = {cell.id: cell for cell in report.extras}
    for group, identity in _groups(form) if extras else ():
        table = identity.left[0].split(".", 1)[0]
        subtotal = extras.get(f"{table}.{group.id}.{identity.at}")
        if subtotal is not None:
            rule_id = "A11" if group.id == OTHER_HANDLING else "A12"
            parts = [cell for cell in identity.left if cell.startswith(f"{table}.{group.id}.")]
            yield from _compare(rule_id, report, subtotal, parts, (group.label, _column(form, identity)))


@rule("A13", concerns=with_extras)
def organizations(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """A printed subtotal of legal persons equals the sum of its columns."""
    extras = {cell.id: cell for cell in report.extras}
    for place in form.rows if extras else ():
        subtotal = extras.get(f"{place.table.id}.{place.row.id}.{SUBTOTAL}")
        if subtotal is not None:
            yield from _compare("A13", report, subtotal, _organizations(place), (place.label, place.label))


def _compare(
    rule_id: str, report: Report, subtotal: Cell, parts: Iterable[str], place: tuple[Label, Label]
) -> Iterator[Finding | NotAssessable]:
    cells = tuple(parts)
    values = operands(rule_id, report, cells)
    if isinstance(values, NotAssessable):
        yield values
    elif subtotal.value is None:
        yield not_assessable(rule_id, "小计没有数值", "the subtotal has no value", (subtotal.id,))
    elif sum(values) != subtotal.value:
        yield spec(rule_id).finding(
            cells=(*cells, subtotal.id),
            source=subtotal.source,
            equation=f"{'＋'.join(map(str, values))}＝{sum(values)} ≠ {subtotal.value}",
            sum=str(sum(values)),
            subtotal=str(subtotal.value),
            group=place[0],
            row=place[0],
            column=place[1],
        )


def _groups(form: Form) -> Iterator[tuple[Group, Identity]]:
    """Yield the groups of rows with the identities, one a column, that list all results."""
    found = {group.id: group for place in form.rows for group in place.row.groups}
    for group in found.values():
        yield from ((group, identity) for identity in form.identities if identity.rule == "A02")


def _column(form: Form, identity: Identity) -> Label:
    place = next(place for place in form.rows if identity.left[0] in place.cells)
    return next(leaf.label for leaf in place.block.leaves if leaf.id == identity.at)


def _organizations(place: RowPlace) -> Iterator[str]:
    found = (column for column in _nodes(place.block.columns) if column.id == SUBTOTAL)
    below = {leaf.id for column in found for leaf in column.leaves()}
    return (cell for leaf, cell in zip(place.block.leaves, place.cells, strict=True) if leaf.id in below)


def _nodes(columns: Iterable[Column]) -> Iterator[Column]:
    for column in columns:
        yield column
        yield from _nodes(column.children)

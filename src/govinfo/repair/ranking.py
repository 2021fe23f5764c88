"""Which of several repairs is the likeliest, and what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import attrs

from govinfo.findings import Text
from govinfo.forms import Form
from govinfo.repair.code import Part
from govinfo.repair.digits import slip
from govinfo.repair.evidence import Witness, doubts, witnesses
from govinfo.repair.problem import Changes, Number
from govinfo.repair.proposals import name
from govinfo.report import Report

DOUBTED = 6
"""The reading was unsure of the cell.  Weights only put repairs of as many cells in order; none is a probability."""

WITNESSED = 5
"""The narrative or last year's report has the number; so much against a repair that leaves such a number."""

EXCHANGED = 4
"""Two cells have each other's numbers."""

SLIP = 3
"""A digit is misread, exchanged, left out or added, or the number of the next cell is run into it."""

COPIED = 2
"""The cell repeats the number of a neighbour or of its total."""

TOTAL = 1
"""The cell is a total: it alone is worked out from the others."""


@attrs.frozen
class Reason:
    """What speaks for a repair, or against it; `text` is None where it needs no mention."""

    weight: int
    text: Text | None = None


@attrs.frozen(eq=False)
class Knowledge:
    """What the reasons are drawn from.

    Attributes:
        form: the form of the report.
        values: the numbers of the report.
        totals: the totals that each cell is added up into.
        doubts: codes of the diagnostics that warn of a cell.
        witnesses: what others say of a cell.
    """

    form: Form
    values: Mapping[str, Number | None]
    totals: Mapping[str, tuple[str, ...]]
    doubts: Mapping[str, tuple[str, ...]]
    witnesses: Mapping[str, tuple[Witness, ...]]

    @classmethod
    def of(cls, report: Report, form: Form, part: Part, previous: Report | None) -> Knowledge:
        """What is known of a part of a report."""
        return cls(form, report.values, part.totals, doubts(report), witnesses(report, previous))


def reasons(known: Knowledge, changes: Changes) -> Iterator[Reason]:
    """What speaks for a set of changes and against it, cell by cell."""
    now = {cell: known.values[cell] or 0 for cell in changes}
    due = {cell: now[cell] + change for cell, change in changes.items()}
    for cell in changes:
        yield from _doubts(known, cell)
        yield from _said(known, cell, now[cell], due[cell])
        partner = next((other for other in changes if other != cell and now[other] == due[cell]), None)
        if partner is not None and due[partner] == now[cell]:
            one, other = (name(known.form, each) for each in sorted((cell, partner)))
            yield Reason(
                EXCHANGED,
                Text(f"{one.zh}与{other.zh}的数字可能对调", f"{one.en} and {other.en}: perhaps exchanged"),
            )
        else:
            yield from _look(known, cell, now[cell], due[cell])


def _doubts(known: Knowledge, cell: str) -> Iterator[Reason]:
    codes = known.doubts.get(cell)
    if codes:
        named = name(known.form, cell)
        yield Reason(
            DOUBTED,
            Text(
                f"读取时对{named.zh}有疑问（{'、'.join(codes)}），可能是读错，不一定是报告有误",
                f"the reading was unsure of {named.en} ({', '.join(codes)}): it may be misread and right in the report",
            ),
        )


def _said(known: Knowledge, cell: str, now: Number, due: Number) -> Iterator[Reason]:
    for witness in known.witnesses.get(cell, ()):
        if witness.value == due:
            yield Reason(WITNESSED, witness.text)
        elif witness.value == now:
            yield Reason(-WITNESSED)


def _look(known: Knowledge, cell: str, now: Number, due: Number) -> Iterator[Reason]:
    """What the two numbers look like, and those around them."""
    named = name(known.form, cell)
    around = {
        other: value for other in _neighbours(known.form).get(cell, ()) if (value := known.values[other]) is not None
    }
    glued = next((other for other, value in around.items() if _is_glued(now, due, value)), None)
    found = slip(now, due)
    if glued is not None:
        other = name(known.form, glued)
        yield Reason(SLIP, Text(f"{named.zh}可能与{other.zh}粘连", f"{named.en}: perhaps run together with {other.en}"))
    elif found:
        yield Reason(SLIP, Text(f"{named.zh}{found.zh}", f"{named.en}: {found.en}"))
    elif now and any(known.values[total] == now for total in known.totals.get(cell, ())):
        yield Reason(COPIED, Text(f"{named.zh}与总计相同，可能误抄", f"{named.en}: repeats its total"))
    elif now and now in around.values():
        yield Reason(COPIED, Text(f"{named.zh}与相邻一格相同，可能错位", f"{named.en}: repeats the cell next to it"))
    if cell not in known.totals:
        yield Reason(TOTAL)


def _is_glued(now: Number, due: Number, neighbour: Number) -> bool:
    return str(now) in (f"{due}{neighbour}", f"{neighbour}{due}")


@cache
def _neighbours(form: Form) -> Mapping[str, tuple[str, ...]]:
    """The cells to the left, to the right, above and below each cell."""
    found: dict[str, list[str]] = {}
    rows = [(place.block, place.cells) for place in form.rows]
    pairs = [pair for _, cells in rows for pair in pairwise(cells)]
    for (block, cells), (below, others) in pairwise(rows):
        pairs.extend(zip(cells, others, strict=True) if block is below else ())
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return {cell: tuple(others) for cell, others in found.items()}

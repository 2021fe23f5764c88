"""A01 to A06, A14 and those of plugins: the identities that the form itself demands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable, RuleSpec, not_assessable, spec
from govinfo.forms import Form, Identity, Label
from govinfo.report import Report
from govinfo.rules.operands import at, is_in_order, missing

_Values = tuple[int | Decimal | None, ...]
"""The values of all cells in form order; None for cells without one."""

_Further = tuple[tuple[int, slice], ...]
"""The further cells of some sides of identities: the number of the identity, and where they stand."""

MANY_ZEROS = 3
"""More zeros than these are not written out one by one."""


def identities_of(entries: Mapping[str, RuleSpec], *ids: str) -> CheckRule:
    """The rule that evaluates those identities of a report's form that name one of some entries of a catalogue.

    Args:
        entries: the entries by id.  Their messages may use ``{name}`` (wording of the identity), ``{row}`` and
            ``{column}`` (the row or column for one that is repeated along a table), ``{sum}`` and ``{total}``.
        *ids: those of the entries that identities name; by default all, where other rules have none of them.
    """
    evaluated = ids or tuple(entries)

    def evaluate(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
        if is_in_order(report, form) and _equations(form).hold(report.all_cells.values):
            return
        values = report.values
        broken = _broken_off(report, form)
        for identity in form.identities:
            if identity.rule not in evaluated:
                continue
            cells = (*identity.left, *identity.right)
            terms = [value for cell in cells if (value := values[cell]) is not None]
            count = len(identity.left)
            if len(terms) < len(cells):
                yield missing(identity.rule, report, cells)
            elif sum(terms[:count]) == sum(terms[count:]):
                continue
            elif not broken.isdisjoint(cells):
                yield not_assessable(identity.rule, "文件在该行中断，数字可能不完整", "the document breaks off there")
            else:
                yield _breach(form, report, identity, entries[identity.rule])

    return CheckRule(evaluated, evaluate)


def _broken_off(report: Report, form: Form) -> frozenset[str]:
    """The cells of the row in which the document breaks off, the last number of which may be incomplete."""
    rows = {(entry.table, entry.subject) for entry in report.observed("cut") if entry.how}
    places = (place for place in form.rows if (place.table.id, place.row.id) in rows) if rows else ()
    return frozenset(cell for place in places for cell in place.cells)


@attrs.frozen
class _Equations:
    """The identities of a form over the values in form order.

    Cells that are added mostly stand side by side or below each other, so that one slice takes them, and most right
    sides are a single cell.

    Attributes:
        left: takes the values of the first slice of every left side.
        right: takes the first value of every right side.
        more_left, more_right: what else belongs to some sides.
    """

    left: Callable[[_Values], Iterable[Any]]
    right: Callable[[_Values], _Values]
    more_left: _Further
    more_right: _Further

    def hold(self, values: Any) -> bool:
        """Tell at once whether all of them can be evaluated and hold, as they mostly do."""
        try:
            sums, totals = list(map(sum, self.left(values))), list(self.right(values))
            for number, place in self.more_left:
                sums[number] += sum(values[place])
            for number, place in self.more_right:
                totals[number] += sum(values[place])
        except TypeError:  # a blank cell cannot be added
            return False
        return sums == totals


@cache
def _equations(form: Form) -> _Equations:
    order = {cell.id: place for place, cell in enumerate(form.cells)}
    left = [list(_runs([order[cell] for cell in identity.left])) for identity in form.identities]
    right = [[order[cell] for cell in identity.right] for identity in form.identities]
    return _Equations(
        at([runs[0] for runs in left]),
        at([places[0] for places in right]),
        tuple((number, run) for number, runs in enumerate(left) for run in runs[1:]),
        tuple((number, run) for number, places in enumerate(right) for run in _runs(places[1:])),
    )


def _runs(places: Sequence[int]) -> Iterator[slice]:
    """Yield slices that take the values at some places, each as far as the places are evenly apart."""
    start = 0
    while start < len(places):
        step = max(places[start + 1] - places[start], 1) if start + 1 < len(places) else 1
        stop = start + 1
        while stop < len(places) and places[stop] - places[stop - 1] == step:
            stop += 1
        yield slice(places[start], places[stop - 1] + 1, step)
        start = stop


def _breach(form: Form, report: Report, identity: Identity, entry: RuleSpec) -> Finding:
    cells = (*identity.left, *identity.right)
    left, right = ([report.values[cell] or 0 for cell in side] for side in (identity.left, identity.right))
    place = _place(form, identity)
    total = identity.right[-1]
    return entry.finding(
        cells=cells,
        source=report.source_of(total),
        equation=f"{_sum(left)} ≠ {_sum(right)}",
        name=identity.name,
        row=place,
        column=place,
        sum=str(sum(left)),
        total=str(sum(right)),
    )


def _place(form: Form, identity: Identity) -> Label:
    table = identity.left[0].split(".", 1)[0]
    block = next(found for found in form.tables if found.id == table).blocks[0]
    if identity.over == "row":
        return next(row.label for row in block.rows if row.id == identity.at and row.label)
    return next((leaf.label for leaf in block.leaves if leaf.id == identity.at), identity.name)


def _sum(numbers: list[int | Decimal]) -> str:
    """A sum in digits; of many zeros only their number is written, e.g. ``11＋5＋0×19＝16``."""
    zeros = numbers.count(0)
    terms = [str(number) for number in numbers if number]
    terms += [f"0×{zeros}"] if zeros > MANY_ZEROS else ["0"] * zeros
    return terms[0] if len(numbers) == 1 else f"{'＋'.join(terms)}＝{sum(numbers)}"


identities = identities_of({rule: spec(rule) for rule in ("A01", "A02", "A03", "A04", "A05", "A06", "A14")})
"""The rule of those ids of the catalogue that the identities of a form may name."""

"""A01 to A06, A14 and those of plugins: the identities that the form itself demands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import itemgetter

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable, RuleSpec, spec
from govinfo.forms import Form, Identity, Label
from govinfo.report import Report
from govinfo.rules.operands import missing

_Values = tuple[int | Decimal, ...]
"""The values of all cells in form order; they may be None where the report has blank cells."""

_Side = Callable[[_Values], _Values]
"""Takes those of one side of an identity."""

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
        values = _in_order(form)(report.values)
        left, right = _sides(form)
        if None not in values and [sum(of(values)) for of in left] == [sum(of(values)) for of in right]:
            return
        for identity, left_of, right_of in zip(form.identities, left, right, strict=True):
            if identity.rule not in evaluated:
                continue
            if None in (*left_of(values), *right_of(values)):
                yield missing(identity.rule, report, (*identity.left, *identity.right))
            elif sum(left_of(values)) != sum(right_of(values)):
                yield _breach(form, report, identity, entries[identity.rule])

    return CheckRule(evaluated, evaluate)


@cache
def _in_order(form: Form) -> Callable[[Mapping[str, int | Decimal | None]], _Values]:
    ids = tuple(cell.id for cell in form.cells)
    pick = itemgetter(*ids)
    return pick if len(ids) > 1 else lambda values: (pick(values),)


@cache
def _sides(form: Form) -> tuple[tuple[_Side, ...], tuple[_Side, ...]]:
    """The left sides of the identities of a form, and the right ones."""
    order = {cell.id: place for place, cell in enumerate(form.cells)}
    left = (identity.left for identity in form.identities)
    right = (identity.right for identity in form.identities)
    return (
        tuple(_side([order[cell] for cell in cells]) for cells in left),
        tuple(_side([order[cell] for cell in cells]) for cells in right),
    )


def _side(places: Sequence[int]) -> _Side:
    """Take the values at some places; most stand side by side or below each other and are taken as one slice."""
    step = max(places[1] - places[0], 1) if len(places) > 1 else 1
    run = range(places[0], places[-1] + 1, step)
    return itemgetter(slice(run.start, run.stop, step)) if list(run) == places else itemgetter(*places)


def _breach(form: Form, report: Report, identity: Identity, entry: RuleSpec) -> Finding:
    cells = (*identity.left, *identity.right)
    left, right = ([report.values[cell] or 0 for cell in side] for side in (identity.left, identity.right))
    place = _place(form, identity)
    total = identity.right[-1]
    return entry.finding(
        cells=cells,
        source=report[total].source,
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

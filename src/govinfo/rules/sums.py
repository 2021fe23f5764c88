"""A01 to A06, A14 and those of plugins: the identities that the form itself demands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from operator import itemgetter

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable, RuleSpec, not_assessable, spec
from govinfo.forms import Form, Identity, Label
from govinfo.report import Report

_Values = Mapping[str, int | Decimal | None]
_Side = Callable[[_Values], tuple[int | Decimal, ...]]
"""Takes the values of one side of an identity; they may be None where the report has blank cells."""

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
        values = report.values
        complete = None not in values.values()
        for identity, left_of, right_of in _sides(form):
            if identity.rule not in evaluated:
                continue
            left, right = left_of(values), right_of(values)
            if not complete and None in (*left, *right):
                yield _missing(identity, values)
            elif sum(left) != sum(right):
                yield _breach(form, report, identity, entries[identity.rule])

    return CheckRule(evaluated, evaluate)


@cache
def _sides(form: Form) -> tuple[tuple[Identity, _Side, _Side], ...]:
    return tuple((identity, _side(identity.left), _side(identity.right)) for identity in form.identities)


def _side(cells: tuple[str, ...]) -> _Side:
    pick = itemgetter(*cells)
    return pick if len(cells) > 1 else lambda values: (pick(values),)


def _breach(form: Form, report: Report, identity: Identity, entry: RuleSpec) -> Finding:
    cells = (*identity.left, *identity.right)
    left, right = ([report.by_id[cell].value or 0 for cell in side] for side in (identity.left, identity.right))
    place = _place(form, identity)
    total = identity.right[-1]
    return entry.finding(
        cells=cells,
        source=report.by_id[total].source,
        equation=f"{_sum(left)} ≠ {_sum(right)}",
        name=identity.name,
        row=place,
        column=place,
        sum=str(sum(left)),
        total=str(sum(right)),
    )


def _missing(identity: Identity, values: _Values) -> NotAssessable:
    missing = tuple(cell for cell in (*identity.left, *identity.right) if values[cell] is None)
    return not_assessable(identity.rule, "有单元格没有数值", "some cells have no value", missing)


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

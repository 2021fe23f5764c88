"""The identities of a form as a parity code: equations over cells, and in which of them each cell stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from math import gcd

import attrs

from govinfo.forms import Form, Identity

Terms = dict[str, int]
"""An equation: the coefficients of its cells; the sum of coefficient times value is zero."""


@attrs.frozen(slots=False, eq=False)
class Part:
    """Identities that hang together by common cells, and by none with those of another part."""

    identities: tuple[Identity, ...]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The cells in the order of the identities."""
        return tuple(dict.fromkeys(cell for identity in self.identities for cell in (*identity.left, *identity.right)))

    @cached_property
    def breaches(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """For each identity the rule and the cells of the finding that reports its breach."""
        return tuple((identity.rule, (*identity.left, *identity.right)) for identity in self.identities)

    @cached_property
    def totals(self) -> dict[str, tuple[str, ...]]:
        """The totals by the cells that are added up into them."""
        found: dict[str, list[str]] = {}
        for identity in self.identities:
            for cell in identity.left if len(identity.right) == 1 else ():
                found.setdefault(cell, []).append(identity.right[0])
        return {cell: tuple(totals) for cell, totals in found.items()}


@cache
def parts(form: Form) -> tuple[Part, ...]:
    """Divide the identities of a form: in the official ones table three, and the three groups of table four."""
    divided: list[tuple[set[str], list[Identity]]] = []
    for identity in form.identities:
        cells, together = {*identity.left, *identity.right}, [identity]
        for other in [entry for entry in divided if entry[0] & cells]:
            divided.remove(other)
            cells |= other[0]
            together = [*other[1], *together]
        divided.append((cells, together))
    return tuple(Part(tuple(together)) for _, together in divided)


@attrs.frozen(slots=False, eq=False)
class Code:
    """The equations of a part where some of its cells have no value.

    Attributes:
        checks: equations over cells with values only.
        definitions: one equation for each open cell that the others determine; other open cells may stand in it.
        open: the cells without a value.
    """

    checks: tuple[Terms, ...]
    definitions: tuple[Terms, ...]
    open: frozenset[str]

    @cached_property
    def columns(self) -> dict[str, dict[int, int]]:
        """For each cell its coefficients by the number of the check."""
        found: dict[str, dict[int, int]] = {}
        for index, check in enumerate(self.checks):
            for cell, factor in check.items():
                found.setdefault(cell, {})[index] = factor
        return found

    @cached_property
    def by_support(self) -> dict[frozenset[int], tuple[str, ...]]:
        """The cells by the checks that they stand in."""
        found: dict[frozenset[int], list[str]] = {}
        for cell, column in self.columns.items():
            found.setdefault(frozenset(column), []).append(cell)
        return {support: tuple(cells) for support, cells in found.items()}

    @cached_property
    def alike(self) -> tuple[tuple[str, ...], ...]:
        """The cells that stand in the same checks as others, together."""
        return tuple(cells for cells in self.by_support.values() if len(cells) > 1)

    @cached_property
    def classes(self) -> tuple[frozenset[int], ...]:
        """The checks divided so that no cell stands in two of one class: one change can mend but one of a class."""
        divided: list[tuple[set[int], set[str]]] = []
        for index, check in enumerate(self.checks):
            members, cells = next((entry for entry in divided if entry[1].isdisjoint(check)), (set(), set()))
            if not members:
                divided.append((members, cells))
            members.add(index)
            cells.update(check)
        return tuple(frozenset(members) for members, _ in divided)

    def least(self, failing: Iterable[int]) -> int:
        """So many cells at least must change where these checks fail."""
        failed = frozenset(failing)
        return max((len(failed & members) for members in self.classes), default=0)

    def tight(self, failing: Iterable[int], size: int) -> int | None:
        """The shortest of the failing checks that hold one of `size` cells each; None where some may hold several."""
        failed = tuple(failing)
        for members in self.classes:
            mine = [index for index in failed if index in members]
            if len(mine) == size:
                return min(mine, key=lambda index: len(self.checks[index]))
        return None


@lru_cache(maxsize=64)
def code(part: Part, unvalued: frozenset[str]) -> Code:
    """The equations of a part; cells without a value are eliminated from the checks."""
    checks = [_terms(identity) for identity in part.identities]
    definitions: list[Terms] = []
    for cell in (cell for cell in part.cells if cell in unvalued):
        pivot = min(
            (check for check in checks if cell in check), key=lambda check: _open(check, unvalued), default=None
        )
        if pivot is None:
            continue
        checks = [_without(cell, check, pivot) for check in checks if check is not pivot]
        definitions = [_without(cell, definition, pivot) for definition in definitions] + [pivot]
    return Code(tuple(check for check in checks if check), tuple(definitions), unvalued)


def _terms(identity: Identity) -> Terms:
    terms: Terms = {}
    for sign, cells in ((1, identity.left), (-1, identity.right)):
        for cell in cells:
            terms[cell] = terms.get(cell, 0) + sign
    return _clean(terms)


def _open(terms: Iterable[str], unvalued: frozenset[str]) -> int:
    return sum(cell in unvalued for cell in terms)


def _without(cell: str, terms: Terms, pivot: Terms) -> Terms:
    """Eliminate a cell from an equation by means of another that holds it."""
    factor, ours = pivot[cell], terms.get(cell, 0)
    if not ours:
        return terms
    combined = {name: factor * terms.get(name, 0) - ours * pivot.get(name, 0) for name in {**terms, **pivot}}
    return _clean(combined)


def _clean(terms: Terms) -> Terms:
    divisor = gcd(*terms.values()) or 1
    return {cell: factor // divisor for cell, factor in terms.items() if factor}

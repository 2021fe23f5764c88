"""The register of damages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

import attrs

from govinfo.testing.damage import columns, numbers, pages, rows, wording
from govinfo.testing.damage.traced import Print

Damage = Callable[[Print, float, Random], Print]
"""Damages a document in print; the rate is the share of labels, cells, rows, pages or tables that are hit."""


@attrs.frozen
class Operator:
    """One kind of damage.

    Attributes:
        name: its name in tables.
        does: what it does, in words.
        apply: the damage itself.
        cells: by how many cells it makes a row longer (1) or shorter (-1); 0 for neither.
    """

    name: str
    does: str
    apply: Damage
    cells: int = 0

    def undoes(self, other: Operator) -> bool:
        """Tell whether both together can leave a row with as many cells as are due, but with other numbers.

        Such a row is not damaged but printed wrong: no reader can tell, and the rules of `govinfo.check` find
        it where its sums are wrong.
        """
        return self.cells * other.cells < 0


_SHORTENING: tuple[Damage, ...] = (
    numbers.glued,
    numbers.merged_across,
    rows.merged_down,
    columns.missing,
    columns.dropped,
)
_LENGTHENING: tuple[Damage, ...] = (
    numbers.torn,
    columns.subtotals,
    columns.doubled,
    columns.serial,
    pages.page_numbers,
)


def _register(**modules: tuple[Damage, ...]) -> Mapping[str, Operator]:
    found = {}
    for group, damages in modules.items():
        for damage in damages:
            name = f"{group} {damage.__name__.replace('_', ' ')}"
            cells = -1 if damage in _SHORTENING else 1 if damage in _LENGTHENING else 0
            found[name] = Operator(name, (damage.__doc__ or "").strip(), damage, cells)
    return MappingProxyType(found)


OPERATORS: Mapping[str, Operator] = _register(
    label=(
        wording.misspelt_once,
        wording.misspelt_twice,
        wording.misspelt_thrice,
        wording.truncated,
        wording.broken,
        wording.upright,
        wording.spaced,
        wording.traditional,
        wording.renumbered,
        wording.unnumbered,
        wording.widened,
    ),
    number=(
        numbers.emptied,
        numbers.blanked,
        numbers.placeholders,
        numbers.separators,
        numbers.thousands_spaced,
        numbers.digits_spaced,
        numbers.torn,
        numbers.full_width,
        numbers.chinese,
        numbers.signed,
        numbers.decimals,
        numbers.units,
        numbers.glued,
        numbers.merged_across,
    ),
    row=(
        rows.missing,
        rows.repeated,
        rows.contradicted,
        rows.swapped,
        rows.sums,
        rows.remarks,
        rows.notes,
        rows.empty,
        rows.merged_down,
    ),
    column=(
        columns.serial,
        columns.numbers_apart,
        columns.spacers,
        columns.empty_column,
        columns.unmerged,
        columns.subtotals,
        columns.missing,
        columns.exchanged,
        columns.dropped,
        columns.doubled,
    ),
    page=(
        pages.no_header,
        pages.header_again,
        pages.cut,
        pages.page_feet,
        pages.page_numbers,
        pages.page_heads,
        pages.footnotes,
        pages.review_in_parts,
    ),
)
"""All damages by name."""

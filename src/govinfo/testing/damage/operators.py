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
    """

    name: str
    does: str
    apply: Damage


def _register(**modules: tuple[Damage, ...]) -> Mapping[str, Operator]:
    found = {}
    for group, damages in modules.items():
        for damage in damages:
            name = f"{group} {damage.__name__.replace('_', ' ')}"
            found[name] = Operator(name, (damage.__doc__ or "").strip(), damage)
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

"""The register of damages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

import attrs

from govinfo.testing.damage import columns, labelling, numbers, pages, rows
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
        undone_by: names of the damages that can undo it: both together may leave a row with as many cells as are
            due, but with other numbers.  Such a row is not damaged but printed wrong: no reader can tell, and
            the rules of `govinfo.check` find it where its sums are wrong.
    """

    name: str
    does: str
    apply: Damage
    undone_by: frozenset[str] = frozenset()


_SHORTENING: tuple[Damage, ...] = (
    numbers.glued,
    numbers.beside_label,
    numbers.merged_across,
    rows.merged_down,
    columns.missing,
    columns.zeros_left_out,
    columns.dropped,
)
_LENGTHENING: tuple[Damage, ...] = (
    numbers.torn,
    columns.subtotals,
    columns.doubled,
    columns.years,
    columns.serial,
    columns.unmerged,
    columns.spacers,
    columns.empty_column,
    pages.page_numbers,
    pages.row_cut,
)
_EMPTYING: tuple[Damage, ...] = (numbers.emptied, numbers.blanked)
_TAKING: tuple[Damage, ...] = (*_EMPTYING, rows.missing, columns.dropped, columns.zeros_left_out)
_SHIFTING: tuple[Damage, ...] = (columns.doubled, columns.unmerged)


def _undoing(damage: Damage) -> frozenset[Damage]:
    apart = _TAKING if damage is rows.labels_together else (rows.labels_together,) if damage in _TAKING else ()
    return frozenset((*_making_up(damage), *apart))


def _making_up(damage: Damage) -> tuple[Damage, ...]:
    if damage in (numbers.merged_across, rows.merged_down):
        return (*_LENGTHENING, numbers.merged_across, rows.merged_down)
    if damage in _SHORTENING:
        return _LENGTHENING
    if damage in _LENGTHENING:
        return (*_SHORTENING, *_EMPTYING) if damage in _SHIFTING else _SHORTENING
    return _SHIFTING if damage in _EMPTYING else ()


def _register(**modules: tuple[Damage, ...]) -> Mapping[str, Operator]:
    names = {
        damage: f"{group} {damage.__name__.replace('_', ' ')}"
        for group, damages in modules.items()
        for damage in damages
    }
    found = {
        name: Operator(
            name, (damage.__doc__ or "").strip(), damage, frozenset(names[other] for other in _undoing(damage))
        )
        for damage, name in names.items()
    }
    return MappingProxyType(found)


OPERATORS: Mapping[str, Operator] = _register(
    label=(
        labelling.misspelt_once,
        labelling.misspelt_twice,
        labelling.misspelt_thrice,
        labelling.truncated,
        labelling.broken,
        labelling.upright,
        labelling.spaced,
        labelling.traditional,
        labelling.renumbered,
        labelling.unnumbered,
        labelling.widened,
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
        numbers.footnoted,
        numbers.misread,
        numbers.units,
        numbers.glued,
        numbers.beside_label,
        numbers.merged_across,
    ),
    row=(
        rows.missing,
        rows.repeated,
        rows.contradicted,
        rows.swapped,
        rows.labels_together,
        rows.labels_behind,
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
        columns.reordered,
        columns.years,
        columns.zeros_left_out,
        columns.dropped,
        columns.doubled,
    ),
    page=(
        pages.no_header,
        pages.header_again,
        pages.row_cut,
        pages.cut,
        pages.page_feet,
        pages.page_numbers,
        pages.page_heads,
        pages.footnotes,
        pages.review_in_parts,
    ),
)
"""All damages by name."""

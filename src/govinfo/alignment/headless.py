"""The row of a form that has no label, where its header is lost: known by its section, its cells and its sums."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Token
from govinfo.forms import Form, RowPlace
from govinfo.text.fold import fold
from govinfo.text.numbers import read_count


def headless(above: Sequence[Token], values: Sequence[Token], index: LabelIndex) -> int | None:
    """The number of the form's row without a label, if that is what numbers without any label are.

    They stand below the heading of its section, are as many as it has cells, and all its sums hold.

    Args:
        above: what is printed since the row before, without numbers.
        values: the numbers.
        index: the form's labels.
    """
    place = index.unlabelled[0] if index.unlabelled else None
    if place is None or len(values) != len(place.cells):
        return None
    headings = (index.headings[key] for token in reversed(above) if (key := fold(token.text)) in index.headings)
    below = next(headings, 0) == place.table.section > 0
    return place.index if below and _adds_up(values, place, index.form) else None


def _adds_up(values: Sequence[Token], place: RowPlace, form: Form) -> bool:
    """Tell whether all equations of a row hold, and there are some."""
    numbers = [read_count(token.text).value for token in values]
    cells = {cell: number for cell, number in zip(place.cells, numbers, strict=True) if number is not None}
    sums = [identity for identity in form.identities if identity.left[0] in place.cells]
    return (
        len(cells) == len(place.cells)
        and bool(sums)
        and all(
            sum(cells[cell] for cell in identity.left) == sum(cells[cell] for cell in identity.right)
            for identity in sums
        )
    )

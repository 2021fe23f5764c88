"""Rows whose numbers may stand in wrong places, because something about them was inferred and nothing confirms it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govinfo.alignment.cells import RowReading
from govinfo.forms import Form, Identity
from govinfo.text.numbers import is_glued

LOOSE = frozenset(("line", "order"))
"""Bounds of rows whose cells were inferred from the order of the text."""


def unconfirmed(rows: Iterable[tuple[RowReading, bool]], form: Form) -> frozenset[int]:
    """The numbers, in the form, of the rows that are in doubt.

    Args:
        rows: the rows, each with the word whether its header is clean.
        form: the form.
    """
    read = list(rows)
    sums = {identity.left[0]: identity for identity in form.identities if identity.over != "column"}
    torn = any(row.match.row.bounds in LOOSE and not row.fits for row, _ in read)
    found = set()
    for row, clean in read:
        loose = row.match.row.bounds in LOOSE
        if row.fits and _is_evened(row):
            found.add(row.match.place.index)
        elif row.fits and (loose or row.odd or not clean):
            mine = {cell.id for cell in row.cells}
            tied = [sums[cell.id] for cell in row.cells if cell.id in sums]
            tied = [identity for identity in tied if mine.issuperset((*identity.left, *identity.right))]
            if _is_doubtful(row, tied, loose=loose, torn=torn):
                found.add(row.match.place.index)
    return frozenset(found)


def _is_doubtful(row: RowReading, tied: Sequence[Identity], *, loose: bool, torn: bool) -> bool:
    """Tell whether a row of which anything was inferred is not confirmed by the equations within it.

    Where the layout shows no rows and one of them has lost a cell or caught a page number, others may have done both.
    """
    if not tied:
        return row.odd or (loose and torn and len(row.cells) > 1)
    if loose and any(cell.status == "unreadable" and is_glued(cell.raw) for cell in row.cells):
        return True
    return not all(_holds(row, identity) for identity in tied)


def _is_evened(row: RowReading) -> bool:
    """Tell whether numbers glued together in one cell and an empty cell may have made up for each other."""
    glued = any(cell.status == "unreadable" and (is_glued(cell.raw) or cell.raw.isdigit()) for cell in row.cells)
    return glued and any(cell.status == "blank" for cell in row.cells)


def _holds(row: RowReading, identity: Identity) -> bool:
    """Tell whether an equation holds; one with an empty cell holds unless the row is odd."""
    values = {cell.id: cell.value for cell in row.cells}
    left = [value for cell in identity.left if (value := values[cell]) is not None]
    right = [value for cell in identity.right if (value := values[cell]) is not None]
    if len(left) < len(identity.left) or len(right) < len(identity.right):
        return not row.odd
    return sum(left) == sum(right)

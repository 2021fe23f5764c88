"""Rows whose numbers may stand in wrong places, because something about them was inferred and nothing confirms it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from govinfo.alignment.cells import RowReading
from govinfo.cells import Cell
from govinfo.forms import Form, Identity, RowPlace
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
    torn = {row.match.place.table.id for row, _ in read if row.match.row.bounds != "row" and not row.fits}
    found = set(_below_odd([row for row, _ in read]))
    for row, clean in read:
        if not row.fits:
            continue
        loose, cells = row.match.row.bounds in LOOSE, row.match.row.bounds == "cell"
        beside_torn = row.match.place.table.id in torn
        inferred = loose or (cells and beside_torn) or row.odd or not clean or _has_pieces(row)
        if (
            (cells and has_stranger(row.match.place, [cell.value for cell in row.cells], form))
            or _is_evened(row)
            or (inferred and _is_doubtful(row, form, loose=loose, torn=beside_torn))
        ):
            found.add(row.match.place.index)
    return frozenset(found)


def _below_odd(rows: Sequence[RowReading]) -> Iterator[int]:
    """The rows with an empty cell right below one with other cells than the form's: it may be merged with any of them.

    So may one below such a row.
    """
    in_doubt = False
    for above, row in pairwise(sorted(rows, key=lambda row: row.match.row.position)):
        below = (in_doubt or not above.fits) and above.match.place.block is row.match.place.block
        in_doubt = below and row.fits and any(cell.status == "blank" for cell in row.cells)
        if in_doubt:
            yield row.match.place.index


@lru_cache(maxsize=256)
def sums_within(place: RowPlace, form: Form) -> tuple[Identity, ...]:
    """The equations of a form within one of its rows."""
    sums = {identity.left[0]: identity for identity in form.identities if identity.over != "column"}
    tied = [sums[cell] for cell in place.cells if cell in sums]
    mine = set(place.cells)
    return tuple(identity for identity in tied if mine.issuperset((*identity.left, *identity.right)))


def _holds(identity: Identity, values: Mapping[str, int | Decimal | None]) -> bool | None:
    """Tell whether an equation holds; None where one of its cells has no value, which is no less than nothing."""
    left = [value for cell in identity.left if (value := values[cell]) is not None]
    right = [value for cell in identity.right if (value := values[cell]) is not None]
    if len(left) == len(identity.left) and len(right) == len(identity.right):
        return sum(left) == sum(right)
    if len(right) == len(identity.right):
        return False if sum(left) > sum(right) else None
    return False if len(left) == len(identity.left) and sum(right) > sum(left) else None


def _is_doubtful(row: RowReading, form: Form, *, loose: bool, torn: bool) -> bool:
    """Tell whether a row of which anything was inferred is not confirmed by the equations within it.

    Where the layout shows no rows and one of a table has lost a cell or caught a page number, others may have done
    both; a mark in place of a number stands for none there.
    """
    tied = sums_within(row.match.place, form)
    if not tied:
        return row.odd or (loose and torn and len(row.cells) > 1)
    if loose and any(map(_may_be_glued, row.cells)):
        return True
    values = {cell.id: 0 if loose and cell.status == "placeholder" else cell.value for cell in row.cells}
    odd = row.odd or _has_pieces(row)
    return any(found is False or (odd and not found) for found in [_holds(identity, values) for identity in tied])


def _has_pieces(row: RowReading) -> bool:
    """Tell whether a number of a row was put together from several pieces."""
    return any(manner == "pieces" for _, manner in row.manners)


def has_stranger(place: RowPlace, values: Sequence[int | Decimal | None], form: Form) -> bool:
    """Tell whether the last number of a row may be that of the next label, as the one before it is the total.

    Where a cell stands on each line, nothing else ends a row that is a cell short.
    """
    if len(sums_within(place, form)) != 1 or None in values:
        return False
    *parts, total, last = [value or 0 for value in values]
    return 0 < total == sum(parts) and last != total + total


def _is_evened(row: RowReading) -> bool:
    """Tell whether numbers glued together in one cell and an empty cell may have made up for each other.

    Where a cell stands on each line, the number of the next label may have done so, too.
    """
    if row.match.row.bounds != "cell" and "blank" not in [cell.status for cell in row.cells]:
        return False
    return any(map(_may_be_glued, row.cells))


def _may_be_glued(cell: Cell) -> bool:
    """Tell whether a cell was not read that may hold several numbers."""
    return cell.status == "unreadable" and (is_glued(cell.raw) or cell.raw.isdigit())

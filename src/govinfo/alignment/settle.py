"""Rows whose cells cannot be told apart by the layout, settled by the equations of the form.

A row may have a cell too few or too many, or a number torn apart.  Every way to read it is tried, and those that
break an equation fall out; of the others, those with a number in every cell go before those without.  A cell is
read if all that are left agree on it.  A report with wrong sums of its own
leaves none, and the row stays unread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from govinfo.alignment.cells import RowReading
from govinfo.alignment.placements import Piece, placements
from govinfo.cells import Cell
from govinfo.forms import Form, Identity
from govinfo.text.numbers import is_glued, read_count

Values = Mapping[str, int | Decimal]
"""The values that are known, by cell id."""


@attrs.frozen
class Ties:
    """The equations that touch a row: those within it, and those that tie it to other rows."""

    within: tuple[Identity, ...]
    across: tuple[Identity, ...]


def settle(rows: Sequence[RowReading], form: Form) -> Sequence[RowReading]:
    """The rows of a table, those read that the equations of the form settle; the same where none is open."""
    open_rows = [place for place, row in enumerate(rows) if _is_open(row)]
    if not open_rows:
        return rows
    settled = list(rows)
    changed = True
    while changed and open_rows:
        changed = False
        for place in list(open_rows):
            values = _known(settled)
            row = settled[place]
            found = _agreed(row, _ties(row, form), values)
            if found:
                settled[place] = found
                open_rows.remove(place)
                changed = True
    values = _known(settled)
    return tuple(_weighed(row, form, values) if row.settled else row for row in settled)


def _is_open(row: RowReading) -> bool:
    """Tell whether the equations may say more about a row than its layout; they said all where order is all it has."""
    if not row.certain or row.match.row.bounds == "order":
        return False
    torn = [cell for cell in row.cells if cell.status == "unreadable" and is_glued(cell.raw)]
    return not row.fits or row.merged or bool(torn)


def _known(rows: Sequence[RowReading]) -> Values:
    """The values of all rows that are not in doubt themselves."""
    sure = [row for row in rows if not (row.filled or row.odd or row.match.row.joined)]
    return {cell.id: cell.value for row in sure for cell in row.cells if cell.value is not None}


def _ties(row: RowReading, form: Form) -> Ties:
    cells = {cell.id for cell in row.cells}
    touching = [(identity, {*identity.left, *identity.right}) for identity in form.identities]
    return Ties(
        tuple(identity for identity, tied in touching if tied <= cells),
        tuple(identity for identity, tied in touching if tied & cells and not tied <= cells),
    )


def _agreed(row: RowReading, ties: Ties, values: Values) -> RowReading | None:
    """The row with those cells read on which all its possible readings agree; None if there is none."""
    if not ties.within:
        return None
    ids = [cell.id for cell in row.cells]
    others = {name: value for name, value in values.items() if name not in set(ids)}
    possible = [
        placement
        for placement in placements(row.match.row, len(ids), row.columns)
        if _holds(dict(zip(ids, placement, strict=True)), ties, others)
    ]
    possible = [placement for placement in possible if _is_whole(dict(zip(ids, placement, strict=True)))] or possible
    if not possible or not all(_is_tested(dict(zip(ids, placement, strict=True)), ties) for placement in possible):
        return None
    cells = tuple(_cell(cell, [placement[place] for placement in possible]) for place, cell in enumerate(row.cells))
    if all(cell.status == "conflict" for cell in cells):
        return None
    if row.fits and not row.merged:
        cells = tuple(old if new.status == "conflict" else new for old, new in zip(row.cells, cells, strict=True))
    kept = tuple(entry for entry in row.manners if entry[1] == "doubtful")
    return attrs.evolve(row, cells=cells, settled="row", manners=kept)


def _cell(cell: Cell, pieces: Sequence[Piece | None]) -> Cell:
    """The cell as all readings have it; a conflict where they differ, or where other rows share the number."""
    first = pieces[0]
    readings = {piece[0] if piece else None for piece in pieces}
    if first is None or len(readings) > 1 or first[0].status == "unreadable" or first[1].down > 1:
        return attrs.evolve(cell, value=None, status="conflict")
    reading, token = first
    return Cell(cell.id, reading.value, token.text, reading.status, token.source)


def _holds(row: Mapping[str, Piece | None], ties: Ties, others: Values) -> bool:
    """Tell whether no equation speaks against a reading.

    An equation with one unknown gives its value, which must not be negative and must fit the others.
    """
    values = dict(others)
    values |= {name: piece[0].value for name, piece in row.items() if piece and piece[0].value is not None}
    for identity in (*ties.within, *ties.across):
        difference, unknown = _weigh(identity, values)
        if not unknown and difference:
            return False
        if len(unknown) == 1:
            value = difference if unknown[0] in identity.right else -difference
            if value < 0:
                return False
            if unknown[0] in row:
                values[unknown[0]] = value
    return True


def _is_whole(row: Mapping[str, Piece | None]) -> bool:
    """Tell whether a reading leaves no cell without a number, so that the sums test all of it."""
    return all(piece and piece[0].value is not None for piece in row.values())


def _is_tested(row: Mapping[str, Piece | None], ties: Ties) -> bool:
    """Tell whether the equations within the row say anything about a reading: none has two unknowns."""
    values = {name: piece[0].value for name, piece in row.items() if piece and piece[0].value is not None}
    return all(len(_weigh(identity, values)[1]) <= 1 for identity in ties.within)


def _weigh(identity: Identity, values: Values) -> tuple[int | Decimal, list[str]]:
    """By how much the left side exceeds the right, and the cells without a value."""
    unknown = [cell for cell in (*identity.left, *identity.right) if cell not in values]
    left = sum(values.get(cell, 0) for cell in identity.left)
    return left - sum(values.get(cell, 0) for cell in identity.right), unknown


def _weighed(row: RowReading, form: Form, values: Values) -> RowReading:
    """The row with the word whether every number of it is confirmed by an equation with other rows.

    None is where a mark such as / was left out, as it may stand in any cell that has a 0 then.
    """
    confirmed: set[str] = set()
    for identity in _ties(row, form).across:
        difference, unknown = _weigh(identity, values)
        if not unknown and not difference:
            confirmed |= {*identity.left, *identity.right}
    marks = sum(read_count(token.text).status == "placeholder" for token in row.match.row.values)
    whole = all(cell.id in confirmed for cell in row.cells if cell.value is not None) and marks <= sum(
        cell.status == "placeholder" for cell in row.cells
    )
    return attrs.evolve(row, settled="all") if whole else row

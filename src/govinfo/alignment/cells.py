"""From the tokens behind a label to the cells of a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from govinfo.alignment.columns import Header
from govinfo.alignment.rows import Match
from govinfo.alignment.strip import Token
from govinfo.forms import CellSpec, Column
from govinfo.forms.model import cell_id
from govinfo.report import Cell
from govinfo.text.fold import fold
from govinfo.text.numbers import Manner, Reading, read_count, read_money

SUBTOTALS = frozenset(["小计", "合计"])
"""Keys of labels under which agencies print subtotals that the form does not have."""


@attrs.frozen
class RowReading:
    """The cells of one row as read.

    Attributes:
        match: the row.
        cells: its cells in form order.
        extras: cells of columns that the form does not have, as far as their meaning is known.
        manners: deviations from plain digits, by cell id.
        count: how many number cells were found.
        fits: False where they are not as many as the form has, and no reading could be settled.
        filled: True where empty tokens that may be mere filling were taken for empty cells.
    """

    match: Match
    cells: tuple[Cell, ...]
    extras: tuple[Cell, ...]
    manners: tuple[tuple[str, Manner], ...]
    count: int
    fits: bool
    filled: bool


def usual_columns(matches: Sequence[Match]) -> tuple[int, ...] | None:
    """The columns in which most complete rows of a block have their numbers, where the layout knows columns."""
    places = Counter(
        tuple(token.column for token in match.row.values)
        for match in matches
        if len(match.row.values) == len(match.place.cells)
    )
    for columns, _ in places.most_common(1):
        known = tuple(column for column in columns if column is not None)
        return known if len(known) == len(columns) else None
    return None


def read_row(match: Match, header: Header, specs: dict[str, CellSpec], columns: tuple[int, ...] | None) -> RowReading:
    """Read the cells of a row.

    Args:
        match: the printed row and its place in the form.
        header: the header above it, for the order of the columns.
        specs: the form's cells by id.
        columns: where complete rows of the block have their numbers, or None.
    """
    tokens = match.row.values
    by_leaf = dict(zip((leaf.id for leaf in match.place.block.leaves), match.place.cells, strict=True))
    order = [by_leaf[leaf.id] if isinstance(leaf, Column) else None for leaf in header.order]
    due = len(match.place.cells)
    count = sum(1 for token in tokens if token.text or not token.padding)
    fitted = fit(tokens, len(order), columns)
    if fitted is None and len(order) != due:
        order = [cell for cell in order if cell]
        fitted = fit(tokens, due, columns)
    if fitted is None or not header.certain:
        raw = " ".join(token.text for token in tokens)
        place = tokens[0].source
        conflict = tuple(Cell(cell, None, raw, "conflict", place) for cell in match.place.cells)
        return RowReading(match, conflict, (), (), count, fits=fitted is not None, filled=False)
    read: dict[str, Cell] = {}
    manners: list[tuple[str, Manner]] = []
    for cell, token in zip(order, fitted, strict=True):
        if cell is None:
            continue
        reading = read_token(token, specs[cell])
        read[cell] = Cell(cell, reading.value, token.text, reading.status, token.source)
        manners += [(cell, manner) for manner in reading.manners]
    extras = _extras(match, header, fitted) if len(order) == len(header.order) else ()
    cells = tuple(read[cell] for cell in match.place.cells)
    filled = any(token.padding for token in fitted)
    return RowReading(match, cells, extras, tuple(manners), count, fits=True, filled=filled)


def _extras(match: Match, header: Header, fitted: Sequence[Token]) -> tuple[Cell, ...]:
    """The subtotals of a group of columns, under the group's id."""
    extras = []
    for leaf, token in zip(header.order, fitted, strict=True):
        if isinstance(leaf, Token) and fold(leaf.text) in SUBTOTALS:
            reading = read_count(token.text)
            group = next(
                (column for top in match.place.block.columns for column in top.children if column.children), None
            )
            if group:
                extra = cell_id(match.place.table.id, match.place.row.id, group.id)
                extras.append(Cell(extra, reading.value, token.text, reading.status, token.source))
    return tuple(extras)


def read_token(token: Token, spec: CellSpec) -> Reading:
    """Read one cell in the unit of the form."""
    if spec.unit == "count":
        return read_count(token.text)
    if spec.unit == "change":
        return read_count(token.text, signed=True)
    return read_money(token.text, ten_thousand=spec.unit == "ten_thousand_yuan")


def fit(tokens: Sequence[Token], due: int, columns: tuple[int, ...] | None) -> tuple[Token, ...] | None:
    """Choose the tokens that are the number cells of a row, or None where that cannot be told.

    Filling at the end is dropped first.  Of too many tokens those in the usual columns are taken;
    without known columns, empty ones are dropped at one end if the other end has none to drop.
    """
    row = list(tokens)
    while len(row) > due and row[-1].padding:
        row.pop()
    if len(row) == due:
        return tuple(row)
    if len(row) < due:
        return None
    if columns and len(columns) == due:
        placed = {token.column: token for token in row}
        inside = [placed[column] for column in columns if column in placed]
        if len(inside) == due and all(token in inside for token in row if token.text and token.is_number):
            return tuple(inside)
    if not any(token.text for token in row):
        return tuple(row[-due:])
    excess = len(row) - due
    leading = next(place for place, token in enumerate(row) if token.text)
    trailing = next(place for place, token in enumerate(reversed(row)) if token.text)
    if leading >= excess and not trailing:
        return tuple(row[excess:])
    if trailing >= excess and not leading:
        return tuple(row[:due])
    return None

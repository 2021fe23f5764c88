"""From the tokens behind a label to the cells of a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import attrs

from govinfo.alignment.columns import SUBTOTALS, Header
from govinfo.alignment.fillers import is_mark
from govinfo.alignment.rows import Match
from govinfo.alignment.strip import Token
from govinfo.cells import Cell
from govinfo.forms import Column, RowPlace, Unit
from govinfo.forms.model import cell_id
from govinfo.text.fold import fold
from govinfo.text.numbers import Manner, Reading, read_count, read_money


@attrs.define(unsafe_hash=True)
class RowReading:
    """The cells of one row as read; never changed once it is made, and not frozen for speed, as `Token`.

    Attributes:
        match: the row.
        cells: its cells in form order.
        extras: cells of columns that the form does not have, as far as their meaning is known.
        manners: deviations from plain digits, by cell id.
        count: how many number cells were found.
        fits: False where they are not as many as the form has, and no reading could be settled.
        filled: True where empty tokens that may be mere filling were taken for empty cells.
        merged: True where a number covers several rows, so that it belongs to none of them alone.
        odd: True where the numbers do not stand in the usual columns.
        certain: False where the header does not tell which column is which.
        columns: the usual columns of the cells, where the layout knows them.
        settled: how the equations of the form settled a row that the layout did not: ``"row"`` where its own alone,
            ``"all"`` where each number also fits its column; empty for all other rows.
    """

    match: Match
    cells: tuple[Cell, ...]
    extras: tuple[Cell, ...]
    manners: tuple[tuple[str, Manner], ...]
    count: int
    fits: bool
    filled: bool
    merged: bool
    odd: bool
    certain: bool = True
    columns: tuple[int, ...] | None = None
    settled: Literal["", "row", "all"] = ""


Shape = tuple[int | None, ...]
"""The columns in which the tokens behind a label stand; None where the layout knows no columns."""


def usual_shape(matches: Sequence[Match], due: int) -> Shape:
    """The shape that most rows of a block have; of several the one with as many cells as are due, or the longest."""
    shapes = Counter([columns_of(match.row.values) for match in matches])
    return max(shapes, key=lambda shape: (shapes[shape], len(shape) == due, len(shape)))


def columns_of(tokens: Sequence[Token]) -> Shape:
    """The columns in which tokens stand."""
    return tuple([token.column for token in tokens])


def read_row(match: Match, header: Header, shape: Shape) -> RowReading:
    """Read the cells of a row.

    Args:
        match: the printed row and its place in the form.
        header: the header above it, for the order of the columns.
        shape: the shape that most rows of the block have.
    """
    tokens = match.row.values
    columns = shape if None not in shape else None
    leaves = match.place.block.leaves
    order = header.order
    fitted = tokens if len(tokens) == len(order) else fit(tokens, len(order), columns, usual=len(shape))
    merged = fitted is not None and max([token.down for token in fitted]) > 1
    if fitted is None or merged or not header.certain:
        open_order = _may_be_in_order(match, header)
        conflict = _conflict(match, fits=fitted is not None and not open_order, merged=merged)
        certain = open_order or (header.certain and order == leaves)
        return attrs.evolve(conflict, certain=certain, columns=_usual(columns, leaves))
    extras = _extras(match, order, fitted) if len(order) > len(leaves) else ()
    printed = fitted if order is leaves else _in_form_order(order, fitted, leaves)
    cells = []
    manners: list[tuple[str, Manner]] = []
    filled = False
    for cell, token, unit in zip(match.place.cells, printed, units_of(match.place), strict=True):
        if token is None:
            cells.append(Cell(cell, None, "", "absent", None))
            continue
        if token.doubtful:
            cells.append(Cell(cell, None, token.text, "conflict", token.source))
            manners.append((cell, "doubtful"))
            continue
        reading = read_token(token.text, unit)
        cells.append(Cell(cell, reading.value, token.text, reading.status, token.source))
        if reading.manners:
            manners += [(cell, manner) for manner in reading.manners]
        if token.pieces:
            manners.append((cell, "pieces"))
        if token.padding:
            filled = True
    return RowReading(
        match,
        tuple(cells),
        extras,
        tuple(manners),
        len(cells),
        fits=True,
        filled=filled,
        merged=False,
        odd=header.inferred or _is_odd(tokens, fitted, shape, match.row.label),
    )


def _may_be_in_order(match: Match, header: Header) -> bool:
    """Tell whether only the equations can tell if the numbers stand in the order of the form.

    Lines of text mix up the labels of a header.  As many numbers as are due may stand in that order, unless the labels
    that are whole tell another.
    """
    due = len(match.place.block.leaves)
    return match.row.bounds == "line" and not header.certain and not header.moved and len(match.row.values) == due


def _is_moved(shown: Shape, shape: Shape, label: int | None) -> bool:
    """Tell whether as many cells as in most rows follow the label, without a gap."""
    if label is None or len(shown) != len(shape):
        return False
    return shown == tuple(range(label + 1, label + 1 + len(shown)))


def _in_form_order(
    order: Sequence[Column | Token], fitted: Sequence[Token], leaves: Sequence[Column]
) -> Sequence[Token | None]:
    """The tokens of the form's columns; None for a column that is not printed."""
    printed = {leaf.id: token for leaf, token in zip(order, fitted, strict=True) if isinstance(leaf, Column)}
    return [printed.get(leaf.id) for leaf in leaves]


def _is_odd(tokens: Sequence[Token], fitted: Sequence[Token], shape: Shape, label: Sequence[Token]) -> bool:
    """Tell whether the numbers stand elsewhere than in most rows, or cells were dropped beside others like them.

    Numbers that all are moved by as much as their label, which is printed in one column instead of several, are not.
    """
    if None not in shape:
        shown = columns_of(tokens)
        return shown != shape and not (label and _is_moved(shown, shape, label[-1].column))
    dropped = len(tokens) > len(fitted) < sum(not token.padding for token in tokens)
    return dropped and (len(tokens) != len(shape) or is_mark(fitted[0]) or not fitted[-1].text)


def _conflict(match: Match, *, fits: bool, merged: bool) -> RowReading:
    """A row of which no cell can be told."""
    tokens = match.row.values
    raw = " ".join(token.text for token in tokens)
    cells = tuple(Cell(cell, None, raw, "conflict", tokens[0].source) for cell in match.place.cells)
    count = len(tokens) - sum(token.padding for token in tokens)
    return RowReading(match, cells, (), (), count, fits=fits, filled=False, merged=merged, odd=False)


def _usual(columns: Shape | None, leaves: Sequence[Column]) -> tuple[int, ...] | None:
    """The usual columns, where each belongs to one cell."""
    known = tuple(column for column in columns or () if column is not None)
    return known if len(known) == len(leaves) else None


def _extras(match: Match, order: Sequence[Column | Token], fitted: Sequence[Token]) -> tuple[Cell, ...]:
    """The subtotals of a group of columns, under the group's id."""
    extras = []
    for leaf, token in zip(order, fitted, strict=True):
        if isinstance(leaf, Token) and fold(leaf.text) in SUBTOTALS:
            reading = read_count(token.text)
            group = next(
                (column for top in match.place.block.columns for column in top.children if column.children), None
            )
            if group:
                extra = cell_id(match.place.table.id, match.place.row.id, group.id)
                extras.append(Cell(extra, reading.value, token.text, reading.status, token.source))
    return tuple(extras)


@lru_cache(maxsize=64)
def units_of(place: RowPlace) -> tuple[Unit, ...]:
    """The units of the cells of a row."""
    return tuple(place.row.unit or leaf.unit for leaf in place.block.leaves)


@lru_cache(maxsize=8192)
def read_token(text: str, unit: Unit) -> Reading:
    """Read the text of one cell in the unit of the form."""
    if unit == "count":
        return read_count(text)
    if unit == "change":
        return read_count(text, signed=True)
    return read_money(text, ten_thousand=unit == "ten_thousand_yuan")


def fit(
    tokens: Sequence[Token], due: int, columns: Shape | None = None, usual: int | None = None
) -> tuple[Token, ...] | None:
    """Choose the tokens that are the number cells of a row, or None where that cannot be told.

    Filling at the end is dropped first, and all filling around the one cell of a row.  Of too many tokens those in the
    usual columns are taken; without known columns, empty ones are dropped at one end if the other end has none to drop.

    Args:
        tokens: the tokens behind the label.
        due: how many cells there must be.
        columns: the columns in which the cells of most rows stand.
        usual: how many tokens most rows have; a row with another number is not cut on its own.
    """
    row = list(tokens)
    while len(row) > due and row[-1].padding:
        row.pop()
    if len(row) <= due:
        return tuple(row) if len(row) == due and not _may_be_spaced(tokens, row) else None
    filled = tuple(token for token in row if not token.padding)
    if len(filled) == due == 1:
        return filled
    if columns and len(columns) == due:
        return _in_columns(row, columns)
    found = _trimmed(row, due) if usual in (None, len(tokens)) else None
    return None if found is None or _may_be_spaced(tokens, found) else found


def _may_be_spaced(tokens: Sequence[Token], chosen: Sequence[Token]) -> bool:
    """Tell whether every other of too many tokens may be a spacer, and the cells between are others than those chosen.

    So many tokens are needed as cells with a spacer between any two.
    """
    due = len(chosen)
    filled = [place for place, token in enumerate(tokens) if token.text]
    if due < 2 or len(tokens) < 2 * due - 1 or not filled or len({place % 2 for place in filled}) > 1:
        return False
    spaced = tokens[filled[0] % 2 :: 2][:due]
    return len(spaced) == due and [token.text for token in spaced] != [token.text for token in chosen]


def _in_columns(row: Sequence[Token], columns: Shape) -> tuple[Token, ...] | None:
    """The tokens in the usual columns, if all numbers stand there; marks without digits may stand before them."""
    placed = {token.column: token for token in row}
    inside = tuple(placed[column] for column in columns if column in placed)
    first = min(column for column in columns if column is not None)
    outside = [token for token in row if token.column not in columns and token.text and token.is_number]
    stray = [token for token in outside if token.column is None or token.column > first or not is_mark(token)]
    return inside if len(inside) == len(columns) and not stray else None


def _trimmed(row: Sequence[Token], due: int) -> tuple[Token, ...] | None:
    """The row without empty cells at one end, if that leaves no choice.

    What may be filling stands behind the numbers; in front of them it is an empty cell.
    """
    filled = [place for place, token in enumerate(row) if token.text]
    if not filled:
        return tuple(row[-due:])
    if row[0].padding:
        return None
    excess, leading, trailing = len(row) - due, filled[0], len(row) - 1 - filled[-1]
    if leading >= excess and not trailing:
        return tuple(row[excess:])
    return tuple(row[:due]) if trailing >= excess and not leading else None

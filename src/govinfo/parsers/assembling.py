"""The rows of a table whose numbers a program has scattered, put together like a puzzle.

Of long numbers, only those of one row add up to its total, and only in their own columns do they add up with the
other rows.  A table is put together where the sums of rows leave one way to do so and the sums of columns one order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, permutations

import attrs

from govinfo.alignment.strip import Token
from govinfo.forms import Form, RowPlace
from govinfo.parsers.arranging import Equation, arrangements
from govinfo.parsers.covering import covers
from govinfo.parsers.grouped import Group, groups, readings
from govinfo.parsers.pieces import Piece, Pieced, values_of
from govinfo.parsers.shares import Share, confirmed, holds, summed

MIN_PIECES = 3
"""A row that stands together in fewer pieces is printed in its order."""

MAX_LOOSE = 5
"""From among so many pieces at most those are taken that belong to a table of one row."""

MAX_TORN = 6
"""Into so many pieces at most such a row is torn."""

Filled = tuple[Pieced, tuple[Token, ...]]
"""A row and its numbers from left to right."""


def assemble(pieces: Sequence[Piece], places: Sequence[RowPlace], form: Form) -> list[Share]:
    """Put the rows of a table together.

    Args:
        pieces: the numbers of the table in their order, and those outside that may belong to it.
        places: the rows of the table; in each the last number must be the sum of the others.
        form: the form.

    Returns:
        All rows, or none where more than one way is left or no way at all.
    """
    if len(places) == 1:
        return _one_row(pieces, places[0], form)
    width = len(places[0].cells)
    columns = _equations(places, form)
    total = ((tuple(range(width - 1)), (width - 1,)),)
    if not all(columns) or any(summed(place, form) != total for place in places):
        return []
    return _in_groups(pieces, places, form) or _from_pieces(pieces, places, columns)


def _in_groups(pieces: Sequence[Piece], places: Sequence[RowPlace], form: Form) -> list[Share]:
    """Read the rows in the order of the text, if in one way alone their columns add up, too."""
    inner = [piece for piece in pieces if not piece.loose]
    found = []
    for rows in readings(inner, len(places[0].cells), len(places)):
        shares = [Share(place, numbers, beside=False) for place, numbers in zip(places, rows, strict=True)]
        if confirmed(shares, form):
            found.append(shares)
    return found[0] if len(found) == 1 else []


def _from_pieces(
    pieces: Sequence[Piece], places: Sequence[RowPlace], columns: Sequence[Sequence[Equation]]
) -> list[Share]:
    """Put the rows together of pieces in any order."""
    width = len(columns)
    together = groups(pieces, width)
    taken = {place for group in together for place in range(group.start, group.stop)}
    left = [place for place in range(len(pieces)) if place not in taken]
    whole = [row for group in together for row in _whole(group, pieces)]
    torn = _torn(pieces, left, width, len(places) - len(whole))
    rows = sorted([*whole, *(torn or ())], key=lambda row: row.first)
    if torn is None or len(rows) != len(places):
        return []
    zeros = [token for place in left if not any(pieces[place].values) for token in pieces[place].numbers]
    filled = _filled(rows, columns, zeros)
    if not _agree(filled):
        filled = _filled(_by_labels(filled), columns, zeros)
    if not filled or not _agree(filled):
        return []
    besides = [_beside(number, row, numbers) for number, (row, numbers) in enumerate(filled)]
    return [Share(place, row[1], beside) for place, row, beside in zip(places, filled, besides, strict=True)]


def _filled(rows: Sequence[Pieced], columns: Sequence[Sequence[Equation]], zeros: Sequence[Token]) -> list[Filled]:
    """The rows with their numbers in order; none where not exactly one order is left."""
    ways = (arrangements(rows, columns) or _turned(rows, columns)) if rows else []
    if len(ways) != 1:
        return []
    left = iter(zeros)
    return [(row, tuple([token or next(left) for token in way])) for row, way in zip(rows, ways[0], strict=True)]


def _by_labels(filled: Sequence[Filled]) -> list[Pieced]:
    """The rows, those with a label on the line of their first number in its place, the others in their order.

    No rows where two have one label.
    """
    firsts = [_first(row, numbers) for row, numbers in filled]
    labels = [first.beside[-1:] if first else () for first in firsts]
    named = {label[0]: row for label, (row, _) in zip(labels, filled, strict=True) if label}
    others = iter([row for label, (row, _) in zip(labels, filled, strict=True) if not label])
    if len(named) < sum(map(len, labels)):
        return []
    return [named[place] if place in named else next(others) for place in range(len(filled))]


def _one_row(pieces: Sequence[Piece], place: RowPlace, form: Form) -> list[Share]:
    """Put a table of one row together, all of whose sums must hold: in the order of the text, or else in any.

    Numbers that stand behind all others are the last, as those of the columns at the right edge of a page are.
    """
    inner = [piece for piece in pieces if not piece.loose]
    missing = len(place.cells) - sum(len(piece.numbers) for piece in inner)
    loose = [piece for piece in pieces if piece.loose and len(piece.numbers) <= missing]
    if missing < 0 or len(loose) > MAX_LOOSE:
        return []
    strayed = [
        more
        for count in range(missing + 1)
        for more in combinations(loose, count)
        if sum(len(piece.numbers) for piece in more) == missing
    ]
    at_the_end = ((*inner, *more) for more in strayed if more and _line(more[0]) > max(map(_line, inner), default=0))
    in_order = chain.from_iterable(_inserted(inner, more) for more in strayed)
    in_any = chain.from_iterable(
        permutations((*inner, *more)) for more in strayed if len(inner) + len(more) <= MAX_TORN
    )
    for orders in (at_the_end, in_order, in_any):
        rows = (tuple(chain.from_iterable(piece.numbers for piece in order)) for order in orders)
        found = {tuple([number.text for number in row]): row for row in rows if holds(place, row, form)}
        if found:
            return [Share(place, row, beside=False) for row in found.values()] if len(found) == 1 else []
    return []


def _line(piece: Piece) -> int:
    return piece.numbers[0].source.line or 0


def _inserted(inner: Sequence[Piece], strayed: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces in their order, with others put in between."""
    if not strayed:
        yield inner
        return
    for rest in _inserted(inner, strayed[1:]):
        for place in range(len(rest) + 1):
            yield [*rest[:place], strayed[0], *rest[place:]]


def _whole(group: Group, pieces: Sequence[Piece]) -> Iterator[Pieced]:
    """The rows of a group; one row alone keeps its pieces, of several only the numbers are known to belong together."""
    if len(group.rows) == 1:
        yield Pieced(group.start, tuple(pieces[group.start : group.stop]))
    else:
        yield from (Pieced(group.start, (Piece(row, values_of(row)),)) for row in group.rows)


def _torn(pieces: Sequence[Piece], left: Sequence[int], width: int, rows: int) -> list[Pieced] | None:
    """The rows whose pieces do not stand together; None where they cannot be told."""
    full = [place for place in left if any(pieces[place].values)]
    empty = [place for place in left if place not in full and not pieces[place].loose]
    if not full:
        return _empty_rows(pieces, empty, width)
    optional = frozenset(number for number, place in enumerate(full) if pieces[place].loose)
    ways = covers([pieces[place].values for place in full], width, rows, optional)
    if len(ways) != 1:
        return None
    torn = []
    for row, total in ways[0]:
        places = [full[number] for number in sorted(row) if number != total] + [full[total]]
        parts = tuple([pieces[place] for place in places])
        first = min((place for place in places if not pieces[place].loose), default=places[0])
        torn.append(Pieced(first, parts, width - sum(len(part.values) for part in parts), ordered=False))
    return torn if sum(row.zeros for row in torn) == sum(len(pieces[place].values) for place in empty) else None


def _empty_rows(pieces: Sequence[Piece], empty: Sequence[int], width: int) -> list[Pieced] | None:
    """Rows of nothing but zeros; None where the zeros between two other rows make no whole rows."""
    rows: list[Pieced] = []
    begun: list[int] = []
    for place in empty:
        begun.append(place)
        count = sum(len(pieces[one].values) for one in begun)
        if place - begun[0] >= len(begun) or count > width:
            return None
        if count == width:
            rows.append(Pieced(begun[0], tuple([pieces[one] for one in begun])))
            begun = []
    return None if begun else rows


def _turned(rows: Sequence[Pieced], columns: Sequence[Sequence[Equation]]) -> list[list[list[Token | None]]]:
    """The ways to arrange the rows where one that stands together is not printed in its order, either."""
    found = []
    for place, row in enumerate(rows):
        if row.ordered and len(row.pieces) >= MIN_PIECES:
            turned = [*rows[:place], attrs.evolve(row, ordered=False), *rows[place + 1 :]]
            found += arrangements(turned, columns)
    return found


def _equations(places: Sequence[RowPlace], form: Form) -> list[list[Equation]]:
    """What must add up in each column of a table."""
    at = {cell: (row, column) for row, place in enumerate(places) for column, cell in enumerate(place.cells)}
    columns: list[list[Equation]] = [[] for _ in places[0].cells]
    for identity in form.identities:
        cells = (*identity.left, *identity.right)
        if at.keys() >= set(cells) and len({at[cell][1] for cell in cells}) == 1:
            signs = [(cell, 1) for cell in identity.left] + [(cell, -1) for cell in identity.right]
            columns[at[cells[0]][1]].append({at[cell][0]: sign for cell, sign in signs})
    return columns


def _agree(filled: Sequence[Filled]) -> bool:
    """Tell whether no label of another row, with other numbers, stands right before the first number of a row."""
    rows = [values_of(numbers) for _, numbers in filled]
    labels = [first.rows if (first := _first(row, numbers)) else () for row, numbers in filled]
    return all(
        not named or any(number == label or rows[label] == rows[number] for label in named)
        for number, named in enumerate(labels)
    )


def _first(row: Pieced, numbers: Sequence[Token]) -> Piece | None:
    """The piece that begins a row; None where that is a zero of which no more is known."""
    return next((piece for piece in row.pieces if piece.numbers[0] is numbers[0]), None)


def _beside(number: int, row: Pieced, numbers: Sequence[Token]) -> bool:
    """Tell whether a row stands together behind its label."""
    together = row.ordered and row.numbers == numbers and not any(piece.words for piece in row.pieces[1:])
    return together and row.pieces[0].rows[-1:] == (number,)

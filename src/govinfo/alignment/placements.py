"""The ways in which the tokens of a row that is too short, too long or torn may be its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.strip import Token
from govinfo.text.numbers import Reading, is_glued, read_count

MAX_EXCESS = 2
"""So many tokens too many at most are told from the cells of a row."""

_DOUBTFUL = Reading(None, "unreadable")

Piece = tuple[Reading, Token]
"""What a cell may hold, and where it is printed."""

Placement = tuple[Piece | None, ...]
"""A possible content of every cell of a row; None where nothing is printed for it."""


def placements(row: Candidate, due: int, columns: Sequence[int] | None) -> Iterator[Placement]:
    """The readings of a row with one cell too few or a few too many.

    A row that is one short has lost a cell, or two numbers of it are glued together, which filling at its end may
    hide; one that is too long has numbers that are none of its own, or that are torn apart.

    Args:
        row: the printed row.
        due: how many cells the row has in the form.
        columns: the columns in which the cells of the other rows stand, where the layout knows them.
    """
    tokens = list(row.values)
    while len(tokens) > due and tokens[-1].padding:
        if row.bounds != "row" and len(tokens) <= due + MAX_EXCESS:
            yield from _shortened(tuple(_piece(token) for token in tokens), len(tokens) - due)
        tokens.pop()
    whole = [_piece(token) for token in tokens]
    if len(tokens) == due:
        yield tuple(whole)
        if tokens[-1].padding:
            yield from _parted(whole[:-1])
    elif len(tokens) == due - 1:
        gaps = range(due) if columns is None else _gaps(tokens, columns)
        yield from ((*whole[:gap], None, *whole[gap:]) for gap in gaps)
        yield from _parted(whole)
    elif due < len(tokens) <= due + MAX_EXCESS:
        yield from _shortened(tuple(whole), len(tokens) - due)


def _gaps(row: Sequence[Token], columns: Sequence[int]) -> Sequence[int]:
    """Where a cell may be lost: at a column where none begins, if all others stand in their columns."""
    starts = [token.column for token in row]
    open_columns = [place for place, column in enumerate(columns) if column not in starts]
    inside = len(open_columns) == 1 and open_columns[0] < len(columns) - 1
    return open_columns if inside else range(len(columns))


def _piece(token: Token) -> Piece:
    """The token as it is; torn digits in one cell are put together, a doubtful one is no number."""
    if token.doubtful:
        return _DOUBTFUL, token
    text = "".join(token.text.split()) if is_glued(token.text) else token.text
    return read_count(text), token


def _parted(pieces: Sequence[Piece]) -> Iterator[Placement]:
    """The pieces with one of them as two numbers."""
    for place, (_, token) in enumerate(pieces):
        yield from ((*pieces[:place], *parts, *pieces[place + 1 :]) for parts in _split(token))


def _split(token: Token) -> Iterator[tuple[Piece, Piece]]:
    """The token as two numbers: parted at its blank, or at any place between its digits."""
    text = token.text
    blanks = [place for place, char in enumerate(text) if char.isspace()]
    for place in blanks or range(1, len(text)):
        left, right = read_count(text[:place]), read_count(text[place:].strip())
        if left.value is not None and right.value is not None and text[:1].isdigit() and text[place:].strip().isdigit():
            yield (left, token), (right, token)


def _shortened(pieces: tuple[Piece, ...], excess: int, start: int = 0) -> Iterator[Placement]:
    """The pieces with so many of them dropped, or joined to the one before."""
    if not excess:
        yield pieces
        return
    for place in range(start, len(pieces)):
        yield from _shortened((*pieces[:place], *pieces[place + 1 :]), excess - 1, place)
        joined = _joined(pieces[place], pieces[place + 1]) if place + 1 < len(pieces) else None
        if joined:
            yield from _shortened((*pieces[:place], joined, *pieces[place + 2 :]), excess - 1, place)


def _joined(left: Piece, right: Piece) -> Piece | None:
    """Two numbers as one that a line break has torn apart."""
    first, second = left[1].text, right[1].text
    if not (first.isdigit() and second.isdigit()) or left[0].value != read_count(first).value:
        return None
    reading = read_count(first + second)
    return (reading, left[1]) if reading.value is not None else None

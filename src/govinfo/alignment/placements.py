"""The ways in which the tokens of a row that is too short, too long or torn may be its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.alignment.strip import Token
from govinfo.text.numbers import Reading, is_glued, read_count

Piece = tuple[Reading, Token]
"""What a cell may hold, and where it is printed."""

Placement = tuple[Piece | None, ...]
"""A possible content of every cell of a row; None where nothing is printed for it."""


def placements(tokens: Sequence[Token], due: int, columns: Sequence[int] | None) -> Iterator[Placement]:
    """The readings of a row with at most one cell too few or too many.

    A row that is one short has lost a cell, or two numbers of it are glued together; one that is one too long has
    a number that is none of its own, or one that is torn apart.

    Args:
        tokens: the tokens behind the label.
        due: how many cells the row has in the form.
        columns: the columns in which the cells of the other rows stand, where the layout knows them.
    """
    row = list(tokens)
    while len(row) > due and row[-1].padding:
        row.pop()
    whole = [_piece(token) for token in row]
    if len(row) == due:
        yield tuple(whole)
    elif len(row) == due - 1:
        gaps = range(due) if columns is None else _gaps(row, columns)
        yield from ((*whole[:gap], None, *whole[gap:]) for gap in gaps)
        for place, token in enumerate(row):
            yield from ((*whole[:place], *parts, *whole[place + 1 :]) for parts in _split(token))
    elif len(row) == due + 1:
        for place in range(due + 1):
            yield (*whole[:place], *whole[place + 1 :])
        for place in range(due):
            joined = _joined(row[place], row[place + 1])
            if joined:
                yield (*whole[:place], joined, *whole[place + 2 :])


def _gaps(row: Sequence[Token], columns: Sequence[int]) -> Sequence[int]:
    """Where a cell may be lost: at a column where none begins, if all others stand in their columns."""
    starts = [token.column for token in row]
    open_columns = [place for place, column in enumerate(columns) if column not in starts]
    inside = len(open_columns) == 1 and open_columns[0] < len(columns) - 1
    return open_columns if inside else range(len(columns))


def _piece(token: Token) -> Piece:
    """The token as it is; torn digits in one cell are put together."""
    text = "".join(token.text.split()) if is_glued(token.text) else token.text
    return read_count(text), token


def _split(token: Token) -> Iterator[tuple[Piece, Piece]]:
    """The token as two numbers: parted at its blank, or at any place between its digits."""
    text = token.text
    blanks = [place for place, char in enumerate(text) if char.isspace()]
    for place in blanks or range(1, len(text)):
        left, right = read_count(text[:place]), read_count(text[place:].strip())
        if left.value is not None and right.value is not None and text[:1].isdigit() and text[place:].strip().isdigit():
            yield (left, token), (right, token)


def _joined(left: Token, right: Token) -> Piece | None:
    """Two tokens as one number that a line break has torn apart."""
    if not (left.text.isdigit() and right.text.isdigit()):
        return None
    reading = read_count(left.text + right.text)
    return (reading, left) if reading.value is not None else None

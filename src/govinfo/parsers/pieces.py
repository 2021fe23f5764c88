"""The numbers of a table as they stand in a text: in pieces of one line each, and some rows of them whole.

A piece holds the numbers of neighbouring columns of one row.  Lines without a blank line between make a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

import attrs

from govinfo.alignment.cells import read_token
from govinfo.alignment.strip import Token
from govinfo.parsers.chunks import Cut

Numbers = tuple[Token, ...]
Number = int | Decimal


class Piece(NamedTuple):
    """The numbers of a line.

    Attributes:
        numbers: as they are printed.
        values: their values; a mark such as / counts as nothing.
        block: the block in which the line stands.
        words: whether words stand between it and the piece before.
        rows: the rows whose labels begin among these words.
        beside: those of them whose labels begin on the line itself.
        loose: whether it stands outside the table, and need not belong to it.
    """

    numbers: Numbers
    values: tuple[Number, ...]
    block: int = 0
    words: bool = False
    rows: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    loose: bool = False


@attrs.frozen
class Pieced:
    """A row put together from pieces.

    Attributes:
        first: the number of the first of them in the text; that tells the order of the rows.
        pieces: the pieces from left to right where that is known; the last is that with the total.
        zeros: so many numbers besides are zeros, of which only this is known.
        ordered: whether the order is known.
    """

    first: int
    pieces: tuple[Piece, ...]
    zeros: int = 0
    ordered: bool = True

    @property
    def numbers(self) -> Numbers:
        """The numbers of the pieces."""
        return tuple(chain.from_iterable(piece.numbers for piece in self.pieces))


def pieces_of(lines: Iterable[Cut], rows: Mapping[int, int]) -> Iterator[Piece]:
    """The numbers of lines.

    Args:
        lines: the lines of a table.
        rows: the rows whose labels begin with certain words, by the number of the word; numbers count as words.
    """
    block = place = above = 0
    begun: list[int] = []
    words = False
    for line in lines:
        block += line.number > above + 1 or line.line.text.startswith("\f")
        above = line.number
        own = [rows[number] for number in range(place, place + len(line.words)) if number in rows]
        begun += own
        words = words or bool(line.words)
        place += len(line.words) + len(line.values)
        if line.values:
            yield piece_of(line)._replace(block=block, words=words, rows=tuple(begun), beside=tuple(own))
            begun, words = [], False


def piece_of(line: Cut) -> Piece:
    """The numbers of one line."""
    numbers = tuple([chunk.token for chunk in line.values])
    return Piece(numbers, values_of(numbers))


def values_of(numbers: Numbers) -> tuple[Number, ...]:
    """The values of counts; a mark such as / counts as nothing."""
    return tuple([read_token(number.text, "count").value or 0 for number in numbers])

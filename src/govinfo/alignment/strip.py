"""A document as a strip of rows of tokens, the common shape of all layouts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial
from typing import Literal

import attrs

from govinfo.source import Places, Source
from govinfo.text.numbers import is_value

Bounds = Literal["row", "cell", "line", "order"]


@attrs.define
class Token:
    """A piece of text that may be a label, a number, an empty cell or a line of narrative.

    Never changed once it is made; it is not frozen, because every cell of a document becomes one.

    Attributes:
        text: as printed, without surrounding blanks.
        source: its place.
        column: first column of the table that it covers, counted from 0, where the layout knows it.
        padding: True for an empty token that may be an empty cell or only filling.
        down: number of rows that it covers.
        pieces: True where its text was put together from several pieces with digits.
        doubtful: True for numbers of which it cannot be told whether they are those of this cell.
    """

    text: str
    source: Source
    column: int | None = None
    padding: bool = False
    down: int = 1
    pieces: bool = False
    doubtful: bool = False

    @property
    def is_number(self) -> bool:
        """True for what can stand in a number cell, placeholders included."""
        return self.doubtful or is_value(self.text)


@attrs.define
class Row:
    """Tokens that stand in one row.

    Never changed once it is made, and not frozen for speed, as `Token`.

    Attributes:
        tokens: from left to right.
        bounds: what the layout shows: ``"row"`` for the ends of rows, ``"cell"`` for the ends of cells
            alone, ``"line"`` for neither; what it does not show was inferred.  ``"order"``: not even which
            label is that of the numbers, which only their order tells.
        table: number of the table in the document, where the layout knows it.
        block: number of the block of the document, where the layout knows it.
    """

    tokens: tuple[Token, ...]
    bounds: Bounds
    table: int | None = None
    block: int | None = None

    @property
    def explicit(self) -> bool:
        """True where the layout shows the row's ends."""
        return self.bounds == "row"

    @property
    def texts(self) -> Sequence[str]:
        """The texts of its tokens."""
        return [token.text for token in self.tokens]

    @property
    def source(self) -> Source:
        """The place of its first token."""
        return self.tokens[0].source

    def places(self, count: int) -> Places:
        """What gives the places of its last tokens."""
        return partial(iter, [token.source for token in self.tokens[len(self.tokens) - count :]])

    def plain_columns(self, count: int) -> tuple[int | None, ...] | None:
        """The columns of its last tokens; None where one of them is more, or less certain, than one plain cell."""
        last = self.tokens[len(self.tokens) - count :]
        if any(token.down > 1 or token.padding or token.pieces or token.doubtful for token in last):
            return None
        return tuple([token.column for token in last])

    @property
    def filling(self) -> int:
        """How many tokens at its end may be mere filling."""
        return next((number for number, token in enumerate(reversed(self.tokens)) if not token.padding), 0)

    def without_last(self, count: int) -> Row:
        """The same row without its last tokens."""
        return self.with_tokens(self.tokens[: len(self.tokens) - count])

    def with_tokens(self, tokens: Iterable[Token]) -> Row:
        """The same row with other tokens."""
        return Row(tuple(tokens), self.bounds, self.table, self.block)


class Break:
    """A certain end of a row in a layout that otherwise shows none."""


BREAK = Break()


def rows_of(tokens: Iterable[Token | Break], bounds: Bounds) -> Iterator[Row]:
    """Infer rows, see `runs`."""
    found: list[Token] = []
    breaks: set[int] = set()
    for token in tokens:
        if isinstance(token, Break):
            breaks.add(len(found))
        else:
            found.append(token)
    for start, stop in runs([token.text for token in found], breaks):
        yield Row(tuple(found[start:stop]), bounds)


def runs(texts: Sequence[str], breaks: Container[int] = ()) -> Iterator[tuple[int, int]]:
    """Infer rows: a label with the numbers and empty cells behind it; every other text is a row of its own.

    Whether the empty texts behind a label are cells or mere filling is not decided here.

    Args:
        texts: the texts.
        breaks: the texts in front of which a row ends for certain.

    Yields:
        For each row the place of its first text and that behind its last.
    """
    start, filled = 0, False
    for place, text in enumerate(texts):
        if (text and not is_value(text)) or place in breaks:
            if filled:
                yield start, place
            start, filled = place, bool(text)
        elif text:
            filled = True
    if filled:
        yield start, len(texts)

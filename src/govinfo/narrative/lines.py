"""The text around the tables as lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from govinfo.alignment.strip import Row, Token
from govinfo.source import Source


class Line(NamedTuple):
    """A line of text outside the tables.

    Attributes:
        text: its text; the cells of a row are separated by two spaces.
        source: its place.
        position: number of its row in the strip.
        tokens: its parts.
    """

    text: str
    source: Source
    position: int
    tokens: tuple[Token, ...]


def lines_of(strip: Sequence[Row], used: Collection[int]) -> Iterator[Line]:
    """Yield the rows of a strip that are no part of the tables."""
    for position, row in enumerate(strip):
        if position in used:
            continue
        tokens = tuple([token for token in row.tokens if token.text])
        if len(tokens) == 1:
            yield Line(tokens[0].text, tokens[0].source, position, tokens)
        elif tokens:
            yield Line("  ".join([token.text for token in tokens]), tokens[0].source, position, tokens)

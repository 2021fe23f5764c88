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
        row: that row, or a part of it.
    """

    text: str
    source: Source
    position: int
    row: Row

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of its parts."""
        return tuple(filter(None, self.row.texts))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its parts."""
        return tuple([token for token in self.row.tokens if token.text])

    def holds(self, place: Source) -> bool:
        """Tell whether one of its parts stands at a place."""
        return self.source is place or (len(self.texts) > 1 and any(token.source is place for token in self.tokens))

    @property
    def parts(self) -> Iterator[Line]:
        """The first of its parts, and the others together; the line itself where it has one part."""
        first, *rest = self.tokens
        if not rest:
            yield self
            return
        yield Line(first.text, first.source, self.position, self.row.with_tokens((first,)))
        text = "  ".join([token.text for token in rest])
        yield Line(text, rest[0].source, self.position, self.row.with_tokens(rest))


def lines_of(strip: Sequence[Row], used: Collection[int]) -> Iterator[Line]:
    """Yield the rows of a strip that are no part of the tables."""
    for position, row in enumerate(strip):
        if position in used:
            continue
        texts = row.texts
        if len(texts) == 1:
            if texts[0]:
                yield Line(texts[0], row.source, position, row)
        elif any(texts):
            source = next(token.source for token in row.tokens if token.text)
            yield Line("  ".join(filter(None, texts)), source, position, row)

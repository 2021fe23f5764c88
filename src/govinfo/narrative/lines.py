"""The text around the tables as lines."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from typing import NamedTuple

from govinfo.alignment.strip import Row, Token
from govinfo.source import Source
from govinfo.text.fold import fold


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
    def texts(self) -> Sequence[str]:
        """The texts of its parts."""
        texts = self.row.texts
        return texts if len(texts) == 1 else list(filter(None, texts))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its parts."""
        return tuple([token for token in self.row.tokens if token.text])

    def holds(self, place: Source) -> bool:
        """Tell whether one of its parts stands at a place."""
        return self.source is place or (len(self.texts) > 1 and any(token.source is place for token in self.tokens))


def lines_of(strip: Sequence[Row], used: Collection[int], headings: Container[str]) -> Iterator[Line]:
    """Yield the rows of a strip that are no part of the tables.

    Args:
        strip: the document.
        used: the numbers of the rows that are.
        headings: the keys of the headings of sections; what stands in a row with one is a line of its own, as 无 would
            look like its value.
    """
    for position, row in enumerate(strip):
        if position in used:
            continue
        texts = row.texts
        if len(texts) > 1:
            yield from _of_cells(row, position, headings)
        elif texts and texts[0]:
            yield Line(texts[0], row.source, position, row)


def _of_cells(row: Row, position: int, headings: Container[str]) -> Iterator[Line]:
    tokens = [token for token in row.tokens if token.text]
    split = 1 if tokens and fold(tokens[0].text) in headings else 0
    for part in filter(None, (tokens[:split], tokens[split:])):
        text = "  ".join([token.text for token in part])
        yield Line(text, part[0].source, position, row.with_tokens(part) if split else row)

"""The neutral document: what a reader gives and a parser takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial

import attrs

from govinfo.source import Places, Source

FILENAME = "filename"
"""Name under which `Document.metadata` has the name of the file, where a reader gives it."""


@attrs.define(unsafe_hash=True)
class Paragraph:
    """A run of text of its own: a line of a text file, a block element of a web page.

    Never changed once it is made, and not frozen for speed, as `GridCell`.

    Attributes:
        text: the text as printed, inner line feeds kept.
        source: its place.
        level: level of a marked-up heading, 1 to 6; None otherwise.
        linked: True where most of its text leads elsewhere, as in navigation and lists of other pages.
    """

    text: str
    source: Source
    level: int | None = None
    linked: bool = False


@attrs.define(unsafe_hash=True)
class GridCell:
    """A cell of a table, with the number of rows and columns that it spans.

    Never changed once it is made; it is not frozen, because a document has hundreds and is made in half the time.

    Attributes:
        text: its text.
        source: its place.
        rowspan, colspan: how many rows and columns it spans.
        pieces: True where digits of the text come from several elements or an image, or a mark behind was left out.
        doubtful: True for numbers that may be those of a neighbour or parts of such, as they run over a line.
    """

    text: str
    source: Source
    rowspan: int = 1
    colspan: int = 1
    pieces: bool = False
    doubtful: bool = False


RowSpans = tuple[int, tuple[tuple[int, int, int], ...]]
"""How many cells a row has, and which of them span others: number in the row from 0, rows and columns."""


@attrs.frozen
class Grid:
    """A table: its rows of cells as the source has them, spans not spread out."""

    rows: tuple[tuple[GridCell, ...], ...]
    source: Source

    @property
    def texts(self) -> Sequence[Sequence[str]]:
        """The texts of the cells, row by row."""
        return [[cell.text for cell in row] for row in self.rows]

    @property
    def spans(self) -> tuple[RowSpans, ...]:
        """The spans of the cells, row by row."""
        return tuple([(len(row), tuple(_spans(row))) for row in self.rows])

    def places(self, row: int, begin: int) -> Places:
        """What gives the places of the cells of a row from one on; both are counted from 0."""
        return partial(iter, [cell.source for cell in self.rows[row][begin:]])

    def is_plain(self, row: int, begin: int) -> bool:
        """Tell whether each cell of a row from one on stands in this row alone, and holds text that is its own."""
        return not any(cell.rowspan > 1 or cell.pieces or cell.doubtful for cell in self.rows[row][begin:])


def _spans(row: Sequence[GridCell]) -> Iterator[tuple[int, int, int]]:
    for number, cell in enumerate(row):
        if cell.rowspan != 1 or cell.colspan != 1:
            yield number, cell.rowspan, cell.colspan


@attrs.frozen
class Figure:
    """An image."""

    text: str
    source: Source


Block = Paragraph | Grid | Figure
"""A piece of a document."""


@attrs.frozen
class Document:
    """A source without its file format.

    Attributes:
        blocks: the content in reading order.
        title: title from outside the content, such as the `title` element of a web page.
        metadata: name and value pairs from outside the content, such as `meta` elements.
        encoding: character encoding, where there is one.
        notes: what the reader was unsure of, as ``(code, place, detail)`` with a code of family X.
        regions: ranges of blocks, first and last but one, that an element of the source holds together; those
            within others come first.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None
    notes: tuple[Note, ...] = ()
    regions: tuple[tuple[int, int], ...] = ()

    @cached_property
    def lines(self) -> tuple[Paragraph, ...]:
        """The paragraphs in their order."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph)])

    @cached_property
    def text(self) -> str:
        """The texts of the paragraphs below each other, for a look at the characters that occur at all."""
        return "\n".join([line.text for line in self.lines])


@attrs.frozen
class Note:
    """A doubt of the reader: a code of family X with the values of its message."""

    code: str
    source: Source | None = None
    values: tuple[tuple[str, str], ...] = ()

"""What stands between the marks of the text: paragraphs, and tables inside one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from govinfo.document import Block, Figure, Note, Paragraph
from govinfo.document.furnishing import is_page_layout
from govinfo.readers.doc.grids import Cell, Row, make_grid
from govinfo.readers.doc.paragraphs import Properties
from govinfo.readers.doc.rows import row_cells
from govinfo.readers.doc.shown import Part, cell_text, one_line, paragraph_text
from govinfo.source import Source


class Item(NamedTuple):
    """A paragraph as written."""

    parts: Sequence[Part]
    level: int | None

    def is_shown(self) -> bool:
        """Tell whether anything of it is shown."""
        return bool(paragraph_text(self.parts).strip())


class Nested(NamedTuple):
    """A table inside a cell."""

    blocks: Sequence[Block]


Content = str | list[Item | Nested]
"""What stands in a cell; the text alone of one usual paragraph, as in most cells."""


@attrs.define(eq=False)
class OpenTable:
    """A table whose end has not been reached.

    Attributes:
        number: its number in the document.
        rows: the rows that are complete, with their layout.
        cells: the cells of the row at hand that are complete.
        content: the content of the cell at hand.
        notes: what was unsure of it.
        covered: texts that merged cells cover, with their places.
    """

    number: int
    rows: list[tuple[list[Content], Properties]] = attrs.field(factory=list)
    cells: list[Content] = attrs.field(factory=list)
    content: list[Item | Nested] = attrs.field(factory=list)
    notes: list[Note] = attrs.field(factory=list)
    covered: list[tuple[Source, str]] = attrs.field(factory=list)

    def add_cell(self, text: str) -> None:
        """Take the mark of a cell and the usual text before it."""
        if self.content:
            self.content.append(Item([Part(text, "shown")], None))
            self.end_cell()
        else:
            self.cells.append(text)

    def end_cell(self) -> None:
        """End the cell at hand."""
        self.cells.append(self.content)
        self.content = []

    def end_row(self, properties: Properties, *, gone: bool = False) -> None:
        """End the row at hand.

        Args:
            properties: those of the paragraph that ends it.
            gone: whether its end is deleted or hidden; an empty row is left out then.
        """
        if not gone or any(_shows(cell) for cell in self.cells):
            self.rows.append((self.cells, properties))
        self.cells = []

    def blocks(self) -> list[Block]:
        """The table as a grid, or what stands in it where it is mere page layout."""
        if self.content:
            self.end_cell()
        if self.cells:
            self.notes.append(damaged_table(Source(table=self.number, row=len(self.rows) + 1)))
            self.end_row(Properties())
        rows: list[Row] = []
        grid = sum(len(cells) for cells, _ in self.rows) > 1
        for place, (cells, properties) in enumerate(self.rows, 1):
            if any(map(_holds_table, cells)):
                grid = False
                break
            layout = row_cells(properties.layout)
            if layout is not None and len(layout) != len(cells):
                self.notes.append(damaged_table(Source(table=self.number, row=place)))
                layout = None
            rows.append(Row([_cell(cell, number) for number, cell in enumerate(cells, 1)], place, layout))
        if not grid or is_page_layout([cell.text for row in rows for cell in row.cells]):
            return list(self._flat())
        made = make_grid(rows, self.number)
        self.covered = made.covered
        if not made.has_spans and not self.notes:
            self.notes.append(damaged_table(Source(table=self.number)))
        return [made.grid]

    def _flat(self) -> Iterator[Block]:
        for row, (cells, _) in enumerate(self.rows, 1):
            for number, content in enumerate(cells, 1):
                source = Source(table=self.number, row=row, cell=number)
                items = [Item([Part(content, "shown")], None)] if isinstance(content, str) else content
                for item in items:
                    if isinstance(item, Nested):
                        yield from item.blocks
                    else:
                        yield from paragraph_blocks(item, source)


def _shows(content: Content) -> bool:
    """Tell whether anything of a cell is shown."""
    items: Sequence[Item | Nested] = [Item([Part(content, "shown")], None)] if isinstance(content, str) else content
    return any(not isinstance(item, Item) or item.is_shown() for item in items)


def _holds_table(content: Content) -> bool:
    return not isinstance(content, str) and any(isinstance(item, Nested) for item in content)


def _cell(content: Content, number: int) -> Cell:
    """A cell that holds no table."""
    if isinstance(content, str):
        return Cell(one_line(content), False, number)
    return Cell(*cell_text([item.parts for item in content if isinstance(item, Item)]), number)


def paragraph_blocks(item: Item, source: Source) -> Iterator[Block]:
    """The pictures of a paragraph, and each of its lines."""
    if any(part.pictures for part in item.parts if part.kind != "code"):
        yield Figure("", source)
    for line in paragraph_text(item.parts).split("\n"):
        text = " ".join(line.split())
        if text:
            yield Paragraph(text, source, item.level)


def damaged_table(source: Source | None) -> Note:
    """The note on a table whose rows cannot be told with certainty."""
    return Note("X41", source)

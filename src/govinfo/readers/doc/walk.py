"""From the text and its marks to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from govinfo.document import Block, Note
from govinfo.readers.doc.content import Item, Nested, OpenTable, paragraph_blocks
from govinfo.readers.doc.left_out import LeftOut
from govinfo.readers.doc.numbering import Numbering
from govinfo.readers.doc.paragraphs import ParagraphTable, Properties
from govinfo.readers.doc.shown import Part, ShownText, paragraph_text
from govinfo.source import Source

_MARK = regex.compile("([\r\x07\x0c])")
_CELL, _PAGE = "\x07", "\x0c"


class TablesUnknown(Exception):
    """The file does not say which paragraphs stand in tables."""


class TextRange(NamedTuple):
    """A range of the text: where it starts, what of it is shown, and whether its paragraphs are counted."""

    text: str
    start: int
    shown: ShownText
    numbered: bool


class Walk:
    """Turns ranges of the text into blocks; what was unsure gathers in `notes`."""

    def __init__(self, sections: frozenset[int], numbering: Numbering) -> None:
        """Take the characters that follow the end of a section, and the numbers of lists."""
        self._sections = sections
        self._numbering = numbering
        self._paragraph = 0
        self._tables = 0
        self._open: list[OpenTable] = []
        self._before: list[Part] = []
        self._left_out = LeftOut()
        self._found: list[Note] = []

    def blocks(self, found: TextRange, properties: ParagraphTable) -> Iterator[Block]:
        """The blocks of a range of the text.

        Raises:
            TablesUnknown: the mark of a cell stands in no table.
            SourceError: the properties are damaged.
        """
        text, start, shown, numbered = found
        contents = _MARK.split(text)
        place = start
        usual = shown.is_plain and self._numbering.is_empty
        for content, mark in zip(contents[::2], contents[1::2], strict=False):
            begin, end = place, place + len(content)
            place = end + 1
            if usual and mark == _CELL and not self._before:
                paragraph = properties.at(end)
                if paragraph.in_cell and paragraph.depth == len(self._open):
                    self._open[-1].add_cell(content)
                    continue
            yield from self._ended(found, begin, end, mark, properties)
        rest = [*self._before, *shown.parts(place, start + len(text))]
        self._before = []
        yield from self._to_depth(0)
        if rest:
            yield from self._outside(rest, Properties(), numbered=numbered)

    def _ended(self, found: TextRange, begin: int, end: int, mark: str, properties: ParagraphTable) -> Iterator[Block]:
        """What the mark at the end of a paragraph, cell or page completes."""
        shown = found.shown
        parts = [*self._before, *shown.parts(begin, end)]
        self._before = []
        if mark == _PAGE and end + 1 not in self._sections:
            self._before = [*parts, Part("\n", "shown")]
            return
        paragraph = properties.at(end)
        if paragraph.depth:
            if paragraph.depth != len(self._open):
                yield from self._to_depth(paragraph.depth)
            self._in_table(parts, paragraph, is_mark=mark == _CELL, gone=shown.is_gone(end))
        elif mark == _CELL:
            raise TablesUnknown
        elif shown.is_gone(end):
            self._before = parts
        else:
            yield from self._to_depth(0)
            yield from self._outside(parts, paragraph, numbered=found.numbered)

    def notes(self) -> tuple[Note, ...]:
        """What was unsure, and what was left out."""
        return (*self._found, *self._left_out.notes())

    def _outside(self, parts: list[Part], paragraph: Properties, *, numbered: bool) -> Iterator[Block]:
        """A paragraph outside tables, with its number in a list."""
        self._paragraph += numbered
        source = Source(paragraph=self._paragraph) if numbered else Source()
        self._left_out.look_at(parts, source)
        label = self._numbering.label(paragraph)
        if label and paragraph_text(parts).strip():
            parts = [Part(label, "shown"), *parts]
        yield from paragraph_blocks(Item(parts, paragraph.level), source)

    def _in_table(self, parts: list[Part], paragraph: Properties, *, is_mark: bool, gone: bool) -> None:
        """A paragraph of a table; a row end shows nothing itself.

        Its number in a list is counted and left out: in front of a digit it would be read as part of the number.
        """
        table = self._open[-1]
        if paragraph.row_end:
            table.end_row(paragraph, gone=gone)
            return
        if len(parts) != 1 or parts[0].kind != "shown":
            self._left_out.look_at(
                parts, Source(table=table.number, row=len(table.rows) + 1, cell=len(table.cells) + 1)
            )
        self._numbering.label(paragraph)
        table.content.append(Item(parts, paragraph.level))
        if is_mark or paragraph.cell_end:
            table.end_cell()

    def _to_depth(self, depth: int) -> Iterator[Block]:
        """Close and open tables until so many are open."""
        while len(self._open) > depth:
            closed = self._open.pop()
            blocks = closed.blocks()
            self._found.extend(closed.notes)
            for source, text in closed.covered:
                self._left_out.add(source, text)
            if self._open:
                self._open[-1].content.append(Nested(blocks))
            else:
                yield from blocks
        while len(self._open) < depth:
            self._tables += 1
            self._open.append(OpenTable(self._tables))

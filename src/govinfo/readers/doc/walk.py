"""From the text and its marks to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from govinfo.document import Block, Note, Paragraph
from govinfo.readers.doc.content import Item, Nested, OpenTable, damaged_table, paragraph_blocks
from govinfo.readers.doc.paragraphs import ParagraphTable, Properties
from govinfo.readers.doc.shown import Part, ShownText, cell_text, paragraph_text
from govinfo.source import Source

_MARK = regex.compile("[\r\x07\x0c]")
_CELL, _PAGE = "\x07", "\x0c"

MAX_SHOWN = 40
"""So many characters of left out text are told."""


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

    def __init__(self, sections: frozenset[int]) -> None:
        """Take the characters that follow the end of a section."""
        self._sections = sections
        self._paragraph = 0
        self._tables = 0
        self._open: list[OpenTable] = []
        self._gone: list[tuple[Source, str]] = []
        self._found: list[Note] = []

    def blocks(self, found: TextRange, properties: ParagraphTable) -> Iterator[Block]:
        """The blocks of a range of the text.

        Raises:
            TablesUnknown: the mark of a cell stands in no table.
            SourceError: the properties are damaged.
        """
        text, start, shown, numbered = found
        begin = 0
        before: list[Part] = []
        for match in _MARK.finditer(text):
            mark, place = match[0], start + match.start()
            parts = shown.parts(start + begin, place)
            if before:
                parts = [*before, *parts]
            begin, before = match.end(), []
            if mark == _PAGE and place + 1 not in self._sections:
                before = [*parts, Part("\n", "shown")]
                continue
            paragraph = properties.at(place)
            if paragraph.depth:
                if paragraph.depth != len(self._open):
                    yield from self._to_depth(paragraph.depth)
                self._in_table(parts, paragraph, is_mark=mark == _CELL, gone=shown.is_gone(place))
            elif mark == _CELL:
                raise TablesUnknown
            elif shown.is_gone(place):
                before = parts
            else:
                yield from self._to_depth(0)
                yield from self._outside(parts, paragraph.level, numbered=numbered)
        rest = [*before, *shown.parts(start + begin, start + len(text))]
        yield from self._to_depth(0)
        if rest:
            yield from self._outside(rest, None, numbered=numbered)

    def lines(self, found: TextRange) -> Iterator[Paragraph]:
        """The blocks of a range whose tables cannot be told: a paragraph for each paragraph and each cell."""
        text, start, shown, _ = found
        begin = 0
        if _CELL in text:
            self._found.append(damaged_table(None))
        for match in _MARK.finditer(text):
            parts = shown.parts(start + begin, start + match.start())
            begin = match.end()
            self._paragraph += 1
            source = Source(paragraph=self._paragraph)
            self._note_gone(parts, source)
            shown_text = cell_text([parts]).text if match[0] == _CELL else paragraph_text(parts)
            yield Paragraph(" ".join(shown_text.split()), source)

    def notes(self) -> tuple[Note, ...]:
        """What was unsure, one note for all text that was left out."""
        if not self._gone:
            return tuple(self._found)
        source, text = self._gone[0]
        shortened = text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
        return (*self._found, Note("X40", source, (("count", str(len(self._gone))), ("text", shortened))))

    def _outside(self, parts: list[Part], level: int | None, *, numbered: bool) -> Iterator[Block]:
        """A paragraph outside tables."""
        self._paragraph += numbered
        source = Source(paragraph=self._paragraph) if numbered else Source()
        self._note_gone(parts, source)
        yield from paragraph_blocks(Item(parts, level), source)

    def _in_table(self, parts: list[Part], paragraph: Properties, *, is_mark: bool, gone: bool) -> None:
        """A paragraph of a table; a row end shows nothing itself."""
        table = self._open[-1]
        if paragraph.row_end:
            table.end_row(paragraph, gone=gone)
            return
        if len(parts) != 1 or parts[0].kind != "shown":
            self._note_gone(parts, Source(table=table.number, row=len(table.rows) + 1, cell=len(table.cells) + 1))
        table.content.append(Item(parts, paragraph.level))
        if is_mark or paragraph.cell_end:
            table.end_cell()

    def _to_depth(self, depth: int) -> Iterator[Block]:
        """Close and open tables until so many are open."""
        while len(self._open) > depth:
            closed = self._open.pop()
            blocks = closed.blocks()
            self._found.extend(closed.notes)
            self._gone.extend(closed.covered)
            if self._open:
                self._open[-1].content.append(Nested(blocks))
            else:
                yield from blocks
        while len(self._open) < depth:
            self._tables += 1
            self._open.append(OpenTable(self._tables))

    def _note_gone(self, parts: list[Part], source: Source) -> None:
        text = "".join(part.text for part in parts if part.kind == "gone").strip()
        if text:
            self._gone.append((source, text))

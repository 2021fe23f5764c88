"""The blocks of a Word file in reading order: paragraphs, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lxml import etree

from govinfo.document import Block, Figure, Note, Paragraph
from govinfo.readers.marked import BREAK, MarkedCell, TextRow, cell_text, lines_of, numbered, table_blocks, text_table
from govinfo.readers.wordml.names import VAL, w
from govinfo.readers.wordml.numbering import Numbering
from govinfo.readers.wordml.runs import CHOICES, Runs, chosen, plain_text
from govinfo.readers.wordml.styles import PLAIN, Style, Styles, number_properties, outline_level
from govinfo.readers.wordml.tables import CELL, TABLE, WRAPPERS, Slot, rows_of
from govinfo.readers.wordml.usual import CUT
from govinfo.source import Source

_PARAGRAPH, _PROPERTIES, _STYLE, _MARK = w("p"), w("pPr"), w("pStyle"), w("rPr")
_DELETED, _INSERTED = w("del"), w("ins")
_EMBEDDED = frozenset((w("altChunk"), w("subDoc")))
"""Content that is another file and not read."""

_REMOVED = frozenset((w("del"), w("moveFrom")))


class Habits(NamedTuple):
    """What a file does anywhere; where it does not, nobody needs to look for it in every cell.

    `formatted`: text is hidden, struck or raised.  `nested`: there are tables inside something else than the body.
    """

    formatted: bool
    nested: bool


class Body:
    """Walks the content of a file once, in the order in which Word counts it."""

    def __init__(
        self, habits: Habits, styles: Styles, numbering: Numbering, cut: Sequence[Sequence[TextRow]] = ()
    ) -> None:
        """Take what a file does anywhere, its styles and lists, and the rows of the tables that were cut out."""
        self._habits = habits
        self._cut = cut
        self._styles = styles
        self._numbering = numbering
        self._usual = not (habits.formatted or numbering.active)
        self._runs = Runs(styles, formatted=habits.formatted)
        self._paragraphs = 0
        self._tables = 0
        self._joined = ""
        self._changed: Source | None = None
        self._hidden: list[Source] = []

    def notes(self) -> Iterator[Note]:
        """What was left out on the way."""
        if self._changed is not None:
            yield Note("X35", self._changed)
        for place in self._hidden:
            yield Note("X26", place)

    def blocks(self, parent: Iterable[etree._Element], place: Source | None = None) -> Iterator[Block]:
        """The blocks of a container; `place` is that of the cell or paragraph around it, if there is one."""
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child, place)
            elif tag == TABLE:
                yield from self._table(child)
            elif tag in WRAPPERS:
                yield from self.blocks(child, place)
            elif tag == CHOICES:
                yield from self.blocks(chosen(child), place)
            elif tag in _EMBEDDED:
                yield Figure("", place or Source(paragraph=max(self._paragraphs, 1)))
            elif tag in _REMOVED:
                self._changed = self._changed or place or Source(paragraph=self._paragraphs)

    def _paragraph(self, paragraph: etree._Element, place: Source | None) -> Iterator[Block]:
        if place is None:
            self._paragraphs += 1
            place = Source(paragraph=self._paragraphs)
        properties = paragraph.find(_PROPERTIES)
        style_id, style = self._style(properties)
        text = self._text(paragraph, style, place, in_cell=False)
        label = "" if properties is None else self._label(properties, style_id)
        if self._goes_on(properties, place):
            self._joined += label + text
        else:
            text, self._joined = self._joined + label + text, ""
            if not style.contents:
                level = None if properties is None else outline_level(properties)
                level = style.level if level is None else level or None
                yield from (Paragraph(line, place, level) for line in lines_of(text))
        yield from self._drawn(place)

    def _drawn(self, place: Source) -> Iterator[Block]:
        """The pictures and text boxes anchored in what was just read."""
        pictures, boxes = self._runs.taken()
        yield from (Figure(text, place) for text in pictures)
        for box in boxes:
            yield from self.blocks(box, place)

    def _style(self, properties: etree._Element | None) -> tuple[str | None, Style]:
        found = None if properties is None else properties.find(_STYLE)
        name = None if found is None else found.get(VAL)
        return name, PLAIN if name is None else self._styles.get(name)

    def _text(self, paragraph: etree._Element, style: Style, place: Source, *, in_cell: bool) -> str:
        text = self._runs.text(paragraph, style, in_cell=in_cell)
        if self._runs.changed and self._changed is None:
            self._changed = place
        return text

    def _label(self, properties: etree._Element, style_id: str | None) -> str:
        """The automatic number of a paragraph that has one."""
        if not self._numbering.active:
            return ""
        own = number_properties(properties)
        return self._numbering.label(own, style_id) if own or style_id else ""

    def _goes_on(self, properties: etree._Element | None, place: Source) -> bool:
        """Tell whether the end of the paragraph was deleted, so that the next one belongs to it."""
        mark = None if properties is None else properties.find(_MARK)
        if mark is None or mark.find(_DELETED) is None:
            if mark is not None and mark.find(_INSERTED) is not None:
                self._changed = self._changed or place
            return False
        self._changed = self._changed or place
        return True

    def _table(self, table: etree._Element) -> Iterator[Block]:
        self._tables += 1
        number, own = self._tables, Source(table=self._tables)
        mark = table.get(CUT) if self._cut else None
        if mark is not None:
            yield from text_table(self._cut[int(mark)], own)
            return
        found = rows_of(table)
        if found.changed:
            self._changed = self._changed or own
        if found.hidden and not found.slots:
            self._hidden.append(own)
        if self._habits.nested and _is_layout(table):
            for slot in chain.from_iterable(found.slots):
                if slot.element is not None:
                    yield from self.blocks(slot.element, _place(number, slot))
            return
        figures: list[Figure] = []
        rows = [[self._cell(slot, number, figures) for slot in row] for row in found.slots]
        yield from table_blocks(rows, own)
        yield from figures

    def _cell(self, slot: Slot, table: int, figures: list[Figure]) -> MarkedCell:
        """A data cell; the marks of footnotes count only where there is nothing else."""
        source = _place(table, slot)
        plain = None if slot.element is None or not self._usual else plain_text(slot.element)
        if plain is not None:
            return MarkedCell(plain, source, slot.rowspan, slot.colspan)
        parts: list[str] = []
        if slot.element is not None:
            self._content(slot.element, source, figures, parts)
        text = parts[0] if len(parts) == 1 else BREAK.join(parts)
        raised = self._runs.taken_marks()
        if raised and not cell_text(text)[0]:
            text = "".join(raised)
        return MarkedCell(text, source, slot.rowspan, slot.colspan)

    def _content(
        self, parent: Iterable[etree._Element], source: Source, figures: list[Figure], parts: list[str]
    ) -> None:
        """Collect the texts of the paragraphs of a cell, those of tables and text boxes inside included."""
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                parts.append(self._cell_paragraph(child, source))
            elif tag in WRAPPERS:
                self._content(child, source, figures, parts)
            elif tag == CHOICES:
                self._content(chosen(child), source, figures, parts)
            elif tag == TABLE:
                self._tables += 1
                for slot in chain.from_iterable(rows_of(child).slots):
                    if slot.element is not None:
                        self._content(slot.element, source, figures, parts)
        pictures, boxes = self._runs.taken()
        figures += (Figure(text, source) for text in pictures)
        for box in boxes:
            self._content(box, source, figures, parts)

    def _cell_paragraph(self, paragraph: etree._Element, source: Source) -> str:
        """A paragraph of a cell; an automatic number stands in front of words and never of a number."""
        if self._usual:
            return self._text(paragraph, PLAIN, source, in_cell=True)
        properties = paragraph.find(_PROPERTIES)
        style_id, style = self._style(properties)
        text = self._text(paragraph, style, source, in_cell=True)
        label = "" if properties is None else self._label(properties, style_id)
        return numbered(label, text)


def _place(table: int, slot: Slot) -> Source:
    return Source(None, None, None, table, slot.row, slot.place)


def _is_layout(table: etree._Element) -> bool:
    """Tell whether a table is page layout: those inside it have as many cells as it has itself."""
    nested = next(table.iterdescendants(TABLE), None)
    if nested is None:
        return False
    every = sum(1 for _ in table.iter(CELL))
    own = sum(1 for cell in table.iter(CELL) if next(cell.iterancestors(TABLE)) is table)
    return every - own >= own

"""The blocks of an OpenDocument text in reading order: paragraphs, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from govinfo.document import Block, Figure, Note, Paragraph
from govinfo.document.spans import MAX_COLSPAN, MAX_ROWSPAN
from govinfo.readers.marked import BREAK, MarkedCell, cell_text, lines_of, numbered, table_blocks
from govinfo.readers.opendocument.inline import Inline
from govinfo.readers.opendocument.names import count_of, names, q
from govinfo.source import Source

MAX_REPEATS = 64
"""A row or cell is repeated at most so often; no table of a text has more columns (Word allows 63)."""

MAX_LEVEL = 6
"""Deepest level of a heading that a document knows."""

_HEADING, _LEVEL = q("text:h"), q("text:outline-level")
_PARAGRAPHS = frozenset((_HEADING, q("text:p")))
_TABLE, _ROW, _CELL, _COVERED = (
    q(f"table:{name}") for name in ("table", "table-row", "table-cell", "covered-table-cell")
)
_ROW_GROUPS = names("table:table-header-rows", "table:table-rows", "table:table-row-group")
_ROWS_REPEATED, _COLUMNS_REPEATED = q("table:number-rows-repeated"), q("table:number-columns-repeated")
_ROWS_SPANNED, _COLUMNS_SPANNED = q("table:number-rows-spanned"), q("table:number-columns-spanned")
_VISIBILITY, _DISPLAY, _SECTION = q("table:visibility"), q("text:display"), q("text:section")
_SKIPPED = names(
    "text:tracked-changes",
    "text:sequence-decls",
    "text:variable-decls",
    "text:user-field-decls",
    "text:table-of-content",
    "text:alphabetical-index",
    "text:number",
    "office:forms",
    "office:annotation",
    "svg:title",
    "svg:desc",
    "draw:enhanced-geometry",
    "draw:glue-point",
)
_FRAMES = names("draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:ellipse", "draw:line", "draw:a")
_IMAGES = (q("draw:image"), q("draw:object"), q("draw:object-ole"))
_TEXT_BOX = q("draw:text-box")
_ABOUT = (q("svg:desc"), q("svg:title"))


class Body:
    """Walks the content of a file once; `notes` are what it left out on the way."""

    def __init__(self, inline: Inline, labels: Mapping[etree._Element, str]) -> None:
        self._inline = inline
        self._labels = labels
        self._paragraphs = 0
        self._tables = 0
        self.notes: list[Note] = []

    def blocks(self, parent: Iterable[etree._Element], place: Source | None = None) -> Iterator[Block]:
        """The blocks of a container; `place` is that of the cell or paragraph around it, if there is one."""
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                yield from self._paragraph(child, place)
            elif tag == _TABLE:
                yield from self._table(child)
            elif tag in _FRAMES:
                yield from self._drawing(child, place or Source(paragraph=max(self._paragraphs, 1)))
            elif tag == _SECTION and child.get(_DISPLAY) == "none":
                if next(child.iter(_TABLE), None) is not None:
                    self.notes.append(Note("X26", place or Source(paragraph=max(self._paragraphs, 1))))
            elif tag not in _SKIPPED:
                yield from self.blocks(child, place)

    def _paragraph(self, paragraph: etree._Element, place: Source | None) -> Iterator[Block]:
        if place is None:
            self._paragraphs += 1
            place = Source(paragraph=self._paragraphs)
        level = count_of(paragraph, _LEVEL, MAX_LEVEL) if paragraph.tag == _HEADING else None
        for line in lines_of(self._labels.get(paragraph, "") + self._inline.text(paragraph, in_cell=False)):
            yield Paragraph(line, place, level)
        for drawing in self._inline.taken():
            yield from self._drawing(drawing, place)

    def _drawing(self, drawing: etree._Element, place: Source) -> Iterator[Block]:
        """The text of a frame or shape; a picture without any is a figure."""
        if _is_picture(drawing):
            yield Figure(_description(drawing), place)
        else:
            yield from self.blocks(drawing, place)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        if _holds_tables(table):
            for row_number, row in _rows(table):
                for cell_number, cell in enumerate(row.iterchildren(_CELL, _COVERED), 1):
                    if cell.tag == _CELL:
                        yield from self.blocks(cell, Source(None, None, None, number, row_number, cell_number))
            return
        figures: list[Figure] = []
        rows: list[list[MarkedCell]] = []
        for row_number, row in _rows(table):
            cells = list(self._cells(row, number, row_number, figures))
            rows += [cells] * count_of(row, _ROWS_REPEATED, MAX_REPEATS)
        yield from table_blocks(rows, Source(table=number))
        yield from figures

    def _cells(self, row: etree._Element, table: int, number: int, figures: list[Figure]) -> Iterator[MarkedCell]:
        """The cells of a row that are not covered by others."""
        place = 0
        for cell in row.iterchildren(_CELL, _COVERED):
            repeats = count_of(cell, _COLUMNS_REPEATED, MAX_REPEATS)
            first = place + 1
            place += repeats
            if cell.tag == _COVERED:
                continue
            down = count_of(cell, _ROWS_SPANNED, MAX_ROWSPAN)
            across = count_of(cell, _COLUMNS_SPANNED, MAX_COLSPAN)
            source = Source(None, None, None, table, number, first)
            text = self._cell(cell, source, figures)
            for at in range(first, place + 1):
                yield MarkedCell(text, Source(None, None, None, table, number, at), down, across)

    def _cell(self, cell: etree._Element, source: Source, figures: list[Figure]) -> str:
        """The text of a data cell with its marks; the marks of footnotes count only where there is nothing else."""
        parts: list[str] = []
        self._content(cell, source, figures, parts)
        text = parts[0] if len(parts) == 1 else BREAK.join(parts)
        raised = self._inline.taken_marks()
        return "".join(raised) if raised and not cell_text(text)[0] else text

    def _content(
        self, parent: Iterable[etree._Element], source: Source, figures: list[Figure], parts: list[str]
    ) -> None:
        """Collect the texts of the paragraphs of a cell, those of tables and frames inside included."""
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                parts.append(numbered(self._labels.get(child, ""), self._inline.text(child, in_cell=True)))
                self._content(self._inline.taken(), source, figures, parts)
            elif tag in _FRAMES and _is_picture(child):
                figures.append(Figure(_description(child), source))
            elif tag not in _SKIPPED:
                self._tables += tag == _TABLE
                self._content(child, source, figures, parts)


def _rows(table: etree._Element, before: int = 0) -> Iterator[tuple[int, etree._Element]]:
    """The rows of a table with their numbers, those of hidden rows counted but left out."""
    for child in table:
        if child.tag in _ROW_GROUPS:
            yield from _rows(child, before)
            before += sum(1 for _ in child.iter(_ROW))
        elif child.tag == _ROW:
            before += 1
            if child.get(_VISIBILITY, "visible") == "visible":
                yield before, child


def _is_picture(drawing: etree._Element) -> bool:
    return next(drawing.iter(*_IMAGES), None) is not None and next(drawing.iter(_TEXT_BOX), None) is None


def _description(drawing: etree._Element) -> str:
    about = next(drawing.iter(*_ABOUT), None)
    return "" if about is None else (about.text or "").strip()


def _holds_tables(table: etree._Element) -> bool:
    """Tell whether a table is page layout: those inside it have as many cells as it has itself."""
    if next(table.iterdescendants(_TABLE), None) is None:
        return False
    every = sum(1 for _ in table.iter(_CELL))
    own = sum(1 for cell in table.iter(_CELL) if next(cell.iterancestors(_TABLE)) is table)
    return every - own >= own

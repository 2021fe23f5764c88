"""Reader: web pages.

Tables that hold data become grids; tables that hold other tables, or long texts without numbers, are mere layout
and are read through, but for sheets, whose long texts stand in rows of their own.  Scripts, styles, comments and
hidden elements are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from govinfo.contracts import Hint
from govinfo.document import Block, Document, Figure, Grid, Note, Paragraph
from govinfo.document.furnishing import MAX_CELL, is_page_layout
from govinfo.document.sparse import SparseGrid, SparseRow
from govinfo.errors import SourceError
from govinfo.readers.decode import decode
from govinfo.readers.web.cells import cell_text, row_of
from govinfo.readers.web.cutting import Cut, located, without_tables
from govinfo.readers.web.habits import Habits, habits_of, is_hidden
from govinfo.readers.web.head import meta_of, title_of
from govinfo.readers.web.markup import markup_of, without_ends
from govinfo.readers.web.regions import Regions
from govinfo.readers.web.tables import caption_of, complete_rows, refuse_frames, rows_lost
from govinfo.readers.web.tags import DROPPED, INLINE
from govinfo.readers.web.usual import UsualTable
from govinfo.source import Source

MIN_SHEET = 8
"""A table with a row of so many cells is a sheet, in which long texts stand in rows of their own between the tables."""

MAX_TAGS = 300_000
"""So many tags may a page have; the largest pages known, word processor markup included, have some ten thousand."""


def read(data: bytes, hint: Hint) -> Document:
    """Read a web page or a fragment of one.

    Raises:
        SourceError: the parser finds no element at all, there are more than `MAX_TAGS` tags, or the page only shows
            others in frames.
    """
    document = read_page(data, hint)
    refuse_frames(data, document)
    return document


def read_page(data: bytes, _hint: Hint) -> Document:
    """Read a web page that may show others in frames; see `read`."""
    decoded = decode(data)
    if len(data) > MAX_TAGS and decoded.text.count("<") > MAX_TAGS:
        raise SourceError(
            f"more than {MAX_TAGS} tags, which no report has; was the right page chosen?",
            f"超过{MAX_TAGS}个标签，年报网页不会这么大；请核对是否选错了网页",
        )
    markup = markup_of(decoded)
    cut = without_tables(markup)
    root, parser = _parsed(cut.markup)
    complete_rows(root)
    tables = located(root, cut.tables)
    if tables is None:
        cut, tables = Cut(markup, ()), {}
        root, parser = _parsed(markup)
        complete_rows(root)
    walker = _Walker(habits_of(cut.markup.lower().encode()), tables)
    blocks = tuple(walker.blocks(root))
    notes = [*decoded.notes, *walker.notes, *_losses(parser), *rows_lost(root)]
    return Document(
        blocks=blocks,
        title=title_of(root),
        metadata=tuple(meta_of(root)),
        encoding=decoded.encoding,
        notes=tuple(notes),
        regions=walker.regions.found,
    )


def _parsed(markup: str) -> tuple[etree._Element, etree.HTMLParser]:
    """The tree of a page, and the parser with what it had to say."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(without_ends(markup).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"the page holds no readable markup ({error}); save it again or use its text",
            "网页没有可读的内容；请重新保存，或改用其文字",
        ) from error
    if root is None:
        raise SourceError(
            "the page holds no readable markup; save it again or use its text",
            "网页没有可读的内容；请重新保存，或改用其文字",
        )
    return root, parser


class _Walker:
    """Turns an element tree into blocks, in one pass and without recursion."""

    def __init__(self, habits: Habits, usual: Mapping[etree._Element, UsualTable]) -> None:
        self._habits = habits
        self._usual = usual
        self.notes: list[Note] = []
        self._buffer: list[str] = []
        self._line: int | None = None
        self._level: int | None = None
        self._numbers: dict[etree._Element, int] = {}
        self.regions = Regions()

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        self._numbers = {table: number for number, table in enumerate(root.iter("table"), 1)}
        yield from self._walk(root)

    def _walk(self, root: etree._Element) -> Iterator[Block]:
        regions = self.regions
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                if tag not in INLINE:
                    yield from self._flush()
                regions.end(element)
                self._add(element.tail, element)
                continue
            if tag in DROPPED or self._skips(element):
                walk.skip_subtree()
                continue
            if tag == "img":
                yield from self._flush()
                yield regions.counted(Figure(element.get("alt") or "", Source(line=element.sourceline)))
            elif tag == "table":
                yield from self._flush()
                parts = self._parts(element)
                if parts:
                    yield from self._table(element, parts)
                    walk.skip_subtree()
                    continue
            elif tag == "br" or tag not in INLINE:
                yield from self._flush()
                self._level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else self._level
            regions.begin(element, inline=tag in INLINE)
            self._add(element.text, element)
        yield from self._flush()

    def _add(self, text: str | None, element: etree._Element) -> None:
        if text:
            if self._line is None and text.strip():
                self._line = element.sourceline
            self._buffer.append(text)
            self.regions.count(text)

    def _flush(self) -> Iterator[Paragraph]:
        if self._buffer:
            text = " ".join("".join(self._buffer).split())
            if text:
                linked = self.regions.is_linked(text)
                yield self.regions.counted(Paragraph(text, Source(line=self._line), self._level, linked))
        self._buffer.clear()
        self._line = self._level = None

    def _skips(self, element: etree._Element) -> bool:
        """Tell whether an element is hidden; a hidden table is noted."""
        if not self._habits.hides or not is_hidden(element):
            return False
        if element.find(".//table") is not None or element.tag == "table":
            self.notes.append(Note("X26", Source(line=element.sourceline)))
        return True

    def _table(self, table: etree._Element, parts: Sequence[Grid | etree._Element]) -> Iterator[Block]:
        yield from self.regions.all_counted(*caption_of(table))
        for part in parts:
            yield from self.regions.all_counted(part) if isinstance(part, Grid) else self._walk(part)

    def _parts(self, table: etree._Element) -> list[Grid | etree._Element]:
        """The table as a grid, or as grids and the cells of long text between them; none if it is page layout."""
        if next(table.iterdescendants("table"), None) is not None:
            return []
        number = self._numbers[table]
        usual = self._usual.get(table)
        if usual is not None:
            left = [cell_text(cell, self._habits) for cell in table[0][:-1]]
            return [*_grid(usual.rows(table.sourceline or 0, left), table, number)]
        found = [
            (row, row_of(row, row_number, self._habits))
            for row_number, row in enumerate(table.iter("tr"), 1)
            if not (self._habits.hides and is_hidden(row))
        ]
        is_sheet = any(len(cells.texts) >= MIN_SHEET for _, cells in found)
        rows: list[SparseRow] = []
        parts: list[Grid | etree._Element] = []
        for row, cells in found:
            if is_sheet and len(row) == len(cells.texts) == 1 and len(cells.texts[0]) > MAX_CELL:
                parts += [*_grid(rows, table, number), row[0]]
                rows = []
            else:
                rows.append(cells)
        parts += _grid(rows, table, number)
        kept = [text for part in parts if isinstance(part, Grid) for texts in part.texts for text in texts]
        return [] if is_page_layout(kept) else parts


def _grid(rows: Sequence[SparseRow], table: etree._Element, number: int) -> Iterator[Grid]:
    if rows:
        yield SparseGrid(rows, Source(line=table.sourceline, table=number))


def _losses(parser: etree.HTMLParser) -> Iterator[Note]:
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            yield Note("X21", Source(line=entry.line), (("detail", entry.message.strip()),))
            return

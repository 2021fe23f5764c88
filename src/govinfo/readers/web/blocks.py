"""The elements of a web page as blocks: paragraphs, tables, images, and what elements hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from govinfo.document import Block, Figure, Grid, Note, Paragraph
from govinfo.document.furnishing import MAX_CELL, is_page_layout
from govinfo.document.sparse import FlatGrid, SparseGrid, SparseRow
from govinfo.readers.web.cells import as_shown, cell_text, row_of
from govinfo.readers.web.habits import Habits, is_hidden
from govinfo.readers.web.tables import caption_of
from govinfo.readers.web.tags import DROPPED, INLINE
from govinfo.readers.web.usual import UsualTable
from govinfo.source import Source

MIN_SHEET = 8
"""A table with a row of so many cells is a sheet, in which long texts stand in rows of their own between the tables."""

LINKED = 0.6
"""Least share of the characters of a paragraph that stand in links, for the whole to count as one."""

_WHOLE = frozenset(("img", "table"))
_LEFT_OUT = DROPPED | _WHOLE
"""Elements in which nothing, or nothing more, may be left to be read."""

_MAY_BE_HIDDEN: Callable[[etree._Element], Any] = etree.XPath("//*[@style or @hidden]")
_LEVELS = {f"h{level}": level for level in range(1, 7)}


class Blocks:
    """The blocks of a page, made in one pass and without recursion.

    Attributes:
        blocks: the blocks.
        regions: the ranges of two and more blocks that an element holds together, inner ones first.
        notes: what is doubtful about them.
    """

    def __init__(self, root: etree._Element, habits: Habits, usual: Mapping[etree._Element, UsualTable]) -> None:
        """Go through a page.

        Args:
            root: its tree.
            habits: what it does anywhere.
            usual: the tables that were cut out of it, by the elements that stand for them.
        """
        self.blocks: list[Block] = []
        self.regions: list[tuple[int, int]] = []
        self.notes: list[Note] = []
        self._habits = habits
        self._may_be_hidden = frozenset(_MAY_BE_HIDDEN(root)) if habits.hides else frozenset()
        self._usual = usual
        self._numbers = {table: number for number, table in enumerate(root.iter("table"), 1)}
        self._texts: list[str] = []
        self._line: int | None = None
        self._level: int | None = None
        self._links = self._linked = 0
        self._walk(root)

    def _walk(self, root: etree._Element) -> None:
        blocks, texts, doubtful = self.blocks, self._texts, self._may_be_hidden
        starts: list[int] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag: Any = element.tag
            inline, opens = tag in INLINE, event == "start"
            if not inline:
                if texts:
                    self._end_line()
                self._level = _LEVELS.get(tag) if opens else None
            elif tag == "a" and element.get("href"):
                self._links += 1 if opens else -1
            text = element.text if opens else element.tail
            if opens and (tag in _LEFT_OUT or (doubtful and element in doubtful)) and self._is_left_out(element, tag):
                walk.skip_subtree()
                text = None
            if not inline and opens:
                starts.append(len(blocks))
            elif not inline and len(blocks) - (start := starts.pop()) > 1:
                self._close(start)
            if text and (texts or not text.isspace()):
                self._add(text, element)
        if texts:
            self._end_line()

    def _close(self, start: int) -> None:
        """An element ends that holds several blocks, the first of which has the number `start`."""
        region = (start, len(self.blocks))
        if self.regions[-1:] != [region]:
            self.regions.append(region)

    def _add(self, text: str, element: etree._Element) -> None:
        """Add a text to the line."""
        if not self._texts:
            self._line = element.sourceline
        self._texts.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _end_line(self) -> None:
        """Make a paragraph of the texts of the line."""
        text = as_shown("".join(self._texts))
        self.blocks.append(Paragraph(text, Source(self._line), self._level, self._linked >= LINKED * len(text)))
        self._linked = 0
        self._texts.clear()

    def _is_left_out(self, element: etree._Element, tag: str) -> bool:
        """Tell whether nothing is left to be read in an element, and note a hidden table."""
        if tag in DROPPED:
            return True
        if element not in self._may_be_hidden or not is_hidden(element):
            return tag in _WHOLE and self._is_whole(element, tag)
        if tag == "table" or element.find(".//table") is not None:
            self.notes.append(Note("X26", Source(line=element.sourceline)))
        return True

    def _is_whole(self, element: etree._Element, tag: str) -> bool:
        """Add an image, or a table unless it is page layout; tell whether nothing is left to be read in it."""
        if tag == "img":
            if self._texts:
                self._end_line()
            self.blocks.append(Figure(element.get("alt") or "", Source(line=element.sourceline)))
            return False
        parts = self._parts(element)
        if parts:
            self.blocks += caption_of(element)
        for part in parts:
            if isinstance(part, Grid):
                self.blocks.append(part)
            else:
                self._walk(part)
        return bool(parts)

    def _parts(self, table: etree._Element) -> list[Grid | etree._Element]:
        """The table as a grid, or as grids and the cells of long text between them; none if it is page layout."""
        if next(table.iterdescendants("table"), None) is not None:
            return []
        number = self._numbers[table]
        usual = self._usual.get(table)
        if usual is not None:
            left = [cell_text(cell, self._habits) for cell in table[0][:-1]]
            return [FlatGrid(usual.cells(left), Source(line=table.sourceline, table=number))]
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

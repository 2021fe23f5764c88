"""The ruled tables of a page with the text of their cells, and the words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import attrs

from govinfo.readers.pdf.cells import Cell, Lattice, lattice_of
from govinfo.readers.pdf.page import Box, Glyph, Page, Stroke
from govinfo.readers.pdf.ruling import SNAP, frames_of
from govinfo.readers.pdf.words import CellText, Word, cell_text, lines_of, room, words_of

OVERSIZE = 2.5
"""A word over a table that is so many times taller than the usual one is no part of it, but a stamp or watermark."""

STRADDLE = 0.25
"""A glyph that a line cuts with at least this share of its width on each side runs out of its cell."""

TIGHT = 0.12
"""Glyphs on both sides of a line that are nearer than so many heights may be those of one number."""

STRUCK = 0.6
"""A line through at least this share of a word strikes it out; through less of it, that is in doubt."""


@attrs.frozen
class TableCell:
    """A cell with its text, and how many more characters its last line has room for."""

    cell: Cell
    text: str
    pieces: bool
    room: float


@attrs.frozen
class PageTable:
    """A table, or the part of it that stands on one page."""

    page: int
    lattice: Lattice
    cells: tuple[TableCell, ...]

    @property
    def box(self) -> Box:
        """Its place on the page."""
        return self.lattice.box


@attrs.frozen
class PageContent:
    """What a page holds: its tables, the words beside them, and how many words were left out as stamps."""

    page: Page
    tables: tuple[PageTable, ...]
    words: tuple[Word, ...]
    stamps: int


def content_of(page: Page) -> PageContent:
    """Find the ruled tables of a page and put its words into their cells."""
    frames = frames_of(page.rows, page.columns)
    lattices = [lattice for frame in frames if (lattice := lattice_of(frame))]
    words = words_of(page.glyphs)
    if not lattices:
        return PageContent(page, (), (*words, *_sideways(page)), 0)
    innermost = sorted(lattices, key=lambda lattice: lattice.box.width * lattice.box.height)
    fillings = [_Filling(lattice) for lattice in innermost]
    usual = median(word.box.height for word in words) if words else 0.0
    beside: list[Word] = []
    stamps = 0
    for word in (*words, *_sideways(page)):
        filling = next((filling for filling in fillings if filling.takes(word)), None)
        if filling is None:
            beside.append(word)
        elif word.box.height > OVERSIZE * usual and len(word.text) <= 2 * len(word.glyphs):
            stamps += 1
        else:
            filling.add(word)
    for filling in fillings:
        filling.strike(page.rows)
    tables = sorted((filling.table(page.number) for filling in fillings), key=lambda table: table.box[1::-1])
    return PageContent(page, tuple(tables), tuple(beside), stamps)


def _sideways(page: Page) -> list[Word]:
    """Texts that run up or down the page, each as one word that is never taken apart."""
    return [Word(text, box, [Glyph(text, *box)]) for text, box in page.sideways]


class _Filling:
    """The words of one table, cell by cell."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice
        self._box = lattice.box
        self._words: list[list[Word]] = [[] for _ in lattice.cells]
        self._doubtful: set[int] = set()

    def takes(self, word: Word) -> bool:
        """Tell whether a word begins in the table or has its middle there."""
        box = word.box
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        return self._box.holds(*middle) or self._cell(word.glyphs[0]) is not None

    def add(self, word: Word) -> None:
        """Put a word into its cell; one that runs over a line is cut there."""
        first, last = word.glyphs[0], word.glyphs[-1]
        begin, end = self._cell(first), self._cell(last)
        if begin == end and begin is not None:
            self._words[begin].append(word)
            return
        parts: dict[int, list[Glyph]] = {}
        before: tuple[int, float] | None = None
        for glyph in word.glyphs:
            number = self._cell(glyph)
            number = begin if number is None else number
            number = end if number is None else number
            if number is not None:
                parts.setdefault(number, []).append(glyph)
                self._doubt(glyph, number)
                if before and before[0] != number and glyph.left - before[1] < TIGHT * word.box.height:
                    self._doubtful |= {before[0], number}
                before = number, glyph.right
        for number, glyphs in parts.items():
            self._words[number].extend(words_of(glyphs))

    def _cell(self, glyph: Glyph) -> int | None:
        return self._lattice.cell_at((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)

    def _doubt(self, glyph: Glyph, number: int) -> None:
        """Mark the cells on both sides of a line that cuts a glyph."""
        margin = STRADDLE * (glyph.right - glyph.left)
        middle = (glyph.top + glyph.bottom) / 2
        for x in (glyph.left + margin, glyph.right - margin):
            other = self._lattice.cell_at(x, middle)
            if other is not None and other != number:
                self._doubtful |= {number, other}

    def strike(self, strokes: Sequence[Stroke]) -> None:
        """Leave out words that a line strikes through."""
        for stroke in strokes:
            number = self._lattice.cell_at(stroke.start + SNAP, stroke.place)
            if number is None or number != self._lattice.cell_at(stroke.stop - SNAP, stroke.place):
                continue
            box = self._lattice.cells[number].box
            if min(abs(stroke.place - box.top), abs(stroke.place - box.bottom)) <= SNAP:
                continue
            shares = [_struck(word.box, stroke) for word in self._words[number]]
            if any(share > 1 - STRUCK for share in shares):
                self._doubtful.add(number)
                pairs = zip(self._words[number], shares, strict=True)
                self._words[number] = [word for word, share in pairs if share < STRUCK]

    def table(self, page: int) -> PageTable:
        """The table with the text of its cells."""
        cells = []
        for number, (cell, words) in enumerate(zip(self._lattice.cells, self._words, strict=True)):
            found = cell_text(words, cell.box) if words else CellText("", pieces=False)
            left = room(lines_of(words)[-1], cell.box) if words and _touches(cell, self._lattice) else 0.0
            cells.append(TableCell(cell, found.text, found.pieces or number in self._doubtful, left))
        return PageTable(page, self._lattice, tuple(cells))


def _touches(cell: Cell, lattice: Lattice) -> bool:
    """Tell whether a cell reaches the lower edge of its table."""
    return cell.row + cell.rowspan == len(lattice.ys) - 1


def _struck(box: Box, stroke: Stroke) -> float:
    """The share of a word that a line strikes through."""
    level = (stroke.place - box.top) / max(box.height, 0.1)
    covered = min(box.right, stroke.stop) - max(box.left, stroke.start)
    return covered / max(box.width, 0.1) if 0.3 < level < 0.75 else 0.0

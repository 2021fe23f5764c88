"""The ruled tables of a page with the text of their cells, and the words beside them."""

from __future__ import annotations

from statistics import median

import attrs

from govinfo.readers.pdf.cells import Lattice, lattice_of
from govinfo.readers.pdf.filling import Filling, TableCell
from govinfo.readers.pdf.page import Box, Glyph, Page
from govinfo.readers.pdf.ruling import frames_of
from govinfo.readers.pdf.words import Word, words_of

OVERSIZE = 2.5
"""A word over a table that is so many times taller than the usual one is no part of it, but a stamp or watermark."""


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
    fillings = [Filling(lattice, page.window) for lattice in innermost]
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
        filling.settle()
        filling.strike(page.rows)
    found = [PageTable(page.number, filling.lattice, filling.cells()) for filling in fillings]
    tables = sorted(found, key=lambda table: table.box[1::-1])
    return PageContent(page, tuple(tables), tuple(beside), stamps)


def _sideways(page: Page) -> list[Word]:
    """Texts that run up or down the page, each as one word that is never taken apart."""
    return [Word(text, box, [Glyph(text, *box)]) for text, box in page.sideways]

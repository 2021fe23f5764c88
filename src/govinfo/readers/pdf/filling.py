"""Words put into the cells of a ruled table; those that run over its lines are put in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs
import regex

from govinfo.readers.pdf.cells import Cell, Lattice
from govinfo.readers.pdf.page import Box, Glyph, Stroke, is_cut
from govinfo.readers.pdf.ruling import SNAP
from govinfo.readers.pdf.words import (
    LEVEL,
    WIDE_BLANK,
    CellText,
    Word,
    cell_text,
    collides,
    gap,
    lines_of,
    room,
    words_of,
)
from govinfo.text.numbers import is_value

STRADDLE = 0.25
"""A glyph that a line cuts with at least this share of its size on each side runs out of its cell."""

TIGHT = 0.12
"""Glyphs on both sides of a line that are nearer than so many heights may be those of one number."""

STRUCK = 0.6
"""A line through at least this share of a word strikes it out; through less of it, that is in doubt."""

NARROW_BLANK = 0.4
"""Groups of digits are set apart by less than so many heights, and by `WIDE_BLANK` with a blank."""

_DIGIT = regex.compile(r"[0-9０-９]")
_GROUP = regex.compile(r"[0-9]{3}(?![0-9])")
"""Digits of large numbers are set in groups of three."""

_PART = regex.compile(r"[0-9０-９.,．，]")
"""A digit or a separator, which may be all that is left of a number where others are set over it."""

_LETTER = regex.compile(r"\p{L}")


@attrs.frozen
class TableCell:
    """A cell with its text, and how many more characters its last line has room for.

    For `pieces` and `doubtful` see `govinfo.document.GridCell`.
    """

    cell: Cell
    text: str
    pieces: bool
    doubtful: bool
    room: float


class Filling:
    """The words of one table, cell by cell."""

    def __init__(self, lattice: Lattice, window: Box | None = None) -> None:
        """Take up a table on a page of which that part is shown."""
        self._lattice = lattice
        self._window = window
        self._words: list[list[Word]] = [[] for _ in lattice.cells]
        self._over: list[tuple[Word, list[int]]] = []
        self._doubtful: set[int] = set()
        self._marked: set[int] = set()

    @property
    def lattice(self) -> Lattice:
        """The cells without their words."""
        return self._lattice

    def takes(self, word: Word) -> bool:
        """Tell whether a word begins or ends in the table or has its middle there, or is a number on its edge."""
        box, ends = word.box, (word.glyphs[0], word.glyphs[-1])
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if self._lattice.box.holds(*middle) or any(self._cell(end) is not None for end in ends):
            return True
        return not _is_text(word) and bool(self._touched(ends) or self._beside(word))

    def add(self, word: Word) -> None:
        """Put a word into its cell; one that runs over a line is cut there if its glyphs stand apart on both sides."""
        box, first, last = word.box, word.glyphs[0], word.glyphs[-1]
        slack = STRADDLE * box.height
        middle = (box.top + box.bottom) / 2
        begin = self._lattice.cell_at(first.left + STRADDLE * (first.right - first.left), middle - slack)
        end = self._lattice.cell_at(last.right - STRADDLE * (last.right - last.left), middle + slack)
        if begin == end and begin is not None:
            self._words[begin].append(word)
            return
        for part in self._cut(word):
            cells = self._touched(part.glyphs)
            if not cells and self._beside(part):
                self._over.append((part, self._beside(part)))
            elif len(cells) > 1 or (cells and self._leaves(part)):
                self._over.append((part, cells))
            elif cells:
                self._words[cells[0]].append(part)

    def _cell(self, glyph: Glyph) -> int | None:
        return self._lattice.cell_at((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)

    def _touched(self, glyphs: Sequence[Glyph]) -> list[int]:
        """The cells in which glyphs stand with more than their rim, from left to right."""
        cells: dict[int, None] = {}
        for glyph in glyphs:
            across, down = STRADDLE * (glyph.right - glyph.left), STRADDLE * (glyph.bottom - glyph.top)
            for x in (glyph.left + across, glyph.right - across):
                for y in (glyph.top + down, glyph.bottom - down):
                    number = self._lattice.cell_at(x, y)
                    if number is not None:
                        cells[number] = None
        return list(cells)

    def _beside(self, word: Word) -> list[int]:
        """The cell next to a word that stands closely beside the table."""
        box, wide = word.box, WIDE_BLANK * word.box.height
        probes = [self._lattice.cell_at(x, (box.top + box.bottom) / 2) for x in (box.left - wide, box.right + wide)]
        return [number for number in probes if number is not None][:1]

    def _leaves(self, word: Word) -> bool:
        """Tell whether a number stands on the upper or lower edge of the table."""
        slack, edges = STRADDLE * word.box.height, self._lattice.box
        return not _is_text(word) and (word.box.top + slack < edges.top or word.box.bottom - slack > edges.bottom)

    def _cut(self, word: Word) -> list[Word]:
        """The parts of a word between lines that run through wider gaps than any other in it."""
        glyphs, touched = word.glyphs, [self._touched([glyph]) for glyph in word.glyphs]
        gaps = [second.left - first.right for first, second in pairwise(glyphs)]
        crossed = [place for place in range(len(gaps)) if touched[place] != touched[place + 1]]
        inner = max((width for place, width in enumerate(gaps) if place not in crossed), default=0.0)
        parts: list[list[Glyph]] = [[glyphs[0]]]
        for place, glyph in enumerate(glyphs[1:]):
            wide = place in crossed and gaps[place] >= max(TIGHT * word.box.height, 2 * inner)
            if wide and len(touched[place]) == len(touched[place + 1]) == 1:
                parts.append([])
            parts[-1].append(glyph)
        return [word] if len(parts) == 1 else [part for glyphs in parts for part in words_of(glyphs)]

    def settle(self) -> None:
        """Put the words that run over lines into their cells, once all others are there.

        A cell holds one number.  Where all cells but one that a number touches have another number well apart from
        it, it is that one's; otherwise each of them may be meant, and all are in doubt.  Words are put where they
        have their middle.
        """
        taken = [bool(words) for words in self._words]
        owners = [self._owner(word, cells, taken) for word, cells in self._over]
        shared = Counter(owner for owner in owners if owner is not None)
        for (word, cells), owner in zip(self._over, owners, strict=True):
            if owner is not None and shared[owner] == 1:
                self._words[owner].append(word)
                self._marked.add(owner)
            elif self._is_label(word):
                self._words[self._middle(word, cells)].append(word)
            else:
                self._doubtful.update(cells)
                for number in cells:
                    if not any(_is_text(other) for other in self._words[number]):
                        self._words[number].append(word)
        for number, words in enumerate(self._words):
            edge = self._lattice.cells[number].box.left
            if any(word.box.left - edge < (WIDE_BLANK + STRADDLE) * word.box.height for word in words):
                self._doubt_neighbours(number, edge)
        self._doubtful.update(self._cut_off() if self._window else ())

    def _cut_off(self) -> Iterator[int]:
        """The cells at the edge where the page is cut off, if they hold a number that reaches it, or are empty."""
        rows = {
            cell.row
            for cell, words in zip(self._lattice.cells, self._words, strict=True)
            if any(not _is_text(word) for word in words)
        }
        for number, (cell, words) in enumerate(zip(self._lattice.cells, self._words, strict=True)):
            may_lack = any(is_cut(word.box, self._window) for word in words) if words else cell.row in rows
            if may_lack and is_cut(cell.box, self._window):
                yield number

    def _doubt_neighbours(self, number: int, edge: float) -> None:
        """Doubt a number that begins closely behind one in the cell to the left, as both may be parts of one.

        Where numbers run over lines, one may have lost a digit: PDFium gives equal glyphs over each other once.
        """
        usual = NARROW_BLANK if any(not _is_text(word) for word, _ in self._over) else TIGHT
        for line in lines_of(self._words[number]):
            word, wide = line.words[0], usual
            if collides(line):
                wide = WIDE_BLANK
            elif _GROUP.match(word.text):
                wide = WIDE_BLANK if word.glyphs[0].text.startswith(" ") else NARROW_BLANK
            other = self._lattice.cell_at(edge - SNAP, (word.box.top + word.box.bottom) / 2)
            if other is None or _is_text(word):
                continue
            lasts = [before.words[-1] for before in lines_of(self._words[other])]
            if any(_DIGIT.match(last.text[-1]) and _is_level(last, word) and gap(last, word) < wide for last in lasts):
                self._doubtful |= {number, other}

    def _owner(self, word: Word, cells: Sequence[int], taken: Sequence[bool]) -> int | None:
        """The only cell that a number may belong to; None where there are several."""
        free = [number for number in cells if not taken[number]]
        others = [other for number in cells for other in self._words[number]]
        certain = len(cells) > len(free) == 1 and not _is_text(word) and all(_is_apart(word, other) for other in others)
        return free[0] if certain else None

    def _is_label(self, word: Word) -> bool:
        """Tell whether a word is no number, nor has a number at one of its ends behind a line."""
        parts: dict[int | None, str] = {}
        for glyph in word.glyphs:
            number = self._cell(glyph)
            parts[number] = parts.get(number, "") + glyph.text
        return _is_text(word) and not any(is_value(text.strip()) for text in parts.values())

    def _middle(self, word: Word, cells: Sequence[int]) -> int:
        box = word.box
        number = self._lattice.cell_at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        return cells[0] if number is None else number

    def strike(self, strokes: Sequence[Stroke]) -> None:
        """Leave out words that a line strikes through; a cell that holds no others is in doubt."""
        for stroke in strokes:
            number = self._lattice.cell_at(stroke.start + SNAP, stroke.place)
            if number is None or number != self._lattice.cell_at(stroke.stop - SNAP, stroke.place):
                continue
            box = self._lattice.cells[number].box
            if min(abs(stroke.place - box.top), abs(stroke.place - box.bottom)) <= SNAP:
                continue
            shares = [_struck(word.box, stroke) for word in self._words[number]]
            left = [word for word, share in zip(self._words[number], shares, strict=True) if share < STRUCK]
            if any(1 - STRUCK < share < STRUCK for share in shares) or (shares and not left):
                self._doubtful.add(number)
            elif len(left) < len(shares):
                self._words[number] = left
                self._marked.add(number)

    def cells(self) -> tuple[TableCell, ...]:
        """The cells with their text."""
        return tuple(self._filled(number, cell) for number, cell in enumerate(self._lattice.cells))

    def _filled(self, number: int, cell: Cell) -> TableCell:
        words = self._words[number]
        found = cell_text(words, cell.box) if words else CellText("", pieces=False, doubtful=False)
        left = room(lines_of(words)[-1], cell.box) if words and _touches(cell, self._lattice) else 0.0
        pieces = found.pieces or number in self._marked
        doubtful = (found.doubtful or number in self._doubtful) and not any(map(_is_text, words))
        return TableCell(cell, found.text, pieces, doubtful, left)


def _is_text(word: Word) -> bool:
    """Tell whether a word is neither a number, nor several that are glued together, nor a part of one."""
    return not is_value(word.text) and (not _PART.search(word.text) or bool(_LETTER.search(word.text)))


def _is_apart(word: Word, other: Word) -> bool:
    """Tell whether a number and another word cannot be parts of one: on one line, with more than a blank between."""
    if not _is_level(word, other):
        return _is_text(other)
    return max(gap(word, other), gap(other, word)) >= WIDE_BLANK


def _is_level(word: Word, other: Word) -> bool:
    distance = abs(word.box.top + word.box.bottom - other.box.top - other.box.bottom) / 2
    return distance <= LEVEL * max(word.box.height, other.box.height)


def _touches(cell: Cell, lattice: Lattice) -> bool:
    """Tell whether a cell reaches the lower edge of its table."""
    return cell.row + cell.rowspan == len(lattice.ys) - 1


def _struck(box: Box, stroke: Stroke) -> float:
    """The share of a word that a line strikes through."""
    level = (stroke.place - box.top) / max(box.height, 0.1)
    covered = min(box.right, stroke.stop) - max(box.left, stroke.start)
    return covered / max(box.width, 0.1) if 0.3 < level < 0.75 else 0.0

"""Text of office files with marks where it was broken or something was left out.

XML allows no control characters but blanks, so that these can stand for what is no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from govinfo.document import Block, Grid, GridCell, Paragraph
from govinfo.document.furnishing import is_page_layout
from govinfo.document.sparse import SparseGrid, SparseRow
from govinfo.source import Source

BREAK = "\x01"
"""End of a paragraph or line."""

CUT = "\x02"
"""Something without digits was left out here, such as deleted words."""

LOST = "\x03"
"""Something with digits was left out here."""

MAX_MARK = 4
"""Longest mark of a footnote in characters, such as [1] or ①."""

_BREAKS = regex.compile(r"[\x01-\x03]")
_OTHERS = {ord(CUT): None, ord(LOST): None}


def has_digit(text: str) -> bool:
    """Tell whether a text holds a digit of any kind, circled ones included."""
    return any(char.isnumeric() for char in text)


def left_out(text: str) -> str:
    """The mark that stands for a text that is left out; nothing for nothing."""
    return (LOST if LOST in text or has_digit(text) else CUT) if text.strip() else ""


def numbered(label: str, text: str) -> str:
    """A paragraph of a cell with its automatic number, which stands in front of words and never of a number."""
    if not label or not text.strip():
        return text
    return (label if any(map(str.isalpha, text)) else LOST) + text


def cell_text(marked: str) -> tuple[str, bool]:
    """The text of a cell on one line, and whether its digits are in doubt.

    They are where several pieces have digits, or a piece with digits was left out.
    """
    parts = _BREAKS.split(marked)
    if len(parts) == 1:
        return " ".join(marked.split()), False
    pieces = LOST in marked or sum(map(has_digit, parts)) > 1
    return " ".join(marked.translate(_OTHERS).replace(BREAK, " ").split()), pieces


def lines_of(marked: str) -> list[str]:
    """The lines of a paragraph that hold text, spaces collapsed."""
    lines = (" ".join(line.split()) for line in marked.translate(_OTHERS).split(BREAK))
    return [line for line in lines if line]


class MarkedCell(NamedTuple):
    """A cell whose text still has its marks; the rest as in `GridCell`."""

    marked: str
    source: Source
    rowspan: int = 1
    colspan: int = 1


def table_blocks(rows: Sequence[Sequence[MarkedCell]], source: Source) -> Iterator[Block]:
    """Yield a table as a grid; of one that only arranges the page the lines are given."""
    grid: list[tuple[GridCell, ...]] = []
    for row in rows:
        cells = []
        for marked, place, rowspan, colspan in row:
            text, pieces = (marked, False) if marked.isalnum() else cell_text(marked)
            cells.append(GridCell(text, place, rowspan, colspan, pieces))
        grid.append(tuple(cells))
    if is_page_layout([cell.text for row in grid for cell in row]):
        yield from (Paragraph(line, cell.source) for row in rows for cell in row for line in lines_of(cell.marked))
    else:
        yield Grid(tuple(grid), source)


class TextRow(NamedTuple):
    """A row of a table of which only the texts are known.

    Attributes:
        number: its number in the table, from 1.
        marked: the texts of its cells with their marks.
        spans: of those that may span others the number in the row from 0, the rows and the columns.
        places: their numbers in the row from 1, those that go on others counted.
    """

    number: int
    marked: Sequence[str]
    spans: Sequence[Sequence[int]]
    places: Sequence[int]


def text_table(rows: Sequence[TextRow], source: Source) -> Iterator[Block]:
    """Yield a table of which only the texts are known, as `table_blocks` does."""
    sparse = []
    for number, marked, spans, places in rows:
        cells = [(text, False) if text.isalnum() else cell_text(text) for text in marked]
        texts, pieces = [text for text, _ in cells], [at for at, (_, is_pieced) in enumerate(cells) if is_pieced]
        known = [(at, down, across) for at, down, across in spans if down > 1 or across > 1]
        sparse.append(SparseRow(number, texts, (None,) * len(texts), known, pieces, places))
    if not is_page_layout([text for row in sparse for text in row.texts]):
        yield SparseGrid(sparse, source)
        return
    for number, marked, _, places in rows:
        for text, place in zip(marked, places, strict=True):
            yield from (
                Paragraph(line, Source(None, None, None, source.table, number, place)) for line in lines_of(text)
            )

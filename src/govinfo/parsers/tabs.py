"""Layout: cells of a word processor, each on a line that begins with a tab.

A blank line ends a row, a line without a tab continues the cell above it (digits a number, words words),
and a tab alone is an empty cell or the rest of a merged one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govinfo.alignment.strip import Row
from govinfo.document import Document, Paragraph
from govinfo.parsers.cut import Piece, cut_row, piece
from govinfo.text.numbers import is_value

_POINTS = frozenset(".．、)）")

MIN_LINES = 12
"""So many lines that begin with a tab make this layout; a text may have some as indents."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines outside a table are rows of their own."""
    lines = document.lines
    if document.text.count("\t") < MIN_LINES:
        return ()
    tabbed = sum([line.text.startswith("\t") for line in lines])
    return list(_rows(lines)) if tabbed >= MIN_LINES else ()


def _rows(lines: Sequence[Paragraph]) -> Iterator[Row]:
    texts: list[str] = []
    pieces: list[Piece] = []
    last = 0
    for line in lines:
        number = line.source.line or 0
        if texts and number > last + 1:
            yield cut_row(texts, pieces)
            texts, pieces = [], []
        last = number
        text = line.text
        if text.startswith("\t"):
            for start, stop in _bounds(text):
                cell, printed = piece(line, start, stop)
                texts.append(cell)
                pieces.append(printed)
        elif texts and texts[-1] and _continues(texts[-1], text):
            gap = " " if is_value(texts[-1]) else ""
            texts[-1] += gap + text.strip()
        elif text.strip():
            if texts:
                yield cut_row(texts, pieces)
                texts, pieces = [], []
            whole, printed = piece(line, 0, len(text))
            yield cut_row([whole], [printed])
    if texts:
        yield cut_row(texts, pieces)


def _bounds(text: str) -> Iterable[tuple[int, int]]:
    """The offsets of the cells of a line with a tab in front of each."""
    if text.rfind("\t") == 0:
        return ((1, len(text)),)
    tabs = [place for place, char in enumerate(text) if char == "\t"]
    return [(start + 1, stop) for start, stop in pairwise([*tabs, len(text)])]


def _continues(cell: str, text: str) -> bool:
    """Tell whether a line without a tab goes on with the cell above it: a number with digits, or with its point."""
    begin = text.strip()[:1]
    return begin.isdigit() or begin in _POINTS if is_value(cell) else True

"""Layout: cells of a word processor, each on a line that begins with a tab.

A blank line ends a row, a line without a tab continues the cell above it (digits a number, words words),
and a tab alone is an empty cell or the rest of a merged one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Paragraph
from govinfo.parsers.cut import cut

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
    row: list[Token] = []
    last = 0
    for line in lines:
        number = line.source.line or 0
        if row and number > last + 1:
            yield Row(tuple(row), bounds="row")
            row = []
        last = number
        text = line.text
        if text.startswith("\t"):
            if text.rfind("\t") == 0:
                row.append(cut(line, 1, len(text)))
            else:
                row += _cells(line)
        elif row and row[-1].text and _continues(row[-1], line):
            gap = " " if row[-1].is_number else ""
            row[-1] = attrs.evolve(row[-1], text=row[-1].text + gap + line.text.strip())
        elif line.text.strip():
            if row:
                yield Row(tuple(row), bounds="row")
                row = []
            yield Row((cut(line, 0, len(line.text)),), bounds="row")
    if row:
        yield Row(tuple(row), bounds="row")


def _cells(line: Paragraph) -> Iterator[Token]:
    """The cells of a line with a tab in front of each."""
    tabs = [place for place, char in enumerate(line.text) if char == "\t"]
    return (cut(line, start + 1, stop) for start, stop in pairwise([*tabs, len(line.text)]))


def _continues(token: Token, line: Paragraph) -> bool:
    """Tell whether a line without a tab goes on with the cell above it: a number with digits, or with its point."""
    begin = line.text.strip()[:1]
    return begin.isdigit() or begin in _POINTS if token.is_number else True

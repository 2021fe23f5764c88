"""Layout: one cell per line, separated by blank lines or by nothing.

An empty cell leaves no text.  A line of blanks (a non-breaking space) shows it, and so does a wider
gap than usual between two lines of a table.  The number of a page between dashes is no cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from govinfo.alignment.strip import Row, Token, rows_of
from govinfo.document import Document, Grid, Paragraph
from govinfo.parsers.chunks import PAGE_MARK
from govinfo.parsers.cut import cut
from govinfo.parsers.scattered import is_scattered
from govinfo.text.numbers import is_value

MAX_MARKED = 0.2
"""Largest share of lines with tabs or bars; with more of them the document has another layout."""

MAX_EMPTY = 15
"""So many empty cells at most are taken out of one gap; no row of the forms has more cells."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; none where only tables have numbers."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    has_tables = any(isinstance(block, Grid) for block in document.blocks)
    if has_tables and not any(is_value(line.text.strip()) for line in lines):
        return ()
    marked = sum(line.text.startswith("\t") or "|" in line.text for line in lines)
    if marked > len(lines) * MAX_MARKED or is_scattered(lines):
        return ()
    return list(rows_of(_tokens(lines), "line"))


def _tokens(lines: Sequence[Paragraph]) -> Iterator[Token]:
    step = _usual_step(lines)
    before: int | None = None
    for line in _whole(lines, step):
        number = line.source.line or 0
        token = cut(line, 0, len(line.text))
        if PAGE_MARK.fullmatch(token.text):
            before = number
            continue
        if before is not None:
            yield from _gap(line, number - before, step)
        yield token if token.text else cut(line, 0, 0, padding=True)
        before = number


def _whole(lines: Sequence[Paragraph], step: int) -> Iterator[Paragraph]:
    """The lines, digits put together that are nearer to each other than two cells: a number torn by a line break."""
    before: Paragraph | None = None
    for line in lines:
        if before is not None:
            near = (line.source.line or 0) - (before.source.line or 0) < step
            if near and line.text.strip().isdigit() and before.text.strip().isdigit():
                before = attrs.evolve(before, text=f"{before.text.rstrip()} {line.text.lstrip()}")
                continue
            yield before
        before = line
    if before is not None:
        yield before


def _usual_step(lines: Sequence[Paragraph]) -> int:
    """The usual distance in lines between two numbers that follow each other; 0 where none do."""
    steps: Counter[int] = Counter()
    before: Paragraph | None = None
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        number = text.isdigit()
        if number and before and before.source.line and line.source.line:
            steps[line.source.line - before.source.line] += 1
        before = line if number else None
    return steps.most_common(1)[0][0] if steps else 0


def _gap(line: Paragraph, distance: int, step: int) -> Iterator[Token]:
    """The empty cells that a gap of a whole number of steps may hide."""
    if step and distance > step and distance % step == 0:
        for _ in range(min(distance // step - 1, MAX_EMPTY)):
            yield cut(line, 0, 0, padding=True)

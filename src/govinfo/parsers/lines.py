"""Layout: one cell per line, separated by blank lines or by nothing.

An empty cell leaves no text.  A line of blanks (a non-breaking space) shows it, and so does a wider
gap than usual between two lines of a table.  The number of a page between dashes is no cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import sub

import attrs

from govinfo.alignment.strip import Row
from govinfo.document import Document, Grid, Paragraph
from govinfo.parsers.chunks import is_page_mark
from govinfo.parsers.cut import Pieces
from govinfo.parsers.torn_tables import is_apart
from govinfo.text.numbers import is_blank, is_value

MAX_MARKED = 0.2
"""Largest share of lines with tabs or bars; with more of them the document has another layout."""

MAX_EMPTY = 15
"""So many empty cells at most are taken out of one gap; no row of the forms has more cells."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; none where only tables have numbers."""
    lines = document.lines
    has_tables = len(lines) < len(document.blocks) and any(isinstance(block, Grid) for block in document.blocks)
    if has_tables and not any(is_value(line.text.strip()) for line in lines):
        return ()
    if _has_marks(document) or is_apart(document):
        return ()
    return list(_rows(lines))


def _has_marks(document: Document) -> bool:
    """Tell whether too many lines begin with a tab or hold a bar."""
    if "\t" not in document.text and "|" not in document.text:
        return False
    lines = document.lines
    marked = (line for line in lines if line.text.startswith("\t") or "|" in line.text)
    return next(islice(marked, int(len(lines) * MAX_MARKED), None), None) is not None


def _rows(lines: Sequence[Paragraph]) -> Iterator[Row]:
    step = _usual_step(lines)
    pieces = Pieces()
    before: int | None = None
    for line in _whole(lines, step):
        number = line.source.line or 0
        text = line.text.strip()
        if not text.isdigit() and is_page_mark(text):
            before = number
            continue
        if before is not None and number - before > step:
            for _ in range(_empty_between(number - before, step)):
                pieces.add_empty(line)
        if not text or ("&" in text and is_blank(text)):
            pieces.add_empty(line)
        else:
            pieces.add(line, text)
        before = number
    return pieces.rows("line")


def _whole(lines: Sequence[Paragraph], step: int) -> Sequence[Paragraph]:
    """The lines, digits put together that are nearer to each other than two cells: a number torn by a line break."""
    numbers = [line.source.line or 0 for line in lines]
    nearest = min(map(sub, numbers[1:], numbers), default=step)
    return list(_joined(lines, step)) if nearest < step else lines


def _joined(lines: Sequence[Paragraph], step: int) -> Iterator[Paragraph]:
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
    numbers = [line.source.line if text.isdigit() else None for line in lines if (text := line.text.strip())]
    steps = Counter([below - above for above, below in pairwise(numbers) if above and below])
    return steps.most_common(1)[0][0] if steps else 0


def _empty_between(distance: int, step: int) -> int:
    """The empty cells that a gap of a whole number of steps may hide."""
    return min(distance // step - 1, MAX_EMPTY) if step and distance % step == 0 else 0

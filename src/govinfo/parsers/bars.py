"""Layout: cells ended by bars, as tools that turn web pages into Markdown write them.

A line may hold one cell (``0 |``) or a whole row (``规章 | 0 | 0 | 0 |``).  A line of several bars
fills up a row to the width of its table and so ends it; a single bar is an empty cell or filling.  Where rows
do not end with a bar, a line that does goes on in the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs
import regex

from govinfo.alignment.strip import Row, Token, rows_of
from govinfo.document import Document, Paragraph
from govinfo.parsers.covered import in_columns, keeps_columns, with_filling
from govinfo.parsers.cut import Piece, Pieces, cut_row
from govinfo.parsers.drawn import is_drawn
from govinfo.parsers.gather import begins_label
from govinfo.parsers.lone_bars import closed
from govinfo.parsers.reflowed import cells, flow, is_flow, is_reflowed
from govinfo.parsers.unwrapped import unwrapped
from govinfo.text.numbers import is_blank, is_value

_RULE = frozenset("-|: ")
_FILLING = regex.compile(r"(?<=\| )\|{2,}\s*$")

MIN_LINES = 5
"""So many lines with bars make this layout; a foot of page links has one or two."""

MIN_EVEN = 12
"""So many lines with numbers at least show that each of them is a row."""

EVEN = 0.85
"""Share of lines that are alike which makes each line a row; where a table ends, they need not be."""

SINGLE = 0.8
"""Share of lines with a single cell above which no line is a whole row."""

MIN_BELOW = 2
"""So many lines of numbers below a line with the label alone show that lines end anywhere between cells."""

MAX_PIECE = 40
"""Longest piece of a cell that a line break may have cut off, in characters."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines without bars are rows of their own."""
    if document.text.count("|") < MIN_LINES or _barred(document.lines) < MIN_LINES:
        return ()
    printed = closed(document.lines)
    even = _is_even(printed)
    joined = unwrapped(printed, "|", even=even)
    lines = joined.lines if even else _whole(joined.lines)
    ends_cells = any(line.text.rstrip().endswith("|") and line.text.strip(" \t|") for line in lines)
    if (lines is not printed and _barred(lines) < MIN_LINES) or is_drawn(lines):
        return ()
    if not even and is_reflowed(lines):
        return joined.placed(list(rows_of(cells(lines), "cell")))
    found = joined.placed(list(_rows(lines, ends_cells=ends_cells, even=even)))
    if not keeps_columns(row.texts for row in found if row.explicit):
        return found
    return list(with_filling(row.with_tokens(in_columns(row.tokens)) if row.explicit else row for row in found))


def _barred(lines: Sequence[Paragraph]) -> int:
    return sum(["|" in line.text for line in lines])


def _is_even(lines: Sequence[Paragraph]) -> bool:
    """Tell whether lines with numbers have as many bars as the one before: each of them is a row, however it ends."""
    rows = [text.split("|") for line in lines if (text := line.text).count("|") > 1 and text.strip(" \t|")]
    counts = [len(cells) for cells in rows if any(is_value(cell.strip()) for cell in cells)]
    even = sum(above == below for above, below in pairwise(counts))
    return len(counts) >= MIN_EVEN and even >= EVEN * (len(counts) - 1)


def _goes_on(whole: Sequence[str]) -> bool:
    """Tell whether a line that ends with a bar goes on in the next, as where rows are broken to a width.

    Few lines end so, and most of them have no room for the first piece of the next.
    """
    if sum([text.endswith("|") for text in whole]) * 2 >= len(whole):
        return False
    width = max(map(len, whole))
    open_ends = [(text, below) for text, below in pairwise(whole) if text.endswith("|")]
    full = sum(len(text) + len(below.partition("|")[0]) >= width for text, below in open_ends)
    return full * 2 > len(open_ends)


def _goes_on_with_numbers(lines: Sequence[Paragraph], whole: Sequence[str]) -> bool:
    """Tell whether few lines end with a bar, and all of these go on with numbers in the next."""
    if sum([text.endswith("|") for text in whole]) * 2 > len(whole) + 1:
        return False
    texts = [line.text.strip() for line in lines if line.text.strip()]
    below = [other.partition("|")[0] for text, other in pairwise(texts) if text.endswith("|") and text.strip("|")]
    return 0 < len(below) * 2 < len(whole) and all(is_value(first.strip()) for first in below)


def _whole(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The lines, those joined that a break inside a number has torn apart: ``1`` and ``2 |`` are one cell.

    A row that is not ended by a bar goes on in the next line, where rows are ended by bars.
    """
    ends = [text for line in lines if (text := line.text.rstrip())[-1:] not in ("|", "")]
    rows_open = any("|" in text for text in ends)
    if not rows_open and not any(text.lstrip().isdigit() for text in ends):
        return lines
    return list(_joined(lines, ended=rows_open and _is_ended(_with_bars(lines))))


def _joined(lines: Sequence[Paragraph], *, ended: bool) -> Iterator[Paragraph]:
    before: Paragraph | None = None
    for line in lines:
        open_end = before is not None and before.text.rstrip()[-1:] not in ("|", "")
        if before is not None and open_end and _is_torn(before.text.strip(), line.text.strip(), ended=ended):
            gap = " " if before.text.rstrip()[-1:].isdigit() else ""
            before = attrs.evolve(before, text=f"{before.text.rstrip()}{gap}{line.text.lstrip()}")
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _is_singly(lines: Sequence[Paragraph]) -> bool:
    """Tell whether nearly every line holds one cell; bars behind it, blanks between, then fill up and end its row."""
    texts = [text for line in lines if "|" in (text := line.text) and text.strip(" \t|")]
    return sum(["|" not in text.strip("| \t") for text in texts]) > SINGLE * len(texts)


def _with_bars(lines: Sequence[Paragraph]) -> list[str]:
    """The lines that hold more than bars, without the blanks around them."""
    return [line.text.strip() for line in lines if "|" in line.text.strip(" \t|")]


def _is_ended(whole: Sequence[str]) -> bool:
    """Tell whether rows end with a bar: many lines do, and numbers below numbers seldom stand below such a line."""
    ends = [line.endswith("|") for line in whole]
    inside = [
        line.endswith("|")
        for line, below in pairwise(whole)
        if is_value(line.strip("| ").rpartition("|")[2].strip())
        and is_value(below.strip("| ").partition("|")[0].strip())
    ]
    return sum(ends) * 4 > len(ends) and sum(inside) * 2 <= len(inside)


def _is_torn(text: str, below: str, *, ended: bool) -> bool:
    first, bar, _ = below.partition("|")
    if len(first) > MAX_PIECE:
        return False
    if "|" in text:
        return ended and bool(first)
    return bool(bar) and text.isdigit() and first.strip().isdigit()


def _rows(lines: Sequence[Paragraph], *, ends_cells: bool, even: bool) -> Iterator[Row]:
    loose = Pieces()
    whole = _with_bars(lines)
    most = EVEN * len(whole) if even else len(whole) / 2
    opened = sum([text.startswith("|") for text in whole]) > most
    closed = not even or sum([text.endswith("|") for text in whole]) > most
    below_labels = _are_below_labels(lines)
    goes_on = not below_labels and (_goes_on_with_numbers(lines, whole) or (not even and _goes_on(whole)))
    singly = not even and _is_singly(lines)
    held: tuple[Token, ...] = ()
    for line in lines:
        text = line.text.strip()
        if not text or ("--" in text and set(text) <= _RULE):
            continue
        inner = text.strip("| \t") if singly else text.rstrip("|").rstrip()
        if (held or (goes_on and "|" in inner)) and not set(text) <= _RULE:
            row = _row(line, opened=opened, closed=closed or goes_on)
            held += row.tokens
            if not line.text.endswith("|"):
                yield from loose.rows("cell")
                loose = Pieces()
                yield row.with_tokens(held)
                held = ()
        elif not inner:
            _bars(loose, line, text, ends_cells=ends_cells)
        elif "|" in inner and below_labels:
            loose.extend(*_cells(line, opened=opened, closed=True))
        elif "|" in inner:
            yield from loose.rows("cell")
            loose = Pieces()
            if is_flow([line]):
                yield from flow([line])
            else:
                yield _row(line, opened=opened, closed=closed)
        elif text == inner:
            loose.end()
            loose.add(line, inner)
            loose.end()
        else:
            loose.add(line, inner)
            _behind(loose, line, inner, text.rpartition(inner)[2].count("|") - 1)
    yield from loose.rows("cell")


def _behind(loose: Pieces, line: Paragraph, inner: str, bars: int) -> None:
    """Take bars behind a cell: empty cells or filling behind a number, the end of the row behind a label."""
    if bars and not is_value(inner):
        loose.end()
    elif bars:
        for _ in range(bars):
            loose.add_empty(line)


def _bars(loose: Pieces, line: Paragraph, text: str, *, ends_cells: bool) -> None:
    """Add an empty cell, or end the row; several bars are the filling of a row and all of it."""
    if ends_cells and text.count("|") > 1:
        loose.settle(begins_label)
        loose.end()
    elif ends_cells:
        loose.add_empty(line)


def _are_below_labels(lines: Sequence[Paragraph]) -> bool:
    """Tell whether some labels stand alone in a line with a bar, with nothing but several numbers in the line below."""
    count = 0
    for line, below in pairwise(lines):
        text = line.text.strip(" \t|")
        if text and "|" not in text and line.text.rstrip().endswith("|") and not is_value(text):
            numbers = [cell.strip() for cell in below.text.strip(" \t|").split("|")]
            count += len(numbers) > 1 and all(is_value(number) for number in numbers if number)
    return count >= MIN_BELOW


def _row(line: Paragraph, *, opened: bool, closed: bool) -> Row:
    """A whole row on one line, with a bar around it or not; empty cells behind the last text may be filling."""
    return cut_row(*_cells(line, opened=opened, closed=closed))


def _cells(line: Paragraph, *, opened: bool, closed: bool) -> tuple[Sequence[str], Sequence[Piece]]:
    """The texts of the cells of a line, and where they were cut out.

    Bars at its end with nothing between are the filling of the row and all of it, where blanks separate the cells.
    """
    filling = _FILLING.search(line.text)
    cells = line.text[: filling.start() if filling else None].split("|")
    texts = [cell.strip() for cell in cells]
    first, stop = int(opened and not texts[0]), len(cells) - (closed and not texts[-1])
    filled = max([place for place in range(first, stop) if texts[place]], default=-1)
    pieces: list[Piece] = []
    offset = 0
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        start = offset + cell.index(text)
        if "&" in text and is_blank(text):
            texts[place], start = "", offset
        pieces.append((line, start, start + len(texts[place]), place > filled and not filling))
        offset += len(cell) + 1
    return texts[first:stop], pieces[first:stop]

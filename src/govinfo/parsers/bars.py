"""Layout: cells ended by bars, as tools that turn web pages into Markdown write them.

A line may hold one cell (``0 |``) or a whole row (``规章 | 0 | 0 | 0 |``).  A line of several bars
fills up a row to the width of its table and so ends it; a single bar is an empty cell or filling.  Where rows
do not end with a bar, a line that does goes on in the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
import regex

from govinfo.alignment.strip import Row, Token, rows_of
from govinfo.document import Document, Paragraph
from govinfo.parsers.bar_habits import (
    EVEN,
    are_below_labels,
    are_closed,
    barred,
    goes_on,
    goes_on_with_numbers,
    is_even,
    is_singly,
    with_bars,
)
from govinfo.parsers.borders import BARS, CORNERS
from govinfo.parsers.covered import in_columns, keeps_columns, with_filling
from govinfo.parsers.cut import Piece, Pieces, cut_row
from govinfo.parsers.drawn import is_drawn
from govinfo.parsers.empty_below import groups, joined
from govinfo.parsers.gather import begins_label
from govinfo.parsers.lone_bars import with_bars_behind
from govinfo.parsers.one_line import at_headings
from govinfo.parsers.reflowed import cells, flow, is_flow, is_reflowed
from govinfo.parsers.torn_bars import put_together
from govinfo.parsers.unwrapped import unwrapped
from govinfo.text.numbers import is_blank, is_value

_OTHER_BARS = ("｜", *sorted(BARS - {"|"}))
_RULE = frozenset("-|: ")
_FILLING = regex.compile(r"(?<=\| )\|{2,}\s*$")

MIN_LINES = 5
"""So many lines with bars make this layout; a foot of page links has one or two."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines without bars are rows of their own."""
    printed = _with_plain_bars(document)
    if whole := at_headings(printed):
        return whole
    if barred(printed) < MIN_LINES:
        return ()
    printed = with_bars_behind(printed)
    even = is_even(printed)
    joined = unwrapped(printed, "|", even=even)
    lines = put_together(joined.lines, even=even)
    ends_cells = any(line.text.rstrip().endswith("|") and line.text.strip(" \t|") for line in lines)
    if (lines is not printed and barred(lines) < MIN_LINES) or is_drawn(lines):
        return ()
    if not even and is_reflowed(lines):
        return joined.placed(list(rows_of(cells(lines), "cell")))
    found = joined.placed(list(_rows(lines, ends_cells=ends_cells, even=even)))
    if not keeps_columns(row.texts for row in found if row.explicit):
        return found
    return list(with_filling(row.with_tokens(in_columns(row.tokens)) if row.explicit else row for row in found))


def _with_plain_bars(document: Document) -> Sequence[Paragraph]:
    """The lines, other bars as plain ones where no table is drawn with them; none where there are too few."""
    text = document.text
    if text.count("|") >= MIN_LINES:
        return document.lines
    bar = next((bar for bar in _OTHER_BARS if text.count(bar) >= MIN_LINES), None)
    if bar is None or any(map(text.__contains__, CORNERS - {"+"})):
        return ()
    return [attrs.evolve(line, text=line.text.replace(bar, "|")) for line in document.lines]


def _rows(lines: Sequence[Paragraph], *, ends_cells: bool, even: bool) -> Iterator[Row]:
    loose = Pieces()
    whole = with_bars(lines)
    most = EVEN * len(whole) if even else len(whole) / 2
    opened = sum([text.startswith("|") for text in whole]) > most
    closed = not even or are_closed(whole)
    below_labels = are_below_labels(lines)
    on = not below_labels and (goes_on_with_numbers(lines, whole) or (not even and goes_on(whole)))
    singly = not even and is_singly(lines)
    held: tuple[Token, ...] = ()
    for group in groups(lines, whole=not (singly or on or below_labels)):
        line, text = group[0], group[0].text.strip()
        if not text or ("--" in text and set(text) <= _RULE):
            continue
        inner = text.strip("| \t") if singly else text.rstrip("|").rstrip()
        if (held or (on and "|" in inner)) and not set(text) <= _RULE:
            row = _row(line, opened=opened, closed=closed or on)
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
        elif "|" in inner or len(group) > 1:
            yield from loose.rows("cell")
            loose = Pieces()
            yield from _whole(group, opened=opened, closed=closed)
        elif text == inner:
            loose.end()
            loose.add(line, inner)
            loose.end()
        else:
            loose.add(line, inner)
            _behind(loose, line, inner, text.rpartition(inner)[2].count("|") - 1)
    yield from loose.rows("cell")


def _whole(lines: Sequence[Paragraph], *, opened: bool, closed: bool) -> Iterator[Row]:
    """A whole row on one line, or on several with its empty cells below it; or the cells of a page on one line."""
    if len(lines) > 1:
        yield joined(lines)
    elif is_flow(lines):
        yield from flow(lines)
    else:
        yield _row(lines[0], opened=opened, closed=closed)


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

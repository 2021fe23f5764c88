"""Layout: tables drawn with characters, with rules between rows or cells that run over several lines.

Bars and rules give the cells their columns and rows, so that a cell may span several of each.  Where
no rule separates rows, a line continues the one above if each of its texts stands under a full cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import attrs
import regex

from govinfo.alignment.strip import Row, Token, rows_of
from govinfo.document import Document, Paragraph
from govinfo.parsers import reflowed
from govinfo.parsers.borders import BARS, CORNERS, Ruled, ruled
from govinfo.parsers.canvas import Drawn
from govinfo.parsers.continued import wrapped
from govinfo.parsers.cut import cut, joined
from govinfo.parsers.ruler import STROKES, has_rulers, ruler_rows
from govinfo.text.numbers import is_value

MIN_RULES = 3
"""So many rules with corners make a drawn table: above it, below it, and one between."""

CROOKED = 10
"""One in so many lines may have its bars elsewhere than the line above, as where a cell of it is lost."""

_PADDED = regex.compile(r"\s*\| [^\s|]")  # what pads its cells draws rules where rows take several lines

PADDING = 2
"""Blanks beside the text of a cell, which are no room for it."""


@attrs.define(eq=False)
class _Cell:
    """A cell between two bars, and the pieces of its text from top to bottom."""

    start: int
    stop: int
    pieces: list[Token]
    down: int = 1

    def add(self, line: Drawn, start: int, stop: int) -> None:
        piece = cut(line.line, line.offset(start + 1), line.offset(stop))
        if piece.text:
            self.pieces.append(piece)


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines outside the tables are rows of their own."""
    lines, text = document.lines, document.text
    parts = list(_parts(lines)) if any(map(text.__contains__, _FIRST)) and _may_be_drawn(lines) else []
    if any(_is_table(part) for _, part in parts if part):
        return list(_rows(parts))
    if any(map(text.__contains__, STROKES)) and has_rulers(lines):
        return list(_rows(parts or _parts(lines)))
    return ()


def is_drawn(lines: Sequence[Paragraph]) -> bool:
    """Tell whether a table of the document is drawn, so that a row of it may take several lines."""
    return _may_be_drawn(lines) and any(_is_table(part) for _, part in _parts(lines) if part)


def _may_be_drawn(lines: Sequence[Paragraph]) -> bool:
    """Tell whether enough lines begin with a bar or corner, some of them right below another."""
    marked = [line for line in lines if line.text.lstrip()[:1] in _FIRST]
    if len(marked) < MIN_RULES:
        return False
    return any((below.source.line or 0) - (above.source.line or 0) <= 1 for above, below in pairwise(marked))


def _rows(parts: Iterable[tuple[list[Paragraph], list[Ruled]]]) -> Iterator[Row]:
    number = 0
    text: list[Paragraph] = []
    for printed, part in parts:
        if not (part and (_is_table(part) or _is_straight(part))):
            text.extend(printed)
            continue
        yield from _text_rows(text)
        text = []
        number += 1
        cells = list(_cells(part))
        edges = sorted({edge for row in cells for cell in row for edge in (cell.start, cell.stop)})
        place = {edge: index for index, edge in enumerate(edges)}
        for row in cells:
            yield Row(tuple(_token(cell, place, part[0]) for cell in row), bounds="row", table=number)
    yield from _text_rows(text)


def _text_rows(lines: Sequence[Paragraph]) -> Iterator[Row]:
    """The rows of lines between drawn tables; there may be tables under rulers, or with bars alone."""
    if reflowed.is_reflowed(lines):
        yield from rows_of(reflowed.cells(lines), "cell")
        return
    text: list[Paragraph] = []
    for barred, group in groupby(lines, lambda line: "|" in line.text):
        run = list(group)
        if barred and reflowed.is_flow(run):
            yield from ruler_rows(text)
            text = []
            yield from reflowed.flow(run)
        else:
            text += run
    yield from ruler_rows(text)


def _is_straight(lines: Sequence[Ruled]) -> bool:
    """Tell whether the bars of nearly all lines with as many of them as the next stand below each other."""
    pairs = [(above, below) for above, below in pairwise(line.bars for line in lines) if len(above) == len(below) > 2]
    crooked = sum(above != below for above, below in pairs)
    return len(lines) > 1 and crooked * CROOKED <= len(pairs)


def _parts(lines: Sequence[Paragraph]) -> Iterator[tuple[list[Paragraph], list[Ruled]]]:
    """The lines in runs of lines inside and outside of tables, those inside with their rules.

    A gap between two lines ends a table.
    """
    run: list[Paragraph] = []
    rules: list[Ruled] = []
    last = 0
    for line in lines:
        found = ruled(Drawn(line)) if line.text.lstrip()[:1] in _FIRST else None
        number = line.source.line or 0
        if run and (bool(rules) != (found is not None) or (rules and number > last + 1)):
            yield run, rules
            run, rules = [], []
        last = number
        run.append(line)
        if found:
            rules.append(found)
    if run:
        yield run, rules


_FIRST = BARS | CORNERS


def _is_table(lines: Sequence[Ruled]) -> bool:
    rules = [line for line in lines if line.rules]
    if len(rules) >= MIN_RULES and any(char in CORNERS for line in rules for char in line.drawn.line.text):
        return True
    if rules or any(_is_delimiter(line) for line in lines):
        return False
    if any(_PADDED.match(line.drawn.line.text) for line in lines):
        return False
    pairs = [(above, below) for above, below in pairwise(lines) if len(above.bars) == len(below.bars) > 2]
    return bool(pairs) and all(one.bars == other.bars for one, other in pairs) and len(wrapped(lines)) < len(lines)


def _is_delimiter(line: Ruled) -> bool:
    """Tell whether a line is the one below the header of a Markdown table."""
    text = line.drawn.line.text
    return "--" in text and set(text) <= set("|-: ")


def _cells(lines: Sequence[Ruled]) -> Iterator[list[_Cell]]:
    """The rows of a table, each with the cells that begin in it."""
    corners = {edge for line in lines for edge in line.corners()}
    rules_in_all = sum(1 for line in lines if line.rules)
    separated = rules_in_all > MIN_RULES or (rules_in_all == MIN_RULES and not _has_more_rows(lines))
    cells: dict[tuple[int, int], _Cell] = {}
    rules: list[Ruled] = []
    for is_rule, run in groupby(lines, key=lambda line: bool(line.rules)):
        if is_rule:
            rules = list(run)
            continue
        band = list(run)
        for group in [band] if separated else wrapped(band):
            edges = _edges(group, corners if separated else None)
            yield list(_band(rules, group, edges, cells))
            rules = []


def _has_more_rows(lines: Sequence[Ruled]) -> bool:
    """Tell whether two lines of numbers follow each other although no rule separates them."""
    counts = [-1 if line.rules else _numbers(line) for line in lines]
    return any(one > 0 and other > 0 for one, other in pairwise(counts))


def _numbers(line: Ruled) -> int:
    return sum(bool(text) and is_value(text) for text in line.texts)


def _band(
    rules: Sequence[Ruled], lines: Sequence[Ruled], edges: Sequence[int], cells: dict[tuple[int, int], _Cell]
) -> Iterator[_Cell]:
    """The cells that begin in a row; those that no rule cuts off from the row above go on in it.

    A line with as many bars as the row has edges is cut at its own bars.
    """
    before = dict(cells)
    cells.clear()
    own = [bars if len(bars := line.bars) == len(edges) else list(edges) for line in lines]
    for number, (start, stop) in enumerate(pairwise(edges)):
        cell = before.get((start, stop))
        if cell is None or not rules or any(rule.covers(start, stop) for rule in rules):
            cell = _Cell(start, stop, [])
            yield cell
        else:
            cell.down += 1
            for rule in rules:
                cell.add(rule.drawn, start, stop)
        for line, bars in zip(lines, own, strict=True):
            cell.add(line.drawn, bars[number], bars[number + 1])
        cells[start, stop] = cell


def _edges(lines: Sequence[Ruled], corners: Collection[int] | None) -> list[int]:
    """Columns of the bars of a row.

    Where text is wider than its cell, a line's bars are shifted; most lines lead to the corners of the rules.
    """
    rows = [line.bars for line in lines]
    if len({len(bars) for bars in rows}) == 1:
        return max(rows, key=lambda bars: len(set(bars) & set(corners or bars)))
    common = set(rows[0]).intersection(*rows)
    return sorted(common if corners is None else common & set(corners))


def _token(cell: _Cell, place: dict[int, int], first: Ruled) -> Token:
    """The text of a cell in one piece; digits that were put together are marked."""
    if not cell.pieces:
        return attrs.evolve(cut(first.drawn.line, 0, 0), column=place[cell.start], down=cell.down)
    room = cell.stop - cell.start - 1 - PADDING
    return attrs.evolve(joined(cell.pieces, room), column=place[cell.start], down=cell.down)

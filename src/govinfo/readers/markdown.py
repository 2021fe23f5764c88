"""Reader: Markdown, one paragraph a line.

Marks of headings and emphasis are taken off.  Tables of bars stay lines, for the layouts know them; where
tables are written as HTML, as converters do for merged cells, all tables become grids.  In lines with bars
every mark leaves blanks, so that the places of the cells are those of the file.  An escaped bar is read as ｜,
so that no layout takes it for the end of a cell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs
import regex

from govinfo.contracts import Hint
from govinfo.document import Block, Document, Grid, GridCell, Paragraph
from govinfo.readers import text
from govinfo.readers.web import html
from govinfo.source import Source

MAX_LINE = 2000
"""Marks are looked for in lines of up to so many characters."""

MAX_TAG = 40
"""A closing tag with blanks behind it is looked for in so many characters at the end of a line."""

_HEADING = regex.compile(r" {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*(?:\{[^{}]*\})?\s*")
_UNDERLINE = regex.compile(r" {0,3}(=+|-+)\s*")
_DELIMITER = regex.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_TABLE = regex.compile(r"\s*<table[\s>]", regex.IGNORECASE)
_END = regex.compile(r"</table\s*>\s*$", regex.IGNORECASE)
_EMPHASIS = regex.compile(r"(?<!\\)(\*{1,3}|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ESCAPE = regex.compile(r"\\([!-/:-@\[-`{-~])")
_BAR = regex.compile(r"(?<!\\)\|")
_BREAK = regex.compile(r"<br\s*/?>|&nbsp;", regex.IGNORECASE)


def read(data: bytes, hint: Hint) -> Document:
    """Read a Markdown text.

    Raises:
        SourceError: it is too long; see the readers of text and web pages.
    """
    plain = text.read(data, hint)
    lines = [block for block in plain.blocks if isinstance(block, Paragraph)]
    blocks = list(_blocks(lines, hint))
    if any(isinstance(block, Grid) for block in blocks):
        blocks = list(_pipe_tables(blocks))
    return attrs.evolve(plain, blocks=tuple(blocks))


def _blocks(lines: Sequence[Paragraph], hint: Hint) -> Iterator[Block]:
    ends = [place for place, line in enumerate(lines) if _END.search(line.text[-MAX_TAG:])]
    place = tables = 0
    while place < len(lines):
        line = lines[place]
        if _TABLE.match(line.text) and ends and ends[-1] >= place:
            stop = ends[bisect_left(ends, place)] + 1
            for grid in _grids(lines[place:stop], tables, hint):
                tables += isinstance(grid, Grid)
                yield grid
            place = stop
            continue
        below = lines[place + 1] if place + 1 < len(lines) else None
        underline = _underlined(line, below)
        yield attrs.evolve(_plain(line), level=underline) if underline else _plain(line)
        place += 2 if underline else 1


def _grids(lines: Sequence[Paragraph], tables: int, hint: Hint) -> Iterator[Block]:
    """The blocks of some lines of HTML, with their places in the whole file."""
    first = lines[0].source.line or 1
    numbers = [line.source.line or 0 for line in lines]
    markup = [""] * (numbers[-1] - first + 1)
    for number, line in zip(numbers, lines, strict=True):
        markup[number - first] = line.text

    def moved(source: Source) -> Source:
        table = None if source.table is None else source.table + tables
        return attrs.evolve(source, line=(source.line or 1) + first - 1, table=table)

    for block in html.read("\n".join(markup).encode(), hint).blocks:
        if isinstance(block, Grid):
            rows = (tuple(attrs.evolve(cell, source=moved(cell.source)) for cell in row) for row in block.rows)
            yield Grid(tuple(rows), moved(block.source))
        else:
            yield attrs.evolve(block, source=moved(block.source))


def _underlined(line: Paragraph, below: Paragraph | None) -> int | None:
    """Level of a heading that is underlined; None for other lines."""
    mark = _UNDERLINE.fullmatch(below.text) if below and line.text.strip() and "|" not in line.text else None
    if mark is None or below is None or (below.source.line or 0) != (line.source.line or 0) + 1:
        return None
    return 1 if mark[1].startswith("=") else 2


def _plain(line: Paragraph) -> Paragraph:
    """A line without marks; in one with bars blanks take their place."""
    if len(line.text) > MAX_LINE:
        return line
    if _BAR.search(line.text):
        shown = _EMPHASIS.sub(lambda found: found[2].center(len(found[0])), line.text)
        shown = shown.replace(r"\|", " ｜")
        shown = _ESCAPE.sub(r" \1", shown)
        return attrs.evolve(line, text=_BREAK.sub(lambda found: " " * len(found[0]), shown))
    heading = _HEADING.fullmatch(line.text)
    shown = heading[2] if heading else line.text
    shown = _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", shown).replace(r"\|", "｜"))
    return attrs.evolve(line, text=shown, level=len(heading[1]) if heading else None)


def _pipe_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the tables of bars as grids."""
    tables = max(block.source.table or 0 for block in blocks if isinstance(block, Grid))
    place = 0
    while place < len(blocks):
        block = blocks[place]
        rows = _table_at(blocks, place)
        if not rows:
            yield block
            place += 1
            continue
        tables += 1
        cells = [_row(row, tables, number) for number, row in enumerate((rows[0], *rows[2:]), 1)]
        yield Grid(tuple(cells), attrs.evolve(rows[0].source, table=tables, column=None, end_column=None))
        place += len(rows)


def _table_at(blocks: Sequence[Block], start: int) -> list[Paragraph]:
    """The lines of the table of bars that begins at a place; empty where none does."""
    lines: list[Paragraph] = []
    for block in blocks[start:]:
        joined = not lines or (block.source.line or 0) == (lines[-1].source.line or 0) + 1
        if not (isinstance(block, Paragraph) and "|" in block.text and joined):
            break
        lines.append(block)
        if len(lines) == 2 and not _DELIMITER.fullmatch(block.text):
            return []
    return lines if len(lines) > 2 else []


def _row(line: Paragraph, table: int, number: int) -> tuple[GridCell, ...]:
    shown = line.text.strip()
    start = line.text.index(shown) + shown.startswith("|")
    cells = []
    for place, piece in enumerate(line.text[start:].rstrip().removesuffix("|").split("|"), 1):
        column = start + len(piece) - len(piece.lstrip()) + 1
        source = Source(line.source.line, column, column + len(piece.strip()), table, number, place)
        cells.append(GridCell(piece.strip(), source))
        start += len(piece) + 1
    return tuple(cells)

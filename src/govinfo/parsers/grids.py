"""Layout: intact tables with rows, cells and spans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Grid, GridCell, Paragraph, spread
from govinfo.source import Source

Columns = tuple[tuple[int, ...], ...]
"""The first columns of the cells of each row."""

MAX_KEPT = 1000
"""The columns of tables with more cells are not kept for others like them; the largest table of the forms has 240."""

_NOWHERE = Source()


def rows(document: Document) -> Sequence[Row]:
    """The rows of all tables, and between them the paragraphs as rows of their own."""
    if not any(isinstance(block, Grid) for block in document.blocks):
        return ()
    return list(_rows(document))


def _rows(document: Document) -> Iterator[Row]:
    for number, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            table = block.source.table
            columns = _columns(block)
            spacers = _spacers(block, columns)
            for cells, starts in zip(block.rows, columns, strict=True):
                tokens = [
                    Token(cell.text, cell.source, start, False, cell.rowspan, cell.pieces, cell.doubtful)
                    for cell, start in zip(cells, starts, strict=True)
                    if start not in spacers or cell.colspan > 1
                ]
                yield Row(tuple(tokens), "row", table, number)
        elif isinstance(block, Paragraph) and block.text.strip():
            yield Row((Token(block.text.strip(), block.source),), bounds="row", block=number)


def _columns(grid: Grid) -> Columns:
    """The first columns of the cells of each row; most tables have the spans of another read before."""
    if sum(map(len, grid.rows)) > MAX_KEPT:
        return _placed(grid)
    return _usual_columns(tuple([tuple([(cell.rowspan, cell.colspan) for cell in row]) for row in grid.rows]))


@lru_cache(maxsize=64)
def _usual_columns(spans: tuple[tuple[tuple[int, int], ...], ...]) -> Columns:
    rows = [tuple([GridCell("", _NOWHERE, down, across) for down, across in row]) for row in spans]
    return _placed(Grid(tuple(rows), _NOWHERE))


def _placed(grid: Grid) -> Columns:
    return tuple(tuple([start for _, start, _ in row.own]) for row in spread(grid))


def _spacers(grid: Grid, columns: Columns) -> Collection[int]:
    """The columns that hold no text in any row, as page designers put between others."""
    if len(grid.rows) == 1 or "" not in [cell.text for row in grid.rows for cell in row]:
        return ()
    single = [
        (bool(cell.text), start)
        for row, starts in zip(grid.rows, columns, strict=True)
        for cell, start in zip(row, starts, strict=True)
        if cell.colspan == 1
    ]
    return {start for filled, start in single if not filled} - {start for filled, start in single if filled}

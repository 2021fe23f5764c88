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
            yield from _table_rows(block, number)
        elif isinstance(block, Paragraph) and block.text.strip():
            yield Row((Token(block.text.strip(), block.source),), bounds="row", block=number)


class _TableRow(Row):
    """A row of a table; most are read as they stand, so its tokens are made only when they are asked for."""

    __slots__ = ("_cells", "_columns", "_texts")

    def __init__(
        self, cells: Sequence[GridCell], columns: Sequence[int], texts: Sequence[str], table: int | None, block: int
    ) -> None:
        self._cells = cells
        self._columns = columns
        self._texts = texts
        self.bounds = "row"
        self.table = table
        self.block = block

    def __getattr__(self, name: str) -> tuple[Token, ...]:
        if name != "tokens":
            raise AttributeError(name)
        self.tokens = tuple(
            [
                Token(cell.text, cell.source, column, False, cell.rowspan, cell.pieces, cell.doubtful)
                for cell, column in zip(self._cells, self._columns, strict=True)
            ]
        )
        return self.tokens

    @property
    def texts(self) -> Sequence[str]:
        return self._texts

    def last(self, count: int) -> Sequence[GridCell]:
        return self._cells[len(self._cells) - count :]

    def plain_columns(self, count: int) -> tuple[int | None, ...] | None:
        begin = len(self._cells) - count
        for cell in self._cells[begin:]:
            if cell.rowspan > 1 or cell.pieces or cell.doubtful:
                return None
        return tuple(self._columns[begin:])


def _table_rows(grid: Grid, number: int) -> Iterator[Row]:
    columns = _columns(grid)
    texts = [[cell.text for cell in cells] for cells in grid.rows]
    spacers = _spacers(grid, columns, texts)
    for cells, starts, words in zip(grid.rows, columns, texts, strict=True):
        if not spacers:
            yield _TableRow(cells, starts, words, grid.source.table, number)
            continue
        kept = [place for place, cell in enumerate(cells) if starts[place] not in spacers or cell.colspan > 1]
        yield _TableRow(
            [cells[place] for place in kept],
            [starts[place] for place in kept],
            [words[place] for place in kept],
            grid.source.table,
            number,
        )


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


def _spacers(grid: Grid, columns: Columns, texts: Sequence[Sequence[str]]) -> Collection[int]:
    """The columns that hold no text in any row, as page designers put between others."""
    if len(grid.rows) == 1 or not any("" in words for words in texts):
        return ()
    single = [
        (bool(cell.text), start)
        for row, starts in zip(grid.rows, columns, strict=True)
        for cell, start in zip(row, starts, strict=True)
        if cell.colspan == 1
    ]
    return {start for filled, start in single if not filled} - {start for filled, start in single if filled}

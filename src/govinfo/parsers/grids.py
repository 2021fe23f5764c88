"""Layout: intact tables with rows, cells and spans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Grid, GridCell, Paragraph, spread
from govinfo.document.model import RowSpans
from govinfo.source import Places, Source

Columns = tuple[tuple[int, ...], ...]
"""The first columns of the cells of each row."""

MAX_KEPT = 1000
"""The columns of tables with more cells are not kept for others like them; the largest table of the forms has 240."""

_NOWHERE = Source()


def rows(document: Document) -> Sequence[Row]:
    """The rows of all tables, and between them the paragraphs as rows of their own."""
    if len(document.lines) == len(document.blocks) or not any(isinstance(block, Grid) for block in document.blocks):
        return ()
    return list(_rows(document))


def _rows(document: Document) -> Iterator[Row]:
    for number, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            yield from _table_rows(block, number)
        elif isinstance(block, Paragraph) and (text := block.text.strip()):
            yield _Line(text, block.source, number)


class _Line(Row):
    """A paragraph; most are only looked at, so its token is made only when it is asked for."""

    __slots__ = ("_source", "_text")

    def __init__(self, text: str, source: Source, block: int) -> None:
        self._text = text
        self._source = source
        self.bounds = "row"
        self.table = None
        self.block = block

    def __getattr__(self, name: str) -> tuple[Token, ...]:
        if name != "tokens":
            raise AttributeError(name)
        self.tokens = (Token(self._text, self._source),)
        return self.tokens

    @property
    def texts(self) -> Sequence[str]:
        return (self._text,)

    @property
    def source(self) -> Source:
        return self._source


class _TableRow(Row):
    """A row of a table; most are read as they stand, so its tokens are made only when they are asked for."""

    __slots__ = ("_columns", "_grid", "_number", "_texts")

    def __init__(self, grid: Grid, number: int, columns: tuple[int, ...], texts: Sequence[str], block: int) -> None:
        self._grid = grid
        self._number = number
        self._columns = columns
        self._texts = texts
        self.bounds = "row"
        self.table = grid.source.table
        self.block = block

    def __getattr__(self, name: str) -> tuple[Token, ...]:
        if name != "tokens":
            raise AttributeError(name)
        self.tokens = _tokens(self._grid.rows[self._number], self._columns)
        return self.tokens

    @property
    def texts(self) -> Sequence[str]:
        return self._texts

    def places(self, count: int) -> Places:
        return self._grid.places(self._number, len(self._texts) - count)

    def plain_columns(self, count: int) -> tuple[int | None, ...] | None:
        begin = len(self._texts) - count
        return self._columns[begin:] if self._grid.is_plain(self._number, begin) else None


def _table_rows(grid: Grid, number: int) -> Iterator[Row]:
    spans, texts = grid.spans, grid.texts
    columns = _columns(spans)
    spacers = _spacers(spans, columns, texts)
    if not spacers:
        for place, (starts, words) in enumerate(zip(columns, texts, strict=True)):
            yield _TableRow(grid, place, starts, words, number)
        return
    for cells, starts in zip(grid.rows, columns, strict=True):
        kept = [place for place, cell in enumerate(cells) if starts[place] not in spacers or cell.colspan > 1]
        tokens = _tokens([cells[place] for place in kept], [starts[place] for place in kept])
        yield Row(tokens, "row", grid.source.table, number)


def _tokens(cells: Sequence[GridCell], columns: Sequence[int]) -> tuple[Token, ...]:
    return tuple(
        [
            Token(cell.text, cell.source, column, False, cell.rowspan, cell.pieces, cell.doubtful)
            for cell, column in zip(cells, columns, strict=True)
        ]
    )


def _columns(spans: tuple[RowSpans, ...]) -> Columns:
    """The first columns of the cells of each row; most tables have the spans of another read before."""
    return _placed(spans) if sum(count for count, _ in spans) > MAX_KEPT else _usual_columns(spans)


@lru_cache(maxsize=64)
def _usual_columns(spans: tuple[RowSpans, ...]) -> Columns:
    return _placed(spans)


def _placed(spans: Sequence[RowSpans]) -> Columns:
    return tuple(
        tuple([start for _, start, _ in row.own]) for row in spread(Grid(tuple(map(_spanning, spans)), _NOWHERE))
    )


def _spanning(row: RowSpans) -> tuple[GridCell, ...]:
    """A row of cells with nothing but their spans."""
    count, spans = row
    cells = [GridCell("", _NOWHERE)] * count
    for place, down, across in spans:
        cells[place] = GridCell("", _NOWHERE, down, across)
    return tuple(cells)


def _spacers(spans: Sequence[RowSpans], columns: Columns, texts: Sequence[Sequence[str]]) -> Collection[int]:
    """The columns that hold no text in any row, as page designers put between others."""
    if len(texts) == 1 or not any("" in words for words in texts):
        return ()
    filled: set[int] = set()
    empty: set[int] = set()
    for (_, special), starts, words in zip(spans, columns, texts, strict=True):
        wide = {place for place, _, across in special if across != 1}
        for place, (start, text) in enumerate(zip(starts, words, strict=True)):
            if place not in wide:
                (filled if text else empty).add(start)
    return empty - filled

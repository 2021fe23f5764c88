"""Tables of which only the texts and what is special about some cells are kept.

Most tables are read by their texts alone; a cell becomes an object of its own only where somebody asks for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govinfo.document.model import Grid, GridCell, RowSpans
from govinfo.source import Places, SinglePlaces, Source

ALONE = (1, 1)
"""The rows and columns of a cell that spans no others."""


class SparseRow(NamedTuple):
    """A row of a table.

    Attributes:
        number: its number in the table or sheet, counted from 1.
        texts: the texts of its cells.
        lines: the lines of the markup in which they begin; None where places have none.
        spans: those that span others: number in the row from 0, rows and columns.
        pieces: numbers of those whose digits come from several elements, from 0.
        places: their numbers in the row of the markup from 1, which counts what is not shown.
    """

    number: int
    texts: Sequence[str]
    lines: Sequence[int | None]
    spans: Sequence[tuple[int, int, int]]
    pieces: Sequence[int]
    places: Sequence[int]


class SparseGrid(Grid):
    """A table of a page, file or sheet; equal to a `Grid` in all that it tells."""

    __slots__ = ("_sparse",)
    _sparse: Sequence[SparseRow]

    def __init__(self, sparse: Sequence[SparseRow], source: Source) -> None:
        object.__setattr__(self, "_sparse", sparse)
        object.__setattr__(self, "source", source)

    def __getattr__(self, name: str) -> object:
        if name != "rows":
            raise AttributeError(name)
        rows = tuple([tuple(self._cells(number)) for number in range(len(self.texts))])
        object.__setattr__(self, "rows", rows)
        return rows

    def _cells(self, number: int) -> Sequence[GridCell]:
        row = self.row(number)
        spans = {place: (down, across) for place, down, across in row.spans}
        return [
            GridCell(text, source, *spans.get(place, ALONE), place in row.pieces)
            for place, (text, source) in enumerate(zip(row.texts, self.places(number, 0)(), strict=True))
        ]

    def row(self, number: int) -> SparseRow:
        """A row by its number from 0."""
        return self._sparse[number]

    @property
    def texts(self) -> Sequence[Sequence[str]]:
        """The texts of the cells, row by row."""
        return [row.texts for row in self._sparse]

    @property
    def spans(self) -> tuple[RowSpans, ...]:
        """The spans of the cells, row by row."""
        return tuple([(len(row.texts), tuple(row.spans)) for row in self._sparse])

    def places(self, row: int, begin: int) -> Places:
        """What gives the places of the cells of a row from one on, made anew."""
        return _Places(self, row, begin)

    def is_plain(self, row: int, begin: int) -> bool:
        """See `Grid.is_plain`."""
        _, _, _, spans, pieces, _ = self._sparse[row]
        if spans and any(place >= begin and down > 1 for place, down, _ in spans):
            return False
        return not pieces or max(pieces) < begin


class FlatCells(NamedTuple):
    """The cells of a table one behind the other, none of them hidden; they are counted from 0.

    Attributes:
        texts: their texts.
        lines: how many lines of the markup below the table they begin.
        spans: those that span others: number, rows and columns.
        pieces: numbers of those whose digits come from several elements.
        starts: the first cells of the rows, and the number of all cells.
    """

    texts: Sequence[str]
    lines: Sequence[int]
    spans: Sequence[tuple[int, int, int]]
    pieces: Collection[int]
    starts: Sequence[int]


class FlatGrid(SparseGrid):
    """A table given by its cells; a row of them is made only where somebody asks for it."""

    __slots__ = ("_flat", "_odd")
    _flat: FlatCells
    _odd: Sequence[int]

    def __init__(self, flat: FlatCells, source: Source) -> None:
        object.__setattr__(self, "_flat", flat)
        object.__setattr__(self, "_odd", sorted({*flat.pieces, *(place for place, down, _ in flat.spans if down > 1)}))
        object.__setattr__(self, "source", source)

    def row(self, number: int) -> SparseRow:
        """A row by its number from 0."""
        texts, below, spans, pieces, starts = self._flat
        start, stop = starts[number : number + 2]
        own = spans[bisect_left(spans, (start,)) : bisect_left(spans, (stop,))]
        line = self.source.line or 0
        return SparseRow(
            number + 1,
            texts[start:stop],
            [line + feeds for feeds in below[start:stop]],
            [(place - start, down, across) for place, down, across in own],
            [place - start for place in range(start, stop) if place in pieces],
            range(1, stop - start + 1),
        )

    @property
    def texts(self) -> Sequence[Sequence[str]]:
        """The texts of the cells, row by row."""
        texts, _, _, _, starts = self._flat
        return [texts[start:stop] for start, stop in pairwise(starts)]

    @property
    def spans(self) -> tuple[RowSpans, ...]:
        """The spans of the cells, row by row."""
        _, _, spans, _, starts = self._flat
        rows: list[list[tuple[int, int, int]]] = [[] for _ in starts[1:]]
        for place, down, across in spans:
            number = bisect_right(starts, place) - 1
            rows[number].append((place - starts[number], down, across))
        return tuple([(stop - start, tuple(row)) for (start, stop), row in zip(pairwise(starts), rows, strict=True)])

    def is_plain(self, row: int, begin: int) -> bool:
        """See `Grid.is_plain`."""
        starts, odd = self._flat.starts, self._odd
        following = bisect_left(odd, starts[row] + begin)
        return following == len(odd) or odd[following] >= starts[row + 1]


class _Places(SinglePlaces):
    """Those of the cells of a row of a table from one on."""

    __slots__ = ("_begin", "_number", "_table")

    def __init__(self, table: SparseGrid, number: int, begin: int) -> None:
        self._table, self._number, self._begin = table, number, begin

    def __call__(self) -> Iterator[Source]:
        row, table = self._table.row(self._number), self._table.source
        for line, place in zip(row.lines[self._begin :], row.places[self._begin :], strict=True):
            yield Source(line, None, None, table.table, row.number, place, None, None, None, table.sheet)

    def at(self, number: int) -> Source:
        row, table, cell = self._table.row(self._number), self._table.source, self._begin + number
        line, place = row.lines[cell], row.places[cell]
        return Source(line, None, None, table.table, row.number, place, None, None, None, table.sheet)

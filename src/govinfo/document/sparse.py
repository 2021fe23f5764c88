"""Tables of which only the texts and what is special about some cells are kept.

Most tables are read by their texts alone; a cell becomes an object of its own only where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govinfo.document.model import Grid, GridCell, RowSpans
from govinfo.source import Places, SinglePlaces, Source

_ALONE = (1, 1)


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
        rows = tuple([tuple(self._cells(number)) for number in range(len(self._sparse))])
        object.__setattr__(self, "rows", rows)
        return rows

    def _cells(self, number: int) -> Sequence[GridCell]:
        row = self._sparse[number]
        spans = {place: (down, across) for place, down, across in row.spans}
        return [
            GridCell(text, source, *spans.get(place, _ALONE), place in row.pieces)
            for place, (text, source) in enumerate(zip(row.texts, self.places(number, 0)(), strict=True))
        ]

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
        return _Places(self._sparse[row], self.source, begin)

    def is_plain(self, row: int, begin: int) -> bool:
        """See `Grid.is_plain`."""
        _, _, _, spans, pieces, _ = self._sparse[row]
        if spans and any(place >= begin and down > 1 for place, down, _ in spans):
            return False
        return not pieces or max(pieces) < begin


class _Places(SinglePlaces):
    """Those of the cells of a row of a table from one on."""

    __slots__ = ("_begin", "_row", "_table")

    def __init__(self, row: SparseRow, table: Source, begin: int) -> None:
        self._row, self._table, self._begin = row, table, begin

    def __call__(self) -> Iterator[Source]:
        row, begin, number, sheet = self._row, self._begin, self._table.table, self._table.sheet
        for line, place in zip(row.lines[begin:], row.places[begin:], strict=True):
            yield Source(line, None, None, number, row.number, place, None, None, None, sheet)

    def at(self, number: int) -> Source:
        row, table, cell = self._row, self._table, self._begin + number
        line, place = row.lines[cell], row.places[cell]
        return Source(line, None, None, table.table, row.number, place, None, None, None, table.sheet)

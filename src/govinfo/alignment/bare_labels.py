"""Rows beside a label without any cell, where the layout does not show whose the numbers are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, takewhile

from govinfo.alignment.doubt import Doubt
from govinfo.alignment.labels import label_index
from govinfo.alignment.reading import TableReading
from govinfo.findings import spec
from govinfo.forms import RowPlace


def bare_rows(reading: TableReading, keys: Collection[str]) -> set[int]:
    """The numbers, in the form, of the rows that were not found though their labels are printed.

    Args:
        reading: the tables.
        keys: keys of all texts of the document.
    """
    if len(reading.rows) == len(reading.form.rows):
        return set()
    index = label_index(reading.form)
    printed = {index.rows[key][0] for key in index.rows.keys() & set(keys) if key not in index.columns}
    return printed - reading.rows


def bare_doubts(reading: TableReading, bare: Collection[int]) -> Iterator[Doubt]:
    """Yield the rows whose numbers may be those of a row beside them, run by run.

    Numbers that stand in front of their labels are read with the label before, until the last has none: so those
    above a bare label are in doubt.  Of two labels above the numbers of both, the second has those of the first: so
    is the row below.

    Args:
        reading: the tables.
        bare: the numbers of the rows whose labels have no cell.
    """
    if not bare:
        return
    found = [row for block in reading.blocks for row in block.rows if row.match.row.bounds in ("cell", "line")]
    loose = {row.match.place.index for row in found}
    filled = {row.match.place.index for row in found if any(cell.value is not None for cell in row.cells)}
    cut_off = {place.index for place in reading.cut.rest} if reading.cut else set()
    doubtful = {
        place.index
        for number in set(bare) - cut_off
        for place in _beside(reading.form.rows[number], reading.form.rows, loose)
    }
    rows = [place for place in reading.form.rows if place.index in (doubtful & filled) - reading.shifted]
    for _, run in groupby(enumerate(rows), lambda entry: (entry[1].index - entry[0], id(entry[1].block))):
        places = [place for _, place in run]
        names = {"table": places[0].table.number, "first": places[0].label, "last": places[-1].label}
        cells = tuple(cell for place in places for cell in place.cells)
        yield Doubt(finding=spec("X71").finding(names, cells=cells))


def _beside(bare: RowPlace, rows: Sequence[RowPlace], loose: Collection[int]) -> Iterator[RowPlace]:
    """The rows of a block right above one, up to the next that was not found, and the one right below."""

    def is_found(place: RowPlace) -> bool:
        return place.block is bare.block and place.index in loose

    yield from takewhile(is_found, reversed(rows[: bare.index]))
    yield from filter(is_found, rows[bare.index + 1 : bare.index + 2])

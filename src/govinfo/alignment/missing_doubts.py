"""What there is to say of tables and rows of the form that a document lacks, or whose numbers it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from govinfo.alignment.doubt import Doubt
from govinfo.alignment.labels import label_index
from govinfo.alignment.reading import TableReading
from govinfo.findings import spec
from govinfo.forms import RowPlace
from govinfo.report import Observation
from govinfo.text.fold import fold

MIN_UNFILLED = 4
"""So many labels of rows of a table without numbers show that these were left out or lost."""


def missing_doubts(reading: TableReading, present: Collection[str], keys: Collection[str]) -> Iterator[Doubt]:
    """Tables and rows that are not there, but for those behind the end of a document that breaks off.

    Args:
        reading: the tables.
        present: ids of the tables of which a row was found.
        keys: keys of all texts of the document.
    """
    cut_off = {place.index for place in reading.cut.rest} if reading.cut else set()
    absent = [place for place in reading.form.rows if place.index not in reading.rows and place.index not in cut_off]
    known = label_index(reading.form).rows
    printed = {known[key][0] for key in known.keys() & keys}
    for table in reading.form.tables:
        rows = [place for place in absent if place.table is table]
        unfilled = _unfilled(rows, keys, printed)
        if unfilled:
            yield Doubt(
                Observation("unfilled", table.id),
                spec("X70").finding(cells=_cells(unfilled), table=table.number, count=len(unfilled)),
            )
        elif table.id not in present and rows:
            labels = (heading.label for heading in reading.form.headings if heading.number == table.section)
            section = next(labels, table.number)
            yield Doubt(
                Observation("missing_table", table.id, expected=section.zh),
                spec("X08").finding(cells=_cells(rows), table=table.number, section=section),
            )
        for place in rows:
            if place not in unfilled and (unfilled or table.id in present):
                yield Doubt(
                    Observation("missing_row", table.id, place.row.id, expected=place.label.zh),
                    spec("X07").finding(cells=place.cells, table=table.number, row=place.label),
                )


def _unfilled(rows: Sequence[RowPlace], keys: Collection[str], printed: Collection[int]) -> Sequence[RowPlace]:
    """Those of some rows whose labels are printed all the same, if they are several; or the one without, its header."""
    named = [place for place in rows if place.index in printed]
    headed = [place for place in rows if not place.row.label and _header(place) <= set(keys)]
    return headed or (named if len(named) >= MIN_UNFILLED else [])


def _header(place: RowPlace) -> set[str]:
    return {fold(leaf.label.zh) for leaf in place.block.leaves}


def _cells(rows: Sequence[RowPlace]) -> tuple[str, ...]:
    return tuple(cell for place in rows for cell in place.cells)

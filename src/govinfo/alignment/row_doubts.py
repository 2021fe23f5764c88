"""Rows out of place, printed again or of no place, and rows that have come apart from their labels."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.doubt import Doubt
from govinfo.alignment.labels import label_index, may_be
from govinfo.alignment.printed_again import hanging
from govinfo.alignment.reading import TableReading
from govinfo.alignment.rows import Alignment, Match
from govinfo.findings import Finding, Related, Text, spec
from govinfo.forms import Table
from govinfo.report import Observation
from govinfo.text.fold import fold

MOST_PLACES = 10
"""So many places are told at which a row is printed again; its finding says how often it is printed in all."""

_AGAIN = Text("再次出现", "printed again")


def row_doubts(reading: TableReading, alignment: Alignment) -> Iterator[Doubt]:
    """Yield what there is to say of rows out of place, printed again, of no place, and apart from their labels.

    Args:
        reading: the tables.
        alignment: which printed row is which.
    """
    for match in alignment.moved:
        names = {"table": match.place.table.number, "row": match.place.label}
        source = match.row.label[0].source if match.row.label else None
        crossed = [other for other in alignment.matches if other is not match and _crosses(match, other)]
        cells = tuple(cell for entry in (match, *crossed) for cell in entry.place.cells)
        yield Doubt(
            Observation("row_order", match.place.table.id, match.place.row.id, source=source),
            spec("X25").finding(names, cells=cells, source=source),
        )
    yield from _repeated(reading, alignment)
    index = label_index(reading.form)
    for match in hanging(alignment, index):
        names = {"table": match.place.table.number, "row": match.place.label}
        yield Doubt(
            finding=spec("X72").finding(names, cells=match.place.cells, source=match.row.header[-1].source),
        )
    columns = index.columns
    for row in alignment.unplaced:
        table = _table_around(alignment, row.position)
        alone = len(row.values) == 1
        labelled = bool(fold(row.printed)) and fold(row.printed) not in columns
        if alone and not row.printed:
            resembled = _last(row, alignment, columns)
        else:
            resembled = _resembled(row, table, alignment, labelled=labelled)
        if resembled or not alone:
            source = row.values[0].source
            yield Doubt(
                Observation("extra_row", table.id, printed=row.printed, source=source),
                spec("X10").finding(cells=resembled, source=source, table=table.number, printed=row.printed),
            )
    yield from _apart(reading)


def _repeated(reading: TableReading, alignment: Alignment) -> Iterator[Doubt]:
    """Rows that are printed again: one finding for all copies of a row, with the place of each."""
    first = {match.place.index: match for match in alignment.matches}
    for index, copies in groupby(sorted(alignment.repeated, key=_number), _number):
        printed = sorted([first[index], *copies], key=lambda match: match.row.position)
        sources = [match.row.values[0].source for match in printed if match.row.values]
        place = first[index].place
        names = {"table": place.table.number, "row": place.label}
        found: Finding | None = spec("X09" if index in reading.differing else "X24").finding(
            names,
            cells=place.cells,
            source=sources[0],
            times=len(printed),
            related=tuple(Related(_AGAIN, cells=place.cells, source=source) for source in sources[1 : MOST_PLACES + 1]),
        )
        for match in printed:
            if match is not first[index]:
                again = match.row.values[0].source
                seen = Observation("duplicate_row", place.table.id, place.row.id, match.row.printed, source=again)
                yield Doubt(seen, found)
                found = None


def _number(match: Match) -> int:
    return match.place.index


def _last(row: Candidate, alignment: Alignment, columns: Collection[str]) -> tuple[str, ...]:
    """The last cell of the row above a number without a label, if it is empty; all of them below a header again.

    Where rows have ends, a number that makes a row by itself may be that of a row of one cell, too.
    """
    above = [match for match in alignment.matches if match.row.position < row.position]
    match = max(above, key=lambda match: match.row.position, default=None)
    if match is None:
        return ()
    if any(fold(token.text) in columns for token in row.header):
        return match.place.cells
    may_be_its_own = row.bounds == match.row.bounds == "row" and len(match.place.cells) == 1
    return match.place.cells[-1:] if may_be_its_own or not match.row.values[-1].text else ()


def _apart(reading: TableReading) -> Iterator[Doubt]:
    """Rows that may have the numbers of a neighbour, run by run."""
    rows = [place for place in reading.form.rows if place.index in reading.shifted]
    for _, run in groupby(enumerate(rows), lambda entry: (entry[1].index - entry[0], entry[1].table.id)):
        places = [place for _, place in run]
        names = {"table": places[0].table.number, "first": places[0].label, "last": places[-1].label}
        cells = tuple(cell for place in places for cell in place.cells)
        yield Doubt(finding=spec("X69").finding(names, cells=cells))


def _resembled(row: Candidate, table: Table, alignment: Alignment, *, labelled: bool) -> tuple[str, ...]:
    """The cells of the rows next to one without a place that may be their copy or the rest of their numbers.

    A copy has a label like theirs, the rest of numbers that are broken over lines or by a page has none but that of a
    column above it; a row without any number may have lost them to it.  A number alone, with a label that is not like
    theirs, stands in a list.
    """
    matches = sorted(
        (match for match in alignment.matches if match.place.table is table), key=lambda match: match.row.position
    )
    above = [match for match in matches if match.row.position < row.position][-1:]
    below = [match for match in matches if match.row.position > row.position][:1]
    return tuple(
        cell
        for match in (*above, *below)
        if not labelled
        or (len(row.values) > 1 and not any(token.text for token in match.row.values))
        or may_be(row.printed, match.place.label.zh)
        for cell in match.place.cells
    )


def _crosses(one: Match, other: Match) -> bool:
    """Tell whether two rows are printed in another order than the form has them."""
    return (one.row.position < other.row.position) != (one.place.index < other.place.index)


def _table_around(alignment: Alignment, position: int) -> Table:
    """The table of the nearest matched row above, or of the first."""
    before = [match for match in alignment.matches if match.row.position < position]
    if before:
        return max(before, key=lambda match: match.row.position).place.table
    return min(alignment.matches, key=lambda match: match.row.position).place.table

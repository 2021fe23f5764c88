"""Rows that may have the numbers of a neighbour: labels and numbers have come apart somewhere beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.rows import Alignment, Match
from govinfo.forms import Form, RowPlace
from govinfo.text.fold import fold


def shifted(alignment: Alignment, form: Form) -> frozenset[int]:
    """The numbers, in the form, of the rows between numbers without a label and the nearest label without numbers.

    Numbers have no label, too, that stand behind those of another row.  A row of the form that is not printed counts
    as a label without numbers.
    """
    matched = {match.place.index: match.row for match in alignment.matches}
    staying = [match for match in alignment.matches if match not in alignment.moved]
    found: set[int] = set()
    for place in (*_above_unlabelled(alignment.unplaced, staying), *_with_more(staying)):
        rows = [other for other in form.rows if other.table is place.table]
        start = rows.index(place) + 1
        found.update(_up_to_gap(rows[:start][::-1], matched), _up_to_gap(rows[start:], matched))
    return frozenset(found)


def _above_unlabelled(rows: Iterable[Candidate], matches: Sequence[Match]) -> Iterator[RowPlace]:
    """The rows above others that have as many cells and no label."""
    for row in rows:
        before = [match for match in matches if match.row.position < row.position]
        above = max(before, key=lambda match: match.row.position, default=None)
        if above and not fold(row.printed) and _has_cells(row, len(above.place.cells)):
            yield above.place


def _with_more(matches: Iterable[Match]) -> Iterator[RowPlace]:
    """The rows with the numbers of two."""
    return (match.place for match in matches if _has_cells(match.row, 2 * len(match.place.cells)))


def _has_cells(row: Candidate, count: int) -> bool:
    """Tell whether a row has so many cells; empty ones in front of its numbers need not be any."""
    cells = [bool(token.text) for token in row.values if not token.padding]
    return any(cells) and len(cells) - cells.index(True) <= count <= len(cells)


def _up_to_gap(places: Sequence[RowPlace], matched: Mapping[int, Candidate]) -> Iterable[int]:
    """The rows up to the first without numbers; none where all have some."""
    for count, place in enumerate(places, 1):
        row = matched.get(place.index)
        if row is None or not any(token.text for token in row.values):
            return [place.index for place in places[:count]]
    return []

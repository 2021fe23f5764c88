"""Rows that may have the numbers of a neighbour: labels and numbers have come apart somewhere beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.labels import MIN_LIKENESS, LabelIndex
from govinfo.alignment.printed_again import printed_again
from govinfo.alignment.rows import Alignment, Match
from govinfo.forms import RowPlace
from govinfo.text.fold import fold
from govinfo.text.numbers import is_glued

MIN_CELLS = 2
"""So many cells without a label are no page number, where the rows of a table have as many."""

MANY = 1.5
"""So many times the cells of a row may be those of two rows."""


def shifted(alignment: Alignment, index: LabelIndex) -> frozenset[int]:
    """The numbers, in the form, of the rows between numbers without a label and the nearest label without numbers.

    Numbers have no label of their own, too, that stand behind those of another row or in one cell with them, behind
    the label of a group, or right behind a header.  A row of the form that is not printed in its place counts as a
    label without numbers, and so does a label that is printed again elsewhere with numbers: they may be of any row
    between.  Where labels and numbers are known to be apart, their order tells more.
    """
    by_order = {match.place.table.id for match in alignment.matches if match.row.bounds == "order"}
    moved = {match.place.index for match in alignment.moved}
    matched = {match.place.index: match.row for match in alignment.matches if match.place.index not in moved}
    found: set[int] = set()
    for place in (*_above_unlabelled(alignment, index), *_with_more(alignment.matches)):
        rows = [other for other in index.form.rows if other.table is place.table and other.table.id not in by_order]
        if not rows:
            continue
        start = rows.index(place) + 1
        apart = {*_up_to_gap(rows[:start][::-1], matched), *_up_to_gap(rows[start:], matched)}
        found |= {*apart, place.index} if apart else apart
    for rows_between in printed_again(alignment, index):
        if index.form.rows[rows_between[0]].table.id not in by_order:
            found |= set(rows_between)
    return frozenset(found)


def _above_unlabelled(alignment: Alignment, index: LabelIndex) -> Iterator[RowPlace]:
    """The rows above numbers that are not the rest of theirs and have no label but that of a group or a column."""
    for row in alignment.unplaced:
        before = [match for match in alignment.matches if match.row.position < row.position]
        above = max(before, key=lambda match: match.row.position, default=None)
        if above is None or any(token.doubtful for token in row.values):
            continue
        due, label = len(above.place.cells), fold(row.printed)
        if _count(above.row) + _count(row) == due:
            continue
        unlabelled = (not label or _is_group(label, index)) and _count(row) >= min(MIN_CELLS, due)
        whole = _count(above.row) >= due or _count(row) >= due
        if label in index.columns or (unlabelled and whole):
            yield above.place


def _is_group(key: str, index: LabelIndex) -> bool:
    """Tell whether a key is that of the label of a group of rows, or like one."""
    cutoff = 100 * MIN_LIKENESS
    return process.extractOne(key, index.groups, scorer=fuzz.ratio, score_cutoff=cutoff) is not None


def _with_more(matches: Iterable[Match]) -> Iterator[RowPlace]:
    """The rows with so many numbers that they may be those of two."""
    return (match.place for match in matches if _count(match.row) >= MANY * len(match.place.cells))


def _count(row: Candidate) -> int:
    """How many numbers a row has from its first on; empty cells in front of it need not be any.

    Where every cell holds several numbers, all of them count.
    """
    cells = [token.text for token in row.values if not token.padding]
    filled = [text for text in cells if text]
    if not filled:
        return 0
    if all(map(is_glued, filled)):
        return sum(len(text.split()) for text in filled)
    return len(cells) - cells.index(filled[0])


def _up_to_gap(places: Sequence[RowPlace], matched: Mapping[int, Candidate]) -> Iterable[int]:
    """The rows up to the first without numbers; none where all have some.

    Where the first is such a row already, its label may stand on the other side, and the next one counts, too.
    """
    gaps = [count for count, place in enumerate(places) if not _has_numbers(place, matched.get(place.index))]
    behind = [count for place, count in enumerate(gaps) if count > place]
    stop = behind[0] + 1 if behind else len(gaps)
    return [place.index for place in places[:stop]]


def _has_numbers(place: RowPlace, row: Candidate | None) -> bool:
    """Tell whether a row has numbers; one alone where several are due is that of a page."""
    return row is not None and sum(bool(token.text) for token in row.values) >= min(MIN_CELLS, len(place.cells))

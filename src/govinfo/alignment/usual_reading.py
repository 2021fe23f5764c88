"""Reading a document whose tables are all printed as the form prints them.

What `govinfo.alignment.tables` finds out for any table is known here beforehand.  Where anything is left to find out,
a number outside the tables, a piece of a label, a cell that cannot be read, nothing is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from itertools import chain, groupby, pairwise, repeat
from operator import itemgetter
from typing import Any

from govinfo.alignment.candidates import SERIAL, Candidate
from govinfo.alignment.captions import NO_CAPTION
from govinfo.alignment.cells import read_token, units_of
from govinfo.alignment.cutoff import cut_of
from govinfo.alignment.editions import Run, line_below
from govinfo.alignment.fillers import MIN_ROWS
from govinfo.alignment.inference import LOOSE, has_stranger, sums_within
from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.patterns import Pattern
from govinfo.alignment.reading import TableReading, bounds_of, with_labels_above
from govinfo.alignment.strip import Row
from govinfo.alignment.survey import Survey
from govinfo.alignment.usual import UsualTable
from govinfo.cells import Cells, Status
from govinfo.forms import Form, RowPlace
from govinfo.source import Source
from govinfo.text.numbers import Manner

Block = tuple[tuple[int, RowPlace], ...]
"""Rows of numbers with one header: their numbers in the table, and their places in the form."""

_Columns = tuple[
    Sequence[str],
    Sequence[tuple[int | Decimal | None, Status, tuple[Manner, ...]]],
    Callable[[], Iterable[Source | None]],
]
"""The texts of a row of cells, what was read of them, and what gives their places."""

_Picked = Callable[[Sequence[int | Decimal | None]], Sequence[Any]]


def read_usual(survey: Survey, index: LabelIndex) -> TableReading | None:
    """The cells of a document with no other tables than those; None where anything about it is unusual.

    Args:
        survey: the document, with its tables.
        index: the labels of the form that they are read with.
    """
    strip, tables, form = survey.strip, survey.tables, index.form.id
    if any(form not in table.pattern.places for table in tables):
        return None
    blocks = [(table, block) for table in tables for block in _blocks(table.pattern, form)]
    places = [place for _, block in blocks for _, place in block]
    if any(below.index <= above.index for above, below in pairwise(places)):
        return None
    cells = _cells(blocks, index.form) if _are_apart(survey, index) else None
    if cells is None:
        return None
    gaps = _gaps(strip, tables)
    return TableReading(
        index.form,
        cells,
        frozenset([place.index for place in places]),
        bounds_of(
            (place.table.section, table.start + number)
            for table, block in blocks
            for number, place in block[:: len(block) - 1 or 1]
        ),
        used=with_labels_above({place for table in tables for place in range(table.start, table.stop)}, strip, index),
        cut=cut_of(places[-1], lambda: strip[tables[-1].stop - 1].tokens[-1].source, gaps[-1], index),
        alone=tuple(_captioned(tables, gaps, index)),
    )


@lru_cache(maxsize=64)
def _blocks(pattern: Pattern, form: str) -> tuple[Block, ...]:
    rows = [(number, place) for number, place in enumerate(pattern.places[form]) if place]
    return tuple(tuple(group) for _, group in groupby(rows, lambda row: id(row[1].block)))


def _gaps(strip: Sequence[Row], tables: Sequence[UsualTable]) -> list[Sequence[Row]]:
    """The rows above each table, and those below the last."""
    stops = [0, *(table.stop for table in tables)]
    starts = [*(table.start for table in tables), len(strip)]
    return [strip[stop:start] for stop, start in zip(stops, starts, strict=True)]


def _cells(blocks: Sequence[tuple[UsualTable, Block]], form: Form) -> Cells | None:
    """The cells of the form; None where a number does not stand in its column, or needs more than to be read."""
    found: dict[int, _Columns] = {}
    for table, block in blocks:
        due = len(block[0][1].cells)
        rows = [table.rows[number] for number, _ in block]
        shapes = {row.plain_columns(due) for row in rows}
        if None in shapes or len(shapes) > 1 or (len(rows) >= MIN_ROWS and not any(row.texts[-1] for row in rows)):
            return None
        for row, (_, place) in zip(rows, block, strict=True):
            texts = row.texts[-due:]
            read = list(map(read_token, texts, units_of(place)))
            if row.bounds != "row" and not _is_whole(row, place, [value for value, _, _ in read], form):
                return None
            found[place.index] = texts, read, row.places(due)
    columns = [found.get(place.index) or _absent(len(place.cells)) for place in form.rows]
    values, statuses, manners = zip(*chain.from_iterable([column[1] for column in columns]), strict=True)
    if any(manners) or "unreadable" in statuses:
        return None
    raws = tuple(chain.from_iterable([column[0] for column in columns]))
    return Cells(_ids(form), values, raws, statuses, [(len(column[0]), column[2]) for column in columns])


@lru_cache(maxsize=32)
def _ids(form: Form) -> tuple[str, ...]:
    return tuple(cell.id for cell in form.cells)


@lru_cache(maxsize=32)
def _absent(count: int) -> _Columns:
    """A row of so many cells that is not printed."""
    return [""] * count, [(None, "absent", ())] * count, partial(repeat, None, count)


def _is_whole(row: Row, place: RowPlace, values: Sequence[int | Decimal | None], form: Form) -> bool:
    """Tell whether the sums of a row whose end the layout does not show speak for its having all its own numbers."""
    return _adds_up(place, values, form) if row.bounds in LOOSE else not has_stranger(place, values, form)


def _adds_up(place: RowPlace, values: Sequence[int | Decimal | None], form: Form) -> bool:
    """Tell whether no sum within a row of numbers is wrong."""
    for left, right in _sums(place, form):
        one, other = left(values), right(values)
        if None not in one and None not in other and sum(one) != sum(other):
            return False
    return True


@lru_cache(maxsize=256)
def _sums(place: RowPlace, form: Form) -> tuple[tuple[_Picked, _Picked], ...]:
    """The sums within a row: what picks the values on either side."""
    return tuple((_picked(place, same.left), _picked(place, same.right)) for same in sums_within(place, form))


def _picked(place: RowPlace, cells: Sequence[str]) -> _Picked:
    numbers = [place.cells.index(cell) for cell in cells]
    return itemgetter(*numbers) if len(numbers) > 1 else itemgetter(slice(numbers[0], numbers[0] + 1))


def _captioned(tables: Sequence[UsualTable], gaps: Sequence[Sequence[Row]], index: LabelIndex) -> Iterator[Run]:
    """The tables below a line that says something of them."""
    for table, above in zip(tables, gaps, strict=False):
        line = line_below(above, index)
        if line is not NO_CAPTION:
            rows = [row for block in _blocks(table.pattern, index.form.id) for row in block]
            number, place = rows[0]
            first = table.rows[number]
            values = first.tokens[len(first.tokens) - len(place.cells) :]
            found = Candidate(table.start + number, (), values, (), place.index, "exact", first.bounds)
            yield Run(place.table, (found,), frozenset([place.index for _, place in rows]), line=line)


def _are_apart(survey: Survey, index: LabelIndex) -> bool:
    """Tell whether what stands around the tables is no number, and nothing that is a label or a piece of one."""
    longest, wordings = _wordings(index)
    may_be_label = any(0 < len(key) <= longest and key in wordings for key in survey.texts)
    return not (survey.has_numbers or survey.has_letters or may_be_label)


@lru_cache(maxsize=8)
def _wordings(index: LabelIndex) -> tuple[int, str]:
    """The length of the longest key of a label, and the keys of all labels, one a line."""
    keys = index.vocabulary | SERIAL
    return max(map(len, keys)), "\n".join(sorted(keys))

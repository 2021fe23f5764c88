"""The tables of forms as rows of labels and numbers: what is printed where a document keeps to them word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from govinfo.alignment.candidates import MAX_PIECES
from govinfo.alignment.columns import is_header, read_header
from govinfo.alignment.labels import LabelIndex, label_index
from govinfo.alignment.strip import Bounds, Token
from govinfo.contracts import LabelAlias
from govinfo.document.official import official_grid
from govinfo.forms import Block, Form, RowPlace, Table
from govinfo.source import Source
from govinfo.text.fold import fold

MAX_FILLING = 60
"""So many empty tokens at most behind the numbers of a row are taken for filling."""

_NUMBER = "0"
_NOWHERE = Source()
_SHOWN: frozenset[Bounds] = frozenset(("row",))
_INFERRED: frozenset[Bounds] = frozenset(("cell", "line"))


@attrs.frozen
class Line:
    """A row as the form prints it.

    Attributes:
        keys: the keys of its labels from left to right.
        due: how many numbers follow.
        room: how many empty tokens behind them can be nothing but filling.
    """

    keys: tuple[str, ...]
    due: int
    room: int = 0


@attrs.frozen(eq=False)
class Pattern:
    """A table as the form prints it.

    Attributes:
        lines: its rows.
        bounds: what the layout shows of such rows; see `Row`.
        keys: the keys of its labels.
        rows: the keys of the labels of its rows of numbers, those of groups included.
        last: the key of the last label.
        places: for each form that has this table, by id, the rows of the form; None for rows without numbers.
    """

    lines: tuple[Line, ...]
    bounds: frozenset[Bounds]
    keys: frozenset[str]
    rows: frozenset[str]
    last: str
    places: Mapping[str, tuple[RowPlace | None, ...]]


Printed = tuple[tuple[str, ...], int]
"""The labels of a row from left to right, and how many numbers follow."""


@lru_cache(maxsize=8)
def patterns_of(forms: tuple[Form, ...], aliases: tuple[LabelAlias, ...]) -> Mapping[str, tuple[Pattern, ...]]:
    """The tables of the forms by the first key of their first row; what several forms print alike counts once."""
    printed: dict[tuple[frozenset[Bounds], tuple[Line, ...]], dict[str, tuple[RowPlace | None, ...]]] = {}
    indexes = [label_index(form, aliases) for form in forms]
    for index in indexes:
        for table in index.form.tables:
            whole = list(_printed(table))
            for bounds, rows in ((_SHOWN, whole), *((_INFERRED, rows) for rows in _inferred(whole))):
                lines = tuple(_lines(rows, indexes))
                places = tuple(_places(lines, [place for place in index.form.rows if place.table is table]))
                if _is_plain(lines, places, index):
                    printed.setdefault((bounds, lines), {})[index.form.id] = places
    found: dict[str, tuple[Pattern, ...]] = {}
    for (bounds, lines), by_form in printed.items():
        keys = frozenset(key for line in lines for key in line.keys)
        rows_named = frozenset(_row_keys(lines, inferred=bounds is _INFERRED))
        last = next(line.keys[-1] for line in reversed(lines) if line.keys)
        first = lines[0].keys[0]
        found[first] = (*found.get(first, ()), Pattern(lines, bounds, keys, rows_named, last, by_form))
    return found


def _printed(table: Table) -> Iterator[Printed]:
    for row in official_grid(table, lambda _: _NUMBER).rows:
        labels = tuple(cell.text for cell in row if cell.text and cell.text != _NUMBER)
        yield labels, sum(cell.text == _NUMBER for cell in row)


def _inferred(rows: Sequence[Printed]) -> Iterator[list[Printed]]:
    """The rows of a table as `rows_of` infers them where no ends of rows are shown: one for each label.

    Numbers without a label stand alone where the layout shows that the row above ends, else behind the last label.
    """
    parted = [row for labels, due in rows for row in (*(((label,), 0) for label in labels[:-1]), (labels[-1:], due))]
    yield parted
    joined: list[Printed] = []
    for labels, due in parted:
        if labels or not joined:
            joined.append((labels, due))
        else:
            joined[-1] = joined[-1][0], joined[-1][1] + due
    if len(joined) < len(parted):
        yield joined


def _lines(rows: Sequence[Printed], indexes: Sequence[LabelIndex]) -> Iterator[Line]:
    above: tuple[str, ...] = ()
    for labels, due in rows:
        above = (*above, *labels)
        room = MAX_FILLING if due else min([MAX_FILLING, *(_room(above, index) for index in indexes)])
        yield Line(tuple(map(fold, labels)), due, room)
        above = () if due else above


def _room(labels: Sequence[str], index: LabelIndex) -> int:
    """How many empty tokens behind some labels without numbers are too few for the cells of a row named by the last.

    A label that is also a column's names no row among columns.
    """
    named = [index.unlabelled[0]] if index.unlabelled else []
    for start in range(max(len(labels) - MAX_PIECES, 0), len(labels)):
        key = fold("".join(labels[start:]))
        heads = key in index.columns and any(fold(label) in index.columns for label in labels[:start])
        if key in index.rows and not heads:
            named.append(index.form.rows[index.rows[key][0]])
    return min([MAX_FILLING, *(len(place.cells) - 1 for place in named)])


def _row_keys(lines: Sequence[Line], *, inferred: bool) -> Iterator[str]:
    """The keys of the labels in front of numbers; the label of the row above may be the beginning of one."""
    for above, line in pairwise((Line((), 0), *lines)):
        if line.due:
            yield from line.keys
            if inferred and line.keys:
                yield "".join((*above.keys, *line.keys))


def _places(lines: Sequence[Line], rows: Sequence[RowPlace]) -> Iterator[RowPlace | None]:
    waiting = iter(rows)
    return (next(waiting) if line.due else None for line in lines)


def _is_plain(lines: Sequence[Line], places: Sequence[RowPlace | None], index: LabelIndex) -> bool:
    """Tell whether the last label of every row names it, and nothing but the form's own labels is printed."""
    if not lines or not lines[0].keys:
        return False
    named = all(
        place is None
        or (
            len(place.cells) == line.due
            and (place.row.label is None or index.rows.get(line.keys[-1]) == (place.index, "exact"))
        )
        for line, place in zip(lines, places, strict=True)
    )
    known = all(key in index.vocabulary for line in lines for key in line.keys)
    return named and known and all(_are_headed(lines, places, index))


def _are_headed(lines: Sequence[Line], places: Sequence[RowPlace | None], index: LabelIndex) -> Iterator[bool]:
    """For each row of numbers, whether its header is whole and above the first row of its block alone."""
    above: list[Token] = []
    block: Block | None = None
    for line, place in zip(lines, places, strict=True):
        labels = line.keys[:-1] if place and place.row.label else line.keys
        above += [Token(key, _NOWHERE) for key in labels]
        if place is None:
            continue
        if place.block is block:
            yield not is_header(above, place.block, index)
        else:
            yield read_header(above, place.block, index).order is place.block.leaves
        block, above = place.block, []

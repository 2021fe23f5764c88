"""Which of the numbers of a table, printed one after the other, are those of which row.

A row with its label right before its numbers, and just as many of them as are due, is taken for granted.  The numbers
between two such rows are cut by their order, where they are as many as are due, no label among them speaks against it
and every sum holds; those of one row on one line need no sum.  Where one or two are missing that stand elsewhere, the
sums must leave exactly one way to put them in.  A table in which half of a row or more is missing or too much anywhere
is not divided at all: its labels may stand before the numbers of other rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, combinations, groupby, pairwise, product
from math import prod

import attrs

from govinfo.alignment.strip import Token
from govinfo.forms import Block, Form, RowPlace
from govinfo.parsers.gather import Pieces
from govinfo.parsers.pieces import Number, Numbers, values_of

MAX_MISSING = 2
"""So many numbers at most are put in between two rows that are taken for granted."""

MAX_LOOSE = 6
"""So many numbers at most that stand elsewhere are put in."""

MAX_ROWS = 8
"""Into so many rows without an end of their own at most."""

MAX_WAYS = 2000
"""So many ways to put missing numbers in are tried."""


@attrs.frozen
class Share:
    """A row of the form with its numbers.

    Attributes:
        place: the row.
        numbers: its numbers.
        beside: its label stands right before them.
        together: no word stands among them.
    """

    place: RowPlace
    numbers: Numbers
    beside: bool
    together: bool = True


@attrs.frozen
class Gap:
    """Rows whose numbers could not be told apart, and all of them in their order; `short` for one that lacks some."""

    places: tuple[RowPlace, ...]
    numbers: Numbers
    short: bool = False


@attrs.frozen
class _Run:
    """Numbers without a word between, the words before them, and the rows whose labels start there."""

    numbers: Numbers
    words: tuple[int, ...]
    rows: tuple[int, ...]


def shares(
    region: Sequence[Token], labels: Sequence[tuple[RowPlace, Pieces]], headers: Mapping[Pieces, Block], form: Form
) -> list[Share | Gap]:
    """Divide the numbers of a table among its rows.

    Args:
        region: the words and numbers of the table in their order.
        labels: the rows of the table, each with the numbers of the words in the region that are its label.
        headers: the blocks by the numbers of the words that are the labels of their columns.
        form: the form.

    Returns:
        The rows, and the gaps between them, in form order; one gap of all rows where nothing is certain.
    """
    places = [place for place, _ in labels]
    runs = list(_runs(region, [pieces for _, pieces in labels]))
    anchors = [(number, *rows) for number, run in enumerate(runs) if (rows := _rows_of(run, places, headers))]
    least = min(len(place.cells) for place in places)
    everything = Gap(tuple(places), tuple(number for run in runs for number in run.numbers))
    if any(above[2] > below[1] for above, below in pairwise(anchors)):
        return [everything]
    divided: list[Share | Gap] = []
    for (run, first, last), (next_run, next_row, _) in pairwise([(-1, 0, 0), *anchors, (len(runs), len(places), 0)]):
        if run >= 0:
            divided += _cut(places[first:last], runs[run].numbers, beside=last - first == 1)
        between = runs[run + 1 : next_run]
        found = sum(len(entry.numbers) for entry in between)
        missing = sum(len(place.cells) for place in places[last:next_row]) - found
        if 2 * abs(missing) >= least:
            return [everything]
        if last < next_row:
            divided += _between(places, range(last, next_row), between, form)
    return [_doubted(entry, form) for entry in divided] if any(isinstance(entry, Gap) for entry in divided) else divided


def _doubted(entry: Share | Gap, form: Form) -> Share | Gap:
    """A gap for a row whose sums do not hold; where numbers strayed, some may have come to it."""
    if isinstance(entry, Gap) or not summed(entry.place, form) or holds(entry.place, entry.numbers, form):
        return entry
    return Gap((entry.place,), entry.numbers)


def trusted(divided: Sequence[Share | Gap], form: Form) -> Sequence[Share | Gap]:
    """The rows and gaps of a table whose sums do not all hold: what may hold numbers in the wrong order is a gap.

    Where no number is missing, that may be any row that does not stand beside its label.  Where some are, the sums of
    columns tell nothing; then rows are left whose own sums hold, and without a word among their numbers.
    """
    if len(divided) == 1 or all(isinstance(entry, Share) and entry.beside for entry in divided):
        return divided
    lacking = any(isinstance(entry, Gap) for entry in divided)
    rows = (_doubted(entry, form) for entry in divided)
    return [
        Gap((row.place,), row.numbers)
        if isinstance(row, Share) and not (row.together if lacking else row.beside)
        else row
        for row in rows
    ]


def _runs(region: Sequence[Token], labels: Sequence[Pieces]) -> Iterator[_Run]:
    starts = {pieces[0]: row for row, pieces in enumerate(labels) if pieces}
    for numbers, words in _parts(region):
        yield _Run(numbers, words, tuple(starts[word] for word in words if word in starts))


def _parts(region: Sequence[Token]) -> Iterator[tuple[Numbers, Pieces]]:
    """The numbers in runs, each with the words before it."""
    words: Pieces = ()
    for is_number, group in groupby(enumerate(region), lambda entry: entry[1].is_number):
        entries = list(group)
        if is_number:
            yield tuple(token for _, token in entries), words
        else:
            words = tuple(place for place, _ in entries)


def _rows_of(run: _Run, places: Sequence[RowPlace], headers: Mapping[Pieces, Block]) -> tuple[int, int] | None:
    """The first row, and that behind the last, which a run is for certain; None where it may be any.

    It is that of the label before it, or all rows of a block whose header stands right before it, row by row.
    """
    for words, block in headers.items():
        if run.words[-len(words) :] == words:
            rows = [row for row, place in enumerate(places) if place.block is block]
            if len(run.numbers) == len(rows) * len(block.leaves):
                return rows[0], rows[-1] + 1
    if run.rows and len(run.numbers) == len(places[run.rows[-1]].cells):
        return run.rows[-1], run.rows[-1] + 1
    return None


def _between(places: Sequence[RowPlace], rows: range, runs: Sequence[_Run], form: Form) -> list[Share | Gap]:
    """The shares of the rows between two that are taken for granted; a gap where they cannot be told."""
    mine = [places[row] for row in rows]
    numbers = tuple(number for run in runs for number in run.numbers)
    due = sum(len(place.cells) for place in mine)
    agreed = _agree(runs, rows, places)
    gap = Gap(tuple(mine), numbers, short=agreed and len(mine) == 1 and len(numbers) < due)
    if len(numbers) != due or not agreed:
        return [gap]
    starts = set(accumulate(len(run.numbers) for run in runs))
    ends = list(accumulate((len(place.cells) for place in mine), initial=0))
    found = [
        attrs.evolve(share, together=starts.isdisjoint(range(start + 1, stop)))
        for share, (start, stop) in zip(_cut(mine, numbers, beside=False), pairwise(ends), strict=True)
    ]
    alone = len(mine) == 1 and (not summed(mine[0], form) or len({number.source.line for number in numbers}) == 1)
    sure = alone or all(holds(share.place, share.numbers, form) for share in found)
    return [*found] if sure else [gap]


def _cut(places: Sequence[RowPlace], numbers: Numbers, *, beside: bool) -> list[Share]:
    ends = accumulate((len(place.cells) for place in places), initial=0)
    cut = [numbers[start:stop] for start, stop in pairwise(ends)]
    return [Share(place, row, beside) for place, row in zip(places, cut, strict=True)]


def confirmed(divided: Sequence[Share | Gap], form: Form) -> bool:
    """Tell whether each number of a table was given to a row, and all sums of its rows and columns hold.

    Numbers of one row in the wrong order break the sums of their columns.
    """
    rows = [entry for entry in divided if isinstance(entry, Share)]
    return len(rows) == len(divided) and _add_up(rows, form)


def _add_up(rows: Iterable[Share], form: Form) -> bool:
    """Tell whether all equations hold of which the rows have all cells; a mark such as / counts as nothing."""
    values: dict[str, Number] = {}
    for row in rows:
        values |= zip(row.place.cells, values_of(row.numbers), strict=True)
    tied = [identity for identity in form.identities if values.keys() >= {*identity.left, *identity.right}]
    return all(
        sum(values[cell] for cell in identity.left) == sum(values[cell] for cell in identity.right) for identity in tied
    )


def _agree(runs: Sequence[_Run], rows: range, places: Sequence[RowPlace]) -> bool:
    """Tell whether no label speaks against an order: before each run stands that of its row, or none."""
    ends = list(accumulate((len(places[row].cells) for row in rows), initial=0))
    start = 0
    for run in runs:
        row = rows[max(number for number, end in enumerate(ends[:-1]) if end <= start)]
        if run.rows and row not in run.rows:
            return False
        start += len(run.numbers)
    return True


def fill(entries: Sequence[Share | Gap], loose: Numbers, form: Form) -> list[Share]:
    """Put numbers that stand elsewhere into the gaps, all of them; the gaps that the sums leave one way to fill.

    Args:
        entries: the rows and gaps of all tables.
        loose: the numbers that stand elsewhere.
        form: the form.
    """
    gaps = [entry for entry in entries if isinstance(entry, Gap) and 0 < _missing(entry) <= MAX_MISSING]
    if not 0 < len(loose) <= MAX_LOOSE or sum(map(_missing, gaps)) != len(loose):
        return []
    ways = [list(_ways(gap, loose, form)) for gap in gaps]
    if prod(map(len, ways)) > MAX_WAYS:
        return []
    possible = [chosen for chosen in product(*ways) if _are_apart(chosen)]
    rows = [entry for entry in entries if isinstance(entry, Share)]
    possible = [chosen for chosen in possible if _add_up(chain(rows, *chosen), form)] or possible
    found: list[dict[tuple[str, ...], list[Share]]] = [{} for _ in gaps]
    for chosen in possible:
        for options, way in zip(found, chosen, strict=True):
            options.setdefault(tuple(number.text for share in way for number in share.numbers), way)
    return [share for options in found if len(options) == 1 for way in options.values() for share in way]


def _are_apart(chosen: Sequence[Sequence[Share]]) -> bool:
    """Tell whether no number is used twice."""
    used = [id(number) for way in chosen for share in way for number in share.numbers]
    return len(set(used)) == len(used)


def _missing(gap: Gap) -> int:
    return sum(len(place.cells) for place in gap.places) - len(gap.numbers)


def _ways(gap: Gap, loose: Numbers, form: Form) -> Iterator[list[Share]]:
    """The ways in which the numbers of a gap and some loose ones make rows whose sums all hold."""
    if len(gap.places) > MAX_ROWS or not all(summed(place, form) for place in gap.places):
        return
    for short in combinations(range(len(gap.places)), _missing(gap)):
        ends = accumulate((len(place.cells) - (row in short) for row, place in enumerate(gap.places)), initial=0)
        cut = [gap.numbers[start:stop] for start, stop in pairwise(ends)]
        options = [
            [way for way in (_completed(numbers, loose) if row in short else [numbers]) if holds(place, way, form)]
            for row, (place, numbers) in enumerate(zip(gap.places, cut, strict=True))
        ]
        for rows in product(*options):
            yield [Share(place, row, beside=False) for place, row in zip(gap.places, rows, strict=True)]


def _completed(numbers: Numbers, loose: Numbers) -> Iterator[Numbers]:
    for place in range(len(numbers) + 1):
        for token in loose:
            yield (*numbers[:place], token, *numbers[place:])


def holds(place: RowPlace, numbers: Numbers, form: Form) -> bool:
    """Tell whether the form demands sums within a row, and all of them hold."""
    sums, values = summed(place, form), values_of(numbers)
    return bool(sums) and all(sum(values[at] for at in left) == sum(values[at] for at in right) for left, right in sums)


@lru_cache(maxsize=256)
def summed(place: RowPlace, form: Form) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The equations within a row, by the numbers of its cells."""
    at = {cell: number for number, cell in enumerate(place.cells)}
    within = [identity for identity in form.identities if at.keys() >= {*identity.left, *identity.right}]
    return tuple(
        (tuple(at[cell] for cell in identity.left), tuple(at[cell] for cell in identity.right)) for identity in within
    )

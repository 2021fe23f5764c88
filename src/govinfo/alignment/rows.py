"""Which printed row is which row of the form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from govinfo.alignment.candidates import MAX_PIECES, Candidate
from govinfo.alignment.labels import MIN_LIKENESS, LabelIndex, Likeness, key_likeness, may_be
from govinfo.forms import RowPlace
from govinfo.text.fold import fold, split_number

NUMBER_BONUS = 0.25
"""What an equal number in front of a label adds to its likeness."""


class Match(NamedTuple):
    """A row of the form with the printed row found for it; `likeness` is 1 for an exact label."""

    place: RowPlace
    row: Candidate
    likeness: Likeness


@attrs.frozen
class Alignment:
    """The outcome.

    Attributes:
        matches: in form order.
        moved: matches whose row is printed in another place of the table.
        repeated: further rows with the label of a matched one.
        unplaced: rows with numbers between matched rows that belong to no row of the form.
    """

    matches: tuple[Match, ...]
    moved: tuple[Match, ...]
    repeated: tuple[Match, ...]
    unplaced: tuple[Candidate, ...]


def align(found: Sequence[Candidate], index: LabelIndex) -> Alignment:
    """Assign printed rows to rows of the form.

    Rows with a known label are fixed in the longest run that keeps the form's order; what lies between
    two fixed rows is assigned by likeness and number, and a single row left for a single place
    by its position.
    """
    chain = _longest_run(found)
    fixed = {found[place].index: place for place in chain}
    matches = [
        Match(index.form.rows[number], found[place], Likeness(1.0, found[place].how))
        for number, place in fixed.items()
        if number is not None
    ]
    used = set(chain)
    staying = set(chain)
    moved: list[Match] = []
    repeated: list[Match] = []
    for place, row in enumerate(found):
        if row.index is None or place in used or _may_be_cut_off(place, found, chain, fixed, index):
            continue
        match = Match(index.form.rows[row.index], row, Likeness(1.0, row.how))
        if row.index in fixed:
            repeated.append(match)
        else:
            moved.append(match)
            fixed[row.index] = place
        used.add(place)
    bounds = [-1, *chain, len(found)]
    for left, right in pairwise(bounds):
        rows = [place for place in range(left + 1, right) if place not in used]
        low = found[left].index if left >= 0 else -1
        high = found[right].index if right < len(found) else len(index.form.rows)
        if low is None or high is None:
            continue
        if not rows:
            continue
        open_places = [place for place in index.form.rows[low + 1 : high] if place.index not in fixed]
        between = left >= 0 and right < len(found)
        heads = {fold(token.text) for row in found[max(left, 0) : right + 1] for token in row.header}
        at = {found[place].position: place for place in rows}
        for match in _fill([found[place] for place in rows], open_places, index, heads, between=between):
            matches.append(match)
            staying.add(at[match.row.position])
    used |= staying
    return Alignment(
        tuple(sorted([*matches, *moved], key=lambda match: match.place.index)),
        tuple(moved),
        tuple(repeated),
        tuple(found[place] for place in _around(found, sorted(staying), matches) if place not in used),
    )


def _around(found: Sequence[Candidate], staying: Sequence[int], matches: Sequence[Match]) -> Sequence[int]:
    """The places from the first matched row to the last, and those right beside that may belong to one of these."""
    if not staying:
        return ()
    first, last = staying[0], staying[-1]
    labels = {match.row.position: match.place.label.zh for match in matches}
    start = first - (first > 0 and may_be(found[first - 1].printed, labels[found[first].position]))
    stop = last + 1
    if stop < len(found):
        row, above = found[stop], found[last]
        as_many = len(row.values) == len(above.values) > 1
        rest = not fold(row.printed) and (as_many or not above.values[-1].text)
        stop += rest or may_be(row.printed, labels[above.position])
    return range(start, stop)


def _may_be_cut_off(
    place: int, found: Sequence[Candidate], chain: Sequence[int], fixed: Collection[int | None], index: LabelIndex
) -> bool:
    """Tell whether a row with a known label may be another where it stands, with only the beginning of its label.

    That one must be due between the known rows around it.
    """
    spot = bisect_left(chain, place)
    low = found[chain[spot - 1]].index if spot else -1
    high = found[chain[spot]].index if spot < len(chain) else len(index.form.rows)
    key = fold(found[place].printed)
    if low is None or high is None or not key:
        return False
    due = (other for other in index.form.rows[low + 1 : high] if other.index not in fixed and other.row.label)
    return any(other.index != found[place].index and fold(other.label.zh).startswith(key) for other in due)


def _longest_run(found: Sequence[Candidate]) -> list[int]:
    """Places of the longest run of recognised rows in form order; the earliest of several."""
    known = [(place, row.index) for place, row in enumerate(found) if row.index is not None]
    if all(later > earlier for (_, earlier), (_, later) in pairwise(known)):
        return [place for place, _ in known]
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for current, (_, number) in enumerate(known):
        length = bisect_left(ends, number)
        if length < len(ends) and ends[length] == number:
            continue
        ends[length : length + 1] = [number]
        places[length : length + 1] = [current]
        if length:
            before[current] = places[length - 1]
    run = [places[-1]] if places else []
    while run and run[-1] in before:
        run.append(before[run[-1]])
    return [known[current][0] for current in reversed(run)]


def _fill(
    rows: list[Candidate], places: list[RowPlace], index: LabelIndex, headers: Collection[str], *, between: bool
) -> Iterator[Match]:
    """Assign unknown rows to open places, keeping the order of both.

    A row whose label says nothing is assigned only between two known rows or right below the
    header of its block.
    """
    places = [place for place in places if place.row.label is not None]
    known = index.other | index.namesakes.keys()
    rows = [row for row in rows if fold(row.printed) not in known]
    if not rows or not places:
        return
    tries = [(row.position, _tries(row)) for row in rows]
    likenesses = {
        (position, place.index): _weigh(keys, index.row_keys[place.index])
        for position, keys in tries
        for place in places
    }
    pairs = _best_pairs(rows, places, likenesses)
    yield from (Match(place, row, likenesses[row.position, place.index]) for row, place in pairs)
    taken_rows = {row.position for row, _ in pairs}
    taken = {place.index for _, place in pairs}
    edges = [(-1, -1), *((row.position, place.index) for row, place in pairs), (10**9, 10**9)]
    for (row_low, low), (row_high, high) in pairwise(edges):
        rest = [row for row in rows if row_low < row.position < row_high and row.position not in taken_rows]
        open_places = [place for place in places if low < place.index < high and place.index not in taken]
        if len(rest) != 1 or len(open_places) != 1 or not _fits(rest[0], open_places[0], headers):
            continue
        if between or _is_headed(rest[0], open_places[0], index):
            score = likenesses[rest[0].position, open_places[0].index].score
            yield Match(open_places[0], rest[0], Likeness(score, "position"))


def _fits(row: Candidate, place: RowPlace, headers: Collection[str]) -> bool:
    """Tell whether a row without a readable label may stand for a place: its numbers must be as many.

    One without any label is not that of a label that stands alone.
    """
    count = sum(1 for token in row.values if not token.padding)
    return count == len(place.cells) and (bool(fold(row.printed)) or fold(place.label.zh) not in headers)


def _is_headed(row: Candidate, place: RowPlace, index: LabelIndex) -> bool:
    keys = {fold(text) for leaf in place.block.leaves for text in index.wordings(leaf.id, leaf.label)}
    return any(fold(token.text) in keys for token in row.header)


def _tries(row: Candidate) -> list[str]:
    """The keys of a row's label; a broken one is tried in one piece."""
    pieces = row.label if row.bounds == "row" else (*row.header[-MAX_PIECES + 1 :], *row.label)
    return [fold("".join(token.text for token in pieces[start:])) for start in range(len(pieces))]


def _weigh(keys: Sequence[str], wordings: Sequence[str]) -> Likeness:
    """The best likeness of a row's label to that of the form."""
    found = (key_likeness(key, wordings) for key in keys)
    return max(found, key=lambda like: like.score, default=Likeness(0.0, "position"))


def _bonus(row: Candidate, place: RowPlace) -> float:
    own, official = split_number(row.printed)[0], split_number(place.label.zh)[0]
    return NUMBER_BONUS if own is not None and own == official else 0.0


def _best_pairs(
    rows: list[Candidate], places: list[RowPlace], likenesses: dict[tuple[int, int], Likeness]
) -> list[tuple[Candidate, RowPlace]]:
    """The pairs in order whose likenesses add up to the most; a pair must reach `MIN_LIKENESS`."""
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [
        [(0.0, ())] * (len(places) + 1) for _ in range(len(rows) + 1)
    ]
    for i, row in enumerate(rows, 1):
        for j, place in enumerate(places, 1):
            options = [best[i - 1][j], best[i][j - 1]]
            score = likenesses[row.position, place.index].score + _bonus(row, place)
            if score >= MIN_LIKENESS:
                total, pairs = best[i - 1][j - 1]
                options.append((total + score, (*pairs, (i - 1, j - 1))))
            best[i][j] = max(options, key=lambda option: option[0])
    return [(rows[i], places[j]) for i, j in best[-1][-1][1]]

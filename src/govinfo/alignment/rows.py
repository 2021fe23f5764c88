"""Which printed row is which row of the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.alignment.labels import MIN_LIKENESS, How, LabelIndex, Likeness, likeness
from govinfo.alignment.strip import Bounds, Row, Token
from govinfo.forms import RowPlace
from govinfo.text.fold import fold, split_number
from govinfo.text.numbers import is_value

MAX_PIECES = 4
"""Into how many tokens a broken label may have fallen."""

NUMBER_BONUS = 0.25
"""What an equal number in front of a label adds to its likeness."""


@attrs.frozen
class Candidate:
    """A printed row that may be a row of the form.

    Attributes:
        position: its number in the strip.
        label: tokens of its label; empty for a row without one.
        values: tokens behind the label.
        header: tokens printed since the row before, without the label: the header, if it is one.
        index: number of the row of the form whose label it has, or None.
        how: manner of recognition.
        bounds: what the layout shows of rows and cells; see `Row.bounds`.
    """

    position: int
    label: tuple[Token, ...]
    values: tuple[Token, ...]
    header: tuple[Token, ...]
    index: int | None
    how: How
    bounds: Bounds

    @property
    def printed(self) -> str:
        """The label as printed."""
        return "".join(token.text for token in self.label)


@attrs.frozen
class Match:
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


def candidates(strip: Sequence[Row], index: LabelIndex) -> Iterator[Candidate]:
    """Find the rows of a strip that carry numbers, and recognise their labels by key."""
    header: list[Token] = []
    waiting: Candidate | None = None
    for position, row in enumerate(strip):
        labels, values = _split(row)
        found = _candidate(position, row, header, labels, values, index) if values else None
        if found is None:
            header.extend(labels)
            continue
        header = []
        joined = _continue(waiting, found, row, index) if waiting else None
        if joined is None and waiting:
            yield waiting
        waiting = joined or found
    if waiting:
        yield waiting


def _candidate(
    position: int,
    row: Row,
    header: list[Token],
    labels: tuple[Token, ...],
    values: tuple[Token, ...],
    index: LabelIndex,
) -> Candidate | None:
    """The row as a candidate; None where it has no number and no known label, as a header has."""
    if not row.explicit and header:
        labels = (*header[-MAX_PIECES + 1 :], *labels)
        header = header[: -MAX_PIECES + 1]
    numbers = any(token.text for token in values)
    if index.unlabelled and _is_below((*header, *labels), index.unlabelled[1]):
        place = index.unlabelled[0]
        if not numbers and len(values) < len(place.cells):
            return None
        return Candidate(position, (), values, (*header, *labels), place.index, "exact", row.bounds)
    found = _recognise(labels, values, index)
    if found:
        start, stop, number, how = found
        cells = (*labels[stop:], *values)
        due = len(index.form.rows[number].cells)
        if numbers or (len(cells) >= due and not _is_header(labels[start:stop], header, labels[:start], index)):
            above = (*header, *labels[:start])
            return Candidate(position, labels[start:stop], cells, above, number, how, row.bounds)
    if not numbers:
        return None
    return Candidate(position, labels[-1:], values, (*header, *labels[:-1]), None, "position", row.bounds)


def _is_header(label: tuple[Token, ...], header: Sequence[Token], before: tuple[Token, ...], index: LabelIndex) -> bool:
    """Tell whether a label that is also a column's stands among column labels."""
    key = fold("".join(token.text for token in label))
    return key in index.columns and any(fold(token.text) in index.columns for token in (*header, *before))


def _continue(before: Candidate, row: Candidate, strip_row: Row, index: LabelIndex) -> Candidate | None:
    """Join a row that a word in a number cell has cut in two."""
    if before.index is None or row.index is not None or strip_row.explicit or row.header or not row.label:
        return None
    values = (*before.values, *row.label, *row.values)
    filled = [token for token in values if not token.padding]
    return attrs.evolve(before, values=values) if len(filled) == len(index.form.rows[before.index].cells) else None


def _split(row: Row) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Separate the words at the left from the rest; empty cells left of a word are dropped."""
    tokens = row.tokens
    end = 0
    for place, token in enumerate(tokens):
        if token.text:
            if is_value(token.text):
                break
            end = place + 1
    return tuple(token for token in tokens[:end] if token.text), tokens[end:]


def _recognise(
    labels: tuple[Token, ...], values: tuple[Token, ...], index: LabelIndex
) -> tuple[int, int, int, How] | None:
    """Find the known label nearest to the numbers: its first and last token, its row, its manner.

    Words behind it must be the words of number cells: with them the row has just the right length.
    """
    filled = sum(1 for token in values if not token.padding)
    for stop in range(len(labels), 0, -1):
        behind = len(labels) - stop
        for start in range(stop - 1, max(stop - 1 - MAX_PIECES, -1), -1):
            found = index.rows.get(fold("".join(token.text for token in labels[start:stop])))
            if found and (not behind or behind + filled == len(index.form.rows[found[0]].cells)):
                return start, stop, *found
    return None


def _is_below(context: Sequence[Token], keys: frozenset[str]) -> bool:
    if len(context) * 2 <= len(keys):
        return False
    seen = {fold(token.text) for token in context} | {
        fold(first.text + second.text) for first, second in pairwise(context)
    }
    return len(seen & keys) * 2 > len(keys)


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
    moved: list[Match] = []
    repeated: list[Match] = []
    for place, row in enumerate(found):
        if row.index is None or place in used:
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
        open_places = [place for place in index.form.rows[low + 1 : high] if place.index not in fixed]
        between = left >= 0 and right < len(found)
        for match in _fill([found[place] for place in rows], open_places, index, between=between):
            matches.append(match)
            used.add(found.index(match.row))
    inner = range(chain[0], chain[-1]) if chain else range(0)
    return Alignment(
        tuple(sorted([*matches, *moved], key=lambda match: match.place.index)),
        tuple(moved),
        tuple(repeated),
        tuple(found[place] for place in inner if place not in used),
    )


def _longest_run(found: Sequence[Candidate]) -> list[int]:
    """Places of the longest run of recognised rows in form order; the earliest of several."""
    known = [(place, row.index) for place, row in enumerate(found) if row.index is not None]
    if all(later > earlier for (_, earlier), (_, later) in pairwise(known)):
        return [place for place, _ in known]
    lengths: list[int] = []
    before: list[int] = []
    for current, (_, number) in enumerate(known):
        length, link = 1, -1
        for other in range(current - 1, -1, -1):
            if known[other][1] < number and lengths[other] + 1 > length:
                length, link = lengths[other] + 1, other
        lengths.append(length)
        before.append(link)
    place = lengths.index(max(lengths))
    run: list[int] = []
    while place >= 0:
        run.append(known[place][0])
        place = before[place]
    return run[::-1]


def _fill(rows: list[Candidate], places: list[RowPlace], index: LabelIndex, *, between: bool) -> Iterator[Match]:
    """Assign unknown rows to open places, keeping the order of both.

    A row whose label says nothing is assigned only between two known rows or right below the
    header of its block.
    """
    places = [place for place in places if place.row.label is not None]
    rows = [row for row in rows if fold(row.printed) not in index.other]
    if not rows or not places:
        return
    likenesses = {(row.position, place.index): _weigh(row, place, index) for row in rows for place in places}
    pairs = _best_pairs(rows, places, likenesses)
    yield from (Match(place, row, likenesses[row.position, place.index]) for row, place in pairs)
    taken_rows = {row.position for row, _ in pairs}
    taken = {place.index for _, place in pairs}
    edges = [(-1, -1), *((row.position, place.index) for row, place in pairs), (10**9, 10**9)]
    for (row_low, low), (row_high, high) in pairwise(edges):
        rest = [row for row in rows if row_low < row.position < row_high and row.position not in taken_rows]
        open_places = [place for place in places if low < place.index < high and place.index not in taken]
        if len(rest) != 1 or len(open_places) != 1 or not _fits(rest[0], open_places[0]):
            continue
        if between or _is_headed(rest[0], open_places[0], index):
            score = likenesses[rest[0].position, open_places[0].index].score
            yield Match(open_places[0], rest[0], Likeness(score, "position"))


def _fits(row: Candidate, place: RowPlace) -> bool:
    """Tell whether a row without a readable label may stand for a place: its numbers must be as many."""
    count = sum(1 for token in row.values if not token.padding)
    return count == len(place.cells)


def _is_headed(row: Candidate, place: RowPlace, index: LabelIndex) -> bool:
    keys = {fold(text) for leaf in place.block.leaves for text in index.wordings(leaf.id, leaf.label)}
    return any(fold(token.text) in keys for token in row.header)


def _weigh(row: Candidate, place: RowPlace, index: LabelIndex) -> Likeness:
    """Likeness of a row's label; broken labels are tried in one piece, and an equal number helps."""
    wordings = index.wordings(place.row.id, place.label)
    pieces = (*row.header[-MAX_PIECES + 1 :], *row.label)
    tries = ["".join(token.text for token in pieces[start:]) for start in range(len(pieces))]
    return max(
        (likeness(text, wordings) for text in tries), key=lambda found: found.score, default=Likeness(0.0, "position")
    )


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

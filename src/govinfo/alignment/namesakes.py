"""Rows of a form with the same label, such as 其他情形数 below two headings: told apart by the rows around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.labels import LabelIndex
from govinfo.text.fold import fold


def told_apart(found: Sequence[Candidate], index: LabelIndex) -> Sequence[Candidate]:
    """Rows with a label that several rows of the form have, each with the row that it is.

    Between two rows with labels of their own there must be as many of them as the form has there; where there are
    more or fewer, none of them is known.
    """
    if not index.namesakes:
        return found
    return list(_told_apart([(row, index.namesakes.get(fold(row.printed), ())) for row in found], len(index.form.rows)))


def _told_apart(found: Sequence[tuple[Candidate, tuple[int, ...]]], end: int) -> Iterator[Candidate]:
    waiting: list[tuple[Candidate, tuple[int, ...]]] = []
    before = -1
    for row, places in found:
        if places or row.index is None:
            waiting.append((row, places))
            continue
        yield from _between(waiting, before, row.index)
        yield row
        before, waiting = row.index, []
    yield from _between(waiting, before, end)


def _between(rows: Sequence[tuple[Candidate, tuple[int, ...]]], low: int, high: int) -> Iterator[Candidate]:
    taken: dict[tuple[int, ...], int] = {}
    for row, places in rows:
        if not places:
            yield row
            continue
        due = [place for place in places if low < place < high]
        same = sum(other == places for _, other in rows)
        number = taken.get(places, 0)
        taken[places] = number + 1
        yield attrs.evolve(row, index=due[number]) if len(due) == same else attrs.evolve(row, index=None)

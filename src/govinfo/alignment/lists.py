"""Lists in the narrative with labels of the form and one number each, told from the rows of its tables."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.labels import LabelIndex
from govinfo.text.fold import fold


def without_lists(found: Sequence[Candidate], index: LabelIndex) -> Sequence[Candidate]:
    """The rows without those of lists that have one number where another row has all the cells of the form.

    A row among those of its table, or right beside its other copy, is of no list: it has lost its other numbers.
    """
    due = [len(place.cells) for place in index.form.rows]
    whole = [
        place for place, row in enumerate(found) if row.index is not None and len(row.values) >= due[row.index] > 2
    ]
    copied = {found[place].index for place in whole}
    return [
        row
        for place, row in enumerate(found)
        if row.index not in copied
        or len(row.values) > 1
        or _is_among(place, found, whole, index)
        or any(_are_copies(upper, found, index) for upper in (place - 1, place))
    ]


def _is_among(place: int, found: Sequence[Candidate], whole: Sequence[int], index: LabelIndex) -> bool:
    """Tell whether the nearest whole rows above and below are of a row's own table, and in the order of the form."""
    spot = bisect(whole, place)
    around = [found[other].index for other in (*whole[max(spot - 1, 0) : spot], place, *whole[spot : spot + 1])]
    numbers = [number for number in around if number is not None]
    tables = {index.form.rows[number].table.id for number in numbers}
    return len(numbers) == 3 and len(tables) == 1 and numbers == sorted(numbers)


def _are_copies(upper: int, found: Sequence[Candidate], index: LabelIndex) -> bool:
    """Tell whether a row and the one below it have the same label, with nothing but labels of the form between."""
    if not 0 <= upper < len(found) - 1:
        return False
    lower = found[upper + 1]
    return found[upper].index == lower.index and all(fold(token.text) in index.vocabulary for token in lower.header)

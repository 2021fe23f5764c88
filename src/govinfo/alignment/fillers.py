"""Cells beside the numbers of a block that are not the form's: spacers between columns, filling at either end.

One row alone does not tell whether an empty cell is one of the form's; all rows of a block together do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from govinfo.alignment.rows import Match
from govinfo.alignment.strip import Token
from govinfo.text.numbers import read_count

MIN_ROWS = 4
"""So many rows must agree where the number of cells alone does not tell."""


MIN_CELLS = 3
"""So many cells a row must have to show by itself that every other is a spacer."""


def without_fillers(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows of a block with the cells of the form alone, as far as the block as a whole shows them.

    Args:
        matches: the rows.
        due: how many cells the header has.
    """
    if all(len(match.row.values) == due and not match.row.values[-1].padding for match in matches):
        return matches
    for step in (_without_filling, _without_empty_end, _without_marks, _without_spacers):
        matches = step(matches, due)
    return matches


def ends_empty(matches: Sequence[Match]) -> bool:
    """Tell whether all rows of a block end in an empty cell, though they have numbers."""
    numbers = any(token.text for match in matches for token in match.row.values)
    return numbers and len(matches) >= MIN_ROWS and not any(match.row.values[-1].text for match in matches)


def is_mark(token: Token) -> bool:
    """Tell whether a cell is empty or holds a mark in place of a number."""
    return read_count(token.text).status in ("blank", "placeholder")


def _without_filling(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows without the filling at their ends, if most rows are too short by the same number of cells.

    It is not likely that the last cell is empty in most rows of a table; a column is missing.
    """
    lengths = [_length(match) for match in matches if any(token.text for token in match.row.values)]
    usual, rows = Counter(lengths).most_common(1)[0] if lengths else (due, 0)
    if usual >= due or rows < MIN_ROWS:
        return matches
    return [_with(match, match.row.values[: _length(match)] or match.row.values) for match in matches]


def _without_empty_end(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows without the empty cells in which all of them end, if there are rows with too many cells."""
    lengths = [len(match.row.values) for match in matches]
    fillers = min(*(_empty_end(match) for match in matches), max(lengths) - due, min(lengths) - 1)
    if len(matches) < MIN_ROWS or fillers < 1:
        return matches
    return [_with(match, match.row.values[:-fillers]) for match in matches]


def _without_marks(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows without marks such as / in front, if all rows with too many cells have at least so many of them.

    They stand in what is left of a label's merged cell, and are the same in all rows; also in one that has not too
    many cells.  Where there are more of them, the first cell may be one.
    """
    long = [match for match in matches if _length(match) > due]
    if len(long) < MIN_ROWS or not all(_marks(match) >= _length(match) - due for match in long):
        return matches
    marks = frozenset(token.text for match in long for token in match.row.values[: _length(match) - due])
    if len(marks) > 1:
        return matches
    least = min(_length(match) - due for match in long)
    whole = min(match.row.width for match in long)
    return [_without_mark(match, due, least, marks, whole) for match in matches]


def _without_mark(match: Match, due: int, least: int, marks: frozenset[str], whole: int) -> Match:
    """The row without as many marks in front as it has cells too many; if it has none, as the others have at least.

    A row that is as wide as the others has lost no cell; a mark in front of as many cells as are due is its own.
    """
    values = match.row.values
    excess = _length(match) - due
    if excess > 0:
        return _with(match, values[excess:]) if _marks(match) == excess else match
    if 0 < whole <= match.row.width:
        return match
    front = values[:least]
    return _with(match, values[least:]) if len(values) > least and {token.text for token in front} <= marks else match


def _without_spacers(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows without cells that no row fills, if just the cells of the form are left then.

    A row by itself must have them behind or before every cell, and several cells.
    """
    count, rows = Counter(len(match.row.values) for match in matches).most_common(1)[0]
    usual = [match.row.values for match in matches if len(match.row.values) == count]
    empty = [place for place in range(count) if all(not tokens[place].text for tokens in usual)]
    if count <= due or count - len(empty) != due:
        return matches
    if rows == 1 and (len(matches) > 1 or due < MIN_CELLS or not _alternate(empty, count)):
        return matches
    kept = [place for place in range(count) if place not in set(empty)]
    behind = len(empty) if empty[0] > kept[-1] else 0
    return [_only(match, kept, behind) for match in matches]


def _only(match: Match, kept: Sequence[int], behind: int) -> Match:
    """The row with some of its tokens alone, if all others are empty.

    A row of another length, short or long as it is, loses the `behind` cells at its end, so that they do not
    make up for missing ones.
    """
    values = match.row.values
    rest = values[-behind:] if behind else ()
    if behind and len(values) != kept[-1] + 1 + behind:
        return match if any(token.text or token.padding for token in rest) else _with(match, values[:-behind])
    if any(token.text for place, token in enumerate(values) if place not in set(kept)):
        return match
    shown = tuple(values[place] for place in kept if place < len(values))
    return _with(match, shown) if shown else match


def _alternate(empty: Sequence[int], count: int) -> bool:
    """Tell whether every other cell is empty."""
    return list(empty) in (list(range(0, count, 2)), list(range(1, count, 2)))


def _with(match: Match, values: tuple[Token, ...]) -> Match:
    return match._replace(row=attrs.evolve(match.row, values=values))


def _length(match: Match) -> int:
    """Number of tokens in front of the filling."""
    values = match.row.values
    return next((place for place in range(len(values), 0, -1) if not values[place - 1].padding), 0)


def _empty_end(match: Match) -> int:
    """How many empty cells stand at the end of a row; mere filling is none."""
    behind = reversed(match.row.values)
    return next((place for place, token in enumerate(behind) if token.text or token.padding), len(match.row.values))


def _marks(match: Match) -> int:
    """How many marks or empty cells stand in front of the first number."""
    values = match.row.values
    return next((place for place, token in enumerate(values) if not is_mark(token)), len(values))

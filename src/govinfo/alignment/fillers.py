"""Cells that stand in every row of a block and are always empty, such as spacers between columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from govinfo.alignment.rows import Match

MIN_ROWS = 4
"""So many rows must be of the same length to show that a column is missing."""


def without_fillers(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows of a block without cells that no row fills, if just the cells of the form are left then.

    A row by itself must have them behind or before every cell.
    """
    matches = _without_empty_end(_unpadded(matches, due), due)
    count, rows = Counter(len(match.row.values) for match in matches).most_common(1)[0]
    if count <= due:
        return matches
    usual = [match.row.values for match in matches if len(match.row.values) == count]
    empty = [place for place in range(count) if all(not tokens[place].text for tokens in usual)]
    if count - len(empty) != due or (rows == 1 and not _alternates(empty, count)):
        return matches
    kept = [place for place in range(count) if place not in set(empty)]
    behind = empty[0] > kept[-1]
    return [
        _only(match, kept) if len(match.row.values) == count else _shorter(match, len(empty)) if behind else match
        for match in matches
    ]


def _without_empty_end(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows without the empty cells in which all of them end, if there are rows with too many cells."""
    lengths = [len(match.row.values) for match in matches]
    ends = [min(_empty_end(match) for match in matches), max(lengths) - due]
    fillers = min(*ends, min(lengths) - 1)
    if len(matches) < MIN_ROWS or fillers < 1:
        return matches
    return [attrs.evolve(match, row=attrs.evolve(match.row, values=match.row.values[:-fillers])) for match in matches]


def _empty_end(match: Match) -> int:
    """How many empty cells stand at the end of a row; mere filling is none."""
    behind = reversed(match.row.values)
    return next((place for place, token in enumerate(behind) if token.text or token.padding), len(match.row.values))


def _unpadded(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows without the filling at their ends, if most rows are too short by the same number of cells.

    It is not likely that the last cell is empty in most rows of a table; a column is missing.
    """
    lengths = [_length(match) for match in matches if any(token.text for token in match.row.values)]
    usual = Counter(lengths).most_common(1)[0] if lengths else (due, 0)
    if usual[0] >= due or usual[1] < MIN_ROWS:
        return matches
    return [
        attrs.evolve(match, row=attrs.evolve(match.row, values=match.row.values[: _length(match)] or match.row.values))
        for match in matches
    ]


def _length(match: Match) -> int:
    """Number of tokens in front of the filling."""
    values = match.row.values
    return next((place for place in range(len(values), 0, -1) if not values[place - 1].padding), 0)


def _alternates(empty: Sequence[int], count: int) -> bool:
    """Tell whether every other cell is empty."""
    return list(empty) in (list(range(0, count, 2)), list(range(1, count, 2)))


def _shorter(match: Match, fillers: int) -> Match:
    """The row without the fillers at its end; it is short or long, and must not get its length by them."""
    values = match.row.values
    empty = not any(token.text for token in values[-fillers:])
    return attrs.evolve(match, row=attrs.evolve(match.row, values=values[:-fillers])) if empty else match


def _only(match: Match, kept: Sequence[int]) -> Match:
    values = match.row.values
    row = attrs.evolve(match.row, values=tuple(values[place] for place in kept))
    return attrs.evolve(match, row=row)

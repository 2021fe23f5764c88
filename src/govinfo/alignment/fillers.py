"""Cells that stand in every row of a block and are always empty, such as spacers between columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from govinfo.alignment.rows import Match


def without_fillers(matches: Sequence[Match], due: int) -> Sequence[Match]:
    """The rows of a block without cells that no row fills, if just the cells of the form are left then.

    A row by itself must have them behind or before every cell.
    """
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

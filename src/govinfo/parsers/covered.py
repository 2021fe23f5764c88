"""Whether the rows of a text keep empty cells where a merged cell covers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from govinfo.alignment.strip import Token
from govinfo.text.numbers import is_value

MIN_ROWS = 3
"""So many rows with an empty cell left of their label show it."""


def keeps_columns(rows: Iterable[Sequence[str]]) -> bool:
    """Tell whether the texts of rows stand in the columns of the table, so that none at the end is filling.

    An empty cell left of a label is covered by the merged label of its group; one behind it may just be empty.
    """
    count = 0
    for row in rows:
        first = next((place for place, text in enumerate(row) if text and is_value(text)), 0)
        label = next((place for place in range(first - 1, -1, -1) if row[place]), 0)
        count += "" in row[:label]
    return count >= MIN_ROWS


def in_columns(row: Sequence[Token]) -> tuple[Token, ...]:
    """The cells of a row with the numbers of their columns."""
    return tuple(attrs.evolve(token, column=place, padding=False) for place, token in enumerate(row))

"""Whether the rows of a text keep empty cells where a merged cell covers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from govinfo.alignment.strip import Row, Token
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


def with_filling(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with empty cells at their ends marked as filling that stand below empty cells of the header.

    The header is all rows right above without a number.  A row with fewer cells than it has lost one, so that an empty
    one at its end may stand for any.
    """
    width = end = 0
    below = True
    for row in rows:
        tokens, filling = row.tokens, 0
        if not any(token.text and token.is_number for token in tokens):
            last = max((place for place, token in enumerate(tokens) if token.text), default=-1) + 1
            goes_on = not below and len(tokens) == width
            width, end, below = len(tokens), max(end, last) if goes_on else last, False
        else:
            below = True
            empty = next((place for place, token in enumerate(reversed(tokens)) if token.text), len(tokens))
            if row.explicit and len(tokens) < width:
                filling = empty
            elif row.explicit and len(tokens) == width and empty >= width - end:
                filling = width - end
        kept = len(tokens) - filling
        marked = tuple(attrs.evolve(token, padding=True) for token in tokens[kept:])
        yield Row((*tokens[:kept], *marked), row.bounds, row.table, row.block) if filling else row

"""Empty columns between the columns of a table, as pages and office programs set them for the distance alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from govinfo.alignment.strip import Row, Token

MIN_LABELS = 3
"""So many labels in a row without numbers, with an empty cell between any two, show the columns between."""


def without_spacers(strip: Sequence[Row]) -> Sequence[Row]:
    """The strip without such columns; as many rows as before.

    In every row of such a table every other cell is empty, and in a row of its header those between are labels.
    """
    return [row for of_table, rows in groupby(strip, _table) for row in _without(list(rows), of_table)]


_Table = tuple[int | None, int | None] | None


def _table(row: Row) -> _Table:
    """What the rows of one table have in common; None for a row that is of none."""
    return (row.table, row.block) if row.explicit and len(row.texts) > 1 else None


def _without(rows: Sequence[Row], table: _Table) -> Iterator[Row]:
    first = next((first for first in (0, 1) if table and _are_spaced(rows, first)), None)
    yield from rows if first is None else (row.with_tokens(row.tokens[first::2]) for row in rows)


def _are_spaced(rows: Sequence[Row], first: int) -> bool:
    """Tell whether all cells but those in every other place, from the first on, are spacers."""
    return not any(any(row.texts[1 - first :: 2]) for row in rows) and any(
        _are_labels(row.tokens[first::2]) for row in rows
    )


def _are_labels(tokens: Sequence[Token]) -> bool:
    """Tell whether some tokens are labels, with nothing but filling behind them."""
    count = next((place for place, token in enumerate(tokens) if not token.text), len(tokens))
    filled = [token for token in tokens if token.text]
    return count == len(filled) >= MIN_LABELS and not any(token.is_number for token in filled)

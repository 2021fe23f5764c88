"""Which columns of a header have numbers below them, as far as their number tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from govinfo.alignment.columns import SUBTOTALS, Header
from govinfo.alignment.fillers import MIN_ROWS
from govinfo.alignment.strip import Token
from govinfo.forms import Column
from govinfo.text.fold import fold


def as_printed(header: Header, rows: Sequence[Sequence[Token]]) -> Header:
    """The header with the columns that most rows of its block show by their number of cells.

    Words in the header that are no subtotal may head no column.  A column of the form whose label is not
    printed may be missing as a whole.

    Args:
        header: the header as read.
        rows: the tokens behind the labels of the rows.
    """
    if header.clean or not header.certain:
        return header
    lengths = Counter(sum(not token.padding for token in row) for row in rows)
    usual = max(lengths, key=lambda length: (lengths[length], length))
    words = [leaf for leaf in header.order if isinstance(leaf, Token)]
    leaves = tuple(leaf for leaf in header.order if isinstance(leaf, Column))
    if words:
        summed = any(fold(word.text) in SUBTOTALS for word in words)
        least = len(leaves) + 1 if summed else len(leaves)
        if usual == len(header.order) or usual < least:
            return (
                header if all(_is_column(header, word, rows) for word in words) else attrs.evolve(header, certain=False)
            )
        return attrs.evolve(header, order=leaves, inferred=len(rows) < MIN_ROWS)
    unseen = {id(label.column) for label in header.labels if label.token is None}
    shown = tuple(leaf for leaf in leaves if id(leaf) not in unseen)
    if header.found and usual == len(shown) < len(leaves):
        return attrs.evolve(header, order=shown)
    return header


def _is_column(header: Header, word: Token, rows: Sequence[Sequence[Token]]) -> bool:
    """Tell whether a text that the form does not have heads a column of its own.

    It is a subtotal, it stands in one row with labels of columns, or nothing is printed below it; one in a row
    below may divide their columns, as this year and the last do.
    """
    place, number = word.source, header.order.index(word)
    beside = {(label.token.source.table, label.token.source.row) for label in header.labels if label.token}
    if fold(word.text) in SUBTOTALS or (place.row is not None and (place.table, place.row) in beside):
        return True
    return not any(token.text for row in rows for token in row[number : number + 1])

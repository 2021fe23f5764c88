"""Labels that run over several lines, down to one character a line as in narrow columns."""

from __future__ import annotations

from collections.abc import Container, Sequence

import attrs

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Row
from govinfo.text.fold import fold
from govinfo.text.numbers import PLACEHOLDERS, is_value

MAX_LABEL = 48
"""Longest label that is looked for, in characters; the longest official one has 37."""

_POINTS = frozenset(".．、)）")


def mended(strip: Sequence[Row], indexes: Sequence[LabelIndex]) -> Sequence[Row]:
    """The strip with such labels put together in the row of their last piece; as many rows as before.

    The first piece ends a row, the last begins one, and those between are rows of their own.  Only pieces that make
    a label together are joined, the longest from each place.

    Args:
        strip: the document.
        indexes: the labels of the forms.
    """
    if all(row.block is not None for row in strip):
        return strip
    known = frozenset[str]().union(*(index.vocabulary | index.headings.keys() for index in indexes))
    rows = list(strip)
    for place, row in enumerate(strip[:-1]):
        if not _may_begin(rows[place]):
            continue
        last, text = _last(rows, place, known)
        if last == place:
            continue
        begin = rows[place].tokens[-1]
        rows[place] = row.with_tokens(rows[place].tokens[:-1])
        for between in range(place + 1, last):
            rows[between] = rows[between].with_tokens(())
        rows[last] = rows[last].with_tokens((attrs.evolve(begin, text=text), *rows[last].tokens[1:]))
    return rows


def _may_begin(row: Row) -> bool:
    """Tell whether the last cell of a row of text may be the beginning of a label: words, or one character alone."""
    if row.block is not None or not row.tokens:
        return False
    text = row.tokens[-1].text
    return 0 < len(text) <= MAX_LABEL and (not is_value(text) or len(row.tokens) == len(text) == 1)


def _last(rows: Sequence[Row], place: int, known: Container[str]) -> tuple[int, str]:
    """The row of the last piece of a label that begins at the end of a row, and the label."""
    text = rows[place].tokens[-1].text
    found = place, text
    for below in range(place + 1, len(rows)):
        tokens = rows[below].tokens
        piece = tokens[0].text if tokens else ""
        if not piece or len(text) + len(piece) > MAX_LABEL or any(char.isdigit() for char in piece):
            break
        if text.isdigit() and piece[0] not in _POINTS:
            break
        text += piece
        if fold(text) in known and (piece.isalpha() or piece not in PLACEHOLDERS):
            found = below, text
        if len(tokens) > 1:
            break
    return found

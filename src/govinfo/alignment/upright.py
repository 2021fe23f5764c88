"""Labels that run over several lines, down to one character a line as in narrow columns."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Row
from govinfo.text.fold import fold

MAX_LABEL = 48
"""Longest label that is looked for, in characters; the longest official one has 37."""


def mended(strip: Sequence[Row], index: LabelIndex) -> Sequence[Row]:
    """The strip with such labels put together in the row of their last piece; as many rows as before.

    The first piece ends a row, the last begins one, and those between are rows of their own.  Only pieces that make
    a label of the form together are joined, the longest from each place.
    """
    rows = list(strip)
    for place, row in enumerate(strip[:-1]):
        if not _may_begin(rows[place], index):
            continue
        last, text = _last(rows, place, index)
        if last == place:
            continue
        begin = rows[place].tokens[-1]
        rows[place] = row._replace(tokens=rows[place].tokens[:-1])
        for between in range(place + 1, last):
            rows[between] = rows[between]._replace(tokens=())
        rows[last] = rows[last]._replace(tokens=(attrs.evolve(begin, text=text), *rows[last].tokens[1:]))
    return rows


def _may_begin(row: Row, index: LabelIndex) -> bool:
    """Tell whether the last cell of a row of text may be the beginning of a label and is none itself."""
    if row.block is not None or not row.tokens:
        return False
    token = row.tokens[-1]
    return 0 < len(token.text) <= MAX_LABEL and not token.is_number and not _is_label(token.text, index)


def _last(rows: Sequence[Row], place: int, index: LabelIndex) -> tuple[int, str]:
    """The row of the last piece of a label that begins at the end of a row, and the label."""
    text = rows[place].tokens[-1].text
    found = place, text
    for below in range(place + 1, len(rows)):
        tokens = rows[below].tokens
        if not tokens or tokens[0].is_number or len(text) + len(tokens[0].text) > MAX_LABEL:
            break
        text += tokens[0].text
        if _is_label(text, index):
            found = below, text
        if len(tokens) > 1:
            break
    return found


def _is_label(text: str, index: LabelIndex) -> bool:
    key = fold(text)
    return key in index.rows or key in index.other or key in index.headings

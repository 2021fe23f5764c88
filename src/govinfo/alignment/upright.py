"""Labels printed one character a line, as in narrow columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Row, Token
from govinfo.text.fold import fold

MIN_RUN = 2
"""So many single characters one below the other may be a label; the shortest label has two."""

MAX_LABEL = 24
"""Longest label that is looked for, in characters."""


def mended(strip: Sequence[Row], index: LabelIndex) -> Sequence[Row]:
    """The strip with such labels put together in the row of their last character; as many rows as before.

    Only characters that make a label of the form together are joined.
    """
    single = [_is_single(row) for row in strip]
    if True not in single:
        return strip
    rows = list(strip)
    for start, stop in _runs(strip, single):
        tokens = [row.tokens[0] for row in strip[start:stop]]
        for first, last in _labels(tokens, index):
            row = strip[start + last - 1]
            text = "".join([token.text for token in tokens[first:last]])
            rows[start + last - 1] = row._replace(tokens=(attrs.evolve(tokens[first], text=text), *row.tokens[1:]))
            for place in range(start + first, start + last - 1):
                rows[place] = rows[place]._replace(tokens=())
    return rows


def _is_single(row: Row) -> bool:
    return len(row.tokens) == 1 and len(row.tokens[0].text) == 1 and not row.tokens[0].is_number


def _runs(strip: Sequence[Row], single: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First row and row behind the last of each run; the last may hold numbers behind its character."""
    start = 0
    while start < len(strip):
        stop = start
        while stop < len(strip) and single[stop]:
            stop += 1
        if stop > start:
            tokens = strip[stop].tokens if stop < len(strip) else ()
            stop += bool(tokens) and len(tokens[0].text) == 1 and not tokens[0].is_number
            if stop - start >= MIN_RUN:
                yield start, stop
        start = max(stop, start + 1)


def _labels(tokens: Sequence[Token], index: LabelIndex) -> Iterator[tuple[int, int]]:
    """First and behind the last character of each label, the longest first from the left."""
    start = 0
    while start < len(tokens):
        for stop in range(min(start + MAX_LABEL, len(tokens)), start + 1, -1):
            key = fold("".join([token.text for token in tokens[start:stop]]))
            if key in index.rows or key in index.other or key in index.headings:
                yield start, stop
                start = stop
                break
        else:
            start += 1

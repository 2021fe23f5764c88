"""Labels that run over several lines, down to one character a line as in narrow columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import is_

import attrs
import regex

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Row
from govinfo.alignment.survey import Survey
from govinfo.text.fold import fold
from govinfo.text.numbers import PLACEHOLDERS, is_value

MAX_LABEL = 48
"""Longest label that is looked for, in characters; the longest official one has 37."""

_POINTS = frozenset(".．、)）")
_NUMERALS = "0123456789一二三四五六七八九十"
_LETTER = regex.compile(r"[A-Za-z]")


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
    known = _known(*indexes)
    rows = list(strip)
    for place in range(len(rows) - 1):
        _mend(rows, place, known)
    return rows


def mended_around(survey: Survey, indexes: Sequence[LabelIndex]) -> Sequence[Row] | None:
    """The strip with such labels put together around its tables; None where one ends inside of a table.

    Args:
        survey: the document with the tables in which every label is whole.
        indexes: the labels of the forms.
    """
    strip = survey.strip
    if all(row.block is not None for row in strip):
        return strip
    known = _known(*indexes)
    inside = {place for table in survey.tables for place in range(table.start, table.stop)}
    rows = list(strip)
    for place in range(len(rows) - 1):
        if place not in inside and _mend(rows, place, known) in inside:
            return None
    return strip if all(map(is_, rows, strip)) else rows


@attrs.frozen(eq=False)
class _Known:
    """The keys of all labels and headings, and how they begin."""

    keys: frozenset[str]
    beginnings: frozenset[str]

    def may_go_on(self, key: str) -> bool:
        """Tell whether a label may begin with a text of this key.

        Numerals may turn out to be the number in front of a label, and letters to be part of its translation; both
        are left out of its key then.
        """
        return key in self.beginnings or not key.strip(_NUMERALS) or _LETTER.search(key) is not None


@lru_cache(maxsize=8)
def _known(*indexes: LabelIndex) -> _Known:
    keys = frozenset[str]().union(*(index.vocabulary | index.headings.keys() for index in indexes))
    return _Known(keys, frozenset(key[:stop] for key in keys for stop in range(len(key) + 1)))


def _mend(rows: list[Row], place: int, known: _Known) -> int:
    """Put together the label that begins at the end of a row; the row of its last piece."""
    if not _may_begin(rows[place]):
        return place
    last, text = _last(rows, place, known)
    if last > place:
        begin = rows[place].tokens[-1]
        rows[place] = rows[place].with_tokens(rows[place].tokens[:-1])
        for between in range(place + 1, last):
            rows[between] = rows[between].with_tokens(())
        rows[last] = rows[last].with_tokens((attrs.evolve(begin, text=text), *rows[last].tokens[1:]))
    return last


def _may_begin(row: Row) -> bool:
    """Tell whether the last cell of a row of text may be the beginning of a label: words, or one character alone."""
    texts = row.texts
    if row.block is not None or not texts:
        return False
    text = texts[-1]
    return 0 < len(text) <= MAX_LABEL and (not is_value(text) or len(texts) == len(text) == 1)


def _last(rows: Sequence[Row], place: int, known: _Known) -> tuple[int, str]:
    """The row of the last piece of a label that begins at the end of a row, and the label."""
    text = rows[place].texts[-1]
    found = place, text
    key = fold(text)
    for below in range(place + 1, len(rows)):
        texts = rows[below].texts
        piece = texts[0] if texts else ""
        if not piece or not known.may_go_on(key) or len(text) + len(piece) > MAX_LABEL:
            break
        if (text.isdigit() and piece[0] not in _POINTS) or any(map(str.isdigit, piece)):
            break
        text += piece
        key = fold(text)
        if key in known.keys and (piece.isalpha() or piece not in PLACEHOLDERS):
            found = below, text
        if len(texts) > 1:
            break
    return found

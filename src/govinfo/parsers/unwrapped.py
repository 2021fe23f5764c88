"""Lines broken at a fixed width, whatever stands there: rows of cells put together again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs
import regex

from govinfo.alignment.strip import Row, Token
from govinfo.document import Paragraph
from govinfo.source import Source
from govinfo.text.numbers import is_value
from govinfo.text.width import width

MIN_FULL = 3
"""So many lines of the same greatest length at least show that lines were broken there."""

NEAR = 5
"""Lines shorter by so many characters at most are fewer than half of these."""

MOST = 0.85
"""Share of such lines that may end with a mark or a blank; rows that are filled up to a length all do."""

INSIDE, ELSEWHERE = 0.3, 0.2
"""Least share of the lines below them that begin inside a row, and the largest of other lines that do."""

_LABEL = regex.compile(r"\s*[（(]?[0-9一二三四五六七八九十]{1,3}[)）.．、]\s*\p{Han}")
"""The beginning of a numbered label or heading."""

_WORD = regex.compile(r"[\p{Han}（“]")


@attrs.frozen(eq=False)
class Unwrapped:
    """The lines of a text, those put together that were broken.

    Attributes:
        lines: the lines; what was joined has the place of its first piece.
        pieces: for the number of such a line, where each piece begins in it, and the number of the piece's line.
    """

    lines: Sequence[Paragraph]
    pieces: Mapping[int, Sequence[tuple[int, int]]]

    def placed(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Rows made of the lines, with the places at which their tokens are printed."""
        if not self.pieces:
            return rows
        return [Row(tuple(map(self._placed, row.tokens)), row.bounds, row.table, row.block) for row in rows]

    def _placed(self, token: Token) -> Token:
        place = token.source
        pieces = self.pieces.get(place.line or 0)
        if pieces is None or place.column is None or place.end_column is None:
            return token
        number = bisect_right(pieces, (place.column - 1, len(pieces) + (place.line or 0))) - 1
        begin, line = pieces[number]
        end = pieces[number + 1][0] if number + 1 < len(pieces) else place.end_column - 1
        stop = min(place.end_column - 1, end) - begin + 1
        return attrs.evolve(token, source=Source(line, place.column - begin, stop))


def unwrapped(lines: Sequence[Paragraph], marks: str, *, even: bool = False) -> Unwrapped:
    """Join lines of cells with what was broken off them; digits from both sides keep a blank between.

    Where nothing shows that lines were broken at a width, only digits alone below the longest lines are joined so, as
    they may be the rest of a number.

    Args:
        lines: the lines of a text.
        marks: the characters that separate cells.
        even: whether each line is known to be a row.
    """
    if not any(mark in line.text for line in lines for mark in marks):
        return Unwrapped(lines, {})
    texts = [line.text for line in lines]
    size = _Width.of(texts, marks)
    if even:
        size = attrs.evolve(size, certain=False)
    if not size.certain and not any(map(_is_torn, texts, texts[1:])):
        return Unwrapped(lines, {})
    found: list[Paragraph] = []
    pieces: dict[int, list[tuple[int, int]]] = {}
    last: Paragraph | None = None
    for line in lines:
        if last is not None and _may_go_on(last, line, size) and _is_broken(found[-1], last, line, size, marks):
            row = found[-1]
            gap = " " if _is_torn(row.text, line.text) else ""
            first = row.source.line or 0
            pieces.setdefault(first, [(0, first)]).append((len(row.text) + len(gap), line.source.line or 0))
            found[-1] = attrs.evolve(row, text=f"{row.text}{gap}{line.text}")
        else:
            found.append(line)
        last = line
    return Unwrapped(found if pieces else lines, pieces)


@attrs.frozen
class _Width:
    """The greatest length of lines, in characters or columns, and whether lines were broken at it."""

    longest: int
    widest: int
    in_columns: bool
    certain: bool = False

    @classmethod
    def of(cls, texts: Sequence[str], marks: str) -> _Width:
        lengths = list(map(len, texts))
        longest = max(lengths)
        # A character takes two columns at most, so that shorter lines are not nearly as wide as the longest.
        widths = [_columns(text) for text in texts if 2 * len(text) + NEAR >= longest]
        widest = max(widths)
        even = [min(columns + 1, widest) if columns >= widest - 1 else columns for columns in widths]
        in_columns = even.count(widest) > lengths.count(longest)
        size = cls(longest, widest, in_columns)
        shown = _is_frequent(even, widest) if in_columns else _is_frequent(lengths, longest)
        return attrs.evolve(size, certain=shown and size.tells(texts, marks))

    def is_full(self, text: str, below: str) -> bool:
        """Tell whether the next line's first character would not have fitted behind a line."""
        if self.in_columns:
            return self.widest - _columns(text) < _columns(below[0])
        return len(text) == self.longest

    def tells(self, texts: Sequence[str], marks: str) -> bool:
        """Tell whether lines of the greatest length end anywhere in a cell, and rows go on below them.

        Rows that are filled up to a length have their marks below each other, or end with one or with a blank.
        """
        pairs = list(pairwise(texts))
        full = [(text, below) for text, below in pairs if self.is_full(text, below)]
        cells = [text for text, _ in full if any(mark in text for mark in marks)]
        inside = sum(_begins_inside(below, marks) for _, below in full)
        others = sum(_begins_inside(below, marks) for _, below in pairs) - inside
        places = Counter(tuple(place for place, char in enumerate(text) if char in marks) for text in cells)
        return (
            inside >= INSIDE * len(full) > 0
            and others <= ELSEWHERE * (len(pairs) - len(full))
            and sum(text[-1] in f"{marks} " for text in cells) <= MOST * len(cells)
            and (len(cells) < 2 or max(places.values()) * 2 <= len(cells))
        )


def _is_frequent(lengths: Sequence[int], longest: int) -> bool:
    """Tell whether many lines have the greatest length, and fewer one that is a little less."""
    counts = Counter(lengths)
    return counts[longest] >= max(MIN_FULL, *(2 * counts[longest - less] for less in range(1, NEAR + 1)))


def _columns(text: str) -> int:
    """The columns that a text takes, a tab being one of them as for programs that break lines."""
    return sum(map(width, text)) + text.count("\t")


def _begins_inside(text: str, marks: str) -> bool:
    """Tell whether a line begins with a mark, or with a number that is not that of a label."""
    first = text.lstrip(" ")[:1] or " "
    return first in marks or (first.isdigit() and not _LABEL.match(text))


def _may_go_on(last: Paragraph, line: Paragraph, size: _Width) -> bool:
    """Tell whether a line may be the rest of the one above: digits below digits, if the width is not certain."""
    return size.certain or _is_torn(last.text, line.text)


def _is_broken(row: Paragraph, last: Paragraph, line: Paragraph, size: _Width, marks: str) -> bool:
    """Tell whether a line is the rest of a row, the last piece of which stands right above it."""
    if (line.source.line or 0) - (last.source.line or 0) != 1 or not any(mark in row.text for mark in marks):
        return False
    if not size.certain:
        longest = len(last.text) == size.longest or size.is_full(last.text, line.text)
        return longest and not _WORD.search(line.text)
    return size.is_full(last.text, line.text) and _goes_on(row.text, line.text, marks)


def _is_torn(text: str, below: str) -> bool:
    return text[-1].isdigit() and below[0].isdigit()


def _goes_on(text: str, below: str, marks: str) -> bool:
    """Tell whether a row of cells goes on in the next line; behind a number no row goes on with words."""
    cell = max(text.rfind(mark) for mark in marks) + 1
    if not text[cell:].strip() or not is_value(text[cell:].strip()):
        return True
    below = below.lstrip(" ")
    return below.startswith(tuple(marks)) or not (_LABEL.match(below) or _WORD.match(below))

"""Tables that are printed just as the form prints them: known at sight, row by row.

Most reports keep to the official tables word for word.  Where every row of a table has the official labels in their
order and as many cells as are due, nothing needs to be searched for.  Where a layout shows no ends of rows, so do the
rows that are inferred: each label alone, and the last in front of the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs

from govinfo.alignment.patterns import Line, Pattern
from govinfo.alignment.strip import Row
from govinfo.text.fold import fold
from govinfo.text.numbers import MAX_TEXT, is_value


@attrs.frozen(eq=False)
class UsualTable:
    """Where in a strip a table stands that is printed as the form prints it.

    Attributes:
        pattern: the table.
        start: the number of its first row in the strip.
        rows: its rows, without filling at their ends.
    """

    pattern: Pattern
    start: int
    rows: Sequence[Row]

    @property
    def stop(self) -> int:
        """The row behind its last."""
        return self.start + len(self.pattern.lines)


def usual_at(strip: Sequence[Row], place: int, patterns: Iterable[Pattern]) -> UsualTable | None:
    """The table that begins at a row of a strip and is printed as one of some patterns; None if there is none."""
    return next(filter(None, (_table(strip, place, pattern) for pattern in patterns)), None)


def _table(strip: Sequence[Row], start: int, pattern: Pattern) -> UsualTable | None:
    """The table that begins at a row, if its rows are those of the pattern; forms differ most at their ends."""
    bounds = strip[start].bounds
    rows = strip[start : start + len(pattern.lines)]
    if bounds not in pattern.bounds or len(rows) < len(pattern.lines):
        return None
    printed = []
    for row, line in zip(reversed(rows), reversed(pattern.lines), strict=True):
        whole = _without_filling(row, line)
        if row.bounds != bounds or whole is None or not _is_line(whole, line):
            return None
        printed.append(whole)
    return UsualTable(pattern, start, printed[::-1])


def _without_filling(row: Row, line: Line) -> Row | None:
    """The row without the filling behind its numbers; None where there is too much of it."""
    texts = row.texts
    if row.block is not None or not texts or texts[-1]:
        return row
    count = min(row.filling, max(len(texts) - len(line.keys) - line.due, 0))
    if count > line.room:
        return None
    return row.without_last(count) if count else row


def _is_line(row: Row, line: Line) -> bool:
    """Tell whether a row has the labels of a line, and right behind them its numbers, one of them at least."""
    texts = row.texts
    count = len(texts) - line.due
    if count < len(line.keys) or _keys(tuple(texts[:count])) != line.keys:
        return False
    return not line.due or ((not count or bool(line.keys and texts[count - 1])) and _are_values(texts[count:]))


@lru_cache(maxsize=1024)
def _keys(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([fold(text) for text in labels if text])


def _are_values(texts: Sequence[str]) -> bool:
    """Tell whether texts are numbers, marks or empty, and not all of them empty."""
    whole = "".join(texts)
    if whole.isdigit() and whole.isascii() and len(whole) <= MAX_TEXT:
        return True
    return bool(whole) and all(not text or is_value(text) for text in texts)

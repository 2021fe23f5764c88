"""Lines of text as they stand on a screen or page: each character at its column."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

import attrs

from govinfo.document import Paragraph
from govinfo.text.width import width

TAB = 8
"""Columns between tab stops."""


@attrs.frozen(slots=False, eq=False)
class Drawn:
    """A line with the columns of its characters, counted from 0."""

    line: Paragraph

    @cached_property
    def starts(self) -> list[int]:
        """The column at which each character starts, and at the end the column behind the last."""
        text = self.line.text
        if "\t" not in text:
            return list(accumulate(map(width, text), initial=0))
        starts = [0]
        for char in text:
            last = starts[-1]
            starts.append(last + TAB - last % TAB if char == "\t" else last + width(char))
        return starts

    @property
    def end(self) -> int:
        """The column behind the last character."""
        return self.starts[-1]

    def offset(self, column: int) -> int:
        """The offset of the first character that starts at a column or behind it."""
        return min(bisect_left(self.starts, column), len(self.line.text))

    def text(self, start: int, stop: int) -> str:
        """The characters that start between two columns."""
        return self.line.text[self.offset(start) : self.offset(stop)]

"""Where no rule separates the rows of a drawn table: whether a line goes on with the row above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from govinfo.parsers.borders import Ruled
from govinfo.parsers.gather import begins_label
from govinfo.text.fold import MAX_LABEL, split_number
from govinfo.text.numbers import is_value
from govinfo.text.width import width

ROUNDED = 2
"""By so much the bars of cells over several columns may be off, whose widths were rounded one by one."""


@attrs.define(eq=False)
class _Group:
    """The lines of a row, as far as it is known.

    Attributes:
        lines: its lines.
        first: how many of its cells stand left of the numbers.
        label: which of them holds the label; None where none does.
        numbered: whether its first line has numbers.
        text: the pieces of the label; of what is too long for one, the beginning.
    """

    lines: list[Ruled]
    first: int
    label: int | None
    numbered: bool
    text: str

    @classmethod
    def of(cls, line: Ruled, left: int) -> _Group:
        """The row that a line begins."""
        first = sum(bar < left - ROUNDED for bar in line.bars)
        label = max((place for place, text in enumerate(line.texts[:first]) if text), default=None)
        numbered = any(text and is_value(text) for text in line.texts[first:])
        return cls([line], first, label, numbered, "" if label is None else line.texts[label])

    def add(self, line: Ruled) -> None:
        """Add a line."""
        self.lines.append(line)
        if self.label is not None and len(self.text) <= MAX_LABEL:
            self.text += line.texts[self.label]


def wrapped(lines: Sequence[Ruled]) -> list[list[Ruled]]:
    """Lines that no rule separates, in groups that make a row."""
    groups: list[_Group] = []
    left = _left(lines)
    for line in lines:
        if groups and groups[-1].lines[-1].bars == line.bars and _goes_on(groups[-1], line):
            groups[-1].add(line)
        else:
            groups.append(_Group.of(line, left))
    return [group.lines for group in groups]


def _left(lines: Sequence[Ruled]) -> int:
    """The place of the bar left of the first number in most lines with numbers; 0 where there are none."""
    bars = (
        next((bar for bar, text in zip(line.bars, line.texts, strict=False) if text and is_value(text)), None)
        for line in lines
    )
    counts = Counter(bar for bar in bars if bar is not None)
    return counts.most_common(1)[0][0] if counts else 0


def _goes_on(above: _Group, line: Ruled) -> bool:
    """Tell whether a line is part of the row above.

    Below a row with numbers its label tells: what goes on with the label above, or has none and no number in front of
    other words, is part of that row, and what begins with a label is none.  Other lines are, where every text stands
    under one that fills its cell, and so is one with a label where some cells are empty: its row would be named too.
    """
    own, first, last = line.texts, above.first, above.lines[-1]
    if above.label is None or not above.numbered:
        return _is_under_full(last, line) and (above.numbered or not all(own) or not any(map(is_value, own)))
    label = own[above.label]
    if begins_label(above.text + label):
        return True
    if begins_label(label):
        return any(own[first:]) and not all(own[first:]) and _is_under_full(last, line)
    if not label or not any(own[first:]):
        return not any(split_number(text)[0] for text in own[:first])
    return not all(own) and _is_under_full(last, line)


def _is_under_full(above: Ruled, line: Ruled) -> bool:
    """Tell whether every text of a line stands under a text that fills its cell."""
    for start, stop in pairwise(line.bars):
        text = line.drawn.text(start + 1, stop).strip()
        if text:
            upper = above.drawn.text(start + 1, stop).rstrip()
            room = stop - start - 1 - sum(map(width, upper))
            if not upper.strip() or room - 1 >= width(text[0]):
                return False
    return True

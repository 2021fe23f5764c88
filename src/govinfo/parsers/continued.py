"""Where no rule separates the rows of a drawn table: whether a line goes on with the row above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govinfo.parsers.borders import Ruled
from govinfo.parsers.canvas import width
from govinfo.parsers.gather import begins_label
from govinfo.text.fold import split_number
from govinfo.text.numbers import is_value

ROUNDED = 2
"""By so much the bars of cells over several columns may be off, whose widths were rounded one by one."""


def wrapped(lines: Sequence[Ruled]) -> list[list[Ruled]]:
    """Lines that no rule separates, in groups that make a row."""
    groups: list[list[Ruled]] = []
    left = _left(lines)
    for line in lines:
        if groups and groups[-1][-1].bars() == line.bars() and _goes_on(groups[-1], line, left):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def texts(line: Ruled) -> list[str]:
    """The texts between the bars of a line."""
    return [line.drawn.text(start + 1, stop).strip() for start, stop in pairwise(line.bars())]


def _left(lines: Sequence[Ruled]) -> int:
    """The place of the bar left of the first number in most lines with numbers; 0 where there are none."""
    bars = (
        next((bar for bar, text in zip(line.bars(), texts(line), strict=False) if text and is_value(text)), None)
        for line in lines
    )
    counts = Counter(bar for bar in bars if bar is not None)
    return counts.most_common(1)[0][0] if counts else 0


def _goes_on(above: Sequence[Ruled], line: Ruled, left: int) -> bool:
    """Tell whether a line is part of the row above.

    Below a row with numbers its label tells: what goes on with the label above, or has none and no number in front of
    other words, is part of that row, and what begins with a label is none.  Other lines are, where every text stands
    under one that fills its cell, and so is one with a label where some cells are empty: its row would be named too.
    """
    own, upper = texts(line), [texts(one) for one in above]
    first = sum(bar < left - ROUNDED for bar in line.bars())
    label = max((place for place, text in enumerate(upper[0][:first]) if text), default=None)
    numbered = any(text and is_value(text) for text in upper[0][first:])
    if label is None or not numbered:
        return _is_under_full(above[-1], line) and (numbered or not all(own) or not any(map(is_value, own)))
    if begins_label("".join([*(row[label] for row in upper), own[label]])):
        return True
    if begins_label(own[label]):
        return any(own[first:]) and not all(own[first:]) and _is_under_full(above[-1], line)
    if not own[label] or not any(own[first:]):
        return not any(split_number(text)[0] for text in own[:first])
    return not all(own) and _is_under_full(above[-1], line)


def _is_under_full(above: Ruled, line: Ruled) -> bool:
    """Tell whether every text of a line stands under a text that fills its cell."""
    for start, stop in pairwise(line.bars()):
        text = line.drawn.text(start + 1, stop).strip()
        if text:
            upper = above.drawn.text(start + 1, stop).rstrip()
            room = stop - start - 1 - sum(map(width, upper))
            if not upper.strip() or room - 1 >= width(text[0]):
                return False
    return True

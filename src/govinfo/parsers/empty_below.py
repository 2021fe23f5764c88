"""Rows between bars whose empty cells stand below them: a bar on a line of its own for each.

Programs that turn web pages into text break the line at an empty paragraph, so that ``规章 | 3 |`` goes on with ``|``
where the next cell is empty, and with ``| 7 |`` where a number stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govinfo.alignment.strip import Row
from govinfo.document import Paragraph
from govinfo.parsers.cut import cut_row, piece
from govinfo.text.numbers import is_value


def groups(lines: Sequence[Paragraph], *, whole: bool) -> Iterator[Sequence[Paragraph]]:
    """The lines, each with those below it that hold its empty cells and what stands behind them.

    Args:
        lines: the lines.
        whole: whether a line may be a whole row.
    """
    texts = [line.text.strip() for line in lines] if whole else []
    if not _are_below(texts):
        yield from ([line] for line in lines)
        return
    group: list[Paragraph] = []
    for line, text in zip(lines, texts, strict=True):
        if group and not (_has_text(group[0].text) and _goes_on(group[-1].text.strip(), text)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def joined(lines: Sequence[Paragraph]) -> Row:
    """The row that stands on several lines; empty cells at its end may be filling."""
    cells: list[tuple[Paragraph, int, int]] = []
    for line in lines:
        start = 0
        for place, cell in enumerate(line.text.split("|")):
            if place or not cells:
                cells.append((line, start, start + len(cell)))
            start += len(cell) + 1
    texts = [line.text[start:stop].strip() for line, start, stop in cells]
    filled = max([place for place, text in enumerate(texts) if text], default=-1)
    count = len(cells) - (not texts[-1])
    cut = [piece(*cell, padding=place > filled) for place, cell in enumerate(cells[:count])]
    return cut_row([text for text, _ in cut], [place for _, place in cut])


def _are_below(texts: Sequence[str]) -> bool:
    """Tell whether empty cells stand below their rows: some do below several cells, and rows do not begin with bars."""
    rows = [text.startswith("|") for text in texts if "|" in text.strip("| ")]
    if not rows or sum(rows) * 2 >= len(rows):
        return False
    below_rows = ((above, below) for above, below in pairwise(texts) if _goes_on(above, below))
    return any("|" in above.strip("| ") or below != "|" for above, below in below_rows)


def _goes_on(above: str, below: str) -> bool:
    """Tell whether a line may be the rest of the row above it: a bar alone, or one with a number behind it."""
    if not (above.endswith("|") and below.startswith("|")):
        return False
    return below == "|" or is_value(below.lstrip("| ").partition("|")[0].strip())


def _has_text(text: str) -> bool:
    return bool(text.strip("| "))

"""Bars that stand alone on the line below the text of their cell, put behind it.

Programs that turn web pages into text write a cell so whose text is a paragraph of its own; some put a bar in front of
each row as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.document import Paragraph
from govinfo.text.numbers import is_value

MIN_CELLS = 12
"""So many cells with a bar below them show that it ends them; lines broken at a width leave a few."""

MIN_NUMBERS = 2
"""So many numbers among them are enough."""

MIN_ROWS = 4
"""So many cells with a bar in front show that one opens each row."""

_SENTENCE_ENDS = ("。", "！", "？")


def with_bars_behind(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The lines, each bar that stands alone below the text of a cell at the end of that text."""
    cells = [line.text for line, below in pairwise(lines) if below.text.strip() == "|" and _is_cell(line.text)]
    if len(cells) < MIN_CELLS and sum(is_value(cell.strip()) for cell in cells) < MIN_NUMBERS:
        return lines
    return list(_closed(lines, opened=sum("|" in cell for cell in cells) >= MIN_ROWS))


def _closed(lines: Sequence[Paragraph], *, opened: bool) -> Iterator[Paragraph]:
    """The lines; where a bar opens each row, that of a row whose first cell is empty stands alone behind a filling."""
    above: Paragraph | None = None
    for line in lines:
        if line.text.strip() == "|" and above is not None:
            if _is_cell(above.text):
                above = attrs.evolve(above, text=f"{above.text.replace('|', ' ').rstrip()} |")
                continue
            if opened and _is_filling(above.text):
                yield above
                above = None
                continue
        if above is not None:
            yield above
        above = line
    if above is not None:
        yield above


def _is_filling(line: str) -> bool:
    return len(line.strip()) > 1 and not line.strip(" |")


def _is_cell(line: str) -> bool:
    """Tell whether a line holds the text of one cell without the bar that ends it."""
    text = line.strip()
    return text not in ("", "|") and "|" not in text[1:] and not text.endswith(_SENTENCE_ENDS)

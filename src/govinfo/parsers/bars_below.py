"""Cells whose closing bars stand on lines of their own, below the text of the cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.document import Paragraph
from govinfo.text.numbers import is_value

MAX_PIECE = 8
"""Longest first line of a cell of two lines, in characters; columns of the forms are two to four characters wide."""


def with_bars(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The lines, each cell with its bar, where most bars stand below their cells; otherwise the lines as they are."""
    if sum(_is_closed_below(line, below) for line, below in pairwise(lines)) <= sum(map(_is_closed, lines)):
        return lines
    return list(_closed([*lines, None]))


def _is_closed(line: Paragraph) -> bool:
    return line.text.rstrip().endswith("|") and not _is_bars(line)


def _is_bars(line: Paragraph) -> bool:
    return line.text.strip(" \t|") == "" and "|" in line.text


def _is_closed_below(line: Paragraph, below: Paragraph) -> bool:
    """Tell whether a line is a cell that the bar below it closes."""
    return below.text.strip() == "|" and not line.text.rstrip().endswith("|")


def _closed(lines: Sequence[Paragraph | None]) -> Iterator[Paragraph]:
    bars = [below is not None and line is not None and _is_closed_below(line, below) for line, below in pairwise(lines)]
    held = ""
    for place, line in enumerate(lines):
        if line is None or (place and bars[place - 1]):
            continue
        below = lines[place + 1]
        if below is not None and not held and bars[place + 1 : place + 2] == [True] and _is_piece(line, below):
            held, first = line.text.rstrip(), line
            continue
        if held:
            line, held = attrs.evolve(first, text=held + line.text.lstrip()), ""
        yield attrs.evolve(line, text=f"{line.text} |") if bars[place] else line


def _is_piece(line: Paragraph, below: Paragraph) -> bool:
    """Tell whether a line may be the beginning of the cell that goes on in the line below."""
    texts = line.text.strip(" \t|"), below.text.strip(" \t|")
    return 0 < len(texts[0]) <= MAX_PIECE and bool(texts[1]) and not any(map(is_value, texts)) and "|" not in line.text

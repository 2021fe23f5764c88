"""Rows and numbers between bars that a line break has torn apart, put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs
import regex

from govinfo.document import Paragraph
from govinfo.parsers.bar_habits import are_closed, with_bars
from govinfo.text.numbers import is_value

_IN_NUMBER = frozenset("0123456789.,")
_PIECE = regex.compile(r"[0-9][0-9.,]*")

MAX_PIECE = 40
"""Longest piece of a cell that a line break may have cut off, in characters."""


def put_together(lines: Sequence[Paragraph], *, even: bool) -> Sequence[Paragraph]:
    """The lines, those joined that a break inside a number has torn apart: ``1`` and ``2 |`` are one cell.

    A row that is not ended by a bar goes on in the next line, where rows are ended by bars; where each line is known
    to be a row, it goes on with digits at most.
    """
    ends = [text for line in lines if (text := line.text.rstrip())[-1:] not in ("|", "")]
    rows_open = any("|" in text for text in ends)
    if not rows_open and (even or not any(text.lstrip().isdigit() for text in ends)):
        return lines
    ended = rows_open and (are_closed(with_bars(lines)) if even else _is_ended(lines))
    return list(_joined(lines, ended=ended, even=even)) if ended or not even else lines


def _joined(lines: Sequence[Paragraph], *, ended: bool, even: bool) -> Iterator[Paragraph]:
    before: Paragraph | None = None
    for line in lines:
        open_end = before is not None and before.text.rstrip()[-1:] not in ("|", "")
        if before is not None and open_end and _is_torn(before.text.strip(), line.text.strip(), ended=ended, even=even):
            apart = before.text.rstrip()[-1:].isdigit() and line.text.lstrip()[:1] not in (".", ",")
            gap = " " if apart else ""
            before = attrs.evolve(before, text=f"{before.text.rstrip()}{gap}{line.text.lstrip()}")
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _is_torn(text: str, below: str, *, ended: bool, even: bool) -> bool:
    first, bar, _ = below.partition("|")
    if len(first) > MAX_PIECE:
        return False
    if "|" in text:
        return ended and bool(first) and (not even or (text[-1].isdigit() and first.strip().isdigit()))
    torn = _PIECE.fullmatch(text) is not None and first[:1] in _IN_NUMBER and is_value(first.strip("., "))
    return not even and bool(bar) and torn


def _is_ended(lines: Sequence[Paragraph]) -> bool:
    """Tell whether rows end with a bar: many lines do, and numbers below numbers seldom stand below such a line.

    Fewer lines may, where numbers stand below most of the others.
    """
    whole = with_bars(lines)
    ends = [line.endswith("|") for line in whole]
    inside = [
        line.endswith("|") for line, below in pairwise(whole) if _goes_on_with_values(below) and _ends_with_value(line)
    ]
    texts = [text for line in lines if (text := line.text.strip())]
    below_open = [
        _goes_on_with_values(below) for line, below in pairwise(texts) if "|" in line and not line.endswith("|")
    ]
    many = sum(ends) * 4 > len(ends) or (any(ends) and sum(below_open) * 2 > len(below_open))
    return many and sum(inside) * 2 <= len(inside)


def _goes_on_with_values(text: str) -> bool:
    """Tell whether a line begins with a number and holds no words, as the rest of a row does."""
    cells = [cell.strip() for cell in text.strip("| ").split("|")]
    return bool(cells[0]) and all(not cell or is_value(cell) for cell in cells)


def _ends_with_value(text: str) -> bool:
    return is_value(text.strip("| ").rpartition("|")[2].strip())

"""Whether the labels and the numbers of a text come apart, as where the columns of a page were not kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

import regex

from govinfo.document import Document, Paragraph
from govinfo.parsers.gather import WINDOW, begins_label, rests
from govinfo.text.fold import fold

MIN_NUMBERS = 12
"""So many lines with one number and nothing else make this layout, if other lines hold a label with a number."""

MIN_TORN = 2
"""So many labels at least have numbers between their pieces where labels and numbers come apart."""

MIN_TOGETHER = 30
"""So many numbers at least follow each other without a label where they come apart; rows have at most 15."""

_NUMBERS = regex.compile(r"[0-9][0-9.,]*(?:[ \u00a0\u3000]+[0-9][0-9.,]*)*")
_MIXED = regex.compile(r"\f?\s*(?P<label>[^\s|][^\t|]{1,59}?)(?P<numbers>(?:[ \u3000][0-9][0-9.,]*){1,14})")


def numbers_alone(document: Document) -> list[int]:
    """How many numbers stand on each line that holds nothing else; none where bars or tabs end the cells."""
    if document.text.count("|") + document.text.count("\t") >= MIN_NUMBERS:
        return []
    return [_count(line.text.strip()) for line in document.lines]


def _count(text: str) -> int:
    if text.isdigit() and text.isascii():
        return 1
    return len(text.split()) if text[:1].isdigit() and _NUMBERS.fullmatch(text) else 0


def is_scattered(lines: Sequence[Paragraph], counts: Sequence[int]) -> bool:
    """Tell whether most numbers stand alone on their lines, and labels come apart from them.

    Then some numbers stand behind the label of a row, or between its pieces, or many without any label.

    Args:
        lines: the lines.
        counts: how many numbers stand alone on each; see `numbers_alone`.
    """
    alone = [count == 1 for count in counts]
    if sum(alone) < MIN_NUMBERS:
        return False
    others = [place for place, one in enumerate(alone) if not one]
    ends = [text for place in others if (text := lines[place].text)[-1:].isdigit()]
    mixed = [found for text in ends if (found := _MIXED.fullmatch(text)) and _is_row(found["label"])]
    if sum(alone) <= 2 * sum(len(found["numbers"].split()) for found in mixed):
        return False
    return bool(mixed) or _longest(alone) >= MIN_TOGETHER or sum(_torn(lines, alone, others)) >= MIN_TORN


def has_long_runs(counts: Sequence[int], usual: int, widths: Collection[int]) -> bool:
    """Tell whether numbers without words follow each other, more than in a usual row and not as many as in any other.

    Args:
        counts: how many numbers stand alone on each line; see `numbers_alone`.
        usual: how many cells most rows have.
        widths: how many cells the rows have.
    """
    runs = {sum(run) for filled, run in groupby(counts, bool) if filled}
    return any(run > usual and run not in widths for run in runs)


def _longest(alone: Sequence[bool]) -> int:
    """How many lines with a number and nothing else follow each other."""
    return max(map(len, bytes(alone).split(b"\0")))


def _torn(lines: Sequence[Paragraph], alone: Sequence[bool], others: Sequence[int]) -> Iterator[bool]:
    """Tell of each line that begins a label whether it ends on another line with numbers between.

    Args:
        lines: the lines.
        alone: which of them are a number and nothing else.
        others: the numbers of the others.
    """
    for place in others:
        lacking = rests(lines[place].text)
        if lacking:
            below = lines[place + 1 : place + 1 + WINDOW]
            ends = next((number for number, other in enumerate(below) if fold(other.text) in lacking), 0)
            yield any(alone[place + 1 : place + 1 + ends])


def _is_row(text: str) -> bool:
    """Tell whether a text ends with the label of a row, or with the beginning of one."""
    return any(map(begins_label, text.split()[-1:]))

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

_ONE = regex.compile(r"[0-9][0-9.,]*")
_ONLY = regex.compile(r"[\f \u00a0\u3000]*[0-9][0-9.,]*(?:[ \u00a0\u3000]+[0-9][0-9.,]*)*\s*")
_MIXED = regex.compile(r"\f?\s*(?P<label>[^\s|][^\t|]{1,59}?)(?P<numbers>(?:[ \u3000][0-9][0-9.,]*){1,14})")


def is_scattered(document: Document) -> bool:
    """Tell whether most numbers stand alone on their lines, and labels come apart from them.

    Then some numbers stand behind the label of a row, or between its pieces, or many without any label.  Cells between
    bars and tabs do not come apart.
    """
    lines, alone = document.lines, _alone(document)
    if sum(alone) < MIN_NUMBERS:
        return False
    others = [place for place, one in enumerate(alone) if not one]
    ends = [text for place in others if (text := lines[place].text)[-1:].isdigit()]
    mixed = [found for text in ends if (found := _MIXED.fullmatch(text)) and _is_row(found["label"])]
    if sum(alone) <= 2 * sum(len(found["numbers"].split()) for found in mixed):
        return False
    return bool(mixed) or _longest(alone) >= MIN_TOGETHER or sum(_torn(lines, alone, others)) >= MIN_TORN


def has_long_runs(document: Document, usual: int, widths: Collection[int]) -> bool:
    """Tell whether numbers without words follow each other, more than in a usual row and not as many as in any other.

    Args:
        document: the document.
        usual: how many cells most rows have.
        widths: how many cells the rows have.
    """
    if _has_marks(document):
        return False
    counts = [len(line.text.split()) if _ONLY.fullmatch(line.text) else 0 for line in document.lines]
    runs = {sum(run) for filled, run in groupby(counts, bool) if filled}
    return sum(counts) >= MIN_NUMBERS and any(run > usual and run not in widths for run in runs)


def _has_marks(document: Document) -> bool:
    """Tell whether bars or tabs end the cells."""
    return document.text.count("|") + document.text.count("\t") >= MIN_NUMBERS


def _alone(document: Document) -> list[bool]:
    """Which lines are a number and nothing else; none of a document with cells between bars or tabs."""
    if _has_marks(document):
        return []
    texts = [line.text.strip() for line in document.lines]
    return [
        (text.isdigit() and text.isascii()) or (text[:1].isdigit() and _ONE.fullmatch(text) is not None)
        for text in texts
    ]


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

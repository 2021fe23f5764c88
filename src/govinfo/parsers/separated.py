"""Layout: one row a line, cells separated by a mark such as 、 or ；, or by always as many blanks.

The numbers at the end of a line are cells, and so is nothing between two marks; what stands in front of them is the
label.  Lines that were broken at a fixed width are put together first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Paragraph
from govinfo.parsers.cut import cut
from govinfo.parsers.unwrapped import Unwrapped, unwrapped
from govinfo.text.fold import split_number
from govinfo.text.numbers import is_value

MARKS = "、；;，,"
"""What may separate cells."""

MIN_LINES = 12
"""So many lines that end in a number behind the same mark make this layout."""

MIN_LONG = 6
"""So many of them at least have several numbers."""

MAX_LABEL = 40
"""Longest label in a line without a number, in characters; the longest official one has 37."""

BLANKS = range(2, 9)
"""So many blanks may separate cells."""

SAME = 0.9
"""Share of the gaps between cells that have the same number of blanks, where blanks separate cells."""

_GAP = regex.compile(r"(?<=\S) {2,}(?=\S)")
_SINGLE = regex.compile(r"[0-9] [0-9]+ [0-9]+ [0-9]")
_OTHER = regex.compile(r"[|\t]")
_SENTENCE = regex.compile(r"[。！？]")
_ENDS = regex.compile(r"(?:[、；;，,]|  )[^\S\n]*[0-9][0-9.]*[^\S\n]*$", regex.MULTILINE)
_ROW = regex.compile(r".*(?:[、；;，,]| {2,})\s*[0-9][0-9.]*\s*")


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines without cells are rows of their own."""
    found = _separated(document)
    if found is None:
        return ()
    mark, joined = found
    return joined.placed([Row(tuple(_cells(line, mark)), "row") for line in joined.lines if line.text.strip()])


def is_separated(document: Document) -> bool:
    """Tell whether a mark separates the cells of rows, or always as many blanks."""
    return _separated(document) is not None


def _separated(document: Document) -> tuple[str, Unwrapped] | None:
    """What separates cells, and the lines, those put together that were broken at a width; None for other layouts."""
    lines = document.lines
    if len(_ENDS.findall(document.text)) < MIN_LINES:
        return None
    if sum(_ROW.fullmatch(line.text) is not None for line in lines) < MIN_LINES:
        return None
    if sum(_OTHER.search(line.text) is not None for line in lines) >= MIN_LINES:
        return None
    blanks = _blanks(lines)
    marks = [" " * blanks] if blanks else MARKS
    tried = ((mark, unwrapped(lines, mark)) for mark in marks)
    mark, joined = max(tried, key=lambda entry: _ending(entry[0], entry[1].lines))
    several = sum(_numbers(line.text, mark) > 2 for line in joined.lines)
    return (mark, joined) if _ending(mark, joined.lines) >= MIN_LINES and several >= MIN_LONG else None


def _ending(mark: str, lines: Sequence[Paragraph]) -> int:
    """How many lines end in a number behind a mark."""
    return sum(mark in line.text and _numbers(line.text, mark) > 0 for line in lines)


def _blanks(lines: Sequence[Paragraph]) -> int | None:
    """How many blanks separate cells; None where gaps are of different widths, as between columns, or single blanks."""
    if any(_SINGLE.search(line.text) for line in lines):
        return None
    gaps = Counter(len(gap) for line in lines for gap in _GAP.findall(line.text))
    if not gaps:
        return None
    usual = min(gaps, key=lambda length: (-gaps[length], length))
    same = sum(count for length, count in gaps.items() if length % usual == 0)
    enough = same >= SAME * sum(gaps.values()) and gaps[usual] >= MIN_LINES
    return usual if usual in BLANKS and enough else None


def _numbers(text: str, mark: str) -> int:
    """How many cells at the end of a line hold a number or nothing; none of a line that ends with words."""
    count = filled = 0
    for piece in reversed(text.split(mark)):
        if piece.strip() and not is_value(piece.strip()):
            break
        count += 1
        filled += bool(piece.strip())
    return count if filled else 0


def _cells(line: Paragraph, mark: str) -> Iterator[Token]:
    """The cells of a line; a heading, a sentence and the label of a row are one token each."""
    numbers = _numbers(line.text, mark)
    bounds = list(_bounds(line.text, mark)) if numbers or _is_header(line.text, mark) else [(0, len(line.text))]
    if len(bounds) > numbers > 0:
        label = bounds[: len(bounds) - numbers]
        bounds = [(label[0][0], label[-1][1]), *bounds[len(label) :]]
    filled = max((place for place, (start, stop) in enumerate(bounds) if line.text[start:stop].strip()), default=0)
    for place, (start, stop) in enumerate(bounds):
        yield cut(line, start, stop, padding=place > filled)


def _bounds(text: str, mark: str) -> Iterator[tuple[int, int]]:
    """The bounds of the cells of a line; within brackets no mark separates any."""
    start = depth = 0
    for found in regex.finditer(rf"[（(]|[)）]|{regex.escape(mark)}", text):
        if found[0] in "（(":
            depth += 1
        elif found[0] in ")）":
            depth = max(depth - 1, 0)
        elif not depth:
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _is_header(text: str, mark: str) -> bool:
    """Tell whether a line without numbers holds labels: short ones, no sentence and no heading."""
    numbering, _ = split_number(text)
    if (numbering is not None and numbering.level == 1) or _SENTENCE.search(text):
        return False
    return all(stop - start <= MAX_LABEL for start, stop in _bounds(text, mark))

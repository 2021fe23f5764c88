"""Glyphs to words, words to lines, lines to the text of a cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from govinfo.readers.pdf.page import Box, Glyph, around

BLANK = 0.2
"""From so wide a gap, in heights of the text, Latin letters and digits are parted by a blank."""

WIDE_BLANK = 0.6
"""The same where a Chinese character stands on one side, which is often set apart."""

OVER = 0.1
"""Letters of one word reach into each other by no more than so many heights."""

OVERLAP = 0.3
"""Two equal glyphs whose left edges are nearer than this share of their width are one, printed twice for weight."""

LEVEL = 0.45
"""Two words stand on one line if their centres differ by no more than this share of the taller one's height."""

RAISED_SIZE = 0.8
"""A word no taller than this share of its neighbours and above the middle of the line is the mark of a footnote."""

RAISED = 0.1
"""By so much of the line's height the middle of a raised word lies above that of the line."""

FULL = 1.3
"""A line with room for fewer characters is full, so that it may break off within a word."""

NUMBERED = regex.compile(r"\s*[（(]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[）)、.．](?![0-9０-９])")
"""The number in front of an item or a heading, which begins a text of its own."""

_NARROW = regex.compile(r"[\x21-\x7e\u00a1-\u02ff]")
_DIGITS = regex.compile(r"[0-9０-９,，.．]*[0-9０-９][0-9０-９,，.．]*")
_DIGIT = regex.compile(r"[0-9０-９]")


class Word(NamedTuple):
    """Glyphs that stand close together on one line."""

    text: str
    box: Box
    glyphs: list[Glyph]


class Line(NamedTuple):
    """Words on one line, from left to right."""

    words: list[Word]
    box: Box


class CellText(NamedTuple):
    """The text of a cell.

    Attributes:
        text: the text.
        pieces: True where its digits were put together or a mark was left out.
        doubtful: True where words are printed over each other.
    """

    text: str
    pieces: bool
    doubtful: bool


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """Join glyphs that follow each other closely in the order of the file."""
    words: list[Word] = []
    run: list[Glyph] = []
    right = middle = height = 0.0
    for glyph in glyphs:
        _, left, top, stop, bottom = glyph
        tall = bottom - top
        if run and not (
            -OVER * height <= left - right < BLANK * height
            and abs((top + bottom) / 2 - middle) < 0.3 * height
            and 0.7 * height < tall < 1.4 * height
        ):
            words.append(_word(run))
            run = []
        if not run:
            middle, height = (top + bottom) / 2, max(tall, 0.1)
        run.append(glyph)
        right = stop
    if run:
        words.append(_word(run))
    return words


def _word(glyphs: list[Glyph]) -> Word:
    if len(glyphs) == 1:
        text, left, top, right, bottom = glyphs[0]
        return Word(text.strip(), Box(left, top, right, bottom), glyphs)
    texts, lefts, tops, rights, bottoms = zip(*glyphs, strict=True)
    return Word("".join(texts).strip(), Box(lefts[0], min(tops), max(rights), max(bottoms)), glyphs)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Group words into lines from top to bottom; what is printed twice at one place counts once."""
    groups: list[list[Word]] = []
    middle = height = 0.0
    for word in sorted(words, key=lambda word: word.box.top + word.box.bottom):
        box = word.box
        centre = (box.top + box.bottom) / 2
        tall = box.bottom - box.top
        if not groups or centre - middle > LEVEL * max(height, tall):
            groups.append([])
            height = 0.0
        groups[-1].append(word)
        if tall > height:
            middle, height = centre, tall
    return [_line(group) for group in groups]


def _line(group: list[Word]) -> Line:
    if len(group) > 1:
        group.sort(key=lambda word: word.box.left)
        if any(second.box.left < first.box.right - 1 for first, second in pairwise(group)):
            group = _once(group)
    return Line(group, around([word.box for word in group]))


def _once(group: Sequence[Word]) -> list[Word]:
    """The words of a line without glyphs that are printed again nearly at the same place."""
    kept: list[Glyph] = []
    for glyph in sorted((glyph for word in group for glyph in word.glyphs), key=lambda glyph: glyph.left):
        width = max(glyph.right - glyph.left, 0.1)
        near = [other for other in kept[-4:] if glyph.left - other.left < OVERLAP * width]
        if not any(other.text.strip() == glyph.text.strip() for other in near):
            kept.append(glyph)
    return words_of(kept)


def gap(left: Word, right: Word) -> float:
    """The gap between two words of a line, in heights of the taller one."""
    height = max(left.box.height, right.box.height, 0.1)
    return (right.box.left - left.box.right) / height


def line_text(line: Line) -> str:
    """The text of a line, with blanks where its words stand apart."""
    if len(line.words) == 1:
        return line.words[0].text
    text = line.words[0].text
    for before, word in pairwise(line.words):
        apart = gap(before, word)
        narrow = _NARROW.match(word.text) and _NARROW.match(before.text[-1:])
        text += (" " if apart >= (BLANK if narrow else WIDE_BLANK) else "") + word.text
    return text


def join_text(first: str, second: str) -> str:
    """Two lines as one, with a blank between Latin letters or digits alone."""
    parted = first and second and _NARROW.match(first[-1]) and _NARROW.match(second[0])
    return f"{first} {second}" if parted else first + second


def cell_text(words: Sequence[Word], cell: Box) -> CellText:
    """The text of a cell.

    A broken label is joined without blanks between Chinese characters.  A number that is broken because
    it fills the cell is joined and marked; other numbers one below the other stay apart.

    Args:
        words: the words inside.
        cell: the place of the cell.
    """
    if len(words) == 1:
        return CellText(words[0].text, pieces=False, doubtful=False)
    if not words:
        return CellText("", pieces=False, doubtful=False)
    lines, pieces = _without_marks(lines_of(words))
    text = ""
    for number, line in enumerate(lines):
        more = line_text(line)
        if number == 0:
            text = more
        elif _DIGIT.match(text[-1]) and _DIGIT.match(more[0]) and _DIGITS.fullmatch(more):
            broken = room(lines[number - 1], cell) < FULL and bool(_DIGITS.fullmatch(line_text(lines[number - 1])))
            text += ("" if broken else " ") + more
            pieces = True
        else:
            text = join_text(text, more)
    digits = bool(_DIGIT.search(text))
    return CellText(text, pieces=pieces and digits, doubtful=digits and any(map(collides, lines)))


def room(line: Line, cell: Box) -> float:
    """How many more characters would have fitted into a line, with the margin that the cell has."""
    size = line.words[-1].glyphs[-1]
    margin = min(max(line.box.left - cell.left, 1.0), 6.0)
    return (cell.width - line.box.width - 2 * margin) / max(size.right - size.left, 1.0)


def _without_marks(lines: list[Line]) -> tuple[list[Line], bool]:
    """The lines without the small raised marks of footnotes, and whether there were any."""
    kept: list[Line] = []
    marked = False
    for line in lines:
        tallest = max(line.words, key=lambda word: word.box.height).box
        words = [
            word
            for word in line.words
            if word.box.height > RAISED_SIZE * tallest.height
            or (word.box.top + word.box.bottom) / 2 > (tallest.top + tallest.bottom) / 2 - RAISED * tallest.height
        ]
        marked = marked or len(words) < len(line.words)
        kept.append(line if len(words) == len(line.words) else Line(words, around([word.box for word in words])))
    return kept, marked


def collides(line: Line) -> bool:
    """Tell whether words of the line are printed over each other."""
    return any(gap(before, word) < -OVER for before, word in pairwise(line.words))

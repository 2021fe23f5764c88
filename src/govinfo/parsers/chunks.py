"""Lines of text cut at their blanks, and what kind of line that makes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from govinfo.alignment.strip import Token
from govinfo.document import Paragraph
from govinfo.parsers.canvas import Drawn
from govinfo.parsers.cut import cut
from govinfo.text.fold import split_number
from govinfo.text.numbers import is_value

MAX_LABEL = 60
"""Longest piece of a label between two blanks in characters; the longest official label has 37."""

MAX_VALUES = 64
"""So many numbers at most make a row; the longest of the forms has 15."""

_CHUNK = regex.compile(r"[^\s\u3000]+")
_SENTENCE = frozenset("。；！？")
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万")
_PAGE_MARK = regex.compile(
    r"[-—–─]+\s*[0-9]{1,3}\s*[-—–─]+|第?\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?"
)
_PAGE_MARK_ENDS = frozenset("-—–─页")


class Span(NamedTuple):
    """First place and the place behind the last."""

    start: int
    stop: int


class Chunk(NamedTuple):
    """A run of characters without blanks.

    Attributes:
        token: its text.
        columns: where it stands on a screen, on which wide characters take two columns.
        characters: where it stands in the line, each character counted once.
    """

    token: Token
    columns: Span
    characters: Span


class Cut(NamedTuple):
    """A line cut at its blanks.

    Attributes:
        line: the line.
        words: chunks in front of the numbers; all chunks of a line without numbers at its end.
        values: the numbers and placeholders at its end.
        prose: True for a line of running text, which must stay in one piece.
    """

    line: Paragraph
    words: tuple[Chunk, ...]
    values: tuple[Chunk, ...]
    prose: bool

    @property
    def number(self) -> int:
        """Its number in the file."""
        return self.line.source.line or 0


def is_page_mark(text: str) -> bool:
    """Tell whether a line holds nothing but the number of a page, between dashes or as 第3页."""
    return text[-1:] in _PAGE_MARK_ENDS and _PAGE_MARK.fullmatch(text) is not None


def level(chunk: Chunk) -> int:
    """The level of the number with which a piece begins, as labels do at their start: 1 for 一、, 0 for none.

    A number in brackets counts although a line ends between them.
    """
    text = chunk.token.text
    numbering, _ = split_number(text)
    if numbering is None and text[0] in "（(" and text[1:2] in _NUMERALS:
        return 2
    return numbering.level if numbering else 0


def cuts(lines: Sequence[Paragraph], *, numbered: bool = True) -> Iterator[Cut]:
    """The lines, without those that hold nothing but the number of a page.

    Args:
        lines: the lines.
        numbered: whether a bare number at the end of a page is the number of the page.
    """
    ends = _ends_of_pages(lines) if numbered else ()
    for place, line in enumerate(lines):
        text = line.text.strip()
        if text and place not in ends and not is_page_mark(text):
            yield _cut(line)


def _ends_of_pages(lines: Sequence[Paragraph]) -> set[int]:
    """Places of the bare numbers in front of form feeds."""
    return {
        place
        for place, line in enumerate(lines[:-1])
        if lines[place + 1].text.startswith("\f") and line.text.strip().isdigit()
    }


def _cut(line: Paragraph) -> Cut:
    starts = Drawn(line).starts
    chunks = [
        Chunk(
            cut(line, found.start(), found.end()), Span(starts[found.start()], starts[found.end()]), Span(*found.span())
        )
        for found in _CHUNK.finditer(line.text)
    ]
    split = len(chunks)
    while split and _is_value(chunks[split - 1].token):
        split -= 1
    words, values = tuple(chunks[:split]), tuple(chunks[split:])
    return Cut(line, words, values, prose=len(values) > MAX_VALUES or _is_prose(words, values))


def _is_prose(words: Sequence[Chunk], values: Sequence[Chunk]) -> bool:
    """Tell whether words are running text: with the end of a sentence, or with a number among them."""
    if not words:
        return False
    if any(_SENTENCE & set(word.token.text) or len(word.token.text) > MAX_LABEL for word in words):
        return True
    inner = words[1:] if len(values) > 1 else words
    return any(word.token.text[0].isdigit() and is_value(word.token.text) for word in inner)


def _is_value(token: Token) -> bool:
    """Tell whether a chunk is a number or placeholder; a Chinese numeral may be a piece of a broken label."""
    return token.is_number and token.text not in _NUMERALS

"""Cutting lines of text into tokens that know their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import attrs

from govinfo.alignment.strip import Bounds, Row, Token, runs
from govinfo.document import Paragraph
from govinfo.source import Places, Source
from govinfo.text.numbers import is_blank, is_value
from govinfo.text.width import width

Piece = Paragraph | tuple[Paragraph, int, int, bool]
"""Where a text was cut out: a line that begins with it, blanks aside, or a line with two offsets.

With offsets stands whether it may be mere filling.
"""


class _CutRow(Row):
    """A row of pieces of lines; most are read as they stand, so its tokens are made only when they are asked for."""

    __slots__ = ("_pieces", "_texts")

    def __init__(self, texts: Sequence[str], pieces: Sequence[Piece], bounds: Bounds) -> None:
        self._texts = texts
        self._pieces = pieces
        self.bounds = bounds
        self.table = None
        self.block = None

    def __getattr__(self, name: str) -> tuple[Token, ...]:
        if name != "tokens":
            raise AttributeError(name)
        self.tokens = tuple(map(_token, self._texts, self._pieces))
        return self.tokens

    @property
    def texts(self) -> Sequence[str]:
        return self._texts

    def places(self, count: int) -> Places:
        first = len(self._pieces) - count
        return partial(map, _place, self._texts[first:], self._pieces[first:])

    def plain_columns(self, count: int) -> tuple[None, ...] | None:
        first = len(self._texts) - count
        padded = "" in self._texts[first:] and any(map(_is_padding, self._pieces[first:]))
        return None if padded else (None,) * count

    @property
    def filling(self) -> int:
        count = 0
        while count < len(self._pieces) and _is_padding(self._pieces[-1 - count]):
            count += 1
        return count

    def without_last(self, count: int) -> Row:
        kept = len(self._texts) - count
        return _CutRow(self._texts[:kept], self._pieces[:kept], self.bounds)


@attrs.define(eq=False)
class Pieces:
    """Texts that are cut out of lines one by one, of which rows are inferred.

    Attributes:
        texts: the texts.
        cut: where they were cut out.
        breaks: the texts in front of which a row ends for certain.
    """

    texts: list[str] = attrs.Factory(list)
    cut: list[Piece] = attrs.Factory(list)
    breaks: set[int] = attrs.Factory(set)

    def add(self, line: Paragraph, text: str) -> None:
        """Add the text with which a line begins, blanks aside; one that shows nothing is empty."""
        self.texts.append("" if "&" in text and is_blank(text) else text)
        self.cut.append(line)

    def add_empty(self, line: Paragraph) -> None:
        """Add an empty cell at the beginning of a line, which may be mere filling."""
        self.texts.append("")
        self.cut.append((line, 0, 0, True))

    def extend(self, texts: Iterable[str], cut: Iterable[Piece]) -> None:
        """Add texts that were cut out of a line."""
        self.texts.extend(texts)
        self.cut.extend(cut)

    def settle(self, is_label: Callable[[str], bool]) -> None:
        """Take the empty cells behind the last word, if it is a label, for cells of its row and none for filling."""
        empty = []
        for place in range(len(self.texts) - 1, -1, -1):
            text = self.texts[place]
            if text and not is_value(text):
                break
            if not text:
                empty.append(place)
        if empty and is_label(text):
            for place in empty:
                printed = self.cut[place]
                if not isinstance(printed, Paragraph):
                    self.cut[place] = (*printed[:3], False)

    def end(self) -> None:
        """End the row of the last text."""
        self.breaks.add(len(self.texts))

    def rows(self, bounds: Bounds) -> Iterator[Row]:
        """The rows; see `runs`."""
        for start, stop in runs(self.texts, self.breaks):
            yield _CutRow(self.texts[start:stop], self.cut[start:stop], bounds)


def cut_row(texts: Sequence[str], pieces: Sequence[Piece]) -> Row:
    """A row of texts that were cut out of lines, where the layout shows its ends."""
    return _CutRow(texts, pieces, "row")


def piece(line: Paragraph, start: int, stop: int, *, padding: bool = False) -> tuple[str, Piece]:
    """The text between two offsets of a line; surrounding blanks are trimmed, one of blanks alone is empty."""
    text = line.text[start:stop]
    trimmed = text.strip() if "&" not in text or not is_blank(text) else ""
    length = len(trimmed)
    if length and length != len(text):
        start += len(text) - len(text.lstrip())
    return trimmed, (line, start, start + length, padding)


def cut(line: Paragraph, start: int, stop: int, *, padding: bool = False) -> Token:
    """The token between two offsets of a line, see `piece`."""
    return _token(*piece(line, start, stop, padding=padding))


def _token(text: str, printed: Piece) -> Token:
    return Token(text, _place(text, printed), None, _is_padding(printed))


def _is_padding(printed: Piece) -> bool:
    return printed.__class__ is tuple and printed[3]


def _place(text: str, printed: Piece) -> Source:
    if isinstance(printed, tuple):
        line, start, stop, _ = printed
    else:
        line, start = printed, printed.text.index(text)
        stop = start + len(text)
    place = line.source
    if start == 0 and stop == len(line.text):
        return place
    column = (place.column or 1) + start
    return Source(place.line, column, column + stop - start)


def joined(pieces: Sequence[Token], room: int) -> Token:
    """The pieces of a text that was broken into lines in a cell with room for so many columns.

    Digits from several pieces are marked; they stay apart where they would have fitted into one line, or one but the
    last does not fill its own, so that they were not broken but stood below each other.
    """
    if len(pieces) == 1:
        return pieces[0]
    text = "".join(piece.text for piece in pieces)
    glued = sum(any(char.isdigit() for char in piece.text) for piece in pieces) > 1
    short = any(sum(map(width, piece.text)) < room for piece in pieces[:-1])
    if glued and (short or sum(map(width, text)) <= room):
        text = " ".join(piece.text for piece in pieces)
    return attrs.evolve(pieces[0], text=text, pieces=glued)

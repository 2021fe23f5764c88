"""Cutting lines of text into tokens that know their place."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govinfo.alignment.strip import Token
from govinfo.document import Paragraph
from govinfo.parsers.canvas import width
from govinfo.source import Source
from govinfo.text.numbers import is_blank


def cut(paragraph: Paragraph, start: int, stop: int, *, padding: bool = False) -> Token:
    """The token between two offsets of a line; surrounding blanks are trimmed, one of blanks alone is empty."""
    text = paragraph.text[start:stop]
    trimmed = text.strip() if "&" not in text or not is_blank(text) else ""
    place = paragraph.source
    length = len(trimmed)
    if start == 0 and length == len(paragraph.text):
        return Token(trimmed, place, None, padding)
    column = (place.column or 1) + start
    if length and length != len(text):
        column += len(text) - len(text.lstrip())
    return Token(trimmed, Source(place.line, column, column + length), None, padding)


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

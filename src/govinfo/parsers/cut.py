"""Cutting lines of text into tokens that know their place."""

from __future__ import annotations

from govinfo.alignment.strip import Token
from govinfo.document import Paragraph
from govinfo.source import Source
from govinfo.text.numbers import is_blank


def cut(paragraph: Paragraph, start: int, stop: int, *, padding: bool = False) -> Token:
    """The token between two offsets of a line; surrounding blanks are trimmed, one of blanks alone is empty."""
    text = paragraph.text[start:stop]
    trimmed = text.strip() if "&" not in text or not is_blank(text) else ""
    place = paragraph.source
    if start == 0 and len(trimmed) == len(paragraph.text):
        return Token(trimmed, place, None, padding)
    begin = start + (len(text) - len(text.lstrip()) if trimmed else 0)
    column = (place.column or 1) + begin
    return Token(trimmed, Source(place.line, column, column + len(trimmed)), None, padding)

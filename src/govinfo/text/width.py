"""How many columns a text takes where every character has the same width, as on a terminal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def width(char: str) -> int:
    """Columns that a character takes: 2 for wide ones (Unicode Standard Annex 11), 0 for marks and controls."""
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") else 1


def width_of(text: str) -> int:
    """Columns that a text on one line takes."""
    return sum(map(width, text))

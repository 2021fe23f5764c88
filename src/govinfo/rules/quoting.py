"""Printed text as it is quoted in messages."""

from __future__ import annotations

_LONGEST = 30


def shorten(text: str) -> str:
    """The text on one line, cut where it is too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"

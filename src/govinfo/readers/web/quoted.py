"""Markup that stands in quotes, as in a record of JSON or in a script: its quotes and line breaks are escaped."""

from __future__ import annotations

import re

MIN_ATTRIBUTES = 8
"""So many attributes with escaped quotes show that the markup is quoted."""

MAX_TIMES = 2
"""So many times at most markup is quoted within quotes."""

_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<blank>[nrt])|(?P<char>[\"'/\\]))")


def unquoted(text: str) -> str:
    """The text without the backslashes of quoted markup, if most of its attributes are escaped; every line stays one.

    In a page of its own, few are: those in its scripts.
    """
    for _ in range(MAX_TIMES):
        if "\\" not in text or not _is_quoted(text):
            break
        text = _ESCAPE.sub(_meant, text)
    return text


def _is_quoted(text: str) -> bool:
    escaped = text.count('=\\"') + text.count("=\\\\")
    return escaped >= MIN_ATTRIBUTES and escaped > text.count('="') + text.count("='")


def _meant(found: re.Match[str]) -> str:
    """The character that is meant; a blank for a line break, nothing for half of a character."""
    char = chr(int(found["code"], 16)) if found["code"] else found["char"] or " "
    return " " if char in "\r\n" else "" if "\ud800" <= char <= "\udfff" else char

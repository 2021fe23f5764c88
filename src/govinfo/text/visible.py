"""Text from strangers' files, made harmless for a terminal or another program's markup."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t")
_ESCAPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Control, format, surrogate, private and unassigned characters, and the separators of lines and paragraphs."""


def visible(text: str) -> str:
    """Show control, format and surrogate characters as escapes, so that none can steer what shows the text."""
    if text.isprintable():
        return text
    return "".join(
        char if char in _KEPT or unicodedata.category(char) not in _ESCAPED else _escape(char) for char in text
    )


def visible_path(path: str) -> str:
    """A path on one line, whatever characters its name has."""
    return visible(path).replace("\n", "\\n").replace("\t", "\\t")


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

"""The narrative made ready for reading: titles and quotes veiled, sentences with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.text.fold import narrow

VEIL = "□"
"""What stands in place of a veiled character, so that all others keep their places."""

_TITLE = re.compile(r"《[^《》]*》|〈[^〈〉]*〉")
_QUOTE = re.compile(r"“[^“”]{0,80}”|‘[^‘’]{0,80}’|「[^「」]{0,80}」|\"[^\"]{0,40}\"")
_QUOTED = '”’」"'
_FIGURE = re.compile(r"[0-9]|[零〇一二两三四五六七八九十百千万亿](?=[余多]?[件条项份个次篇期场元类步])")
_SENTENCE = re.compile(r"[^。!?\n]+")


def veiled(text: str) -> str:
    """The text in common width, document titles and the figures of quotes veiled; every character keeps its place."""
    plain = narrow(text)
    plain = _TITLE.sub(lambda match: VEIL * len(match[0]), plain) if "》" in plain or "〉" in plain else plain
    if not any(mark in plain for mark in _QUOTED):
        return plain
    return _QUOTE.sub(lambda match: _FIGURE.sub(VEIL, match[0]), plain)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text as first character and end."""
    return (match.span() for match in _SENTENCE.finditer(text))

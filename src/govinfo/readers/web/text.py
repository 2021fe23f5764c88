"""Characters of web pages that nobody sees."""

from __future__ import annotations

import re

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_NOTHING = dict.fromkeys(map(ord, _INVISIBLE))
_REFERENCE = re.compile(
    r"&(?:#(?:173|820[3-7]|8288|65279|[xX]0*(?:[aA][dD]|200[b-fB-F]|2060|[fF][eE][fF][fF]));"
    r"|shy;|zwn?j;|ZeroWidthSpace;|[lr]rm;)"
)


def visible(text: str) -> str:
    """Markup without zero-width spaces, joiners, direction marks and soft hyphens, written or as references.

    Editors leave them between digits and in front of labels.
    """
    if any(char in text for char in _INVISIBLE):
        text = text.translate(_NOTHING)
    return _REFERENCE.sub("", text) if "&" in text else text

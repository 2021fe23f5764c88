"""Text that a page shows from right to left, whatever its characters: 4321 in such an element is seen as 1234.

It is marked as in plain text, by the characters that do the same, so that no number in it is read the wrong way round.
"""

from __future__ import annotations

from collections.abc import Collection

import regex
from lxml import etree

from govinfo.readers.web.sheets import is_named, named
from govinfo.readers.web.tags import DROPPED, FIELDS

TURN, TURN_BACK = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
"""The characters that begin and end an element as `bdo` does (Unicode Standard Annex 9, 2.2 and 2.7)."""

_TEXTLESS = DROPPED | FIELDS | frozenset("html title table tbody thead tfoot tr colgroup col br hr".split())  # noqa: SIM905 - one name a line says no more
_OVERRIDE = regex.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", regex.IGNORECASE)
_DIRECTION = regex.compile(r"(?<![\w-])direction\s*:\s*(ltr|rtl)", regex.IGNORECASE)


def turning_names(root: etree._Element) -> Collection[str]:
    """What the style sheets of a page turn; see `named`."""
    return named(root, lambda style: _OVERRIDE.search(style) is not None and _direction(style) != "ltr")


def mark_turned(root: etree._Element, names: Collection[str]) -> None:
    """Put the characters that turn text around that of each element turned by its tag, its style or a style sheet.

    Args:
        root: the page.
        names: what its style sheets turn; see `turning_names`.
    """
    for element in root.iter():
        if element.tag not in _TEXTLESS and _is_turned(element, names):
            element.text = TURN + (element.text or "")
            if len(element):
                element[-1].tail = (element[-1].tail or "") + TURN_BACK
            else:
                element.text += TURN_BACK


def _is_turned(element: etree._Element, names: Collection[str]) -> bool:
    if element.tag == "bdo" or _OVERRIDE.search(element.get("style") or ""):
        above = (_own_direction(outer) for outer in (element, *element.iterancestors()))
        return next(filter(None, above), "ltr") == "rtl"
    return bool(names) and _own_direction(element) != "ltr" and is_named(element, names)


def _own_direction(element: etree._Element) -> str:
    return _direction(element.get("style") or "") or (element.get("dir") or "").strip().lower()


def _direction(style: str) -> str:
    """The last direction that a style names, empty without any."""
    named: list[str] = _DIRECTION.findall(style)
    return named[-1].lower() if named else ""

"""What is hidden, raised, struck or turned on a page; what it does nowhere, nobody needs to look for in every cell."""

from __future__ import annotations

from typing import NamedTuple

import regex
from lxml import etree

from govinfo.readers.web.tags import RAISED, SIZED

MAX_MARK = 4
"""Longest mark of a footnote in characters, such as [1] or ①."""

_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_TINY = regex.compile(r"font-size\s*:\s*0(?:\.0*)?(?:[a-z]+|%)?\s*(?:[;!]|$)", regex.IGNORECASE)
_RAISED_STYLE = regex.compile(r"vertical-align\s*:\s*(?:super|sub)|text-decoration[^;]*line-through", regex.IGNORECASE)

_RAISING = (b"super", b"align:sub", b"align: sub")


class Habits(NamedTuple):
    """What a page does anywhere; where it does not, nobody needs to look for it in every cell.

    `hides`: elements are hidden by attribute or style.  `raises`: text is raised or struck by style.
    `turns`: text is shown from right to left by an element or style.
    """

    hides: bool
    raises: bool
    turns: bool


def habits_of(lower: bytes) -> Habits:
    """The habits of a page, by its markup in lower case."""
    hidden = b"hidden" in lower
    raised = b"vertical-align" in lower and any(word in lower for word in _RAISING)
    struck = b"line-through" in lower or (hidden and b"aria-hidden" in lower)
    tiny = b"font-size:0" in lower or b"font-size: 0" in lower
    undisplayed = b"display" in lower and b"none" in lower
    turned = b"<bdo" in lower or b"-override" in lower
    return Habits(hides=hidden or tiny or undisplayed, raises=raised or struck, turns=turned)


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is not shown; one of size nothing is where no part of it has a size of its own."""
    style = element.get("style")
    if element.get("hidden") is not None or (style and _HIDDEN.search(style)):
        return True
    return style is not None and _TINY.search(style) is not None and not any(map(_has_size, element.iterdescendants()))


def _has_size(part: etree._Element) -> bool:
    return part.tag in SIZED or "font" in (part.get("style") or "")


def is_mark(element: etree._Element) -> bool:
    """Tell whether an element is a mark beside a number, such as a footnote's, which must not become a digit of it."""
    style = element.get("style")
    raised = element.tag in RAISED or (style is not None and _RAISED_STYLE.search(style) is not None)
    linked = element.tag == "a" and (element.get("href") or "").startswith("#")
    short = (raised or linked) and len("".join(element.itertext()).strip()) <= MAX_MARK
    return short or element.get("aria-hidden") == "true"

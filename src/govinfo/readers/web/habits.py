"""What a page does anywhere, so that nobody looks in every cell for what it never does."""

from __future__ import annotations

from typing import NamedTuple

_RAISING = (b"super", b"align:sub", b"align: sub")


class Habits(NamedTuple):
    """What a page does anywhere; where it does not, nobody needs to look for it in every cell.

    `hides`: elements are hidden by attribute or style.  `raises`: text is raised or struck by style.
    """

    hides: bool
    raises: bool


def habits_of(lower: bytes) -> Habits:
    """The habits of a page, by its markup in lower case."""
    hidden = b"hidden" in lower
    raised = b"vertical-align" in lower and any(word in lower for word in _RAISING)
    struck = b"line-through" in lower or (hidden and b"aria-hidden" in lower)
    tiny = b"font-size:0" in lower or b"font-size: 0" in lower
    return Habits(hides=hidden or tiny or b"display" in lower, raises=raised or struck)

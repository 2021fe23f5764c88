"""Documents that are counted by their openness, of which those on application are no requests."""

from __future__ import annotations

import re

from govinfo.facts.wording import Wording, named, verbs

POSTS = frozenset({"条", "篇"})
"""Units of what was published, not of documents."""

_CLOSED = re.compile(
    r"[^,;。、]{0,3}[、,;]\s*(?:(?P<exempt>免[于予])|不[予宜]?)公开(?![^0-9]{0,8}申请)[^,;。、]{0,8}[0-9]"
)
"""Behind a number of documents on application those that are not open (主动公开9件、依申请公开20件、不予公开3件)."""

SIDE = 60
"""So many characters in front of the words of a number are searched for those that are open."""


def is_between_open_and_closed(wording: Wording) -> bool:
    """Tell whether documents on application are counted between those that are open and those that are not."""
    if verbs(wording.words) or wording.unit not in {wording.quantity.unit, "", "%"}:
        return False
    closed = _CLOSED.match(wording.text, wording.quantity.stop)
    before = wording.text[max(0, wording.start - SIDE) : wording.quantity.start]
    return closed is not None and (closed["exempt"] is not None or "主动公开" in before.rpartition("。")[2])


def is_of_openness(wording: Wording) -> bool:
    """Tell whether documents are still counted by their openness, and no requests."""
    received = not verbs(wording.words).isdisjoint({"receive", "finish"})
    open_ones = named(wording.own) in {"", "application", "disclosure", "attributes"}
    return open_ones and not received and wording.unit in {wording.quantity.unit, "", "%"}

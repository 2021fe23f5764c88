"""What a sum behind its parts counts (上年结转3件，新收7件，共计10件)."""

from __future__ import annotations

from govinfo.facts.wording import Wording

_OPEN = frozenset({"applications.new", "applications.carried_over"})
_ALIKE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("applications.new", "applications.channel."), "applications.new"),
    (("applications.results.",), "applications.results.total"),
    (("review.reconsideration.",), "review.reconsideration.total"),
    (("review.litigation_direct.",), "review.litigation_direct.total"),
    (("review.litigation_after_reconsideration.",), "review.litigation_after_reconsideration.total"),
    (("review.litigation_direct.total", "review.litigation_after_reconsideration.total"), "review.litigation.total"),
    (("review.litigation.",), "review.litigation.total"),
    (("review.reconsideration.total", "review.litigation"), "review.all.total"),
    (("disclosure.channel.",), "disclosure.total"),
)
"""Beginnings of topics and what they make together; the first that fits all parts decides."""

_TOTALS = frozenset({"applications.results.total"})
"""Topics that are no part of a sum beside their own parts."""

_POSTS = frozenset({"条", "篇", "份", "则"})


def sum_of(wording: Wording) -> str:
    """The topic of a number by which only a sum is announced; empty where its parts are of different kinds."""
    if len(wording.listed) < 2 or not any("sum" in word.sense.marks for word in wording.words):
        return ""
    topics = [topic for topic, _ in wording.listed]
    if len({unit for _, unit in wording.listed} | {wording.quantity.unit}) > 1:
        return ""
    kinds = set(topics)
    if len(kinds) == 1 or kinds == _OPEN:
        return _same(topics[0], wording) if len(kinds) == 1 else "applications.open"
    if kinds & _TOTALS:
        return ""
    if not all(topics):
        return _published(kinds, wording)
    return next((whole for parts, whole in _ALIKE if all(topic.startswith(parts) for topic in topics)), "")


def _same(topic: str, wording: Wording) -> str:
    """The sum of numbers of one topic, such as those of several offices or months."""
    return topic or _published({topic}, wording)


def _published(kinds: set[str], wording: Wording) -> str:
    """The sum of what was published, where the parts are subjects that are no topics."""
    published = "publish" in wording.verbs and wording.quantity.unit in _POSTS
    return "disclosure.total" if published and all(topic[:11] in {"", "disclosure."} for topic in kinds) else ""

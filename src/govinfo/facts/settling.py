"""The facts of a paragraph as its breakdowns show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from govinfo.facts.divisions import Division
from govinfo.facts.mentions import Mention
from govinfo.facts.model import Fact
from govinfo.facts.parthood import OPEN

_ON_DISCLOSURE = re.compile(
    r"其中\s*[,:]?\s*(?:涉及|属于|涉|因|与)?(?:政府|政务)?信息公开(?:申请)?(?:类|的|引发|引起|方面|案件|有关|相关)*[0-9一二两三四五六七八九十]"
)
"""A part of cases that is on disclosure, where the others are not."""


def settled(mentions: list[Mention], lists: Sequence[Division]) -> list[Mention]:
    """The facts as the lists show them; the same where they need no change.

    Applications of which some are carried over are all that were open; of results they are no total of their own.
    A part of the same topic as its total or another part tells no more than a part of it.
    """
    changes: dict[tuple[object, str], Fact] = {}
    for entry in lists:
        total = entry.total.fact
        times = Counter((mention.fact.topic, mention.fact.span) for mention in entry.parts)
        topics = {topic for topic, _ in times}
        for part in (mention.fact for mention in entry.parts):
            key = (part.place, part.topic)
            if _is_on_disclosure(entry, part):
                kind = _kind_of_case(entry.total)
                changes[total.place, total.topic] = attrs.evolve(total, topic="")
                changes[key] = attrs.evolve(part, topic=kind)
                continue
            carried = part.topic == "applications.carried_over"
            if carried and (total.topic == "applications.new" or (not total.topic and topics == OPEN)):
                changes[total.place, total.topic] = attrs.evolve(total, topic="applications.open")
                changes.update(_accepted(entry.total, part, mentions))
            elif carried and total.topic == "applications.results.total" and "applications.new" not in topics:
                changes[key] = attrs.evolve(part, topic="")
            elif (
                part.topic
                and part.span == total.span
                and (part.topic == total.topic or times[part.topic, part.span] > 1)
            ):
                changes[key] = attrs.evolve(part, scope="part")
    if not changes:
        return mentions
    return [
        attrs.evolve(mention, fact=changes.get((mention.fact.place, mention.fact.topic), mention.fact))
        for mention in mentions
    ]


def _accepted(total: Mention, over: Fact, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[object, str], Fact]]:
    """Yield other numbers of the sentence that were accepted, where all that were open are told with those from before.

    Only what the two leave is the number of those that came.
    """
    new = (total.fact.value or 0) - (over.value or 0)
    for mention in mentions:
        fact = mention.fact
        beside = mention is not total and (mention.sentence, fact.span) == (total.sentence, total.fact.span)
        if beside and fact.topic == "applications.new" and fact.value != new:
            yield (fact.place, fact.topic), attrs.evolve(fact, topic="")


def _is_on_disclosure(entry: Division, part: Fact) -> bool:
    """Tell whether only a part of the cases told is on disclosure (行政复议36件，其中涉及政府信息公开的4件)."""
    first = part is entry.parts[0].fact and not part.topic
    return first and bool(_kind_of_case(entry.total)) and _ON_DISCLOSURE.search(part.text) is not None


def _kind_of_case(total: Mention) -> str:
    """The topic of a number of cases that are not said to be on disclosure; empty for other numbers.

    Cases that an office answers are against it (办理行政复议答复案件9件), those that it handles may be between others.
    """
    topic = f"review.{total.frame}.total"
    against = total.fact.topic == topic or (not total.fact.topic and "复议答复" in total.fact.text)
    if "公开" in total.fact.text or not against:
        return ""
    return topic if total.frame in {"reconsideration", "litigation"} else ""

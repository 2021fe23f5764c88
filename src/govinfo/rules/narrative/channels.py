"""Channels by which requests came, told in a sentence of their own: all of them together are the requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from govinfo.facts.model import Breakdown, Fact, Facts
from govinfo.report import Report
from govinfo.rules.narrative.places import told_in

NEW = "applications.new"
OPEN = (NEW, "applications.carried_over")
CHANNEL = "applications.channel."
LIKE_CHANNEL = "disclosure.channel."
"""网站 may also be where something is published; beside 邮寄 it is where requests came from."""

SOME = re.compile("主要|等|大多|多数|另")
AMONG = re.compile("其中")
"""Words of a sentence that leaves open whether all channels are told."""


def channels(told: Facts, report: Report) -> Iterator[Breakdown]:
    """Yield the channels that make up the requests told before them in the paragraph, unless they do."""
    if not any(topic.startswith(CHANNEL) for topic in told.by_topic):
        return
    divided = {part.place for breakdown in told.breakdowns for part in breakdown.parts}
    numbers = whole(report)
    for _, group in groupby(told.facts, lambda fact: (fact.place.section, fact.place.paragraph)):
        facts = [fact for fact in group if fact.place not in divided]
        text = told_in(report, facts[0].place) if facts else ""
        total: Fact | None = None
        parts: list[Fact] = []
        for fact in facts:
            if parts and "。" in text[parts[-1].place.end : fact.place.start]:
                yield from _unlike(total, parts, text, numbers)
                parts = []
            if _is_channel(fact):
                parts.append(fact)
            elif fact.topic == NEW and fact.span == "reporting" and not parts:
                total = fact
        yield from _unlike(total, parts, text, numbers)


def whole(report: Report) -> frozenset[Decimal]:
    """The numbers that all channels or subjects may make up: requests received, with or without those carried over."""
    new, over = (report.value(f"{topic}.total") for topic in OPEN)
    return frozenset(Decimal(number) for number in (new, (new or 0) + (over or 0)) if number is not None)


def _is_channel(fact: Fact) -> bool:
    exact = (fact.bound, fact.upper, fact.measure, fact.span) == ("exact", None, "count", "reporting")
    return exact and fact.topic.startswith((CHANNEL, LIKE_CHANNEL)) and fact.unit != "条"


def _unlike(total: Fact | None, parts: Sequence[Fact], text: str, numbers: frozenset[Decimal]) -> Iterator[Breakdown]:
    """Yield the channels of a sentence if they do not make up the requests."""
    topics = {part.topic for part in parts}
    several = 1 < len(topics) == len(parts) and any(topic.startswith(CHANNEL) for topic in topics)
    if total is None or not several:
        return
    if any(part.unit != total.unit or part.scope not in {total.scope, "own"} for part in parts):
        return
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    start = text.rfind("。", 0, parts[0].place.start) + 1
    sentence = text[start : parts[-1].place.end + 2]
    open_ended = added < (total.value or 0) and SOME.search(sentence)
    if added not in numbers | {total.value} and not open_ended:
        yield Breakdown(total, tuple(parts), "among" if AMONG.search(sentence) else "exhaustive")

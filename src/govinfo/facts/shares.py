"""Percentages with what they are a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from govinfo.facts.mentions import Mention
from govinfo.facts.model import Breakdown, Fact, Place, Share

_DIVIDED: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (("applications.results.",), frozenset({"applications.results.total"})),
    (("applications.new.", "applications.channel."), frozenset({"applications.new"})),
)
"""What is divided into parts that a sentence of its own may tell."""

BACK = 8
"""So many numbers back part and whole are looked for."""

FAR = 40
"""So many numbers back the whole is looked for that a sentence before told."""

_ADJACENT = re.compile(r"[^,;。()]{0,3}[,(、]?\s*(?:约|大约|仅|只)?占")
"""Nothing but the unit stands between the part and its percentage."""


_TOGETHER = re.compile(r"[^,;。()]{0,3}[,、(]?\s*(?:共|合计|总计|[两三]者|[两三]项)(?:共|合计)?占")
_JOINED = re.compile(r"[^,;。()、]{0,3}[、和与及]")
_ROUGH = re.compile(r"约占[^,;。()]{0,12}$")

_RATE = re.compile(
    r"(?<![按及准][时期])(?P<what>满意|有效|回收|合格|优良|知晓|办结|办复|答复|回复|解读|采纳|整改)率(?:为|达到?|约)*$"
)
"""Rates that are called as the part of which they are (有效588份，有效率98%)."""

_ANY_RATE = re.compile(r"率(?:为|达到?|约)*$")
_THAT_IS = re.compile(r"%?\s*[,(]?\s*(?:也就是|也即|即)(?:有|为)?\s*")
"""Between a percentage and the number that says the same."""

_ALL = Decimal(100)
"""A rate of 100 per cent may be that of what was due (办结率100%)."""


def shares(mentions: Sequence[Mention], found: Sequence[Breakdown]) -> Iterator[Share]:
    """Yield the percentages of a paragraph with part and whole."""
    totals = {part.place: breakdown.total for breakdown in found for part in breakdown.parts}
    counts: list[Mention] = []
    before: Share | None = None
    for place, mention in enumerate(mentions):
        if mention.quantity is None:
            continue
        if mention.fact.measure == "count" and "compared" not in mention.marks:
            counts.append(mention)
        elif mention.fact.measure == "percent" and mention.fact.polarity == "stated":
            near = [count for count in counts[-BACK:] if count.sentence == mention.sentence]
            behind = mentions[place + 1] if place + 1 < len(mentions) else None
            if behind is not None and _says_again(mention, behind):
                yield from _said_again(mention, behind.fact, near)
            elif "占" in mention.lead:
                before = _share(_roughly(mention), near, totals, before)
                if before.whole is None and before.part is not None:
                    before = attrs.evolve(before, whole=_heading(before.part, counts))
                yield before
            elif mention.fact.value != _ALL and (rate := _RATE.search(mention.lead)):
                yield from _rated(mention, rate["what"], near)


def _roughly(mention: Mention) -> Mention:
    """A percentage that is only about right where the word stands before the verb (约占总量的26%)."""
    rough = mention.fact.bound == "exact" and _ROUGH.search(mention.lead) is not None
    return attrs.evolve(mention, fact=attrs.evolve(mention.fact, bound="about")) if rough else mention


def _share(mention: Mention, counts: Sequence[Mention], totals: Mapping[Place, Fact], before: Share | None) -> Share:
    if counts and _ADJACENT.match(mention.lead):
        part = counts[-1].fact
        whole = totals.get(part.place)
        if whole is None and len(counts) > 1:
            parallel = before is not None and before.part is counts[-2].fact
            whole = before.whole if before is not None and parallel else counts[0].fact if len(counts) == 2 else None
        return Share(mention.fact, part, whole)
    if counts and _TOGETHER.match(mention.lead):
        return Share(mention.fact, _together(counts), None)
    return Share(mention.fact, None, counts[-1].fact if len(counts) == 1 else None)


def _heading(part: Fact, counts: Sequence[Mention]) -> Fact | None:
    """The number of requests answered that was told before outcomes, or received before applicants and channels."""
    wholes = next((wholes for beginnings, wholes in _DIVIDED if part.topic.startswith(beginnings)), frozenset())
    told = (count.fact for count in reversed(counts[-FAR:]))
    return next((fact for fact in told if fact.topic in wholes and fact.span == part.span), None)


def _together(counts: Sequence[Mention]) -> Fact:
    """The sum of the last numbers that are joined to each other (公开6件、部分公开2件，共占40%)."""
    last = counts[-1].fact
    value = Decimal(0)
    for count in reversed(counts):
        value += count.fact.value or 0
        if not _JOINED.match(count.lead):
            break
    return attrs.evolve(last, value=value)


def _says_again(percent: Mention, count: Mention) -> bool:
    """Tell whether the number behind a percentage is the part (占14.3%，即1件)."""
    rate = "占" in percent.lead or _ANY_RATE.search(percent.lead) is not None
    return rate and count.fact.measure == "count" and _THAT_IS.fullmatch(count.lead) is not None


def _said_again(percent: Mention, part: Fact, counts: Sequence[Mention]) -> Iterator[Share]:
    """Yield a percentage with the part behind it, of the last number before it in the same unit."""
    whole = next((count.fact for count in reversed(counts) if count.fact.unit == part.unit), None)
    if whole is not None and (whole.value or 0) >= (part.value or 0):
        yield Share(percent.fact, part, whole)


def _rated(mention: Mention, what: str, counts: Sequence[Mention]) -> Iterator[Share]:
    """Yield what a rate is of, where the number right before it is called alike and the one before that is greater.

    回收率 may stand behind 收回.
    """
    for whole, part in zip(counts[-2:-1], counts[-1:], strict=False):
        called = re.search(rf"(?<!不)(?:{what}|{what[::-1]})", part.lead)
        if called and whole.fact.unit == part.fact.unit and (whole.fact.value or 0) >= (part.fact.value or 0):
            yield Share(mention.fact, part.fact, whole.fact)

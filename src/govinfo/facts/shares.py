"""Percentages with what they are a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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

_ADJACENT = re.compile(r"[^,;。()]{0,3}[,(、]?\s*(?:约|大约)?占")
"""Nothing but the unit stands between the part and its percentage."""


def shares(mentions: Sequence[Mention], found: Sequence[Breakdown]) -> Iterator[Share]:
    """Yield the percentages of a paragraph with part and whole."""
    totals = {part.place: breakdown.total for breakdown in found for part in breakdown.parts}
    counts: list[Mention] = []
    before: Share | None = None
    for mention in mentions:
        if mention.quantity is None:
            continue
        if mention.fact.measure == "count" and "compared" not in mention.marks:
            counts.append(mention)
        elif mention.fact.measure == "percent" and "占" in mention.lead and mention.fact.polarity == "stated":
            near = [count for count in counts[-BACK:] if count.sentence == mention.sentence]
            before = _share(mention, near, totals, before)
            if before.whole is None and before.part is not None:
                before = attrs.evolve(before, whole=_heading(before.part, counts))
            yield before


def _share(mention: Mention, counts: Sequence[Mention], totals: Mapping[Place, Fact], before: Share | None) -> Share:
    if counts and _ADJACENT.match(mention.lead):
        part = counts[-1].fact
        whole = totals.get(part.place)
        if whole is None and len(counts) > 1:
            parallel = before is not None and before.part is counts[-2].fact
            whole = before.whole if before is not None and parallel else counts[0].fact if len(counts) == 2 else None
        return Share(mention.fact, part, whole)
    return Share(mention.fact, None, counts[-1].fact if len(counts) == 1 else None)


def _heading(part: Fact, counts: Sequence[Mention]) -> Fact | None:
    """The number of requests answered that was told before outcomes, or received before applicants and channels."""
    wholes = next((wholes for beginnings, wholes in _DIVIDED if part.topic.startswith(beginnings)), frozenset())
    return next((count.fact for count in reversed(counts[-FAR:]) if count.fact.topic in wholes), None)

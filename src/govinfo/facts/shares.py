"""Percentages with what they are a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from govinfo.facts.mentions import Mention
from govinfo.facts.model import Breakdown, Fact, Place, Share

BACK = 8
"""So many numbers back part and whole are looked for."""

_ADJACENT = re.compile(r"[^,;。()]{0,3}[,(、]?\s*(?:约|大约)?占")
"""Nothing but the unit stands between the part and its percentage."""


def shares(mentions: Sequence[Mention], found: Sequence[Breakdown]) -> Iterator[Share]:
    """Yield the percentages of a paragraph with part and whole."""
    totals = {part.place: breakdown.total for breakdown in found for part in breakdown.parts}
    counts: list[Mention] = []
    for mention in mentions:
        if mention.quantity is None:
            continue
        if mention.fact.measure == "count" and "compared" not in mention.marks:
            counts.append(mention)
        elif mention.fact.measure == "percent" and "占" in mention.lead and mention.fact.polarity == "stated":
            near = [count for count in counts[-BACK:] if count.sentence == mention.sentence]
            yield _share(mention, near, totals)


def _share(mention: Mention, counts: Sequence[Mention], totals: Mapping[Place, Fact]) -> Share:
    if counts and _ADJACENT.match(mention.lead):
        part = counts[-1].fact
        return Share(mention.fact, part, totals.get(part.place) or (counts[-2].fact if len(counts) == 2 else None))
    return Share(mention.fact, None, counts[-1].fact if len(counts) == 1 else None)

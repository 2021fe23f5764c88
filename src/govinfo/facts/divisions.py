"""A total with the parts that were found of it so far."""

from __future__ import annotations

import re

import attrs

from govinfo.facts.mentions import Mention
from govinfo.facts.model import Breakdown, Listing

_ETC = re.compile(r"\s*等")


@attrs.define
class Division:
    """A list that may go on."""

    total: Mention
    depth: int
    colon: bool
    bracket: bool
    exhaustive: bool
    parts: list[Mention] = attrs.Factory(list)
    level: int | None = None

    def settled(self) -> bool:
        """Tell whether the parts already make up the total."""
        return sum(part.fact.value or 0 for part in self.parts) == self.total.fact.value

    def breakdown(self) -> Breakdown:
        """The list as told."""
        announced = (self.exhaustive and len(self.parts) > 1) or "others" in self.parts[-1].marks
        complete = self.colon and not self.bracket and "among" not in self.parts[0].marks and self.settled()
        listing: Listing = "exhaustive" if announced or complete else "among"
        if _ETC.match(self.parts[-1].behind):
            listing = "among"
        topics = {part.fact.topic for part in self.parts}
        if all(topic.startswith("disclosure.channel.") for topic in topics) and topics != {self.total.fact.topic}:
            listing = "overlapping"
        return Breakdown(self.total.fact, tuple(part.fact for part in self.parts), listing)

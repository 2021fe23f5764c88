"""What the narrative says in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import attrs

from govinfo.source import Source

Measure = Literal["count", "money", "percent", "times"]
"""The kind of number.  Pieces of something, yuan, per cent, or a multiple (是上年的3倍)."""

Bound = Literal["exact", "at_least", "at_most", "about"]
"""``at_least`` for 余, 多, 超, 以上; ``at_most`` for 不足, 以内, 近; ``about`` for 约, 左右 and 上下."""

Polarity = Literal["stated", "denied", "all"]
"""``stated`` in digits; ``denied`` in words (未收到, value 0); ``all`` of what there was (均已办结, no value)."""

Scope = Literal["own", "whole", "part", "unclear"]
"""Whose numbers they are.

``own``: the agency itself, or nothing else is said.  ``whole``: a region or system with its members (全市, 全系统).
``part``: one member, one channel, one month or another part of what the report is on.  ``unclear``: two answers fit.
"""

Span = Literal["reporting", "previous", "other", "cumulative"]
"""The year that is meant.  The reporting year, the year before, another one, or all years up to now (截至, 累计)."""


@attrs.frozen
class Place:
    """Where in the narrative: section 1 to 6 or 0 before them, paragraph from 0, characters `start` up to `end`."""

    section: int
    paragraph: int
    start: int
    end: int
    source: Source | None = None


@attrs.frozen
class Fact:
    """One number of the narrative, or one statement that stands for a number.

    Attributes:
        topic: what it counts, a key of the topics (``applications.new``, ``review.total`` ...); empty where it is
            a number of something that no rule asks for, or not known.
        value: the number; yuan for money, per cent for percentages; None for ``"all"``.
        upper: the greater end of a range (3至5件); None otherwise.
        measure, bound, polarity, scope, span: see these.
        unit: the unit as printed; empty without one.
        text: the clause as printed.
        place: where the number stands.
    """

    topic: str
    value: Decimal | None
    measure: Measure
    unit: str
    text: str
    place: Place
    bound: Bound = "exact"
    polarity: Polarity = "stated"
    scope: Scope = "own"
    span: Span = "reporting"
    upper: Decimal | None = None


Listing = Literal["among", "exhaustive", "overlapping"]
"""How parts are announced.

``among``: 其中, the list may go on.  ``exhaustive``: 分别为, 包括, 分为, or the list ends in 其他.  ``overlapping``: by
channels, where one item may be counted several times.
"""


@attrs.frozen
class Breakdown:
    """A total and the parts into which the narrative divides it; a part may be the total of another breakdown."""

    total: Fact
    parts: tuple[Fact, ...]
    listing: Listing


@attrs.frozen
class Share:
    """A percentage of something: `part` is `percent` per cent of `whole`; either is None where it is not told."""

    percent: Fact
    part: Fact | None
    whole: Fact | None


Direction = Literal["up", "down", "same"]


@attrs.frozen
class Trend:
    """A comparison with the year before.

    Attributes:
        current: this year's number; None where it is not told.
        direction: up, down or the same (与去年持平).
        amount: by how much, in pieces, yuan or per cent; None where it is not told.
        previous: last year's number; None where it is not told.
        again: the same change once more, in per cent behind pieces or in pieces behind per cent (增加15件，增长19.7%);
            None where it is told once.
        text: the clause as printed.
        place: where it stands.
    """

    current: Fact | None
    direction: Direction
    amount: Fact | None
    previous: Fact | None
    text: str
    place: Place
    again: Fact | None = None


@attrs.frozen(slots=False)
class Facts:
    """All that a narrative says in numbers, in the order of the text."""

    facts: tuple[Fact, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    trends: tuple[Trend, ...] = ()

    def about(self, topic: str) -> tuple[Fact, ...]:
        """The facts of one topic."""
        return self.by_topic.get(topic, ())

    @cached_property
    def scopes(self) -> frozenset[Scope]:
        """Whose numbers are among them."""
        return frozenset([fact.scope for fact in self.facts])

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts by topic, in the order in which the topics are first told."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.topic, []).append(fact)
        return MappingProxyType({topic: tuple(told) for topic, told in found.items()})

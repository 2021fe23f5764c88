"""Totals and the parts into which the narrative divides them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import attrs

from govinfo.facts.mentions import Mention
from govinfo.facts.model import Breakdown, Fact, Listing, Place

_LEVELS = {"、": 0, ",": 1, ":": 1, ";": 2, "。": 3, "!": 3, "?": 3}
_CLEAN = re.compile(r"[\u4e00-\u9fff]")
_OPENED = re.compile(r"[^,;。()、]{0,4}\s*[(:]|[^,;。()]{0,12}中[,:]")
_CLOSED = re.compile(r"[^,;。(]{0,4}\([^()]*\)")
"""A bracket that holds no number says something of the unit: 14个市(州)、41个部门."""

_ANNOUNCED = frozenset({"among", "including", "respectively"})
_EXHAUSTIVE = frozenset({"including", "respectively"})
_HEADS = frozenset(
    {
        "applications.new",
        "applications.open",
        "applications.carried_over",
        "applications.carried_forward",
        "applications.results.total",
    }
)
_SUMMED = re.compile(
    r"[\u4e00-\u9fff]{0,2}\s*[,、;]\s*(?:以上|[两三四五六七八]大?[\u4e00-\u9fff]{1,4}?)?(?:共计|合计|总计)\s*"
)
"""Between the last part and a sum that follows its parts (建议5件,提案3件,共计8件)."""

_ETC = re.compile(r"\s*等")


@attrs.define
class _List:
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
        listing: Listing = "exhaustive" if self.exhaustive or "others" in self.parts[-1].marks else "among"
        if _ETC.match(self.parts[-1].behind):
            listing = "among"
        if all(part.fact.topic.startswith("disclosure.channel.") for part in self.parts):
            listing = "overlapping"
        return Breakdown(self.total.fact, tuple(part.fact for part in self.parts), listing)


def breakdowns(mentions: Sequence[Mention]) -> list[Breakdown]:
    """The breakdowns of a paragraph, outer ones before those inside them."""
    found = [entry.breakdown() for entry in _lists(mentions)]
    divided = {fact.place for entry in found for fact in (entry.total, *entry.parts)}
    return [*found, *_summed(mentions, divided)]


def _summed(mentions: Sequence[Mention], divided: Collection[Place]) -> Iterator[Breakdown]:
    """Yield the sums that follow their parts, where all that the sentence counts before them is parts."""
    parts: list[Mention] = []
    for mention in mentions:
        if parts and (mention.sentence != parts[-1].sentence or ";" in mention.lead):
            parts = []
        if len(parts) > 1 and _SUMMED.fullmatch(mention.lead) and _all_parts(parts, mention, divided):
            yield Breakdown(mention.fact, tuple(part.fact for part in parts), "exhaustive")
            parts = []
        else:
            parts.append(mention)


def _all_parts(parts: Sequence[Mention], total: Mention, divided: Collection[Place]) -> bool:
    """Tell whether numbers are of one kind, and none of them is divided itself."""
    return all(
        _counts(part)
        and (part.depth, part.fact.unit) == (total.depth, total.fact.unit)
        and part.fact.place not in divided
        for part in (*parts, total)
    )


def settled(mentions: Sequence[Mention]) -> list[Mention]:
    """The facts of a paragraph as their breakdowns show them.

    Applications of which some are carried over are all that were open; of results they are no total of their own.
    A part of the same topic as its total or another part tells no more than a part of it.
    """
    changes: dict[tuple[object, str], Fact] = {}
    for entry in _lists(mentions):
        total = entry.total.fact
        times = Counter(mention.fact.topic for mention in entry.parts)
        for part in (mention.fact for mention in entry.parts):
            key = (part.place, part.topic)
            if part.topic == "applications.carried_over" and total.topic == "applications.new":
                changes[total.place, total.topic] = attrs.evolve(total, topic="applications.open")
            elif part.topic == "applications.carried_over" and total.topic == "applications.results.total":
                changes[key] = attrs.evolve(part, topic="")
            elif part.topic and (part.topic == total.topic or times[part.topic] > 1):
                changes[key] = attrs.evolve(part, scope="part")
    if not changes:
        return list(mentions)
    return [
        attrs.evolve(mention, fact=changes.get((mention.fact.place, mention.fact.topic), mention.fact))
        for mention in mentions
    ]


def _lists(mentions: Sequence[Mention]) -> list[_List]:
    found: list[_List] = []
    live: list[_List] = []
    before: list[Mention] = []
    for mention in mentions:
        if not _counts(mention):
            continue
        if before:
            _place(mention, before, live, found)
        if mention.fact.span == "previous" and not mention.headed and before:
            continue
        while before and before[-1].depth >= mention.depth:
            before.pop()
        before.append(mention)
    return found


def _counts(mention: Mention) -> bool:
    return (
        mention.quantity is not None and mention.fact.measure in {"count", "money"} and "compared" not in mention.marks
    )


def _place(mention: Mention, earlier: Sequence[Mention], live: list[_List], found: list[_List]) -> None:
    """Put a number into the lists that are open, or open one.

    Args:
        mention: the number.
        earlier: the last numbers before it, each inside one more bracket.
        live: the lists that are open, inner ones last.
        found: all lists.
    """
    before = earlier[-1]
    lead = mention.lead
    level = max((_LEVELS[char] for char in lead if char in _LEVELS), default=0)
    if mention.sentence != before.sentence:
        level = 3
    while live and (live[-1].depth > mention.depth or (level == 3 and "among" not in mention.marks)):
        live.pop()
    opened = bool(_OPENED.match(lead)) and level < 3 and not _CLOSED.match(lead)
    bracket = opened and mention.depth > before.depth
    colon = opened and not bracket
    if "besides" in mention.marks:
        return
    if bracket or colon or mention.marks & _ANNOUNCED:
        outside = [other for other in earlier if bracket or other.depth <= mention.depth]
        outside = [other for other in outside if other.fact.span == mention.fact.span] or outside
        total = _total(mention, outside[-1] if outside else None, level, live)
        if level == 3:
            live.clear()
        if total is not None and _alike(total, mention):
            entry = _List(total, mention.depth, ":" in lead, bracket, bool(mention.marks & _EXHAUSTIVE))
            entry.parts.append(mention)
            live.append(entry)
            found.append(entry)
        return
    _continue(mention, level, live)


def _continue(mention: Mention, level: int, live: list[_List]) -> None:
    """Put a number into the innermost open list that it belongs to, and close those inside it."""
    while live:
        entry = live[-1]
        if level < 2 and not mention.fact.topic and mention.fact.unit != entry.parts[0].fact.unit:
            return
        if _goes_on(entry, mention, level):
            entry.level = level if entry.level is None else max(entry.level, level)
            entry.parts.append(mention)
            if "others" in mention.marks:
                entry.exhaustive = True
            return
        live.pop()


def _total(mention: Mention, before: Mention | None, level: int, live: list[_List]) -> Mention | None:
    """The number that a list divides: the one before it, or that of a list before it in the sentence before."""
    if level >= 2 and live and live[0].depth == mention.depth:
        return live[0].total
    if level and live and before is not None and before is live[-1].parts[-1] and not _within(mention, before):
        return live[-1].total
    return before


def _within(mention: Mention, before: Mention) -> bool:
    """Tell whether a number can divide the part before it: it is no greater and divides it by what it is."""
    greater = (mention.fact.value or 0) > (before.fact.value or 0)
    told = bool(mention.fact.topic and before.fact.topic)
    return not greater and not (told and _dimension(mention) != _dimension(before))


def _alike(total: Mention, mention: Mention) -> bool:
    """Tell whether a number can be a part of another."""
    if total.fact.measure != mention.fact.measure or total.fact.polarity != "stated":
        return False
    people = {"人次", "人", "名"}
    return (total.fact.unit in people) == (mention.fact.unit in people) and _family(total, mention)


def _family(total: Mention, mention: Mention) -> bool:
    whole, part = total.fact.topic, mention.fact.topic
    if part == whole:
        return part not in _HEADS or mention.fact.scope == "part" or total.fact.scope != mention.fact.scope
    if not part or not whole:
        return part not in _HEADS
    if part in _HEADS:
        return part in {"applications.new", "applications.carried_over"} and whole in _HEADS
    if whole.startswith("review."):
        return whole == "review.all.total" or part.startswith(whole.removesuffix(".total"))
    return whole.split(".")[0] == part.split(".")[0]


def _goes_on(entry: _List, mention: Mention, level: int) -> bool:
    """Tell whether a number belongs to an open list, by its place, by what it counts, and by what the list lacks."""
    if entry.depth != mention.depth or not _alike(entry.total, mention):
        return False
    first, last = entry.parts[0], entry.parts[-1]
    if level and ("others" in last.marks or (not entry.bracket and entry.settled())):
        return False
    listed = entry.level in {None, 2} and (entry.colon or not mention.headed)
    if level >= 2 and not entry.bracket and not listed:
        return False
    if mention.fact.unit and first.fact.unit and mention.fact.unit != first.fact.unit:
        return False
    same = _dimension(first) == _dimension(mention)
    if mention.headed and not first.headed and level:
        return same and bool(mention.fact.topic)
    return same or not mention.fact.topic or not first.fact.topic


def _dimension(mention: Mention) -> str:
    """What a list divides by: applicants, channels, outcomes or kinds."""
    topic = mention.fact.topic
    if topic in {"applications.new", "applications.carried_over"}:
        return "applications.open"
    for prefix in ("applications.new.", "applications.channel.", "applications.results.", "disclosure.channel."):
        if topic.startswith(prefix):
            return prefix
    return topic.split(".")[0]

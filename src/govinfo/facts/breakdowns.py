"""Totals and the parts into which the narrative divides them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import attrs

from govinfo.facts.mentions import Mention
from govinfo.facts.model import Breakdown, Fact, Listing, Place
from govinfo.facts.parthood import HEADS, OPEN, can_divide, dimension, is_beside, is_kind, is_within

_LEVELS = ((3, "。!?"), (2, ";"), (1, ",:"))
"""Marks between two numbers, by how far they part them."""

_CLEAN = re.compile(r"[\u4e00-\u9fff]")
_OPENED = re.compile(r"[^,;。()、]{0,4}\s*[(:]|[^,;。()]{0,12}中[,:]")
_CLOSED = re.compile(r"[^,;。(]{0,4}\([^()]*\)")
"""A bracket that holds no number says something of the unit: 14个市(州)、41个部门."""

_ANNOUNCED = frozenset({"among", "including", "respectively"})
_RESPECTIVELY = frozenset({"respectively"})
_EXHAUSTIVE = frozenset({"including", "respectively"})
BACK = 6
"""So many numbers back another total is looked for."""

_SUMMED = re.compile(
    r"[\u4e00-\u9fff]{0,2}\s*[,、;]\s*(?:以上|[两三四五六七八]大?[\u4e00-\u9fff]{1,4}?)?(?:共计|合计|总计)\s*"
)
"""Between the last part and a sum that follows its parts (建议5件,提案3件,共计8件)."""

_ON_DISCLOSURE = re.compile(
    r"其中\s*[,:]?\s*(?:涉及|属于|涉|因|与)?(?:政府|政务)?信息公开(?:申请)?(?:类|的|引发|引起|方面|案件|有关|相关)*[0-9一二两三四五六七八九十]"
)
"""A part of cases that is on disclosure, where the others are not."""

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
        announced = self.exhaustive or "others" in self.parts[-1].marks
        complete = self.colon and not self.bracket and "among" not in self.parts[0].marks and self.settled()
        listing: Listing = "exhaustive" if announced or complete else "among"
        if _ETC.match(self.parts[-1].behind):
            listing = "among"
        if all(part.fact.topic.startswith("disclosure.channel.") for part in self.parts):
            listing = "overlapping"
        return Breakdown(self.total.fact, tuple(part.fact for part in self.parts), listing)


def divided(mentions: list[Mention]) -> tuple[list[Mention], list[Breakdown]]:
    """The facts of a paragraph as its breakdowns show them, and these, outer ones before those inside them."""
    lists = _lists(mentions)
    settled = _settled(mentions, lists) if lists else mentions
    if settled is not mentions:
        lists = _lists(settled)
    found = [entry.breakdown() for entry in lists]
    places = {fact.place for entry in found for fact in (entry.total, *entry.parts)}
    return settled, [*found, *_summed(settled, places)]


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


def _settled(mentions: list[Mention], lists: Sequence[_List]) -> list[Mention]:
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


def _is_on_disclosure(entry: _List, part: Fact) -> bool:
    """Tell whether only a part of the cases told is on disclosure (行政复议36件，其中涉及政府信息公开的4件)."""
    first = part is entry.parts[0].fact and not part.topic
    return first and bool(_kind_of_case(entry.total)) and _ON_DISCLOSURE.search(part.text) is not None


def _kind_of_case(total: Mention) -> str:
    """The topic of a number of cases that are not said to be on disclosure; empty for other numbers."""
    if "公开" in total.fact.text or total.fact.topic != f"review.{total.frame}.total":
        return ""
    return total.fact.topic if total.frame in {"reconsideration", "litigation"} else ""


def _lists(mentions: Sequence[Mention]) -> list[_List]:
    found: list[_List] = []
    live: list[_List] = []
    before: list[Mention] = []
    siblings: list[Mention] = []
    for mention in mentions:
        if not _counts(mention):
            continue
        if mention.fact.span == "previous" and not mention.headed and before:
            continue
        if before:
            _place(mention, before, siblings, live, found)
        siblings.append(mention)
        while before and before[-1].depth >= mention.depth:
            before.pop()
        before.append(mention)
    return found


def _counts(mention: Mention) -> bool:
    return (
        mention.quantity is not None and mention.fact.measure in {"count", "money"} and "compared" not in mention.marks
    )


def _place(
    mention: Mention, earlier: Sequence[Mention], siblings: Sequence[Mention], live: list[_List], found: list[_List]
) -> None:
    """Put a number into the lists that are open, or open one.

    Args:
        mention: the number.
        earlier: the last numbers before it, each inside one more bracket.
        siblings: all numbers before it.
        live: the lists that are open, inner ones last.
        found: all lists.
    """
    before = earlier[-1]
    lead = mention.lead
    level = 3 if mention.sentence != before.sentence else _level(lead)
    while live and (live[-1].depth > mention.depth or (level == 3 and "among" not in mention.marks)):
        live.pop()
    opened = bool(_OPENED.match(lead)) and level < 3 and not _CLOSED.match(lead)
    bracket = opened and mention.depth > before.depth
    colon = opened and not bracket and "(" not in lead
    if "besides" in mention.marks and not _completes(live, mention):
        return
    if bracket or colon or mention.marks & _ANNOUNCED:
        outside = [other for other in earlier if bracket or other.depth <= mention.depth]
        outside = [other for other in outside if other.fact.span == mention.fact.span] or outside
        total = _total(mention, outside[-1] if outside else None, level, live)
        if level == 3:
            live.clear()
        if total is not None and "among" in mention.marks:
            total = _other_total(mention, total, siblings) or total
        apart = total is not None and mention.marks & _ANNOUNCED == _RESPECTIVELY and is_beside(total, mention)
        if total is not None and not apart and can_divide(total, mention):
            entry = _List(total, mention.depth, ":" in lead, bracket, bool(mention.marks & _EXHAUSTIVE))
            entry.parts.append(mention)
            live.append(entry)
            found.append(entry)
        return
    beside = _beside(mention, siblings, live) if live else None
    if beside is not None:
        live.append(_List(beside, mention.depth, live[-1].colon, live[-1].bracket, live[-1].exhaustive, [mention]))
        found.append(live[-1])
        return
    _continue(mention, level, live)


def _level(lead: str) -> int:
    """How far the marks between two numbers part them: not at all for 、, most for the end of a sentence."""
    for level, marks in _LEVELS:
        if any(mark in lead for mark in marks):
            return level
    return 0


def _other_total(mention: Mention, total: Mention, siblings: Sequence[Mention]) -> Mention | None:
    """The number further back that is divided: one of the same topic, or requests where the last cannot hold a part."""
    value = mention.fact.value or 0
    for other in reversed(siblings[-BACK:]):
        if (other.sentence, other.depth, other.fact.span) != (total.sentence, total.depth, mention.fact.span):
            continue
        same = other.fact.topic == mention.fact.topic != "" and total.fact.topic != mention.fact.topic
        heads = value > (total.fact.value or 0) and other.fact.topic in HEADS and total.fact.topic in {*HEADS, ""}
        if (same or (heads and can_divide(other, mention))) and value <= (other.fact.value or 0):
            return other
    return None


def _beside(mention: Mention, siblings: Sequence[Mention], live: Sequence[_List]) -> Mention | None:
    """The total beside that of a list, for a part beside the part of that list (制定9件、废止3件，其中……2件、……1件)."""
    entry = live[-1]
    if len(entry.parts) > 1 or entry.parts[0].fact.topic != entry.total.fact.topic or entry.depth != mention.depth:
        return None
    return None if mention.fact.topic == entry.total.fact.topic else _other_total(mention, entry.total, siblings)


def _completes(live: Sequence[_List], mention: Mention) -> bool:
    """Tell whether a number is what an open list lacks (其中1份不予公开，另1份已公开)."""
    if not live:
        return False
    told = sum(part.fact.value or 0 for part in live[-1].parts)
    return told + (mention.fact.value or 0) == live[-1].total.fact.value


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
    if level and live and before is not None and before is live[-1].parts[-1] and not is_within(mention, before):
        return live[-1].total
    return before


def _is_rest(entry: _List, mention: Mention, level: int) -> bool:
    """Tell whether the last part is all the rest; one of several is no rest (其他文件5条；动态73条；预决算2条)."""
    if "others" not in entry.parts[-1].marks:
        return False
    told = sum(part.fact.value or 0 for part in entry.parts) + (mention.fact.value or 0)
    return level != entry.level or told > (entry.total.fact.value or 0)


def _goes_on(entry: _List, mention: Mention, level: int) -> bool:
    """Tell whether a number belongs to an open list, by its place, by what it counts, and by what the list lacks."""
    if entry.depth != mention.depth or not can_divide(entry.total, mention):
        return False
    first = entry.parts[0]
    if level and (_is_rest(entry, mention, level) or (not entry.bracket and entry.settled())):
        return False
    listed = entry.level in {None, 2} and (entry.colon or not mention.headed)
    if level >= 2 and not entry.bracket and not listed:
        return False
    if mention.fact.unit and first.fact.unit and mention.fact.unit != first.fact.unit:
        return False
    same = dimension(first) == dimension(mention)
    if mention.headed and not first.headed and level and not is_kind(entry.total, mention):
        return same and bool(mention.fact.topic)
    return same or not mention.fact.topic or not first.fact.topic

"""Totals and the parts into which the narrative divides them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from govinfo.facts.divisions import Division
from govinfo.facts.mentions import Mention
from govinfo.facts.model import Breakdown, Place
from govinfo.facts.parthood import HEADS, can_divide, dimension, is_beside, is_kind, is_within
from govinfo.facts.settling import settled

_LEVELS = ((3, "。!?"), (2, ";"), (1, ",:"))
"""Marks between two numbers, by how far they part them."""

SEMICOLON = 2
"""How far a semicolon parts two numbers."""

_OPENED = re.compile(
    r"[^,;。()、]{0,4}\s*[(:]|[^,;。()]{0,12}中[,:]|[^,;。()、]{0,4},[^,;。()、:]{0,8}(?:分布|构成|分类|类别|情况)(?:情况)?(?:为|是|如下)?:"
)
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


def divided(mentions: list[Mention]) -> tuple[list[Mention], list[Breakdown]]:
    """The facts of a paragraph as its breakdowns show them, and these, outer ones before those inside them."""
    lists = _lists(mentions)
    shown = settled(mentions, lists) if lists else mentions
    if shown is not mentions:
        lists = _lists(shown)
    found = [entry.breakdown() for entry in lists]
    places = {fact.place for entry in found for fact in (entry.total, *entry.parts)}
    return shown, [*found, *_summed(shown, places)]


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


def _lists(mentions: Sequence[Mention]) -> list[Division]:
    found: list[Division] = []
    live: list[Division] = []
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
    mention: Mention,
    earlier: Sequence[Mention],
    siblings: Sequence[Mention],
    live: list[Division],
    found: list[Division],
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
        apart = apart or (level == 3 and total is not None and _is_of_the_sentence(mention, total, siblings))
        if total is not None and not apart and can_divide(total, mention):
            entry = Division(total, mention.depth, ":" in lead, bracket, bool(mention.marks & _EXHAUSTIVE))
            entry.parts.append(mention)
            live.append(entry)
            found.append(entry)
        return
    beside = _beside(mention, siblings, live) if live else None
    if beside is not None:
        live.append(Division(beside, mention.depth, live[-1].colon, live[-1].bracket, live[-1].exhaustive, [mention]))
        found.append(live[-1])
        return
    _continue(mention, level, live)


def _is_of_the_sentence(mention: Mention, total: Mention, siblings: Sequence[Mention]) -> bool:
    """Tell whether 其中 takes up all that the sentence before told, not only its last number, which is less."""
    several = any(other.sentence == total.sentence and other is not total for other in siblings[-BACK:])
    return several and (mention.fact.value or 0) > (total.fact.value or 0)


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


def _beside(mention: Mention, siblings: Sequence[Mention], live: Sequence[Division]) -> Mention | None:
    """The total beside that of a list, for a part beside the part of that list (制定9件、废止3件，其中……2件、……1件)."""
    entry = live[-1]
    if len(entry.parts) > 1 or entry.parts[0].fact.topic != entry.total.fact.topic or entry.depth != mention.depth:
        return None
    return None if mention.fact.topic == entry.total.fact.topic else _other_total(mention, entry.total, siblings)


def _completes(live: Sequence[Division], mention: Mention) -> bool:
    """Tell whether a number is what an open list lacks (其中1份不予公开，另1份已公开)."""
    if not live:
        return False
    told = sum(part.fact.value or 0 for part in live[-1].parts)
    return told + (mention.fact.value or 0) == live[-1].total.fact.value


def _continue(mention: Mention, level: int, live: list[Division]) -> None:
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


def _total(mention: Mention, before: Mention | None, level: int, live: list[Division]) -> Mention | None:
    """The number that a list divides: the one before it, or that of a list before it in the sentence before."""
    if level >= 2 and live and live[0].depth == mention.depth:
        return live[0].total
    if level and live and before is not None and before is live[-1].parts[-1] and not is_within(mention, before):
        return live[-1].total
    return before


def _is_rest(entry: Division, mention: Mention, level: int) -> bool:
    """Tell whether the last part is all the rest; one of several is no rest (其他文件5条；动态73条；预决算2条)."""
    if "others" not in entry.parts[-1].marks:
        return False
    told = sum(part.fact.value or 0 for part in entry.parts) + (mention.fact.value or 0)
    return level != entry.level or told > (entry.total.fact.value or 0)


def _goes_on(entry: Division, mention: Mention, level: int) -> bool:
    """Tell whether a number belongs to an open list, by its place, by what it counts, and by what the list lacks."""
    if entry.depth != mention.depth or not can_divide(entry.total, mention):
        return False
    first = entry.parts[0]
    if level and (_is_rest(entry, mention, level) or (not entry.bracket and mention.fact.value and entry.settled())):
        return False
    listed = entry.level in {None, 2} and (entry.colon or not mention.headed or _completes([entry], mention))
    listed = listed or (entry.level == SEMICOLON and is_kind(entry.total, mention))
    if level >= 2 and not entry.bracket and not listed:
        return False
    if mention.fact.unit and first.fact.unit and mention.fact.unit != first.fact.unit:
        return False
    same = dimension(first) == dimension(mention)
    if mention.headed and not first.headed and level and not is_kind(entry.total, mention):
        return same and bool(mention.fact.topic)
    return same or not mention.fact.topic or not first.fact.topic

"""Percentages of something, and comparisons with the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from govinfo.facts.mentions import Mention, Passage
from govinfo.facts.model import Breakdown, Direction, Fact, Share, Trend

_TREND = re.compile(
    r"(?P<base>同比|环比|(?:相?比|较|与|同|和)(?:去年同期|上年同期|上一?年度?|去年|往年|20[0-9]{2}\s*年度?)(?:同期|度)?(?:相比)?(?:的)?)"
    r"(?P<middle>[^,;。()]{0,20}?(?:\([^()]{0,30}\))?[^,;。()]{0,12}?,?[^,;。()]{0,8}?)"
    r"(?P<way>增长|增加|上升|提高|提升|增多|上涨|翻一番|多|下降|减少|降低|下滑|回落|少|持平|一致|相同|无变化|没有变化)"
)
_UP = frozenset({"增长", "增加", "上升", "提高", "提升", "增多", "上涨", "翻一番", "多"})
_DOWN = frozenset({"下降", "减少", "降低", "下滑", "回落", "少"})
_NEAR = re.compile(r"(?:幅度?|率)?(?:为|了|达到?|约|近|超过?|逾)*\s*")
_SHARE = re.compile(r"占")
_ADJACENT = re.compile(r"[^,;。()]{0,3}[,(、]?\s*(?:约|大约)?(?:占)")


def shares(mentions: Sequence[Mention], found: Sequence[Breakdown]) -> Iterator[Share]:
    """Yield the percentages with part and whole."""
    totals = {part.place: breakdown.total for breakdown in found for part in breakdown.parts}
    counts: list[Mention] = []
    for mention in mentions:
        if mention.quantity is None:
            continue
        if mention.fact.measure == "count" and "compared" not in mention.marks:
            counts.append(mention)
        elif mention.fact.measure == "percent" and "占" in mention.lead and mention.fact.polarity == "stated":
            yield _share(mention, [count for count in counts[-8:] if count.sentence == mention.sentence], totals)


def _share(mention: Mention, counts: Sequence[Mention], totals: dict[object, Fact]) -> Share:
    if counts and _ADJACENT.match(mention.lead):
        part = counts[-1].fact
        return Share(mention.fact, part, totals.get(part.place) or (counts[-2].fact if len(counts) == 2 else None))
    return Share(mention.fact, None, counts[-1].fact if len(counts) == 1 else None)


def trends(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Trend]:
    """Yield the comparisons with the year before."""
    if not mentions:
        return
    for match in _TREND.finditer(passage.veiled):
        way = match["way"]
        direction: Direction = "up" if way in _UP else "down" if way in _DOWN else "same"
        numbers = [mention for mention in mentions if mention.quantity is not None]
        amount = next((mention for mention in numbers if _follows(passage, match, mention)), None)
        if way in {"多", "少"} and amount is None:
            continue
        earlier = next((m for m in numbers if match.start() <= m.fact.place.start < match.start("way")), None)
        current = _current(passage, mentions, match.start())
        yield Trend(
            current.fact if current else None,
            direction,
            amount.fact if amount and direction != "same" else None,
            attrs.evolve(earlier.fact, span="previous", topic=current.fact.topic if current else "")
            if earlier
            else None,
            passage.text[match.start() : match.end()],
            passage.place(match.start(), match.end()),
        )


def _follows(passage: Passage, match: re.Match[str], mention: Mention) -> bool:
    start = mention.fact.place.start
    if not match.end() <= start <= match.end() + 8:
        return False
    return _NEAR.fullmatch(passage.veiled, match.end(), start) is not None


def _current(passage: Passage, mentions: Sequence[Mention], start: int) -> Mention | None:
    """The number that is compared: the last before in the sentence."""
    begin = max(passage.veiled.rfind(char, 0, start) for char in "。\n;")
    before = [
        mention
        for mention in mentions
        if begin < mention.fact.place.start < start
        and mention.fact.value is not None
        and mention.fact.measure in {"count", "money"}
        and mention.fact.span == "reporting"
        and "compared" not in mention.marks
    ]
    return before[-1] if before else None

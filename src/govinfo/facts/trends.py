"""Comparisons with the year before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from govinfo.facts.mentions import Mention, Passage
from govinfo.facts.model import Direction, Fact, Place, Trend

REACH = 60
"""So many characters behind 同比 or 比上年 the direction may stand, or in front of 下降到 the earlier number."""

NEXT = 8
"""So many characters behind a comparison the number may follow that is compared."""

BACK = 12
"""So many numbers back the one that is compared is looked for."""

_BASE = re.compile(
    r"(?=[同环增减相比较与和])(?:同比|环比|(?<=[件条起个次篇家],)(?=(?:增加|减少)了?[0-9])|(?<![比年期度])(?=(?:增长|增加|增)[率幅]度?(?:为|达到?|约)*[0-9])"
    r"|(?:相?[比较]于?|与|同|和)(?:去年同期|上年同期|上一?年度?|去年|往年|20[0-9]{2}\s*年度?)(?:同期|度)?(?:相比)?)"
)
_BY = r"(?:公开|发布|收到|收|办理|受理|答复|出|了)?(?:约|近|超)?[0-9一二两三四五六七八九十百]"
"""Behind 多 and 少 the number by which there is more or less (多公开12条)."""

_WAY = re.compile(
    rf"增长|增加|上升|提高|提升|增多|上涨|增幅|增收|翻了?一番|多(?={_BY})|下降|减少|降低|下滑|回落|降幅|减收|少(?={_BY})"
    r"|持平|一致|相同|无变化|没有变化"
)
_MULTIPLE = re.compile(r"(?:是|为|达|达到)(?:去年|上一?年度?|20[0-9]{2}\s*年度?)(?:同期)?的")
"""In front of a number of times the year before."""
_END = re.compile(r"[;。!?\n]|,[^,;。!?\n]{0,30},")
_ENDS = re.compile(r"[;。!?\n]")
_LEVEL = re.compile(r"(?P<way>增加|增长|上升|提高|下降|减少|降低|降|升|增|减)[到至为]")
_AFTERWARDS = re.compile(
    r"(?:%|[\u4e00-\u9fff]{0,2})\s*[(,]\s*(?:上一?年度?|去年|20[0-9]{2}\s*年度?)(?:同期)?(?:新?收到|申请|共|为|是|的|总?量|有)*\s*"
)
"""Between a comparison and the number of the year before that follows it: 增长25%(上年64件)."""

_SAID_AGAIN = {"count": "percent", "percent": "count"}

_AGAIN = re.compile(
    r"%?[\u4e00-\u9fff]{0,2}\s*[,、(]\s*(?:同比|比上年|较上年)?"
    r"(?:(?P<up>增长|增加|上升|增幅)|(?P<down>下降|减少|降幅|精简|压减|缩减))率?(?:达到?|为|约|近|了)*\s*"
)
"""Between the pieces by which a number changed and the percentage that says it again: 增加15件,增长19.7%."""

_SIDE_BY_SIDE = re.compile(r"[\u4e00-\u9fff]{0,2}\s*[,)]{0,2}\s*")
"""Between the number of the year before and 同比."""

_NEAR = re.compile(
    r"(?:(?:[今本]年|20[0-9]{2}\s*年度?)的?)?(?:公开|发布|收到|收|办理|受理|答复|出)?(?:幅度?|率)?(?:为|了|达到?|约|近|超过?|逾)*\s*"
)
_WAYS: dict[str, Direction] = {
    **dict.fromkeys(("增长", "增加", "上升", "提高", "提升", "增多", "上涨", "翻一番", "翻了一番"), "up"),
    **dict.fromkeys(("增幅", "增收", "多", "升", "增"), "up"),
    **dict.fromkeys(("下降", "减少", "降低", "下滑", "回落", "降幅", "减收", "少", "降", "减"), "down"),
}


def trends(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Trend]:
    """Yield the comparisons of a paragraph."""
    if not mentions:
        return
    text = passage.veiled
    starts = [mention.fact.place.start for mention in mentions]
    told: set[Place] = set()
    for base in _BASE.finditer(text) if _WAY.search(text) else ():
        end = _END.search(text, base.end(), base.end() + REACH)
        way = _WAY.search(text, base.end(), end.start() if end else base.end() + REACH)
        trend = _trend(passage, base.start(), way, mentions, starts) if way is not None else None
        if trend is not None and not (trend.amount and trend.amount.place in told):
            told |= {amount.place for amount in (trend.amount, trend.again) if amount}
            yield trend
    for way in _LEVEL.finditer(text):
        yield from _levels(passage, way, mentions, starts)
    for base in _MULTIPLE.finditer(text) if "倍" in text else ():
        yield from _multiple(passage, base, mentions, starts)


def _trend(
    passage: Passage, start: int, way: re.Match[str], mentions: Sequence[Mention], starts: Sequence[int]
) -> Trend:
    direction = _WAYS.get(way[0], "same")
    amount = _behind(passage, way.end(), mentions, starts) if direction != "same" else None
    if way[0].startswith("翻"):
        place = passage.place(*way.span())
        amount = Fact("", Decimal(100), "percent", "", passage.text[start : way.end()], place)
    current = _current(passage, start, amount, mentions, starts) or _next(passage, way.end(), amount, mentions, starts)
    earlier = _between(start, way.start(), mentions, starts) or _afterwards(
        passage, amount.place.end if amount else way.end(), mentions, starts
    )
    if earlier is not None:
        earlier = attrs.evolve(earlier, span="previous", topic=current.topic if current else earlier.topic)
    if earlier is None and amount is not None:
        earlier = _just_before(passage, start, current, mentions, starts)
    text = passage.text[start : way.end()]
    again = _again(passage, amount, direction, mentions, starts)
    return Trend(current, direction, amount, earlier, text, passage.place(start, way.end()), again)


def _next(
    passage: Passage, end: int, amount: Fact | None, mentions: Sequence[Mention], starts: Sequence[int]
) -> Fact | None:
    """The number that follows a comparison (较去年减少5件，共13件)."""
    start = amount.place.end if amount is not None else end
    place = bisect_left(starts, start)
    if place == len(mentions) or mentions[place].quantity is None or starts[place] > start + NEXT:
        return None
    fact = mentions[place].fact
    between = passage.veiled[start : starts[place]]
    plain = fact.measure == "count" and fact.span == "reporting" and not any(char in between for char in "。;\n")
    return fact if plain else None


def _levels(
    passage: Passage, way: re.Match[str], mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterator[Trend]:
    """Yield a change told by both numbers (由31件下降到25件)."""
    before = bisect_left(starts, way.start()) - 1
    earlier = mentions[before].fact if before >= 0 and way.start() - mentions[before].fact.place.end <= 4 else None
    current = _behind(passage, way.end(), mentions, starts)
    if earlier is not None and current is not None:
        start = earlier.place.start
        text, place = passage.text[start : way.end()], passage.place(start, way.end())
        direction = _WAYS[way["way"]]
        amount = _change(passage, current, direction, mentions, starts)
        yield Trend(current, direction, amount, attrs.evolve(earlier, span="previous"), text, place)


def _change(
    passage: Passage, current: Fact, direction: Direction, mentions: Sequence[Mention], starts: Sequence[int]
) -> Fact | None:
    """By how much a number changed that was told beside that of the year before (由130条增加到212条,增加82条)."""
    place = bisect_left(starts, current.place.end)
    if place == len(mentions) or mentions[place].fact.measure not in _SAID_AGAIN:
        return None
    match = _AGAIN.fullmatch(passage.veiled, current.place.end, starts[place])
    return mentions[place].fact if match and match.groupdict().get(direction) else None


def _between(start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Fact | None:
    """The first number of a stretch of text."""
    place = bisect_left(starts, start)
    found = place < len(mentions) and starts[place] < end and mentions[place].quantity is not None
    return mentions[place].fact if found else None


def _just_before(
    passage: Passage, start: int, current: Fact | None, mentions: Sequence[Mention], starts: Sequence[int]
) -> Fact | None:
    """The number of the year before that stands between this year's and the comparison (20件,上年16件,同比增长25%)."""
    place = bisect_left(starts, start) - 1
    fact = mentions[place].fact if place >= 0 else None
    if fact is None or current is None or fact.span != "previous" or fact.measure != current.measure:
        return None
    near = fact.topic == current.topic and _SIDE_BY_SIDE.fullmatch(passage.veiled, fact.place.end, start)
    return fact if near else None


def _afterwards(passage: Passage, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Fact | None:
    """The number of the year before that is told behind a comparison."""
    place = bisect_left(starts, end)
    if place == len(mentions) or mentions[place].fact.measure != "count" or starts[place] > end + REACH:
        return None
    return mentions[place].fact if _AFTERWARDS.fullmatch(passage.veiled, end, starts[place]) else None


def _again(
    passage: Passage, amount: Fact | None, direction: Direction, mentions: Sequence[Mention], starts: Sequence[int]
) -> Fact | None:
    """The percentage right behind a change in pieces, or the pieces behind a percentage, that say it again."""
    if amount is None or amount.measure not in _SAID_AGAIN:
        return None
    place = bisect_left(starts, amount.place.end)
    if place == len(mentions) or mentions[place].fact.measure != _SAID_AGAIN[amount.measure]:
        return None
    match = _AGAIN.fullmatch(passage.veiled, amount.place.end, starts[place])
    return mentions[place].fact if match and match.groupdict().get(direction) else None


def _behind(passage: Passage, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Fact | None:
    """The number right behind a word."""
    place = bisect_left(starts, end)
    if place == len(mentions) or mentions[place].quantity is None or starts[place] > end + REACH:
        return None
    return mentions[place].fact if _NEAR.fullmatch(passage.veiled, end, starts[place]) else None


def _multiple(
    passage: Passage, base: re.Match[str], mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterator[Trend]:
    """Yield a number told as a multiple of the year before (是上年的1.5倍)."""
    amount = _behind(passage, base.end(), mentions, starts)
    if amount is None or amount.measure != "times" or amount.value is None:
        return
    current = _current(passage, base.start(), amount, mentions, starts)
    place = passage.place(base.start(), amount.place.end)
    direction: Direction = "up" if amount.value > 1 else "down"
    yield Trend(current, direction, amount, None, passage.text[place.start : place.end], place)


def _current(
    passage: Passage, start: int, amount: Fact | None, mentions: Sequence[Mention], starts: Sequence[int]
) -> Fact | None:
    """The number that is compared: the last before it in the sentence, or the percentage that points are told of."""
    place = bisect_left(starts, start)
    last = mentions[place - 1].fact if place else None
    if amount is not None and amount.unit == "个百分点":
        near = (
            last is not None and last.measure == "percent" and not _ENDS.search(passage.veiled, last.place.end, start)
        )
        return last if near else None
    for mention in reversed(mentions[max(0, place - BACK) : place]):
        fact = mention.fact
        if any(char in passage.veiled[fact.place.end : start] for char in "。;\n"):
            return None
        counts = fact.value is not None and fact.measure in {"count", "money"}
        if counts and fact.span == "reporting" and "compared" not in mention.marks:
            return fact
    return None

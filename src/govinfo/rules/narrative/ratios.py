"""N09, N24: percentages and comparisons with the year before agree with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from govinfo.facts.model import Direction, Fact, Facts, Place, Share, Trend
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.narrative.places import told_before
from govinfo.rules.narrative.readings import digits, rounding
from govinfo.rules.narrative.telling import narrative_rule, untold
from govinfo.rules.quoting import shorten

HUNDRED = Decimal(100)
HALF = Decimal("0.5")
TOTALS = ("applications.new.total", "applications.results.total.total")
DIVIDED = (("applications.new.", "applications.channel."), ("applications.results.",))
"""Beginnings of the topics that divide each of the totals."""

NAMED_WHOLE = re.compile(
    r"占(?:全年|年度|本年度?|全部|所有|总)?(?:(?P<received>(?:新?收[件到]|受理|申请)(?:的?申请)?)|办结|答复|办理)"
    r"(?:申请)?(?:总?[数量件]|总数量)的"
)
"""Requests of which something is told as a percentage: those received, or those closed."""

REACH = 300
"""Characters before a percentage in which the number that it is of may stand."""

NEARLY = re.compile(r"基本|大致|大体|略")

WORDS: dict[Direction, Text] = {
    "up": Text("增加", "a rise"),
    "down": Text("减少", "a fall"),
    "same": Text("持平", "no change"),
}


@narrative_rule("N09")
def shares(told: Facts, report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Work every percentage out from the numbers it is of."""
    assessed = False
    percents = _percents(told.shares)
    for share in told.shares:
        part, whole = _number(share.part), _named_whole(share, report) or _number(share.whole)
        if not whole or (part is not None and part > whole and (share.percent.value or 0) <= HUNDRED):
            whole = _printed_whole(share, report)
        if share.percent.value is None or part is None or not whole:
            continue
        assessed = True
        exact = part / whole * HUNDRED
        ratios = (exact, *_other_ratios(share, part, told, report))
        if not any(_is(share.percent, ratio) for ratio in ratios) and not _is_levelled(share, exact, percents):
            yield spec("N09").finding(
                source=share.percent.place.source,
                equation=f"{digits(part)}÷{digits(whole)}＝{_rounded(exact)}% ≠ {digits(share.percent.value)}%",
                quote=shorten(share.percent.text),
                percent=digits(share.percent.value),
                part=digits(part),
                whole=digits(whole),
                exact=_rounded(exact),
            )
    if told.shares and not assessed:
        yield untold("N09")


@narrative_rule("N24")
def trends(told: Facts, _report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare direction and size of a change with the two numbers that were told."""
    assessed = False
    for trend in told.trends:
        current, previous = _number(trend.current), _previous(trend)
        if current is None or previous is None:
            continue
        assessed = True
        numbers = (current, *_beside(trend.place, told))
        if not any(_is_true(trend, number, previous) for number in numbers):
            yield spec("N24").finding(
                source=trend.place.source,
                equation=f"{digits(current)}－{digits(previous)}＝{digits(current - previous)}",
                quote=shorten(trend.text),
                current=digits(current),
                previous=digits(previous),
                claim=_claim(trend),
                change=_change(current, previous),
            )
    if told.trends and not assessed:
        yield untold("N24")


def _named_whole(share: Share, report: Report) -> Decimal | None:
    """The total of the table that the words name of which something is a percentage (占收件总量的4%)."""
    said = NAMED_WHOLE.search(share.percent.text)
    number = report.value(TOTALS[0 if said["received"] else 1]) if said else None
    return Decimal(number) if number else None


def _printed_whole(share: Share, report: Report) -> Decimal | None:
    """The total of the table that a part of the requests is of where the text tells none beside it."""
    topic = share.part.topic if share.part else ""
    cells = [cell for beginnings, cell in zip(DIVIDED, TOTALS, strict=True) if topic.startswith(beginnings)]
    number = report.value(cells[0]) if cells else None
    return Decimal(number) if number else None


def _other_ratios(share: Share, part: Decimal, told: Facts, report: Report) -> Iterator[Decimal]:
    """Yield what the part is of other numbers that may have been meant: those before it and the totals of requests."""
    of_requests = share.part is not None and share.part.topic.startswith("applications.")
    printed = (report.value(cell) for cell in TOTALS) if of_requests else ()
    for number in (*_beside(share.percent.place, told), *(value for value in printed if value)):
        if number:
            yield part / number * HUNDRED


def _beside(place: Place, told: Facts) -> Iterator[Decimal]:
    """Yield this year's numbers told shortly before a place."""
    for fact in told_before(told, place, REACH):
        number = _number(fact) if fact.span == "reporting" else None
        if number is not None:
            yield number


def _percents(given: Iterable[Share]) -> Mapping[Fact | None, Decimal]:
    """The percentages of each whole together."""
    found: dict[Fact | None, Decimal] = {}
    for share in given:
        found[share.whole] = found.get(share.whole, Decimal(0)) + (share.percent.value or 0)
    return found


def _is_levelled(share: Share, exact: Decimal, percents: Mapping[Fact | None, Decimal]) -> bool:
    """Tell whether a percentage was rounded the other way for all of one whole to make a hundred."""
    value = share.percent.value or Decimal(0)
    levelled = value < HUNDRED and not percents[share.whole] % HUNDRED
    return levelled and abs(exact - value) < _last_digit(value)


def _number(fact: Fact | None) -> Decimal | None:
    """The number of a fact where it is exact and not rounded; None otherwise."""
    if fact is None or (fact.bound, fact.upper) != ("exact", None) or fact.measure not in {"count", "money"}:
        return None
    return None if rounding(fact) else fact.value


def _is_true(trend: Trend, current: Decimal, previous: Decimal) -> bool:
    change = current - previous
    if trend.direction == "same":
        return not change or NEARLY.search(trend.text) is not None
    if (change <= 0) if trend.direction == "up" else (change >= 0):
        return False
    return all(_is_amount(amount, current, previous) for amount in (trend.amount, trend.again) if amount)


def _previous(trend: Trend) -> Decimal | None:
    """The number of the year before: as told, or from which a change in pieces leads that is told in per cent again."""
    current, amount = _number(trend.current), _number(trend.amount) or _number(trend.again)
    if trend.previous is not None or trend.again is None or current is None or amount is None:
        return _number(trend.previous)
    return current - amount if trend.direction == "up" else current + amount


def _is_amount(amount: Fact, current: Decimal, previous: Decimal) -> bool:
    change = current - previous
    if amount.value is None:
        return True
    if amount.measure == "percent":
        return not previous or _is(amount, abs(change) / previous * HUNDRED)
    if amount.measure == "times":
        return not previous or _is(amount, current / previous) or _is(amount, change / previous)
    return rounding(amount) > 0 or _is(amount, abs(change))


def _is(told: Fact, exact: Decimal) -> bool:
    """Tell whether a told number is the exact one, rounded or cut off at its last printed digit."""
    value = told.value or Decimal(0)
    if told.bound == "at_least":
        return exact >= value
    if told.bound == "at_most":
        return exact <= value
    if told.bound == "about":
        return abs(exact - value) <= max(value / 5, Decimal(1))
    last = _last_digit(value)
    return abs(exact - value) <= last * HALF or value <= exact < value + last


def _last_digit(value: Decimal) -> Decimal:
    """One in the last printed digit of a number."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _claim(trend: Trend) -> Text:
    amount = trend.again or trend.amount
    if amount is None or amount.value is None:
        return WORDS[trend.direction]
    unit_zh, unit_en = {"percent": ("%", "%"), "times": ("倍", "-fold")}.get(amount.measure, ("", ""))
    words, number = WORDS[trend.direction], digits(amount.value)
    return Text(f"{words.zh}{number}{unit_zh}", f"{words.en} of {number}{unit_en}")


def _change(current: Decimal, previous: Decimal) -> Text:
    change = current - previous
    share = f"{_rounded(abs(change) / previous * HUNDRED)}%" if previous and change else ""
    words = WORDS["up" if change > 0 else "down" if change else "same"]
    if not change:
        return words
    number = digits(abs(change))
    return Text(
        f"{words.zh}{number}" + (f"（{share}）" if share else ""),
        f"{words.en} of {number}" + (f" ({share})" if share else ""),
    )


def _rounded(number: Decimal) -> str:
    return digits(number.quantize(Decimal("0.01")))

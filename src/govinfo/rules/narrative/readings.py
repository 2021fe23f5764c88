"""Which told number stands for a report, and how well it fits a printed one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from govinfo.collection.scope import tells_of_system
from govinfo.facts.model import Fact, Facts
from govinfo.findings import SEVERITIES, Severity
from govinfo.report import Report
from govinfo.rules.bodies import body
from govinfo.rules.per_report import per_report
from govinfo.text.traces import Traces

ABOUT = Decimal(5)
"""A number told as 约 is wrong if it is off by more than a fifth of itself."""

SCALE = {"千": 1_000, "万": 10_000, "亿": 100_000_000}
ROUND = Traces.of(*SCALE)
ROUNDED = re.compile(r"(?P<digits>\d+(?:\.(?P<decimals>\d+))?)\s*(?P<scale>[千万亿])")

MOST = 100
"""No text tells one number more often; what comes behind is left out, so that the time stays linear."""

LONGEST = 300
"""Characters of a clause that are searched for 万 and 亿."""

COUNTED = re.compile(r"[1-9]\d*\s*[件条项份起宗例个]")
"""A clause that counts some does not deny that there were any: 1件因未补正视为放弃."""

OF_ALL_KINDS = re.compile(r"(?:各类|各种|所有|全部)(?:行政)?(?:复议|诉讼|应诉)")
"""Reconsiderations and suits on whatever matter, not only those on disclosure."""

IN_ALL = re.compile(r"[共总]|累计|合计|全年")


def lightest(severities: Sequence[Severity]) -> Severity:
    """The lightest of some severities."""
    return max(severities, key=SEVERITIES.index)


def speaks_for_region(told: Facts, report: Report) -> bool:
    """Tell whether numbers of the whole region are the report's own.

    They are where the agency governs the area, because its tables then usually cover the area, and where a
    report on a system of offices tells of its system.
    """
    if report.agency is None or "whole" not in told.scopes:
        return False
    return body(report.agency).government or tells_of_system(report)


def told_of(told: Facts, topic: str, government: bool) -> tuple[Fact, ...]:
    """The numbers told of a topic that are meant as the report's own of this year.

    That of the whole region counts for a government.  An unclear scope counts where nothing else was told.
    Months or kinds that add up to a total of the same topic are left out.
    """
    known, asked = _known(told), (topic, government)
    if asked not in known:
        whole = _of_this_year(told, topic)
        scopes = ("own", "whole") if government else ("own",)
        own = tuple(fact for fact in whole if fact.scope in scopes)
        known[asked] = own or tuple(fact for fact in whole if fact.scope == "unclear")
    return known[asked]


@per_report
def _known(_told: Facts) -> dict[tuple[str, bool], tuple[Fact, ...]]:
    """What `told_of` has answered of the facts."""
    return {}


def _of_this_year(told: Facts, topic: str) -> list[Fact]:
    whole = [fact for fact in told.about(topic) if is_of_this_year(fact)][:MOST]
    if len(whole) < 2:  # a number alone is no part
        return whole
    sums = [found for found in told.breakdowns if found.total.topic == topic]
    parts = [part for found in sums for part in found.parts if part.topic == topic]
    return [fact for fact in whole if fact not in parts] if parts else whole


def is_of_this_year(fact: Fact) -> bool:
    """Tell whether a fact is a number, in pieces or yuan, of the reporting year."""
    if fact.value is None or fact.span != "reporting" or fact.measure not in {"count", "money"}:
        return False
    return not (fact.polarity == "denied" and COUNTED.search(fact.text)) and not OF_ALL_KINDS.search(fact.text)


def widest(facts: Sequence[Fact]) -> Fact:
    """The fact that most surely tells the whole: exact, said to be the sum, the greatest."""
    return max(facts, key=lambda fact: (fact.bound == "exact", bool(IN_ALL.search(fact.text)), fact.value or 0))


def rounding(fact: Fact) -> Decimal:
    """How far the exact number may be off one told in 万 or 亿: half of its last printed digit; zero for others."""
    for match in ROUNDED.finditer(fact.text, 0, LONGEST) if ROUND.within(fact.text) else ():
        last = Decimal(SCALE[match["scale"]]).scaleb(-len(match["decimals"] or ""))
        if fact.value == Decimal(match["digits"]) * SCALE[match["scale"]]:
            return last / 2
    return Decimal(0)


def fits(fact: Fact, printed: Decimal, tolerance: Decimal = Decimal(0)) -> bool:
    """Tell whether a printed number is within what a fact says."""
    low = fact.value or Decimal(0)
    if low == printed:
        return True
    high = low if fact.upper is None else fact.upper
    tolerance += rounding(fact)
    if fact.bound == "at_least":
        return printed >= low - tolerance
    if fact.bound == "at_most":
        return printed <= high + tolerance
    if fact.bound == "about":
        tolerance = max(tolerance, low / ABOUT)
    return low - tolerance <= printed <= high + tolerance


def added(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the sum of exact numbers of one topic, such as those answered in time and those answered late."""
    exact = [fact for fact in facts if (fact.bound, fact.upper) == ("exact", None)]
    if len(exact) > 1:
        yield attrs.evolve(exact[0], value=sum((fact.value or Decimal(0) for fact in exact), Decimal(0)))


def certainty(fact: Fact) -> Severity:
    """The gravest severity that a contradiction of a fact allows."""
    if fact.bound == "about" or fact.scope == "unclear":
        return "info"
    return "error" if fact.bound == "exact" and fact.upper is None and fact.scope == "own" else "warning"


def digits(number: Decimal) -> str:
    """A number in plain digits without needless zeros."""
    return f"{number.normalize():f}"


def number_of(fact: Fact, unit: int = 1) -> str:
    """The told number, or range, in digits and in multiples of a unit."""
    low = digits((fact.value or Decimal(0)) / unit)
    return low if fact.upper is None else f"{low}—{digits(fact.upper / unit)}"

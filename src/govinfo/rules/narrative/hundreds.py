"""Percentages that divide one thing up to its last part (涉及征地的占45%，……，其他占18%) are a hundred together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, groupby

import attrs

from govinfo.facts.model import Breakdown, Fact, Facts, Share
from govinfo.report import Report
from govinfo.rules.narrative.places import sentence_of

HUNDRED = Decimal(100)
LEAST = 3
"""So many percentages are a list, of which the last is that of all the rest."""

FAR = Decimal(30)
"""Further from a hundred than by so much, they are of several things."""

REST = re.compile(r"^(?:其他|其它|其余)[^,，;；。\d]{0,12}占")
APART = re.compile("其中|同比|增长|下降|上年|去年")
"""Words of sentences in which percentages of several things stand, or of changes."""


def hundreds(told: Facts, report: Report) -> Iterator[Breakdown]:
    """Yield the percentages of one sentence that end in the rest and are no hundred."""
    for (section, _), group in groupby(told.shares, lambda share: _paragraph(share.percent)):
        if not section:
            continue
        for _, shares in groupby(group, lambda share: sentence_of(report, share.percent.place)):
            percents = [share.percent for share in shares if _is_exact(share)]
            if _divide(percents, report) and not _make_a_hundred(percents):
                yield Breakdown(attrs.evolve(percents[0], value=HUNDRED), tuple(percents), "exhaustive")


def _paragraph(fact: Fact) -> tuple[int, int]:
    return fact.place.section, fact.place.paragraph


def _is_exact(share: Share) -> bool:
    return share.percent.bound == "exact" and share.percent.upper is None and "占" in share.percent.text


def _divide(percents: Sequence[Fact], report: Report) -> bool:
    """Tell whether percentages divide one thing, the last being that of the rest."""
    if len(percents) < LEAST or not REST.match(percents[-1].text):
        return False
    return not APART.search(sentence_of(report, percents[-1].place))


def _make_a_hundred(percents: Sequence[Fact]) -> bool:
    """Tell whether the last percentages make a hundred, up to rounding, or all are far from it."""
    values = [fact.value or Decimal(0) for fact in reversed(percents)]
    exponents = [exponent for value in values if isinstance(exponent := value.as_tuple().exponent, int)]
    rounding = len(values) * Decimal(1).scaleb(max(exponents))
    sums = list(accumulate(values))
    return any(abs(added - HUNDRED) <= rounding for added in sums) or abs(sums[-1] - HUNDRED) > FAR

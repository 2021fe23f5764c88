"""What the requests were about, told in a sentence of its own: all subjects together are the requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from govinfo.facts.model import Breakdown, Fact, Facts, Place
from govinfo.report import Report
from govinfo.rules.narrative.channels import whole
from govinfo.rules.narrative.places import SENTENCE_MARKS, told_in

REQUESTS = ("applications.new", "applications.open", "applications.results.total")
OF_REQUESTS = "applications."

LISTED = re.compile(
    r"(?:[从按][^，,。；;：:]{0,8}内容|内容[^，,。；;：:\d]{0,6}(?:涉及|包括|分布|分为))[^，,。；;：:\d]{0,4}"
)
"""Words that begin a list of what requests were about (从申请内容看，内容主要涉及)."""

LISTED_WORD = "内容"
"""What all of them have."""

REST = re.compile("其他|其它|其余")
"""Words of the last subject that make a list complete."""


def contents(told: Facts, report: Report) -> Iterator[Breakdown]:
    """Yield the subjects that are neither the requests of their paragraph nor those of the table together.

    Only a list that ends in all other subjects is complete, and has each request once.
    """
    for section, paragraph in sorted({_where(fact) for topic in REQUESTS for fact in told.about(topic)}):
        text = told_in(report, Place(section, paragraph, 0, 0))
        for listed in LISTED.finditer(text) if LISTED_WORD in text else ():
            facts = [fact for fact in told.facts if _where(fact) == (section, paragraph)]
            requests = [fact for fact in facts if _is_of_requests(fact) and fact.place.end <= listed.start()]
            parts = _subjects(facts, text, listed.end())
            if requests and _is_complete(parts, requests[0], text) and not _are_divided(parts, told):
                added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
                if added not in whole(report) | {fact.value for fact in facts if fact.topic in REQUESTS}:
                    yield Breakdown(requests[0], tuple(parts), "exhaustive")


def _where(fact: Fact) -> tuple[int, int]:
    """The paragraph in which a fact was told."""
    return fact.place.section, fact.place.paragraph


def _are_divided(facts: Sequence[Fact], told: Facts) -> bool:
    """Tell whether one of some numbers is a part of another already."""
    divided = {part.place for breakdown in told.breakdowns for part in breakdown.parts}
    return any(fact.place in divided for fact in facts)


def _is_of_requests(fact: Fact) -> bool:
    return fact.topic in REQUESTS and _is_exact(fact) and fact.scope != "part"


def _is_exact(fact: Fact) -> bool:
    return (fact.bound, fact.upper, fact.measure, fact.span) == ("exact", None, "count", "reporting")


def _subjects(facts: Sequence[Fact], text: str, start: int) -> list[Fact]:
    """The numbers from a place up to the end of the sentence, or up to one that is of requests again."""
    ends = [end for mark in SENTENCE_MARKS if (end := text.find(mark, start)) >= 0]
    end = min(ends, default=len(text))
    inside = [fact for fact in facts if start <= fact.place.start < end]
    return list(takewhile(lambda fact: not fact.topic.startswith(OF_REQUESTS), inside))


def _is_complete(parts: Sequence[Fact], total: Fact, text: str) -> bool:
    """Tell whether several exact numbers of requests end in the rest of them."""
    if len(parts) < 2 or any(not _is_exact(part) or part.unit != total.unit for part in parts):
        return False
    return REST.search(text, parts[-2].place.end, parts[-1].place.start) is not None

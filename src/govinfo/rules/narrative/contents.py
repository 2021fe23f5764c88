"""What the requests were about, told in a sentence of its own: all subjects together are the requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, takewhile

from govinfo.facts.model import Breakdown, Fact, Facts
from govinfo.report import Report
from govinfo.rules.narrative.channels import whole
from govinfo.rules.narrative.places import SENTENCE_MARKS, told_in

REQUESTS = ("applications.new", "applications.open", "applications.results.total")
OF_REQUESTS = "applications."

LISTED = re.compile(
    r"(?:[从按][^，,。；;：:]{0,8}内容|内容[^，,。；;：:\d]{0,6}(?:涉及|包括|分布|分为))[^，,。；;：:\d]{0,4}"
)
"""Words that begin a list of what requests were about (从申请内容看，内容主要涉及)."""

REST = re.compile("其他|其它|其余")
"""Words of the last subject that make a list complete."""


def contents(told: Facts, report: Report) -> Iterator[Breakdown]:
    """Yield the subjects that are neither the requests of their paragraph nor those of the table together.

    Only a list that ends in all other subjects is complete, and has each request once.
    """
    if not any(topic in told.by_topic for topic in REQUESTS):
        return
    divided = {part.place for breakdown in told.breakdowns for part in breakdown.parts}
    for _, group in groupby(told.facts, lambda fact: (fact.place.section, fact.place.paragraph)):
        facts = list(group)
        text = told_in(report, facts[0].place)
        for listed in LISTED.finditer(text):
            requests = [fact for fact in facts if _is_of_requests(fact) and fact.place.end <= listed.start()]
            parts = _subjects(facts, text, listed.end())
            if requests and _is_complete(parts, requests[0], text) and not any(part.place in divided for part in parts):
                added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
                if added not in whole(report) | {fact.value for fact in facts if fact.topic in REQUESTS}:
                    yield Breakdown(requests[0], tuple(parts), "exhaustive")


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

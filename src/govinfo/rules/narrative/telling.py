"""Rules over the facts of the narrative, a report and its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import attrs

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.findings import Finding, NotAssessable, not_assessable
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.per_report import per_report

Comparison = Callable[[Facts, Report, Form], Iterable[Finding | NotAssessable]]
"""A generator function that compares what was told with a report."""


@attrs.frozen
class NarrativeRule:
    """A `Rule` that reads the facts of the narrative before it compares.

    Attributes:
        ids: the ids that it may give.
        function: the comparison itself, which takes facts of any origin.
    """

    ids: tuple[str, ...]
    function: Comparison

    def check(self, report: Report, form: Form) -> Iterable[Finding | NotAssessable]:
        """See `Rule.check`."""
        return self.function(_facts(report), report, form)


def narrative_rule(*ids: str) -> Callable[[Comparison], NarrativeRule]:
    """Declare a generator function over facts, a report and its form as the rule of some ids."""

    def declare(function: Comparison) -> NarrativeRule:
        return NarrativeRule(ids, function)

    return declare


_facts = per_report(facts)


@cache
def untold(rule: str) -> NotAssessable:
    """Say that the narrative tells nothing that the rule could compare."""
    return not_assessable(rule, "正文没有可供核对的表述", "the text tells nothing that could be compared")

"""Rules made of functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from govinfo.collection import Collection
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import Form
from govinfo.report import Report

RuleFunction = Callable[[Report, Form], Iterable[Finding | NotAssessable]]
"""A rule as a generator function over a report and its form."""


@attrs.frozen
class CheckRule:
    """A `Rule` made of a function.

    Attributes:
        ids: the ids that it may give.
        function: the function.
        concerns: tells at once whether the function can yield anything for a report; where it cannot, it is not
            called.  Without it, it is called for all.
    """

    ids: tuple[str, ...]
    function: RuleFunction
    concerns: Callable[[Report], bool] | None = None

    def check(self, report: Report, form: Form) -> Iterable[Finding | NotAssessable]:
        """See `Rule.check`."""
        concerned = self.concerns is None or self.concerns(report)
        return self.function(report, form) if concerned else ()


def rule(*ids: str, concerns: Callable[[Report], bool] | None = None) -> Callable[[RuleFunction], CheckRule]:
    """Declare a generator function over a report and its form as the rule of some ids.

    Args:
        *ids: the ids.
        concerns: see `CheckRule`; several rules that share it are left out by one look at a report.
    """

    def declare(function: RuleFunction) -> CheckRule:
        return CheckRule(ids, function, concerns)

    return declare


Comparison = Callable[[Report, Form, Collection], Iterable[Finding | NotAssessable]]
"""A comparing rule as a generator function."""


@attrs.frozen
class CompareRule:
    """A `ComparingRule` made of a function."""

    ids: tuple[str, ...]
    function: Comparison

    def compare(self, report: Report, form: Form, collection: Collection) -> Iterable[Finding | NotAssessable]:
        """See `ComparingRule.compare`."""
        return self.function(report, form, collection)


def comparison(*ids: str) -> Callable[[Comparison], CompareRule]:
    """Declare a generator function over a report, its form and its collection as the comparing rule of some ids."""

    def declare(function: Comparison) -> CompareRule:
        return CompareRule(ids, function)

    return declare

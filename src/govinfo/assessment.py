"""What became of the rules on one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from typing import Literal

import attrs

from govinfo.findings import Finding, NotAssessable, Severity
from govinfo.report import Report

Outcome = Literal["found", "passed", "not_assessable", "not_applicable"]
"""What became of a rule: it found something, it held, an operand was missing, or it is for other reports."""


@attrs.frozen
class Assessment:
    """What became of every selected rule on one report.

    Attributes:
        report: the report.
        findings: its faults, in the order of the catalogue; before them X23 for each rule that failed.
        not_assessable: rules that could not be applied, or not everywhere, with what was missing.
        outcomes: the outcome of each selected rule; a rule that found something in one place and
            lacked an operand in another is ``"found"``.
    """

    report: Report
    findings: tuple[Finding, ...]
    not_assessable: tuple[NotAssessable, ...]
    outcomes: dict[str, Outcome]

    def count(self, outcome: Outcome) -> int:
        """How many rules had an outcome."""
        return Counter(self.outcomes.values())[outcome]

    def with_doubts(self, chosen: Container[str]) -> Assessment:
        """The same with the report's own diagnostics, as far as they are selected, before its faults."""
        doubts = tuple(doubt for doubt in self.report.diagnostics if doubt.rule in chosen)
        return attrs.evolve(self, findings=(*doubts, *self.findings))

    def with_severities(self, severities: Mapping[str, Severity]) -> Assessment:
        """The same with other severities for the findings of some rules."""
        if not severities:
            return self
        findings = tuple(
            attrs.evolve(finding, severity=severities.get(finding.rule, finding.severity)) for finding in self.findings
        )
        return attrs.evolve(self, findings=findings)

"""What became of the rules on one report, and what a run over many files has found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Literal

import attrs

from govinfo.errors import GovinfoError
from govinfo.findings import SEVERITIES, Finding, NotAssessable, RuleSpec, Severity
from govinfo.forms import Form
from govinfo.report import Report

Outcome = Literal["found", "passed", "not_assessable", "not_applicable"]
"""What became of a rule: it found something, it held, an operand was missing, or it is for other reports."""


@attrs.frozen
class Assessment:
    """What became of every selected rule on one report.

    Attributes:
        report: the report.
        findings: its faults, in the order of the catalogue; before them X23 for each rule that failed, unless
            that is ignored.
        not_assessable: rules that could not be applied, or not everywhere, with what was missing; those that
            failed too, with the words of X23.
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
        """The same with the report's own diagnostics before its faults, and all X ids as far as they are selected."""
        doubts = tuple(doubt for doubt in self.report.diagnostics if doubt.rule in chosen)
        found = tuple(finding for finding in self.findings if finding.rule[:1] != "X" or finding.rule in chosen)
        return attrs.evolve(self, findings=(*doubts, *found))

    def with_severities(self, severities: Mapping[str, Severity]) -> Assessment:
        """The same with other severities for the findings of some rules."""
        if not severities:
            return self
        findings = tuple(
            attrs.evolve(finding, severity=severities.get(finding.rule, finding.severity)) for finding in self.findings
        )
        return attrs.evolve(self, findings=findings)


@attrs.frozen
class Suppressed:
    """A finding that is kept quiet, because it is known and somebody has said why it stays.

    Attributes:
        finding: the finding.
        reason: why it stays.
    """

    finding: Finding
    reason: str


@attrs.frozen
class Checked:
    """A file that was read and checked.

    Attributes:
        path: its path as it was given; ``-`` for standard input.
        assessment: what became of the rules.
        form: the form that its tables follow.
        content: gives the bytes of the file once more, for formats that write into it.
        suppressed: findings that a list of known ones keeps quiet; they are not among `findings`, and fail nothing.
    """

    path: str
    assessment: Assessment
    form: Form
    content: Callable[[], bytes] = attrs.field(eq=False, repr=False)
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def report(self) -> Report:
        """The report."""
        return self.assessment.report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its faults, the doubts of the reading included as far as they are selected."""
        return self.assessment.findings

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, from the gravest to the lightest."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}


@attrs.frozen
class Unread:
    """A file that could not be read, and why."""

    path: str
    error: GovinfoError


@attrs.frozen
class Results:
    """What a check of several files has found.

    Attributes:
        checked: the files that were checked, in the order given.
        unread: those that could not be read.
        catalogue: texts of all rules by id, those of plugins included.
        language: ``"zh"`` or ``"en"``, for all that is written.
        fail_level: the lightest severity that fails the run; None where no finding does.
        version: that of govinfo.
    """

    checked: tuple[Checked, ...]
    unread: tuple[Unread, ...]
    catalogue: Mapping[str, RuleSpec] = attrs.field(repr=False)
    language: str = "en"
    fail_level: Severity | None = "error"
    version: str = ""

    @property
    def findings(self) -> Iterator[tuple[Checked, Finding]]:
        """All findings, file after file, each with its file."""
        return ((entry, finding) for entry in self.checked for finding in entry.findings)

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding is at or above the fail level."""
        level = self.fail_level
        return level is not None and SEVERITIES.index(finding.severity) <= SEVERITIES.index(level)

    @property
    def failed(self) -> bool:
        """Tell whether any finding is at or above the fail level."""
        return any(self.fails(finding) for _, finding in self.findings)

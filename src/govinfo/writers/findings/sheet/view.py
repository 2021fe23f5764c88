"""A checked report as the check sheet shows it: findings, lines and cells that refer to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from govinfo.assessment import Checked, Results
from govinfo.findings import SEVERITIES, Finding, Severity
from govinfo.report import Report
from govinfo.source import Source
from govinfo.writers.findings.sheet.lines import Line, lines_of
from govinfo.writers.findings.sheet.tables import CellView, TableView, cell_view, tables_of
from govinfo.writers.findings.words import Part, details, place_of, suspects_of

MAX_QUOTE = 400
"""So many characters of the source are quoted beside a finding; all of them stand in the report below."""


@attrs.frozen
class Mark:
    """A reference to a finding, where something is marked; `faint` where it only takes part in an equation."""

    number: int
    anchor: str
    severity: Severity
    faint: bool


@attrs.frozen
class FindingView:
    """A finding with what was read at its place.

    Attributes:
        number: its number among those of the report.
        anchor: where it stands on the page.
        finding: the finding.
        message: its message.
        place: its place in words.
        href: anchor of the marked line or cell; empty where nothing on the page is marked.
        parts: what there is beside the message, by part.
        cells: the cells concerned, without those of no interest.
        zeros: how many more cells concerned hold a zero.
        quote: the paragraph in question, or a heading with the beginning of its section; empty for a cell.
        title, why: what the rule demands, and why; the reason is given once for each rule.
    """

    number: int
    anchor: str
    finding: Finding
    message: str
    place: str
    href: str
    parts: Mapping[Part, Sequence[str]]
    cells: Sequence[CellView]
    zeros: int
    quote: str
    title: str
    why: str


@attrs.frozen
class ReportView:
    """A report with its findings; `apart` are tables in no section, `marks` those of each anchor."""

    anchor: str
    entry: Checked
    report: Report
    read: int
    findings: Sequence[FindingView]
    opening: Sequence[Line]
    apart: Sequence[TableView]
    sections: Sequence[tuple[Line, Sequence[Line], Sequence[TableView]]]
    closing: Sequence[Line]
    marks: Mapping[str, Sequence[Mark]]
    missing: Mapping[str, Sequence[str]]


def view_of(entry: Checked, number: int, results: Results) -> ReportView:
    """The view of a report, the `number`-th on the page."""
    anchor = f"r{number}"
    report, language = entry.report, results.language
    opening, sections, closing = lines_of(report, anchor)
    lines = [*opening, *(line for heading, own in sections for line in (heading, *own)), *closing]
    tables = tables_of(report, entry.form, anchor, language)
    places = _Places(entry, anchor, lines, {heading.anchor: own for heading, own in sections})
    marks: dict[str, list[Mark]] = {}
    findings = []
    explained: set[str] = set()
    for count, finding in enumerate(by_severity(entry.findings), 1):
        own = f"{anchor}f{count}"
        suspects, concerned = places.of(finding)
        for target in (*suspects, *concerned):
            marks.setdefault(target, []).append(Mark(count, own, finding.severity, target not in suspects))
        view = _finding(entry, finding, count, own, (*suspects, *concerned), places, results)
        findings.append(attrs.evolve(view, why="") if finding.rule in explained else view)
        explained.add(finding.rule)
    return ReportView(
        anchor,
        entry,
        report,
        sum(cell.value is not None for cell in report.cells()),
        findings,
        opening,
        [table for table in tables if not table.section],
        [
            (heading, own, [table for table in tables if table.section == place])
            for place, (heading, own) in enumerate(sections, 1)
        ],
        closing,
        marks,
        _missing(entry, language),
    )


def by_severity(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings, the gravest first."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


class _Places:
    """Finds the lines and cells that findings are about."""

    def __init__(self, entry: Checked, anchor: str, lines: Sequence[Line], below: Mapping[str, Sequence[Line]]) -> None:
        self._below = below
        self._report = entry.report
        self._anchor = anchor
        self._lines: dict[Source, Line] = {}
        for line in lines:
            if line.source is not None:
                self._lines.setdefault(_whole(line.source), line)
        self._cells = {cell.source: cell.id for cell in reversed(entry.report.all_cells) if cell.source is not None}

    def of(self, finding: Finding) -> tuple[Sequence[str], Sequence[str]]:
        """Anchors of what is likely wrong, and of what else takes part."""
        cells = [cell for cell in finding.cells if cell in self._report]
        first = [cell for cell in suspects_of(finding) if cell in self._report]
        at = self._cells.get(finding.source) if finding.source else None
        suspects = first or [cell for cell in cells if cell == at] or cells[:1] * (len(cells) == 1)
        concerned = [cell for cell in cells if cell not in suspects]
        if suspects or concerned:
            return self._anchors(suspects), self._anchors(concerned)
        line = self.line(finding)
        return ([line.anchor] if line else []), []

    def line(self, finding: Finding) -> Line | None:
        """The line that a finding is about."""
        return self._lines.get(_whole(finding.source)) if finding.source else None

    def quote(self, finding: Finding) -> str:
        """The line that a finding is about; of a heading also the beginning of its section."""
        line = self.line(finding)
        if line is None:
            return ""
        whole = "\n".join([line.text, *(below.text for below in self._below.get(line.anchor, ()))])
        return whole if len(whole) <= MAX_QUOTE else f"{whole[:MAX_QUOTE]}…"

    def _anchors(self, cells: Sequence[str]) -> list[str]:
        return [f"{self._anchor}-{cell}" for cell in dict.fromkeys(cells)]


def _whole(source: Source) -> Source:
    """The line or paragraph around a place."""
    return Source(
        line=source.line,
        table=source.table,
        row=source.row,
        cell=source.cell,
        paragraph=source.paragraph,
        page=source.page,
        box=source.box,
        sheet=source.sheet,
    )


def _finding(
    entry: Checked,
    finding: Finding,
    number: int,
    anchor: str,
    targets: Sequence[str],
    places: _Places,
    results: Results,
) -> FindingView:
    language = results.language
    parts: dict[Part, list[str]] = {}
    for part, text in details(finding, entry.form, language):
        if part != "cells":
            parts.setdefault(part, []).append(text)
    report_anchor = anchor.rpartition("f")[0]
    cells = [cell_view(entry.report[cell], entry.form, report_anchor, language) for cell in _known(entry, finding)]
    telling = [cell for cell in cells if cell.shown != "0"] or cells[:1]
    described = results.catalogue.get(finding.rule)
    return FindingView(
        number=number,
        anchor=anchor,
        finding=finding,
        message=finding.message(language),
        place=place_of(finding, language),
        href=targets[0] if targets else "",
        parts=parts,
        cells=telling,
        zeros=len(cells) - len(telling),
        quote=places.quote(finding),
        title=described.title(language) if described else "",
        why=described.why(language) if described else "",
    )


def _known(entry: Checked, finding: Finding) -> Iterator[str]:
    """The cells of a finding and of the proposals for it that the report has."""
    proposed = (change.cell for repair in finding.repairs for change in repair.changes)
    return (cell for cell in dict.fromkeys((*finding.cells, *proposed)) if cell in entry.report)


def _missing(entry: Checked, language: str) -> Mapping[str, Sequence[str]]:
    """The rules that could not be assessed, by reason."""
    reasons: dict[str, dict[str, None]] = {}
    for missing in entry.assessment.not_assessable:
        reasons.setdefault(missing.text(language), {})[missing.rule] = None
    return {reason: list(rules) for reason, rules in reasons.items()}

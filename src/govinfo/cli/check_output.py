"""Findings on a terminal or as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import attrs
from rich.console import Console
from rich.text import Text

from govinfo.assessment import Assessment
from govinfo.cli.files import Checked
from govinfo.cli.language import Language
from govinfo.cli.visible import visible, visible_path
from govinfo.cli.words import SEVERITY_STYLES, SEVERITY_WORDS, WORDS
from govinfo.findings import BASES, Finding, catalogue
from govinfo.interchange import json_text

SHOWN_CELLS = 4
"""How many cell ids a finding shows before it only counts the rest."""


class Output(Protocol):
    """Writes checked reports to a console."""

    def __call__(self, checked: Sequence[Checked], language: Language, console: Console, *, as_json: bool) -> None:
        """Write them."""


def full(checked: Sequence[Checked], language: Language, console: Console, *, as_json: bool) -> None:
    """Every finding with its place, equation, basis and remedy, report after report."""
    del as_json
    for entry in checked:
        report = entry.assessment.report
        read = sum(cell.value is not None for cell in report.cells())
        head = f"{report.agency or '?'} {report.year or '?'} [{report.form}] {read}/{len(report.all_cells)}"
        console.print(Text.assemble((visible_path(entry.path), "bold"), f"  {visible(head)}"))
        for finding in entry.assessment.findings:
            console.print(_headline(finding, language))
            for line in _details(finding, language):
                console.print(Text(f"      {visible(line)}", style="dim"))
        if not entry.assessment.findings:
            console.print(f"  {WORDS['clean'](language)}")
        missing = _not_assessable(entry.assessment)
        if missing:
            listed = WORDS["and"](language).join(f"{rule}×{count}" if count > 1 else rule for rule, count in missing)
            console.print(f"  {WORDS['not assessable'](language)}{listed}")


def concise(checked: Sequence[Checked], language: Language, console: Console, *, as_json: bool) -> None:
    """One line a finding: path, place, severity, rule, message."""
    del as_json
    for entry in checked:
        for finding in entry.assessment.findings:
            place = f":{finding.source}" if finding.source else ""
            severity = SEVERITY_WORDS[finding.severity](language)
            console.print(
                f"{visible_path(entry.path)}{place}: {severity} {finding.rule} {visible(finding.message(language))}"
            )


def as_json(checked: Sequence[Checked], language: Language, console: Console, *, as_json: bool) -> None:
    """An array with an object for each report: findings, and what could not be assessed."""
    del language, as_json
    _print_json([_plain(entry) for entry in checked], console)


def statistics(checked: Sequence[Checked], language: Language, console: Console, *, as_json: bool) -> None:
    """How often each rule found something, most frequent first, and how often it could not be assessed."""
    found = Counter(finding.rule for entry in checked for finding in entry.assessment.findings)
    missing = Counter(
        rule for entry in checked for rule, outcome in entry.assessment.outcomes.items() if outcome == "not_assessable"
    )
    rules = sorted({*found, *missing}, key=lambda rule: (-found[rule], rule))
    specs = catalogue()
    if as_json:
        _print_json(
            [{"rule": rule, "findings": found[rule], "not_assessable": missing[rule]} for rule in rules], console
        )
        return
    for rule in rules:
        title = specs[rule].title(language) if rule in specs else ""
        note = f" ({WORDS['not assessable'](language)}{missing[rule]})" if missing[rule] else ""
        console.print(f"{found[rule]:>6}  {rule}  {title}{note}")


def _headline(finding: Finding, language: Language) -> Text:
    place = f"  {finding.source.describe(language)}" if finding.source else ""
    return Text.assemble(
        "  ",
        (SEVERITY_WORDS[finding.severity](language), SEVERITY_STYLES[finding.severity]),
        f" {finding.rule}{place}  {visible(finding.message(language))}",
    )


def _details(finding: Finding, language: Language) -> Iterator[str]:
    if finding.equation:
        yield WORDS["equation"](language) + finding.equation
    if finding.cells:
        shown = WORDS["and"](language).join(finding.cells[:SHOWN_CELLS])
        more = len(finding.cells) - SHOWN_CELLS
        yield WORDS["cells"](language) + shown + (f" … +{more}" if more > 0 else "")
    if finding.basis:
        names = (BASES[basis](language) if basis in BASES else basis for basis in finding.basis)
        yield WORDS["basis"](language) + WORDS["and"](language).join(names)
    if finding.fix:
        yield WORDS["fix"](language) + finding.fix(language)


def _not_assessable(assessment: Assessment) -> list[tuple[str, int]]:
    return list(Counter(entry.rule for entry in assessment.not_assessable).items())


def _plain(entry: Checked) -> dict[str, Any]:
    report = entry.assessment.report
    return {
        "path": entry.path,
        "agency": report.agency,
        "year": report.year,
        "form": report.form,
        "findings": [finding.to_dict() for finding in entry.assessment.findings],
        "not_assessable": [attrs.asdict(missing) for missing in entry.assessment.not_assessable],
        "outcomes": entry.assessment.outcomes,
    }


def _print_json(value: object, console: Console) -> None:
    console.out(json_text(value, indent=2), highlight=False)

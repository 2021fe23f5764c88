"""What the reading was unsure of, told on standard error."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from govinfo.cli.language import Language
from govinfo.findings import SEVERITY_WORDS
from govinfo.report import Report
from govinfo.text.visible import visible_path


def tell_doubts(reports: Iterable[Report], console: Console, language: Language) -> None:
    """Print the diagnostics of reports, one line each with file and place."""
    for report in reports:
        for doubt in report.diagnostics:
            place = f" {doubt.source.describe(language)}" if doubt.source else ""
            severity = SEVERITY_WORDS[doubt.severity](language)
            name = visible_path(report.parser.filename or "-")
            console.print(f"{name}:{place} {severity} {doubt.rule} {visible_path(doubt.message(language))}")

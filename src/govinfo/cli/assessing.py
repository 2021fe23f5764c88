"""Files to assessments, for the commands that check."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from rich.console import Console

from govinfo.checking import assess
from govinfo.cli.check_output import Checked
from govinfo.cli.files import Outcome, read_all
from govinfo.cli.language import Language
from govinfo.cli.options import Rules
from govinfo.registry import Registry
from govinfo.selection import selection, severities


@attrs.frozen
class Assessed:
    """The reports that were checked, and the files that could not be read."""

    checked: Sequence[Checked]
    unread: Sequence[Outcome]


def verify(rules: Rules, registry: Registry, parser: str | None) -> None:
    """Look at what was asked for before any file is read.

    Raises:
        SelectionError: there is no such rule or parser.
    """
    selection(registry.catalogue, rules.select, rules.extend_select, rules.ignore)
    severities(registry.catalogue, rules.severity)
    if parser:
        registry.parser(parser)


def assess_files(
    files: Sequence[str], rules: Rules, registry: Registry, parser: str | None, console: Console, language: Language
) -> Assessed:
    """Read and check files, and tell on the console which could not be read."""
    shown_doubts = selection(registry.catalogue, ["X"], (), [entry for entry in rules.ignore if entry.startswith("X")])
    levels = severities(registry.catalogue, rules.severity)
    checked: list[Checked] = []
    unread: list[Outcome] = []
    for outcome in read_all(files, registry, parser, console, language):
        if outcome.report is None:
            unread.append(outcome)
            continue
        assessment = assess(
            outcome.report,
            select=rules.select,
            extend_select=rules.extend_select,
            ignore=rules.ignore,
            registry=registry,
        )
        whole = assessment.with_doubts(shown_doubts).with_severities(levels)
        checked.append(Checked(outcome.path, whole, registry.form(outcome.report.form)))
    return Assessed(checked, unread)

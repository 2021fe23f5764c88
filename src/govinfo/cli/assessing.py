"""Files to assessments, for the commands that check."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from rich.console import Console

from govinfo.assessment import Checked, Unread
from govinfo.checking import assess_all
from govinfo.cli.apart import apart
from govinfo.cli.files import Outcome, read_all, reports_of
from govinfo.cli.language import Language
from govinfo.cli.options import Rules
from govinfo.errors import SelectionError
from govinfo.registry import Registry
from govinfo.selection import doubts, selection, severities


@attrs.frozen
class Assessed:
    """The reports that were checked, and the files that could not be read."""

    checked: tuple[Checked, ...]
    unread: tuple[Unread, ...]


def verify(rules: Rules, registry: Registry, parser: str | None) -> None:
    """Look at what was asked for before any file is read.

    Raises:
        SelectionError: there is no such rule or parser, or no rule is left.
    """
    if not selection(registry.catalogue, rules.select, rules.extend_select, rules.ignore).ids:
        raise SelectionError(
            "no rule is left to apply; --ignore takes away all that --select names",
            "没有剩下可用的规则：--ignore把所选规则全部去掉了",
        )
    severities(registry.catalogue, rules.severity)
    if parser:
        registry.parser(parser)


def assess_files(
    files: Sequence[str],
    rules: Rules,
    registry: Registry,
    parser: str | None,
    console: Console,
    language: Language,
    expected: tuple[str, ...] = (),
) -> Assessed:
    """Read and check files, alone and beside each other, and tell on the console which could not be read."""
    shown_doubts = doubts(registry.catalogue, rules.ignore)
    levels = severities(registry.catalogue, rules.severity)
    outcomes: list[Outcome] = []
    with apart():
        assessments = assess_all(
            reports_of(read_all(files, registry, parser, console, language), outcomes),
            select=rules.select,
            extend_select=rules.extend_select,
            ignore=rules.ignore,
            registry=registry,
            expected=expected,
        )
    read = [outcome for outcome in outcomes if outcome.report is not None]
    checked = (
        Checked(
            outcome.path,
            assessment.with_doubts(shown_doubts).with_severities(levels),
            registry.form(assessment.report.form),
            outcome.content,
        )
        for outcome, assessment in zip(read, assessments, strict=True)
    )
    unread = (Unread(outcome.path, outcome.error) for outcome in outcomes if outcome.error)
    return Assessed(tuple(checked), tuple(unread))

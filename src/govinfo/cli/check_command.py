"""govinfo check."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console

from govinfo.checking import assess_all
from govinfo.cli import check_output
from govinfo.cli.check_output import Checked, Results
from govinfo.cli.expected import expected_option
from govinfo.cli.files import Outcome, expand, read_all, reports_of, stderr_console
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, output_option, parser_option, paths_argument, split_ids
from govinfo.cli.output import text_output
from govinfo.findings import SEVERITIES, Finding
from govinfo.registry import Registry
from govinfo.selection import selection

NEVER = "never"
"""Fail level at which findings never fail the run."""

_FORMATS = {"full": check_output.full, "concise": check_output.concise, "json": check_output.as_json}


@click.command("check")
@paths_argument
@click.option("--output-format", type=click.Choice(list(_FORMATS)), default="full", show_default=True)
@output_option
@click.option(
    "--select", multiple=True, callback=split_ids, metavar="RULES", help="Apply only these rules; ALL for every rule."
)
@click.option("--extend-select", multiple=True, callback=split_ids, metavar="RULES", help="Apply these rules as well.")
@click.option("--ignore", multiple=True, callback=split_ids, metavar="RULES", help="Leave these rules out.")
@click.option(
    "--fail-level",
    type=click.Choice([*SEVERITIES, NEVER]),
    default="error",
    show_default=True,
    help="Lightest severity that makes the exit code 1.",
)
@expected_option
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@parser_option
@language_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    output: Path | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str,
    expected: tuple[str, ...],
    statistics: bool,
    parser: str | None,
    language: Language,
) -> None:
    """Check reports and say what is wrong with them.

    Several reports are also compared with each other: years of one agency, agencies of one year.

    Files, folders, or - for standard input.  RULES are ids or beginnings of ids, separated by
    commas.  Doubts of the reading (family X) are shown unless they are ignored.

    Exit code: 0 nothing at or above the fail level, 1 findings, 2 wrong usage or a file that could
    not be read.
    """
    registry = Registry.default()
    selection(registry.catalogue, select or None, extend_select, ignore)
    if parser:
        registry.parser(parser)
    console = stderr_console()
    files = expand(paths, output, registry, console, language)
    shown_doubts = selection(registry.catalogue, ["X"], (), [entry for entry in ignore if entry.startswith("X")])
    outcomes: list[Outcome] = []
    assessments = assess_all(
        reports_of(read_all(files, registry, parser, console, language), outcomes),
        select=select or None,
        extend_select=extend_select,
        ignore=ignore,
        registry=registry,
        expected=expected,
    )
    read = [outcome.path for outcome in outcomes if outcome.report is not None]
    unread = [outcome for outcome in outcomes if outcome.report is None]
    checked = [
        Checked(path, assessment.with_doubts(shown_doubts), registry.form(assessment.report.form))
        for path, assessment in zip(read, assessments, strict=True)
    ]
    write = check_output.statistics if statistics else _FORMATS[output_format]
    with text_output(output) as stream:
        results = Results(checked, unread, language, as_json=output_format == "json")
        write(results, Console(file=stream, highlight=False, markup=False))
    console.print(_summary(checked, len(unread), language))
    found = [finding for entry in checked for finding in entry.assessment.findings]
    sys.exit(2 if unread else int(_fails(found, fail_level)))


def _fails(findings: list[Finding], level: str) -> bool:
    if level == NEVER:
        return False
    limit = SEVERITIES.index(level)
    return any(SEVERITIES.index(finding.severity) <= limit for finding in findings)


def _summary(checked: list[Checked], unread: int, language: Language) -> str:
    found = Counter(finding.severity for entry in checked for finding in entry.assessment.findings)
    if language == "zh":
        counts = f"错误{found['error']}处，警告{found['warning']}处，提示{found['info']}处"
        return f"检查{len(checked)}份报告：{counts}" + (f"；{unread}个文件未能读取" if unread else "")
    counts = f"errors {found['error']}, warnings {found['warning']}, infos {found['info']}"
    return f"reports checked: {len(checked)}; {counts}" + (f"; files not read: {unread}" if unread else "")

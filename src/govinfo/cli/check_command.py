"""govinfo check."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from govinfo import __version__
from govinfo.assessment import Checked, Results, Unread
from govinfo.checking import assess
from govinfo.cli.check_formats import choose
from govinfo.cli.files import expand, read_all, stderr_console
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, output_option, parser_option, paths_argument, split_ids
from govinfo.findings import SEVERITIES
from govinfo.registry import Registry
from govinfo.selection import selection

NEVER = "never"
"""Fail level at which findings never fail the run."""


@click.command("check")
@paths_argument
@click.option(
    "--output-format",
    metavar="FORMAT",
    help="full, concise, json, jsonl, github, sarif, junit, html, xlsx, docx, or a format of a plugin; by default "
    "that of the output's suffix, else full.",
)
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
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@parser_option
@language_option
def command(
    paths: tuple[str, ...],
    output_format: str | None,
    output: Path | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str,
    statistics: bool,
    parser: str | None,
    language: Language,
) -> None:
    """Check reports and say what is wrong with them.

    Files, folders, or - for standard input.  RULES are ids or beginnings of ids, separated by
    commas.  Doubts of the reading (family X) are shown unless they are ignored.

    Exit code: 0 nothing at or above the fail level, 1 findings, 2 wrong usage or a file that could
    not be read.
    """
    registry = Registry.default()
    selection(registry.catalogue, select or None, extend_select, ignore)
    if parser:
        registry.parser(parser)
    chosen = choose(output_format, output, registry, language, counts=statistics)
    console = stderr_console()
    files = expand(paths, output, registry, console, language)
    shown_doubts = selection(registry.catalogue, ["X"], (), [entry for entry in ignore if entry.startswith("X")])
    checked: list[Checked] = []
    unread: list[Unread] = []
    for outcome in read_all(files, registry, parser, console, language):
        if outcome.error:
            unread.append(Unread(outcome.path, outcome.error))
        if outcome.report is None:
            continue
        assessment = assess(
            outcome.report, select=select or None, extend_select=extend_select, ignore=ignore, registry=registry
        )
        form = registry.form(outcome.report.form)
        checked.append(Checked(outcome.path, assessment.with_doubts(shown_doubts), form, outcome.content))
    level = next((severity for severity in SEVERITIES if severity == fail_level), None)
    results = Results(tuple(checked), tuple(unread), registry.catalogue, language, level, __version__)
    chosen.write(results, output)
    console.print(_summary(results, language))
    sys.exit(2 if unread else int(results.failed))


def _summary(results: Results, language: Language) -> str:
    found = Counter(finding.severity for _, finding in results.findings)
    read, unread = len(results.checked), len(results.unread)
    if language == "zh":
        counts = f"错误{found['error']}处，警告{found['warning']}处，提示{found['info']}处"
        return f"检查{read}份报告：{counts}" + (f"；{unread}个文件未能读取" if unread else "")
    counts = f"errors {found['error']}, warnings {found['warning']}, infos {found['info']}"
    return f"reports checked: {read}; {counts}" + (f"; files not read: {unread}" if unread else "")

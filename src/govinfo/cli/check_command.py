"""govinfo check."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import attrs
import click

from govinfo import __version__
from govinfo.assessment import Results
from govinfo.baseline import Baseline, Quieted, load_baseline
from govinfo.cli.assessing import assess_files, verify
from govinfo.cli.check_formats import choose
from govinfo.cli.expected import expected_option
from govinfo.cli.files import expand, names_of_unread, stderr_console
from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import (
    Rules,
    baseline_option,
    language_option,
    output_option,
    parser_option,
    paths_argument,
    rules_options,
)
from govinfo.cli.registry_options import registry_options
from govinfo.configuration import NEVER
from govinfo.findings import SEVERITIES
from govinfo.registry import Registry


@click.command("check", cls=Command)
@paths_argument
@click.option(
    "--output-format",
    metavar="FORMAT",
)
@output_option
@rules_options
@baseline_option
@click.option(
    "--fail-level",
    type=click.Choice([*SEVERITIES, NEVER]),
    default="error",
    show_default=True,
)
@expected_option
@click.option("--statistics", is_flag=True)
@parser_option
@registry_options
@language_option
def command(
    paths: tuple[str, ...],
    output_format: str | None,
    output: Path | None,
    rules: Rules,
    baseline: Path | None,
    fail_level: str,
    expected: tuple[str, ...],
    statistics: bool,
    parser: str | None,
    registry: Registry,
    language: Language,
) -> None:
    """Check reports."""
    verify(rules, registry, parser)
    known = Baseline() if baseline is None else load_baseline(baseline)
    chosen = choose(output_format, output, registry, language, counts=statistics)
    console = stderr_console()
    files = expand(paths, output, registry, console, language)
    assessed = assess_files(files, rules, registry, parser, console, language, expected)
    quieted = [known.quiet(entry.assessment) for entry in assessed.checked]
    checked = [
        attrs.evolve(entry, assessment=left.assessment, suppressed=left.suppressed)
        for entry, left in zip(assessed.checked, quieted, strict=True)
    ]
    level = next((severity for severity in SEVERITIES if severity == fail_level), None)
    results = Results(tuple(checked), assessed.unread, registry.catalogue, language, level, __version__)
    chosen.write(results, output)
    console.print(_summary(results, language))
    if baseline is not None:
        console.print(_known(quieted, language))
    sys.exit(2 if assessed.unread else int(results.failed))


def _summary(results: Results, language: Language) -> str:
    found = Counter(finding.severity for _, finding in results.findings)
    read, unread = len(results.checked), names_of_unread([entry.path for entry in results.unread], language)
    if language == "zh":
        counts = f"错误{found['error']}处，警告{found['warning']}处，提示{found['info']}处"
        return f"检查{read}份报告：{counts}{unread}"
    counts = f"errors {found['error']}, warnings {found['warning']}, infos {found['info']}"
    return f"reports checked: {read}; {counts}{unread}"


def _known(quieted: list[Quieted], language: Language) -> str:
    """How the list of known findings fared."""
    known = sum(len(left.known) for left in quieted)
    unreasoned = sum(len(left.unreasoned) for left in quieted)
    gone = sum(len(left.gone) for left in quieted)
    if language == "zh":
        return f"已知问题不再提示：{known}条；清单中未写原因、仍作提示：{unreasoned}条；已不再出现：{gone}条"
    return f"known findings kept quiet: {known}; shown for want of a reason: {unreasoned}; not found any more: {gone}"

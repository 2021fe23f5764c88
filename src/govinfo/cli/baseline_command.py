"""govinfo baseline."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from govinfo.baseline import Baseline, dump_baseline, load_baseline
from govinfo.cli.assessing import assess_files, verify
from govinfo.cli.expected import expected_option
from govinfo.cli.files import expand, stderr_console
from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import (
    Rules,
    language_option,
    parser_option,
    paths_argument,
    rules_options,
    writable_output,
)
from govinfo.cli.output import text_output
from govinfo.cli.registry_options import registry_options
from govinfo.cli.usage import WrongUsage
from govinfo.registry import Registry
from govinfo.text.visible import visible_path

LIST_SUFFIXES = ("", ".toml", ".txt")
"""Files that may hold a list; of another suffix a program would expect something else."""


def writable_list(context: click.Context, parameter: click.Parameter, path: Path) -> Path:
    """The list, if it can be written and is not called something that it is not.

    Raises:
        WrongUsage: it cannot be written, or its name is that of another format.
    """
    if path.suffix.lower() not in LIST_SUFFIXES:
        name = visible_path(str(path))
        raise WrongUsage(
            f"{name}: the list is TOML; give it a name with .toml", f"{name}：清单为TOML格式，后缀请用.toml"
        )
    writable_output(context, parameter, path)
    return path


@click.command("baseline", cls=Command)
@paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    required=True,
    callback=writable_list,
)
@click.option("--reason", default="", metavar="TEXT")
@click.option("--prune", is_flag=True)
@rules_options
@expected_option
@parser_option
@registry_options
@language_option
def command(
    paths: tuple[str, ...],
    output: Path,
    reason: str,
    prune: bool,
    rules: Rules,
    expected: tuple[str, ...],
    parser: str | None,
    registry: Registry,
    language: Language,
) -> None:
    """Note findings as known."""
    verify(rules, registry, parser)
    console = stderr_console()
    files = expand(paths, output, registry, console, language)
    before = load_baseline(output) if output.exists() else Baseline()
    assessed = assess_files(files, rules, registry, parser, console, language, expected)
    assessments = [entry.assessment for entry in assessed.checked]
    gone = [entry for assessment in assessments for entry in before.quiet(assessment).gone] if prune else []
    after = before.without(gone).extended(assessments, language, reason.strip())
    with text_output(output) as stream:
        stream.write(dump_baseline(after))
    added = len(after.entries) + len(gone) - len(before.entries)
    open_entries = sum(not entry.reason for entry in after.entries)
    name, total = visible_path(str(output)), len(after.entries)
    console.print(
        f"清单{name}：共{total}条，新增{added}条，删去{len(gone)}条，未写原因{open_entries}条"
        if language == "zh"
        else f"{name}: entries {total}; new {added}; left out {len(gone)}; without a reason {open_entries}"
    )
    sys.exit(2 if assessed.unread else 0)

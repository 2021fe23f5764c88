"""In which format findings are shown: one for people on a terminal, or that of a writer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import attrs
import click
from rich.console import Console

from govinfo.assessment import Results
from govinfo.cli import check_output
from govinfo.cli.language import Language
from govinfo.cli.output import TEXT_SUFFIXES, binary_output, format_of, text_output, written
from govinfo.cli.words import WORDS
from govinfo.contracts import FindingsWriter
from govinfo.isolation import Plugin
from govinfo.registry import Registry

Show = Callable[[Results, Console], None]
"""Shows results on a console."""

SHOWN: Mapping[str, Show] = {"full": check_output.full, "concise": check_output.concise}
"""The formats for people."""

COUNTED: Mapping[str, Show] = {
    "full": check_output.statistics,
    "concise": check_output.statistics,
    "json": check_output.statistics_as_json,
}
"""The formats that can count findings instead of showing them."""


@attrs.frozen
class Shown:
    """A format for people, or the counts of findings."""

    show: Show

    def write(self, results: Results, output: Path | None) -> None:
        """Write to a file or to standard output."""
        with text_output(output) as stream:
            self.show(results, Console(file=stream, highlight=False, markup=False))


@attrs.frozen
class Written:
    """The format of a writer."""

    owner: Plugin
    writer: FindingsWriter

    def write(self, results: Results, output: Path | None) -> None:
        """Write to a file or to standard output; nothing is written where the writer fails.

        Raises:
            GovinfoError: the format cannot hold these results, or the writer is broken.
        """
        content = written(partial(self.writer.write, results), self.owner, f"{self.writer.name}.write")
        with binary_output(output) as stream:
            stream.write(content)


def choose(
    name: str | None, output: Path | None, registry: Registry, language: Language, *, counts: bool
) -> Shown | Written:
    """The format of a name, or else of the output's suffix, or else the full one.

    Raises:
        click.UsageError: there is no such format, it cannot show counts, or no terminal can show it.
    """
    owned = {writer.name: Written(owner, writer) for owner, writer in registry.owned("govinfo_findings_writers")}
    chosen = name or _by_suffix(output, owned)
    if chosen not in SHOWN and chosen not in owned:
        known = WORDS["and"](language).join([*SHOWN, *owned])
        raise click.UsageError(
            f"没有名为“{chosen}”的输出格式；现有：{known}"
            if language == "zh"
            else f"there is no output format {chosen!r}; known are {known}"
        )
    if counts:
        return Shown(_counting(chosen, language))
    if chosen in SHOWN:
        return Shown(SHOWN[chosen])
    if owned[chosen].writer.binary and output is None and sys.stdout.isatty():
        raise click.UsageError(
            f"{chosen}格式不能在终端显示；请用-o写入文件"
            if language == "zh"
            else f"a terminal cannot show {chosen}; write it to a file with -o"
        )
    return owned[chosen]


def _counting(name: str, language: Language) -> Show:
    """What shows the counts of findings in a format.

    Raises:
        click.UsageError: the format has no room for them.
    """
    if name not in COUNTED:
        known = WORDS["and"](language).join(COUNTED)
        raise click.UsageError(
            f"--statistics对{name}格式不起作用；可用的格式：{known}"
            if language == "zh"
            else f"--statistics has no effect on {name}; formats with counts are {known}"
        )
    return COUNTED[name]


def _by_suffix(output: Path | None, owned: Mapping[str, Written]) -> str:
    shown = [(suffix, next(iter(SHOWN))) for suffix in TEXT_SUFFIXES]
    kept = [(entry.writer.suffix, name) for name, entry in owned.items() if entry.writer.suffix]
    return format_of(output, [*shown, *kept], "--output-format")

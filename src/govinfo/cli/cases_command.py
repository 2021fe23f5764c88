"""govinfo cases."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from govinfo.cli.apart import apart
from govinfo.cli.helping import Group
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, paths_argument
from govinfo.cli.registry_options import registry_options
from govinfo.cli.usage import WrongUsage
from govinfo.cli.words import WORDS
from govinfo.errors import GovinfoError
from govinfo.registry import Registry
from govinfo.testing.conformance import Case, differences, expectation_of, find_cases
from govinfo.text.visible import visible, visible_path


@click.group("cases", cls=Group)
def command() -> None:
    """Expectations of files."""


@command.command("generate")
@paths_argument
@click.option("--force", is_flag=True)
@registry_options
@language_option
def generate(paths: tuple[str, ...], force: bool, registry: Registry, language: Language) -> None:
    """Write expectations."""
    refused = 0
    for case in _cases(paths, registry):
        name = visible_path(str(case.expectation))
        try:
            with apart():
                text = expectation_of(case, registry)
        except GovinfoError as error:
            refused += 1
            click.echo(visible(error.message(language)), err=True)
            continue
        if case.expectation.exists() and case.expectation.read_text("utf-8") != text and not force:
            refused += 1
            click.echo(f"{name}：已有不同的预期，未覆盖" if language == "zh" else f"{name}: differs, not overwritten")
            with apart():
                otherwise = differences(case, registry)
            for line in otherwise:
                click.echo(f"  {visible(line)}")
            continue
        case.expectation.write_text(text, "utf-8")
        told = _summary(json.loads(text), language)
        click.echo(
            f"{name}：已写出（{told}），请逐项核对"
            if language == "zh"
            else f"{name}: written ({told}); read it through"
        )
    sys.exit(2 if refused else 0)


@command.command("check")
@paths_argument
@registry_options
@language_option
def check(paths: tuple[str, ...], registry: Registry, language: Language) -> None:
    """Compare expectations."""
    wrong = 0
    cases = _cases(paths, registry)
    for case in cases:
        try:
            with apart():
                found = differences(case, registry)
        except GovinfoError as error:
            found = [error.message(language)]
        wrong += bool(found)
        for line in found:
            click.echo(f"{visible_path(str(case.source))}: {visible(line)}")
    click.echo(
        f"核对{len(cases)}个文件，{wrong}个与预期不符"
        if language == "zh"
        else f"files compared: {len(cases)}; otherwise than expected: {wrong}",
        err=True,
    )
    sys.exit(1 if wrong else 0)


def _summary(expectation: dict[str, Any], language: Language) -> str:
    """Who read the file and how much of it, so that a reading that went wrong is not taken for an expectation."""
    cells = expectation["cells"].values()
    values = sum(not isinstance(value, dict) for value in cells)
    codes = Counter(expectation["diagnostics"])
    named = (code if times == 1 else f"{code}×{times}" for code, times in sorted(codes.items()))
    doubts = WORDS["and"](language).join(named)
    parser, form, read = expectation["parser"], expectation["form"], f"{values}/{len(cells)}"
    if language == "zh":
        return f"版式{parser}，格式{form}，有值单元格{read}，存疑：{doubts or '无'}"
    return f"parser {parser}, form {form}, cells with a value {read}, doubts: {doubts or 'none'}"


def _cases(paths: tuple[str, ...], registry: Registry) -> list[Case]:
    """The cases of paths that exist.

    Raises:
        click.UsageError: a path does not exist, or there is no case.
    """
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        name = visible_path(missing[0])
        raise WrongUsage(f"{name}: no such file or folder", f"{name}：没有这个文件或文件夹")
    cases = find_cases(map(Path, paths), registry)
    if not cases:
        raise WrongUsage("there is no file that govinfo reads", "没有可读的文件")
    return cases

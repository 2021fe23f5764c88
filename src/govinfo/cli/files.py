"""The files that a command is about: paths and folders named, one after the other, with progress."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import attrs
import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from govinfo.assessment import Assessment
from govinfo.cli.language import Language
from govinfo.cli.visible import visible_path
from govinfo.errors import GovinfoError
from govinfo.pipeline import parse
from govinfo.registry import Registry
from govinfo.report import Report

STDIN = "-"
"""Stands for standard input."""


@attrs.frozen
class Outcome:
    """What became of one file: a report, or the error that says why there is none."""

    path: str
    report: Report | None
    error: GovinfoError | None


@attrs.frozen
class Checked:
    """A report that was checked, with its path."""

    path: str
    assessment: Assessment


def expand(paths: Sequence[str], registry: Registry, language: Language) -> list[str]:
    """Replace folders by the files in them whose suffix a reader knows, in order of their names.

    Raises:
        click.UsageError: a folder holds no such file, or there is no path at all.
    """
    suffixes = {suffix for reader in registry.readers for suffix in reader.suffixes}
    files: list[str] = []
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            files.append(path)
            continue
        inside = sorted(file for file in Path(path).rglob("*") if file.is_file() and not _is_hidden(file, Path(path)))
        known = [str(file) for file in inside if file.suffix.lower() in suffixes]
        if len(known) < len(inside):
            _say(
                f"{visible_path(path)}：略过{len(inside) - len(known)}个其他格式的文件"
                if language == "zh"
                else f"{visible_path(path)}: {len(inside) - len(known)} files of other formats were left out"
            )
        if not known:
            raise click.UsageError(
                f"{path}：文件夹中没有可读的文件（{' '.join(sorted(suffixes))}）"
                if language == "zh"
                else f"{path}: the folder holds no file that can be read ({' '.join(sorted(suffixes))})"
            )
        files.extend(known)
    return files


def read_all(
    files: Sequence[str], registry: Registry, parser: str | None, *, progress: bool, language: Language
) -> Iterator[Outcome]:
    """Read the files one by one; a file that cannot be read does not touch the others."""
    with _advance(files, language, shown=progress and len(files) > 1 and sys.stderr.isatty()) as steps:
        for path in steps:
            yield _read(path, registry, parser)


def _read(path: str, registry: Registry, parser: str | None) -> Outcome:
    try:
        if path == STDIN:
            content = BytesIO(sys.stdin.buffer.read())
            return Outcome(path, parse(content, filename=STDIN, parser=parser, registry=registry), None)
        return Outcome(path, parse(path, parser=parser, registry=registry), None)
    except GovinfoError as error:
        return Outcome(path, None, error)


def complain(outcome: Outcome, language: Language) -> None:
    """Say on standard error why a file could not be read."""
    message = visible_path(str(outcome.error))
    prefix = "" if message.startswith(visible_path(outcome.path)) else f"{visible_path(outcome.path)}: "
    _say(f"{'未读取' if language == 'zh' else 'not read'} {prefix}{message}")


def _say(message: str) -> None:
    Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(message)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


@contextmanager
def _advance(files: Sequence[str], language: Language, *, shown: bool) -> Iterator[Iterable[str]]:
    if not shown:
        yield files
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar.track(files, description="读取" if language == "zh" else "reading")

"""The files that a command is about: paths and folders named, one after the other, with progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path

import attrs
import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from govinfo.cli.apart import apart
from govinfo.cli.language import Language
from govinfo.cli.words import WORDS
from govinfo.errors import GovinfoError
from govinfo.pipeline import parse
from govinfo.readers.bounded import read_bounded
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.text.visible import visible_path

STDIN = "-"
"""Stands for standard input."""


HIDDEN = (".", "~$")
"""Beginnings of names that are passed over in folders: hidden files, and those that Office keeps beside open ones."""

MAX_NAMES = 10
"""So many names of files that were left out, or could not be read, are told."""


@attrs.frozen
class Outcome:
    """What became of one file: a report, or the error that says why there is none; and what gives its bytes again."""

    path: str
    report: Report | None
    error: GovinfoError | None
    content: Callable[[], bytes]


def expand(
    paths: Sequence[str], output: Path | None, registry: Registry, console: Console, language: Language
) -> list[str]:
    """Replace folders by the files in them whose suffix a reader knows, in order of their names.

    Raises:
        click.UsageError: a folder holds no such file, or the output would overwrite one of the files.
    """
    suffixes = {suffix for reader in registry.readers for suffix in reader.suffixes}
    files: list[str] = []
    for path in paths:
        if path in ("", STDIN) or not _is_folder(path):
            files.append(path)
            continue
        inside = sorted(
            file for file in Path(path).rglob("*") if not file.is_dir() and not _is_hidden(file, Path(path))
        )
        known = [file for file in inside if file.suffix.lower() in suffixes]
        _tell_left_out(path, [file for file in inside if file not in known], console, language)
        if not known:
            readable = " ".join(sorted(suffixes))
            raise click.UsageError(
                f"{visible_path(path)}：文件夹中没有可读的文件（{readable}）"
                if language == "zh"
                else f"{visible_path(path)}: the folder holds no file that can be read ({readable})"
            )
        files.extend(map(str, known))
    if output is not None and output.resolve() in {Path(file).resolve() for file in files if file != STDIN}:
        name = visible_path(str(output))
        raise click.UsageError(
            f"{name}：输出文件也是要读的文件，会被覆盖；请换一个名字"
            if language == "zh"
            else f"{name}: the output is also a file to be read and would be overwritten; choose another name"
        )
    return files


def read_all(
    files: Sequence[str], registry: Registry, parser: str | None, console: Console, language: Language
) -> Iterator[Outcome]:
    """Read the files one by one, and tell on the console which could not be read; the others are not touched.

    A plugin that would have read such a file may be among those that failed, and so these are told once.
    """
    untold = list(registry.faults)
    with _advance(files, console, language) as steps:
        for path in steps:
            outcome = _read(path, registry, parser)
            if outcome.error:
                console.print(complaint(path, outcome.error, language))
                while untold:
                    console.print(visible_path(untold.pop(0).message(language)))
            yield outcome


def reports_of(outcomes: Iterable[Outcome], seen: list[Outcome]) -> Iterator[Report]:
    """The reports, one by one as they are read; what became of every file is added to `seen`."""
    for outcome in outcomes:
        seen.append(outcome)
        if outcome.report is not None:
            yield outcome.report


def stderr_console() -> Console:
    """The console for everything but results."""
    return Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


def complaint(path: str, error: GovinfoError, language: Language) -> str:
    """Which file could not be read, and why."""
    return f"{WORDS['unread'](language)} {visible_path(path)}{WORDS['is'](language)}{why_unread(path, error, language)}"


def why_unread(path: str, error: GovinfoError, language: str) -> str:
    """Why a file could not be read, without its name."""
    return visible_path(error.message(language)).removeprefix(visible_path(path)).lstrip("：: ")


def unread_lines(path: str, error: GovinfoError, language: str) -> Text:
    """A file that could not be read, and why, as it stands among reports."""
    told = f"\n  {WORDS['unread'](language)}{WORDS['is'](language)}{why_unread(path, error, language)}"
    return Text.assemble((visible_path(path), "bold"), told)


def names_of_unread(paths: Sequence[str], language: Language) -> str:
    """How many files could not be read, and which, at the end of a closing count; nothing where all were read."""
    if not paths:
        return ""
    names = WORDS["and"](language).join(visible_path(path) for path in paths[:MAX_NAMES])
    names += " …" if len(paths) > MAX_NAMES else ""
    return f"；{len(paths)}个文件未能读取：{names}" if language == "zh" else f"; files not read: {len(paths)} ({names})"


def _read(path: str, registry: Registry, parser: str | None) -> Outcome:
    source: str | BytesIO = BytesIO(sys.stdin.buffer.read()) if path == STDIN else path
    filename = STDIN if path == STDIN else None
    content = source.getvalue if isinstance(source, BytesIO) else partial(_bytes, path)
    try:
        with apart():
            report = parse(source, filename=filename, parser=parser, registry=registry)
        return Outcome(path, report, None, content)
    except GovinfoError as error:
        return Outcome(path, None, error, content)


def _bytes(path: str) -> bytes:
    return read_bounded(path).data


def _tell_left_out(folder: str, left_out: Sequence[Path], console: Console, language: Language) -> None:
    if not left_out:
        return
    names = WORDS["and"](language).join(visible_path(file.name) for file in left_out[:MAX_NAMES])
    names += " …" if len(left_out) > MAX_NAMES else ""
    console.print(
        f"{visible_path(folder)}：略过{len(left_out)}个其他格式的文件：{names}"
        if language == "zh"
        else f"{visible_path(folder)}: files of other formats left out: {len(left_out)} ({names})"
    )


def _is_folder(path: str) -> bool:
    """Tell whether a path is a folder; one that cannot be, as its name is too long, is told of as a file."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(HIDDEN) for part in file.relative_to(folder).parts)


@contextmanager
def _advance(files: Sequence[str], console: Console, language: Language) -> Iterator[Iterable[str]]:
    if len(files) == 1 or not console.is_terminal:
        yield files
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield bar.track(files, description="读取" if language == "zh" else "reading")

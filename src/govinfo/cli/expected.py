"""--expected: the agencies that have to report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from govinfo.cli.usage import WrongUsage
from govinfo.collection.given import MAX_SHOWN, no_name
from govinfo.text.visible import visible_path

Command = TypeVar("Command", bound=Callable[..., Any])


def expected_option(command: Command) -> Command:
    """--expected, handed on as the names in the file."""
    return click.option(
        "--expected",
        type=click.Path(path_type=Path),
        metavar="FILE",
        callback=_names,
    )(command)


def _names(_context: click.Context, _parameter: click.Parameter, path: Path | None) -> tuple[str, ...]:
    """The names in the file; blank lines do not count.

    Raises:
        WrongUsage: the file cannot be read, is no text in UTF-8, or is no list of names.
    """
    if path is None:
        return ()
    name = visible_path(str(path))
    try:
        lines = path.read_text("utf-8-sig").splitlines() if path.is_file() or not path.exists() else []
    except UnicodeDecodeError:
        lines = []
    except OSError as error:
        raise WrongUsage(
            f"--expected: {name} cannot be read; check the path", f"--expected：无法读取{name}，请核对路径"
        ) from error
    names = tuple(_name(line, number, name) for number, line in enumerate(lines, 1) if line.strip())
    if names:
        return names
    raise WrongUsage(
        f"--expected: {name} is no text file in UTF-8 with one name of an agency a line",
        f"--expected：{name}不是每行一个机关名称的UTF-8文本文件",
    )


def _name(line: str, number: int, file: str) -> str:
    """The name on a line.

    Raises:
        WrongUsage: it is clearly none.
    """
    name = line.strip()
    reason = no_name(name)
    if reason is None:
        return name
    shown = visible_path(name if len(name) <= MAX_SHOWN else f"{name[:MAX_SHOWN]}…")
    raise WrongUsage(
        f"--expected: {file}, line {number}: “{shown}” is no name of an agency ({reason.en}); "
        "give a list with one full name a line",
        f"--expected：{file}第{number}行“{shown}”不是机关名称（{reason.zh}）；请给出每行一个机关全称的名单",
    )

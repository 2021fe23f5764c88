"""--expected: the agencies that have to report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from govinfo.cli.language import default_language
from govinfo.text.visible import visible_path

Command = TypeVar("Command", bound=Callable[..., Any])


def expected_option(command: Command) -> Command:
    """--expected, handed on as the names in the file."""
    return click.option(
        "--expected",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        callback=_names,
        help="Text file with the full names of the agencies that have to report each year, one a line.",
    )(command)


def _names(context: click.Context, _: click.Parameter, path: Path | None) -> tuple[str, ...]:
    """The names in the file; blank lines do not count.

    Raises:
        click.UsageError: the file is no text in UTF-8, or holds no name.
    """
    if path is None:
        return ()
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        lines = []
    names = tuple(line.strip() for line in lines if line.strip())
    if names:
        return names
    name = visible_path(str(path))
    raise click.UsageError(
        f"{name}：不是每行一个机关名称的UTF-8文本文件"
        if context.params.get("language", default_language()) == "zh"
        else f"{name}: no text file in UTF-8 with one name of an agency a line"
    )

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from govinfo.cli.language import default_language

Command = TypeVar("Command", bound=Callable[..., Any])


def language_option(command: Command) -> Command:
    """--lang, by default after the locale."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["zh", "en"], case_sensitive=False),
        default=default_language,
        show_default="GOVINFO_LANG, else by locale",
        help="Language of the messages.",
    )(command)


def parser_option(command: Command) -> Command:
    """--parser."""
    return click.option("--parser", metavar="NAME", help="Parser to use instead of the one that fits best.")(command)


def output_option(command: Command) -> Command:
    """--output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, writable=True, path_type=Path),
        help="File to write to instead of standard output.",
    )(command)


def paths_argument(command: Command) -> Command:
    """PATHS: files, folders, or - for standard input."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...")(command)


def split_ids(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Ids separated by commas, in one or several options; case does not matter."""
    return tuple(part.strip().upper() for entry in value for part in entry.split(",") if part.strip())

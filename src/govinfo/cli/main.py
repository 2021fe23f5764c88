"""The command group and its entry point."""

from __future__ import annotations

import difflib
import importlib
import sys
from io import TextIOWrapper

import click

from govinfo import __version__
from govinfo.cli.helping import Group
from govinfo.cli.language import (
    LANGUAGE,
    current_language,
    default_language,
    language_asked_for,
    remember_language,
)
from govinfo.cli.usage import WrongUsage, told
from govinfo.errors import GovinfoError

_COMMANDS = (
    "baseline",
    "cases",
    "check",
    "convert",
    "doctor",
    "explain",
    "forms",
    "new-plugin",
    "parse",
    "plugins",
    "schema",
)
"""The commands; the module of one is loaded when it is called."""


class _Commands(Group):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[LANGUAGE] = language_asked_for(args) or default_language()
        with told():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            with told():
                return super().invoke(ctx)
        except GovinfoError as error:
            click.echo(f"govinfo: {error.message(current_language())}", err=True)
            ctx.exit(2)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            en, zh = (f"; {near[0]!r} is meant?", f"；是否为{near[0]}") if near else ("", "")
            raise WrongUsage(f"there is no command {args[0]!r}{en}", f"没有命令“{args[0]}”{zh}")
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"govinfo.cli.{cmd_name.replace('-', '_')}_command").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    "language",
    type=click.Choice(["zh", "en"], case_sensitive=False),
    callback=remember_language,
    expose_value=False,
)
@click.version_option(__version__, package_name="govinfo", prog_name="govinfo")
def cli() -> None:
    """The program."""


def main() -> None:
    """Run the command line; exit codes are 0, 1 (findings) and 2 (usage, or a file that could not be read)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="govinfo")
    except OSError as error:
        click.echo(f"govinfo: {error.strerror or error}", err=True)
        sys.exit(2)

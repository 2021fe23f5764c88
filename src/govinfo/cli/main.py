"""The command group and its entry point."""

from __future__ import annotations

import difflib
import importlib
import sys
from io import TextIOWrapper

import click

from govinfo import __version__
from govinfo.cli.language import LANGUAGE, current_language, default_language, language_asked_for
from govinfo.cli.usage import WrongUsage, told
from govinfo.errors import GovinfoError

_COMMANDS = {
    "baseline": "Note findings as known, so that they stay quiet.",
    "cases": "Write and compare expectations, for authors of plugins.",
    "check": "Check reports and say what is wrong with them.",
    "convert": "Write reports again in another file format.",
    "doctor": "Show what is installed and which formats can be read.",
    "explain": "Explain a rule.",
    "forms": "Show the official forms and their cells.",
    "parse": "Read reports and show their cells.",
    "plugins": "Show the plugins and what they give.",
    "schema": "Print the JSON Schema of a report.",
}
"""Commands with their short help; a command's module is loaded when it is called."""


class _Commands(click.Group):
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
        command: click.Command = importlib.import_module(f"govinfo.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="govinfo", prog_name="govinfo")
def cli() -> None:
    """Read and check annual reports on government information disclosure (政府信息公开工作年度报告)."""


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

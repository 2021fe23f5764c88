"""govinfo new-plugin."""

from __future__ import annotations

from pathlib import Path

import click

from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option
from govinfo.testing.new_plugin import KINDS, Kind, new_plugin
from govinfo.text.visible import visible_path


@click.command("new-plugin", cls=Command)
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), default="words", show_default=True)
@language_option
def command(name: str, kind: Kind, language: Language) -> None:
    """Begin a plugin."""
    for file in new_plugin(name, kind, Path()):
        click.echo(visible_path(file.as_posix()))
    click.echo(
        f'下一步：cd {name}，pip install -e ".[test]"，pytest'
        if language == "zh"
        else f'next: cd {name}, pip install -e ".[test]", pytest',
        err=True,
    )

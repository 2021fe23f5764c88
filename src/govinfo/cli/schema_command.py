"""govinfo schema."""

from __future__ import annotations

import json

import click

from govinfo.cli.helping import Command
from govinfo.interchange import report_schema


@click.command("schema", cls=Command)
def command() -> None:
    """Print the JSON Schema of a report."""
    click.echo(json.dumps(report_schema(), ensure_ascii=False, indent=2))

"""govinfo schema."""

from __future__ import annotations

import json

import click

from govinfo.interchange import report_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of what `govinfo parse --output-format json` writes for one report."""
    click.echo(json.dumps(report_schema(), ensure_ascii=False, indent=2))

"""govinfo forms."""

from __future__ import annotations

import json
import sys
from typing import Any

import attrs
import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.cli.language import Language
from govinfo.cli.options import language_option
from govinfo.forms import Form
from govinfo.registry import Registry

PLAIN_WIDTH = 200
"""Width of tables that are not written to a terminal, in columns."""


@click.command("forms")
@click.argument("form", required=False)
@click.option("--output-format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@language_option
def command(form: str | None, output_format: str, language: Language) -> None:
    """Show the official forms, or the cells of one FORM with their ids, labels, units and articles."""
    registry = Registry.default()
    forms = (registry.form(form),) if form else registry.forms
    if output_format == "json":
        plain = [_plain(entry) for entry in forms]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)
    if form is None:
        table = Table("id", "notice", "years", "cells", "title")
        for entry in forms:
            years = f"{entry.first_year}–{entry.last_year or ''}"
            title = entry.title.zh if language == "zh" else entry.title.en
            table.add_row(entry.id, entry.basis, years, str(len(entry.cells)), title)
    else:
        table = Table("cell id", "label", "unit", "article")
        for cell in forms[0].cells:
            label = cell.label.zh if language == "zh" else cell.label.en
            table.add_row(cell.id, Text(label), cell.unit, cell.article or "")
    console.print(table)


def _plain(form: Form) -> dict[str, Any]:
    return {
        "id": form.id,
        "title": attrs.asdict(form.title),
        "basis": form.basis,
        "report_years": [form.first_year, form.last_year],
        "cells": [attrs.asdict(cell) for cell in form.cells],
        "identities": [attrs.asdict(identity) for identity in form.identities],
    }

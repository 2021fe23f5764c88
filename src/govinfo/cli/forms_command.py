"""govinfo forms."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, output_option
from govinfo.cli.output import binary_output, format_of, text_output, written_reports
from govinfo.cli.registry_options import plugin_options, tell_faults
from govinfo.cli.usage import WrongUsage
from govinfo.findings import Text as Words
from govinfo.forms import Form, Unit, official_forms
from govinfo.registry import Registry
from govinfo.wordings import skeleton
from govinfo.writers.blank import blank_report

LABELS = "labels"
"""Format: the ids as a file of regional wordings."""

PLAIN_WIDTH = 260
"""Width of tables that are not written to a terminal, in columns."""


WIDE = 180
"""Width in columns from which the cells are shown as a table; the longest id has 72 characters."""

_FORM_HEADERS: dict[Language, tuple[str, ...]] = {
    "zh": ("编号", "文件", "年度", "单元格", "名称"),
    "en": ("id", "notice", "years", "cells", "title"),
}
_CELL_HEADERS: dict[Language, tuple[str, ...]] = {
    "zh": ("单元格编号", "名称", "单位", "条款"),
    "en": ("cell id", "label", "unit", "article"),
}
_UNITS: dict[Unit, Words] = {
    "count": Words("件数", "count"),
    "change": Words("增减数", "signed count"),
    "ten_thousand_yuan": Words("万元", "10,000 yuan"),
    "money": Words("元或万元，以报告为准", "yuan or 10,000 yuan, as the report states"),
}


@click.command("forms", cls=Command)
@click.argument("form", required=False)
@click.option("--output-format", type=click.Choice(["table", "json", LABELS]))
@click.option("--blank", metavar="[FORMAT]", is_flag=False, flag_value="")
@output_option
@plugin_options
@language_option
def command(
    form: str | None,
    output_format: str | None,
    blank: str | None,
    output: Path | None,
    registry: Registry,
    language: Language,
) -> None:
    """Show forms, or write an empty one."""
    tell_faults(registry, language)
    if blank is not None:
        _write_blank(form or official_forms()[-1].id, blank, output, output_format, registry)
        return
    if output_format == LABELS:
        _write_labels(form, output, registry)
        return
    if output is not None:
        raise WrongUsage("--output goes with --blank, or with labels", "--output须与--blank同用，或用于labels")
    forms = (registry.form(form),) if form else registry.forms
    if output_format == "json":
        plain = [_plain(entry) for entry in forms]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)
    if form is None:
        _print_forms(forms, console, language)
    else:
        _print_cells(forms[0], console, language)


def _write_labels(form: str | None, output: Path | None, registry: Registry) -> None:
    """Write a file of regional wordings to fill in.

    Raises:
        click.UsageError: it is not said for which form.
    """
    if form is None:
        raise WrongUsage("labels needs a FORM, such as 2021", "labels须写明格式编号，如2021")
    text = skeleton(registry.form(form))
    with text_output(output) as stream:
        stream.write(text)


def _write_blank(form: str, name: str, output: Path | None, output_format: str | None, registry: Registry) -> None:
    """Write an empty form.

    Raises:
        click.UsageError: an option has no effect, or bytes would go to a terminal.
    """
    if output_format is not None:
        raise WrongUsage("--output-format does not go with --blank", "--output-format不能与--blank同用")
    if output is None and sys.stdout.isatty():
        raise WrongUsage("--blank needs --output FILE, or a pipe to write to", "--blank须用--output指定文件")
    if output is None and not name:
        raise WrongUsage(
            "--blank needs a FORMAT such as docx, or --output FILE", "--blank须写明格式，如docx，或用--output指定文件"
        )
    known = [(writer.suffix, writer.name) for writer in registry.writers]
    writer = registry.writer(name or format_of(output, known, "--blank FORMAT"))
    content = written_reports([blank_report(registry.form(form))], writer, registry)
    with binary_output(output) as stream:
        stream.write(content)


def _print_forms(forms: Sequence[Form], console: Console, language: Language) -> None:
    table = _folding(_FORM_HEADERS[language])
    for entry in forms:
        years = f"{entry.first_year}–{entry.last_year or ''}"
        title = entry.title.zh if language == "zh" else entry.title.en
        table.add_row(entry.id, entry.basis, years, str(len(entry.cells)), title)
    console.print(table)


def _print_cells(form: Form, console: Console, language: Language) -> None:
    """The cells as a table, or two lines a cell where the console is too narrow for their ids."""
    rows = [
        (cell.id, cell.label.zh if language == "zh" else cell.label.en, _UNITS[cell.unit](language), cell.article or "")
        for cell in form.cells
    ]
    if console.width < WIDE:
        for cell_id, *details in rows:
            console.print(Text(cell_id), soft_wrap=True)
            console.print(Text("    " + "  ".join(filter(None, details)), style="dim"), soft_wrap=True)
        return
    table = _folding(_CELL_HEADERS[language])
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    console.print(table)


def _folding(headers: Sequence[str]) -> Table:
    """A table whose cells are wrapped and never cut."""
    table = Table()
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def _plain(form: Form) -> dict[str, Any]:
    return {
        "id": form.id,
        "title": attrs.asdict(form.title),
        "basis": form.basis,
        "report_years": [form.first_year, form.last_year],
        "cells": [attrs.asdict(cell) for cell in form.cells],
        "identities": [attrs.asdict(identity) for identity in form.identities],
    }

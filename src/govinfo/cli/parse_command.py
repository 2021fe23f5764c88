"""govinfo parse."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.cli.files import complain, expand, read_all
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, output_option, parser_option, paths_argument
from govinfo.cli.output import binary_output, text_output
from govinfo.cli.visible import visible, visible_path
from govinfo.cli.words import SEVERITY_WORDS
from govinfo.forms import Block, Form, Label
from govinfo.forms.model import cell_id
from govinfo.registry import Registry
from govinfo.report import Report

PLAIN_WIDTH = 140
"""Width of tables that are not written to a terminal, in columns."""


@click.command("parse")
@paths_argument
@click.option(
    "--output-format", type=click.Choice(["table", "json", "csv", "html"]), default="table", show_default=True
)
@output_option
@parser_option
@language_option
def command(
    paths: tuple[str, ...], output_format: str, output: Path | None, parser: str | None, language: Language
) -> None:
    """Read reports and show their cells.

    Files, folders, or - for standard input.  What the reading was unsure of goes to standard error.
    """
    registry = Registry.default()
    files = expand(paths, registry, language)
    reports: list[Report] = []
    failed = False
    for outcome in read_all(files, registry, parser, progress=True, language=language):
        if outcome.report is None:
            complain(outcome, language)
            failed = True
        else:
            reports.append(outcome.report)
    if output_format == "table":
        _show(reports, registry, output, language)
    elif reports:
        with binary_output(output) as stream:
            registry.writer(output_format).write(reports, stream)
    _doubts(reports, language)
    sys.exit(2 if failed else 0)


def _show(reports: list[Report], registry: Registry, output: Path | None, language: Language) -> None:
    with text_output(output) as stream:
        width = None if output is None and sys.stdout.isatty() else PLAIN_WIDTH
        console = Console(file=stream, highlight=False, width=width)
        for report in reports:
            _print(report, registry.form(report.form), console, language)


def _print(report: Report, form: Form, console: Console, language: Language) -> None:
    names = {
        "title": ("标题", report.title),
        "agency": ("机关", report.agency),
        "year": ("年度", report.year),
        "published": ("发布", report.published),
        "period": ("期限", report.period.text if report.period else None),
        "index": ("索引号", report.index_number),
        "number": ("文号", report.document_number),
        "form": ("格式", f"{report.form} ({form.basis})"),
        "parser": ("解析", f"{report.parser.reader} + {report.parser.parser} ({report.parser.score})"),
    }
    console.print(Text(visible_path(report.parser.filename or "-"), style="bold"))
    for english, (chinese, value) in names.items():
        shown = "—" if value is None else visible(str(value))
        console.print(Text(f"  {chinese if language == 'zh' else english}: {shown}"))
    for table in form.tables:
        for block in table.blocks:
            console.print(
                _table(report, table.id, block, f"{_in(table.number, language)} {block.article or ''}", language)
            )


def _table(report: Report, table_id: str, block: Block, title: str, language: Language) -> Table:
    table = Table(title=title.strip(), title_justify="left", show_lines=False)
    table.add_column("")
    for leaf in block.leaves:
        table.add_column(_in(leaf.label, language), justify="right")
    for row in block.rows:
        cells = [report[cell_id(table_id, row.id, leaf.id)] for leaf in block.leaves]
        shown = [f"[{cell.status}]" if cell.value is None else str(cell.value) for cell in cells]
        table.add_row(Text(_in(row.label, language) if row.label else ""), *(Text(value) for value in shown))
    return table


def _in(label: Label, language: Language) -> str:
    return label.zh if language == "zh" else label.en


def _doubts(reports: list[Report], language: Language) -> None:
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    for report in reports:
        for doubt in report.diagnostics:
            place = f" {doubt.source.describe(language)}" if doubt.source else ""
            severity = SEVERITY_WORDS[doubt.severity](language)
            name = visible_path(report.parser.filename or "-")
            console.print(f"{name}:{place} {severity} {doubt.rule} {visible(doubt.message(language))}")

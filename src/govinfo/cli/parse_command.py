"""govinfo parse."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.cli.apart import apart
from govinfo.cli.doubts import tell_doubts
from govinfo.cli.explaining import show
from govinfo.cli.files import STDIN, Outcome, expand, names_of_unread, read_all, stderr_console, unread_lines
from govinfo.cli.helping import Command
from govinfo.cli.language import Language
from govinfo.cli.options import language_option, output_option, parser_option, paths_argument
from govinfo.cli.output import TEXT_SUFFIXES, binary_output, format_of, text_output, written_reports
from govinfo.cli.registry_options import registry_options
from govinfo.cli.usage import WrongUsage
from govinfo.cli.words import WORDS
from govinfo.contracts import Writer
from govinfo.errors import SourceError
from govinfo.explanation import Explanation, explain
from govinfo.forms import Block, Column, Form, Label, Row
from govinfo.forms.model import cell_id
from govinfo.interchange import json_text
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.text.visible import visible, visible_path
from govinfo.writers.findings.words import STATUS_WORDS

TABLE = "table"
"""Stands for tables to look at, which no writer makes."""

JSON = "json"

PLAIN_WIDTH = 140
"""Width of tables that are not written to a terminal, in columns."""


@click.command("parse", cls=Command)
@paths_argument
@click.option(
    "--output-format",
    metavar="FORMAT",
)
@output_option
@click.option("--explain", "explained", is_flag=True)
@parser_option
@registry_options
@language_option
def command(
    paths: tuple[str, ...],
    output_format: str | None,
    output: Path | None,
    explained: bool,
    parser: str | None,
    registry: Registry,
    language: Language,
) -> None:
    """Read reports."""
    chosen = output_format or _by_suffix(output, registry)
    if explained and chosen not in (TABLE, JSON):
        raise WrongUsage(
            f"--explain is shown as {TABLE} or {JSON}, not as {chosen}", f"--explain只能显示为{TABLE}或{JSON}"
        )
    writer = None if chosen == TABLE else _writer(chosen, registry)
    console = stderr_console()
    files = expand(paths, output, registry, console, language)
    if explained:
        _explain(files, chosen, output, parser, registry, language)
    outcomes = list(read_all(files, registry, parser, console, language))
    reports = [outcome.report for outcome in outcomes if outcome.report is not None]
    if writer is None:
        _show(outcomes, registry, output, language)
    elif reports:
        content = written_reports(reports, writer, registry)
        with binary_output(output) as stream:
            stream.write(content)
    tell_doubts(reports, console, language)
    unread = [outcome.path for outcome in outcomes if outcome.error]
    if len(outcomes) > 1:
        counted = f"读取{len(reports)}份报告" if language == "zh" else f"reports read: {len(reports)}"
        console.print(counted + names_of_unread(unread, language))
    sys.exit(2 if unread else 0)


def _writer(name: str, registry: Registry) -> Writer:
    """The writer of a name.

    Raises:
        WrongUsage: there is none, nor are these the tables of this command.
    """
    known = [TABLE, *sorted(writer.name for writer in registry.writers)]
    if name not in known:
        raise WrongUsage(
            f"there is no output format {name!r}; known are {', '.join(known)}",
            f"没有名为“{name}”的输出格式；现有：{'、'.join(known)}",
        )
    return registry.writer(name)


def _by_suffix(output: Path | None, registry: Registry) -> str:
    """The format that the name of the output tells; tables for people where it has no suffix or that of a text."""
    shown = [(suffix, TABLE) for suffix in TEXT_SUFFIXES]
    return format_of(
        output, [*shown, *((writer.suffix, writer.name) for writer in registry.writers)], "--output-format"
    )


def _explain(
    files: list[str],
    output_format: str,
    output: Path | None,
    parser: str | None,
    registry: Registry,
    language: Language,
) -> NoReturn:
    """Tell how the files are read, and leave; 2 where one could not be read."""
    explanations = [_explained(file, parser, registry) for file in files]
    with text_output(output) as stream:
        if output_format == JSON:
            stream.write(json_text([found.to_dict() for found in explanations], indent=2) + "\n")
        else:
            width = None if output is None and sys.stdout.isatty() else PLAIN_WIDTH
            console = Console(file=stream, highlight=False, width=width)
            for found in explanations:
                show(found, registry, console, language)
    sys.exit(2 if any(found.error for found in explanations) else 0)


def _explained(path: str, parser: str | None, registry: Registry) -> Explanation:
    source = BytesIO(sys.stdin.buffer.read()) if path == STDIN else path
    try:
        with apart():
            return explain(source, filename=path, parser=parser, registry=registry)
    except SourceError as error:
        return Explanation(path, 0, error=error)


def _show(outcomes: list[Outcome], registry: Registry, output: Path | None, language: Language) -> None:
    """Show the reports, and among several files those that could not be read, in the order of the files."""
    with text_output(output) as stream:
        width = None if output is None and sys.stdout.isatty() else PLAIN_WIDTH
        console = Console(file=stream, highlight=False, width=width)
        for outcome in outcomes:
            if outcome.report is not None:
                _print(outcome.report, registry.form(outcome.report.form), console, language)
            elif outcome.error is not None and len(outcomes) > 1:
                console.print(unread_lines(outcome.path, outcome.error, language))


def _print(report: Report, form: Form, console: Console, language: Language) -> None:
    brackets = WORDS["brackets"](language)
    names = {
        "title": ("标题", report.title),
        "agency": ("机关", report.agency),
        "year": ("年度", report.year),
        "published": ("发布", report.published),
        "period": ("期限", report.period.text if report.period else None),
        "index": ("索引号", report.index_number),
        "number": ("文号", report.document_number),
        "form": ("格式", f"{report.form}{brackets.format(form.basis)}"),
        "parser": ("解析", f"{report.parser.reader} + {report.parser.parser}{brackets.format(report.parser.score)}"),
    }
    console.print(Text(visible_path(report.parser.filename or "-"), style="bold"))
    for english, (chinese, value) in names.items():
        shown = "—" if value is None else visible(str(value))
        console.print(Text(f"  {chinese if language == 'zh' else english}{WORDS['is'](language)}{shown}"))
    for table in form.tables:
        for block in table.blocks:
            title = f"{_in(table.number, language)} {block.article or ''}".strip()
            console.print(_table(report, table.id, block, title, language))


def _table(report: Report, table_id: str, block: Block, title: str, language: Language) -> Table:
    """A block of a table; where it has one row without a label, each group of its columns becomes a row."""
    if block.rows[0].label is None:
        parts = [part for column in block.columns for part in _groups_of_leaves(column)]
        rows = [(_in(part.label, language), "", tuple(part.leaves())) for part in parts]
    else:
        rows = [(_row_name(row, language), row.id, block.leaves) for row in block.rows]
    table = Table(title=title, title_justify="left", show_lines=False)
    table.add_column("", overflow="fold", min_width=20)
    for leaf in rows[0][2]:
        table.add_column(_in(leaf.label, language), justify="right", overflow="fold")
    for name, row_id, leaves in rows:
        cells = [report[cell_id(table_id, row_id, leaf.id)] for leaf in leaves]
        shown = [
            f"[{STATUS_WORDS[cell.status](language)}]" if cell.value is None else str(cell.value) for cell in cells
        ]
        table.add_row(Text(name), *(Text(value) for value in shown))
    return table


def _groups_of_leaves(column: Column) -> Iterator[Column]:
    """The narrowest groups below a column."""
    if any(child.children for child in column.children):
        for child in column.children:
            yield from _groups_of_leaves(child)
    else:
        yield column


def _row_name(row: Row, language: Language) -> str:
    """The row's label behind that of its innermost group."""
    label = _in(row.label, language) if row.label else ""
    return f"{_in(row.groups[-1].label, language)} {label}" if len(row.groups) > 1 else label


def _in(label: Label, language: Language) -> str:
    return label.zh if language == "zh" else label.en

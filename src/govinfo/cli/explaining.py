"""How a source was read, as tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from govinfo.cli.language import Language
from govinfo.cli.words import WORDS
from govinfo.discovery import BUILTIN
from govinfo.explanation import Asked, Explanation
from govinfo.findings import Text as Words
from govinfo.forms import Form
from govinfo.registry import Registry
from govinfo.text.visible import visible, visible_path
from govinfo.writers.findings.words import AGAIN

BEGINNING = 24
"""So many characters of a table's first cell are shown."""

_WORDS: Mapping[str, Words] = {
    "readers": Words("文件格式", "readers"),
    "parsers": Words("版式", "parsers"),
    "tables": Words("文件中的表格", "tables of the document"),
    "uses": Words("规范格式的表格", "tables of the form"),
    "labels": Words("行名（完全一致的不列出）", "row labels (those that match exactly are left out)"),
    "name": Words("名称", "name"),
    "score": Words("得分", "score"),
    "chosen": Words("采用", "chosen"),
    "milliseconds": Words("毫秒", "ms"),
    "reasons": Words("理由", "reasons"),
    "size": Words("行×列", "rows × columns"),
    "begins": Words("开头", "begins"),
    "place": Words("位置", "place"),
    "table": Words("表", "table"),
    "read": Words("读出", "read"),
    "remarks": Words("说明", "remarks"),
    "row": Words("行", "row"),
    "printed": Words("印作", "printed"),
    "how": Words("如何认出", "recognised by"),
    "cells": Words("有值单元格", "cells with a value"),
    "exact": Words("完全一致的行：", "rows that match exactly: "),
    "paragraphs": Words("段落", "paragraphs"),
    "figures": Words("图片", "images"),
}

_HOW: Mapping[str, Words] = {
    "exact": Words("完全一致", "exact"),
    "alias": Words("其他写法", "alias"),
    "similar": Words("近似", "similar"),
    "truncated": Words("截短", "truncated"),
    "position": Words("位置", "position"),
    "absent": Words("未找到", "absent"),
}
"""How a row was found, see `LabelMatch.how`."""

_NOTICED: Mapping[str, Words] = {
    "second_table": Words("另有同类表格", "second table"),
    "missing_table": Words("没有表格", "missing table"),
    "figure": Words("为图片", "figure"),
    "missing_header": Words("没有表头", "missing header"),
    "repeated_header": Words("表头重复", "repeated header"),
}
"""What was noticed of a table as a whole, see `govinfo.explanation.ABOUT_TABLES`."""


def show(found: Explanation, registry: Registry, console: Console, language: Language) -> None:
    """Print an explanation; the registry has the form of the report."""
    words = {name: text(language) for name, text in _WORDS.items()}
    console.print(Text(visible_path(found.filename or "-"), style="bold"))
    _table(
        console,
        words,
        "readers",
        ("name", "score", "chosen", "milliseconds", "reasons"),
        _asked(found.readers, language),
    )
    counted = (f"{words['paragraphs']} {found.paragraphs}", f"{words['figures']} {found.figures}")
    console.print(WORDS["and"](language).join(counted), markup=False)
    candidates = (
        (f"{table.rows} × {table.columns}", table.begins[:BEGINNING], table.source.describe(language))
        for table in found.tables
    )
    _table(console, words, "tables", ("size", "begins", "place"), candidates)
    _table(
        console,
        words,
        "parsers",
        ("name", "score", "chosen", "milliseconds", "reasons"),
        _asked(found.parsers, language),
    )
    if found.error is not None:
        console.print(Text(visible(found.error.message(language))))
    if found.report is None:
        return
    form = registry.form(found.report.form)
    _table(console, words, "uses", ("table", "read", "remarks"), _uses(found, form, language))
    _table(console, words, "labels", ("row", "printed", "how", "cells"), _labels(found, form, language))
    exact = sum(label.how == "exact" for label in found.labels)
    console.print(f"{words['exact']}{exact}/{len(found.labels)}", markup=False)


def _asked(asked: Sequence[Asked], language: Language) -> Iterator[tuple[str, ...]]:
    for entry in asked:
        if entry.score or entry.reasons:
            mark = "✓" if entry.chosen else ""
            name = entry.name if entry.plugin == str(BUILTIN) else f"{entry.name} ← {entry.plugin}"
            reasons = AGAIN(language).join(reason(language) for reason in entry.reasons)
            yield name, str(entry.score), mark, f"{entry.seconds * 1000:.1f}", reasons


def _uses(found: Explanation, form: Form, language: Language) -> Iterator[tuple[str, ...]]:
    """The form's tables: by their Chinese names, or by their ids, as cells are told elsewhere."""
    for use, table in zip(found.uses, form.tables, strict=True):
        remarks = [_NOTICED[observation.kind](language) for observation in use.observations]
        remarks += [f"{doubt.rule} {doubt.message(language)}" for doubt in use.doubts]
        name = table.number.zh if language == "zh" else use.table
        yield name, f"{use.read}/{use.cells}", "\n".join(remarks)


def _labels(found: Explanation, form: Form, language: Language) -> Iterator[tuple[str, ...]]:
    for label, place in zip(found.labels, form.rows, strict=True):
        if label.how != "exact":
            how = _HOW[label.how](language) + ("" if label.similarity is None else f" {label.similarity:.2f}")
            row = f"{place.table.number.zh}“{place.label.zh}”" if language == "zh" else label.row
            yield row, label.printed, how, str(label.cells)


def _table(
    console: Console,
    words: Mapping[str, str],
    title: str,
    headers: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
) -> None:
    """Print a table; nothing where it has no rows."""
    listed = list(rows)
    if not listed:
        return
    table = Table(title=words[title], title_justify="left")
    for header in headers:
        table.add_column(words[header], overflow="fold")
    for row in listed:
        table.add_row(*(Text(visible(value)) for value in row))
    console.print(table)

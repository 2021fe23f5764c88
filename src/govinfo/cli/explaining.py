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
from govinfo.text.visible import visible, visible_path

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


def show(found: Explanation, console: Console, language: Language) -> None:
    """Print an explanation."""
    words = {name: text(language) for name, text in _WORDS.items()}
    console.print(Text(visible_path(found.filename or "-"), style="bold"))
    _table(console, words, "readers", ("name", "score", "chosen", "milliseconds", "reasons"), _asked(found.readers))
    counted = (f"{words['paragraphs']} {found.paragraphs}", f"{words['figures']} {found.figures}")
    console.print(WORDS["and"](language).join(counted), markup=False)
    candidates = (
        (f"{table.rows} × {table.columns}", table.begins[:BEGINNING], table.source.describe(language))
        for table in found.tables
    )
    _table(console, words, "tables", ("size", "begins", "place"), candidates)
    _table(console, words, "parsers", ("name", "score", "chosen", "milliseconds", "reasons"), _asked(found.parsers))
    if found.error is not None:
        console.print(Text(visible(found.error.message(language))))
        return
    _table(console, words, "uses", ("table", "read", "remarks"), _uses(found, language))
    _table(console, words, "labels", ("row", "printed", "how", "cells"), _labels(found))
    exact = sum(label.how == "exact" for label in found.labels)
    console.print(f"{words['exact']}{exact}/{len(found.labels)}", markup=False)


def _asked(asked: Sequence[Asked]) -> Iterator[tuple[str, ...]]:
    for entry in asked:
        if entry.score or entry.reasons:
            mark = "✓" if entry.chosen else ""
            name = entry.name if entry.plugin == str(BUILTIN) else f"{entry.name} ← {entry.plugin}"
            yield name, str(entry.score), mark, f"{entry.seconds * 1000:.1f}", "; ".join(entry.reasons)


def _uses(found: Explanation, language: Language) -> Iterator[tuple[str, ...]]:
    for use in found.uses:
        remarks = [observation.kind.replace("_", " ") for observation in use.observations]
        remarks += [f"{doubt.rule} {doubt.message(language)}" for doubt in use.doubts]
        yield use.table, f"{use.read}/{use.cells}", "\n".join(remarks)


def _labels(found: Explanation) -> Iterator[tuple[str, ...]]:
    for label in found.labels:
        if label.how != "exact":
            how = label.how if label.similarity is None else f"{label.how} {label.similarity:.2f}"
            yield label.row, label.printed, how, str(label.cells)


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

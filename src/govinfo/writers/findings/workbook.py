"""Writer: findings as a workbook: one row a finding, the files from the worst to the best, what was not assessable.

Numbers are numbers, text is never taken for a formula, and the same results give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import IO, Any, Literal, NamedTuple, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]

from govinfo.assessment import Checked, Results
from govinfo.document.own import GENERATOR, MARK
from govinfo.findings import SEVERITY_WORDS, Severity, Text
from govinfo.text.visible import visible, visible_path
from govinfo.writers.findings.words import AND, PARTS, basis_of, cell_name, cell_names, place_of, repair_words
from govinfo.writers.workbook import CREATED, LINE, MAX_TEXT, OPTIONS, lines_in

MAX_ROWS = 1_048_575
"""Rows of a sheet below its head (Excel specifications and limits); more of them go to further sheets."""

MAX_LINES = 8
"""Rows show no more lines; a long enumeration of cells would push the next findings out of sight."""

Value: TypeAlias = str | int | float | None
"""What a cell of the workbook holds; None for an empty one."""

_A4 = 9
_FILLS: dict[Severity, str] = {"error": "#F8D7DA", "warning": "#FFF3CD", "info": "#DCEBF7"}


class _Column(NamedTuple):
    """A column: its head, its width in characters, and how its cells look."""

    head: Text
    width: int
    style: Literal["text", "number", "share"] = "text"


_FILE = _Column(Text("文件", "file"), 32)
_AGENCY = _Column(Text("机关", "agency"), 24)
_YEAR = _Column(Text("年度", "year"), 7, "number")
_FORM = _Column(Text("格式", "form"), 7)
_RULE = _Column(Text("规则", "rule"), 7)
_TITLE = _Column(Text("要求", "demand"), 32)
_CELLS = _Column(PARTS["cells"], 40)

_FINDINGS = (
    _Column(Text("程度", "severity"), 9),
    _RULE,
    _FILE,
    _AGENCY,
    _YEAR,
    _Column(Text("问题", "message"), 56),
    _Column(PARTS["equation"], 28),
    _Column(Text("位置", "place"), 18),
    _CELLS,
    _Column(PARTS["fix"], 44),
    _Column(PARTS["repairs"], 40),
    _Column(PARTS["basis"], 30),
    _TITLE,
    _FORM,
    _Column(Text("指纹", "fingerprint"), 19),
)
_FILES = (
    _Column(Text("名次", "rank"), 7, "number"),
    _FILE,
    _AGENCY,
    _YEAR,
    _FORM,
    *(_Column(SEVERITY_WORDS[severity], 9, "number") for severity in SEVERITY_WORDS),
    _Column(Text("读出单元格", "cells read"), 12, "number"),
    _Column(Text("应有单元格", "cells of the form"), 12, "number"),
    _Column(Text("完整度", "completeness"), 13, "share"),
    _Column(Text("未能判断的规则", "rules not assessable"), 16, "number"),
    _Column(Text("未能读取的原因", "why it was not read"), 48),
)
_MISSING = (_RULE, _FILE, _AGENCY, _YEAR, _Column(Text("原因", "reason"), 56), _CELLS, _TITLE)


def write(results: Results, stream: IO[bytes]) -> None:
    """Write three sheets with headings in the language of the results."""
    language = results.language
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"created": CREATED})
    book.set_custom_property(GENERATOR, MARK)
    sheets = _Sheets(book, language)
    sheets.add(Text("问题", "findings"), _FINDINGS, list(_findings(results)))
    sheets.add(Text("文件", "files"), _FILES, list(_files(results)))
    sheets.add(Text("未能判断", "not assessable"), _MISSING, list(_missing(results)))
    book.close()
    stream.write(target.getvalue())


def _findings(results: Results) -> Iterator[tuple[Value, ...]]:
    language = results.language
    for entry, finding in results.findings:
        yield (
            SEVERITY_WORDS[finding.severity](language),
            finding.rule,
            visible_path(entry.path),
            entry.report.agency,
            entry.report.year,
            finding.message(language),
            finding.equation,
            place_of(finding, language),
            cell_names(finding, entry.form, language),
            finding.fix(language) if finding.fix else None,
            "\n".join(repair_words(repair, language) for repair in finding.repairs),
            basis_of(finding, language),
            _title(finding.rule, results),
            entry.report.form,
            finding.fingerprint,
        )


def _files(results: Results) -> Iterator[tuple[Value, ...]]:
    """The files that were read, from the worst to the best, and behind them those that were not."""
    ranked = sorted(results.checked, key=lambda entry: ([-count for count in entry.counts.values()], _share(entry)))
    place, before = 0, None
    for number, entry in enumerate(ranked, 1):
        figures = (*entry.counts.values(), _share(entry))
        place, before = (place if figures == before else number), figures
        report = entry.report
        yield (
            place,
            visible_path(entry.path),
            report.agency,
            report.year,
            report.form,
            *entry.counts.values(),
            _read(entry),
            len(report.all_cells),
            _share(entry),
            entry.assessment.count("not_assessable"),
            None,
        )
    for unread in results.unread:
        blanks = [None] * (len(_FILES) - 3)
        yield None, visible_path(unread.path), *blanks, unread.error.message(results.language)


def _missing(results: Results) -> Iterator[tuple[Value, ...]]:
    language = results.language
    for entry in results.checked:
        for missing in entry.assessment.not_assessable:
            yield (
                missing.rule,
                visible_path(entry.path),
                entry.report.agency,
                entry.report.year,
                missing.text(language),
                AND(language).join(cell_name(cell, entry.form, language) for cell in missing.cells),
                _title(missing.rule, results),
            )


def _title(rule: str, results: Results) -> str | None:
    entry = results.catalogue.get(rule)
    return entry.title(results.language) if entry else None


def _read(entry: Checked) -> int:
    return sum(cell.value is not None for cell in entry.report.cells())


def _share(entry: Checked) -> float:
    """How much of the form was read, from 0 to 1."""
    return _read(entry) / (len(entry.report.all_cells) or 1)


class _Sheets:
    """Adds sheets with a head that stays in view and can be filtered."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._language = language
        self._head = book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1, "valign": "vcenter"})
        base = {"valign": "top", "border": 1, "border_color": "#D0D0D0"}
        self._styles = {
            "text": book.add_format({**base, "text_wrap": True, "quote_prefix": True}),
            "number": book.add_format({**base, "num_format": "0"}),
            "share": book.add_format({**base, "num_format": "0.0%"}),
        }
        self._fills = {
            SEVERITY_WORDS[severity](language): book.add_format({**base, "bg_color": colour, "quote_prefix": True})
            for severity, colour in _FILLS.items()
        }

    def add(self, name: Text, columns: Sequence[_Column], rows: Sequence[tuple[Value, ...]]) -> None:
        """Write rows to a sheet, and to further ones where they are more than a sheet holds."""
        for number, start in enumerate(range(0, len(rows) or 1, MAX_ROWS), 1):
            sheet = self._book.add_worksheet(name(self._language) + (f" {number}" if number > 1 else ""))
            self._sheet(sheet, columns, rows[start : start + MAX_ROWS])

    def _sheet(self, sheet: Any, columns: Sequence[_Column], rows: Sequence[tuple[Value, ...]]) -> None:
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head(self._language), self._head)
        for number, row in enumerate(rows, 1):
            sheet.set_row(number, _height(columns, row))
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                self._write(sheet, (number, place), column, value)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MAX_ROWS + 1}"})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Any, at: tuple[int, int], column: _Column, value: Value) -> None:
        style = self._styles[column.style]
        if value is None or value == "":
            sheet.write_blank(*at, None, style)
        elif isinstance(value, str):
            text = visible(value)[:MAX_TEXT]
            sheet.write_string(*at, text, self._fills.get(text, style) if at[1] == 0 else style)
        else:
            sheet.write_number(*at, value, style)


def _height(columns: Sequence[_Column], row: Sequence[Value]) -> int:
    """Height of a row in points."""
    lines = [
        sum(lines_in(line, column.width) for line in value.split("\n"))
        for column, value in zip(columns, row, strict=True)
        if isinstance(value, str)
    ]
    return LINE * min(MAX_LINES, max(lines, default=1))

"""Writer: a workbook in the official form, one sheet a report.

Numbers are numbers, empty cells stay empty, and no text can be taken for a formula.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from typing import IO, Any, NamedTuple, TypeAlias

import regex
import xlsxwriter  # type: ignore[import-untyped]

from govinfo.document import Grid, GridCell, spread
from govinfo.forms import official_form
from govinfo.report import Cell, Report
from govinfo.writers.official import official_grid

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
"""Date of creation in every file, so that the same reports give the same bytes."""

MAX_TEXT = 32_767
"""Longest text of a cell in characters (Excel specifications and limits)."""

MAX_NAME = 31
"""Longest name of a sheet in characters (Excel specifications and limits)."""

MAX_HEIGHT = 400
"""Rows are made no higher, in points; Excel allows 409."""

COLUMN = 6
"""Width of every column in characters; fifteen of them fill a page of A4."""

LINE = 16
"""Height of a line in points."""

_A4 = 9
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FORBIDDEN = regex.compile(r"[\[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]")
_UNWRITABLE = regex.compile(r"[\p{Cs}\ufffe\uffff]")


Format: TypeAlias = Any
"""A format of xlsxwriter, which ships no annotations."""

Worksheet: TypeAlias = Any
"""A sheet of xlsxwriter."""


class _Formats(NamedTuple):
    title: Format
    heading: Format
    text: Format
    signature: Format
    cell: Format


def write(reports: Sequence[Report], stream: IO[bytes]) -> None:
    """Write reports, each on a sheet of its own; the same reports give the same bytes.

    A cell without value is written as it was printed.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"created": CREATED})
    formats = _Formats(
        book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter", "text_wrap": True}),
        book.add_format({"bold": True, "font_size": 12, "valign": "vcenter", "text_wrap": True}),
        book.add_format({"valign": "top", "text_wrap": True}),
        book.add_format({"align": "right"}),
        book.add_format({"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}),
    )
    taken: set[str] = set()
    for report in reports:
        name = sheet_name(report, taken)
        taken.add(name.casefold())
        _SheetWriter(book.add_worksheet(name), report, formats).write()
    if not reports:
        book.add_worksheet()
    book.close()
    stream.write(target.getvalue())


def sheet_name(report: Report, taken: Collection[str]) -> str:
    """A valid name from agency and year that is not among those taken, which are case-folded."""
    agency = _FORBIDDEN.sub("", report.agency or "").strip("' ")
    year = "" if report.year is None else str(report.year)
    number = 1
    while True:
        behind = year + (f" ({number})" if number > 1 else "")
        name = agency[: MAX_NAME - len(behind)] + behind or "1"
        if name.casefold() not in {*taken, "history"}:
            return name
        number += 1


class _SheetWriter:
    """Writes one report from top to bottom."""

    def __init__(self, sheet: Worksheet, report: Report, formats: _Formats) -> None:
        form = official_form(report.form)
        self._sheet = sheet
        self._report = report
        self._formats = formats
        self._grids = {table.section: official_grid(table, lambda cell: cell) for table in form.tables}
        self._width = max(_width(grid) for grid in self._grids.values())
        self._row = 0

    def write(self) -> None:
        report, formats = self._report, self._formats
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_column(0, self._width - 1, COLUMN)
        self._text(report.title or "", formats.title)
        for line in _publication(report):
            self._text(line, formats.text)
        for section in report.sections:
            self._text(section.title, formats.heading)
            for line in section.text.splitlines():
                self._text(line, formats.text)
            if section.number in self._grids:
                self._table(self._grids[section.number])
        for line in _signature(report):
            self._text(line, formats.signature)

    def _text(self, text: str, form: Format) -> None:
        """A line of text over the whole width, over several rows where it is too long for one."""
        for start in range(0, len(text), MAX_TEXT):
            piece = text[start : start + MAX_TEXT]
            height = LINE * _lines(piece, self._width * COLUMN)
            rows = -(-height // MAX_HEIGHT)
            for row in range(self._row, self._row + rows):
                self._sheet.set_row(row, min(height, MAX_HEIGHT))
            self._sheet.merge_range(self._row, 0, self._row + rows - 1, self._width - 1, "", form)
            self._sheet.write_string(self._row, 0, _writable(piece), form)
            self._row += rows

    def _table(self, grid: Grid) -> None:
        """A table stretched over the whole width."""
        width = _width(grid)
        edges = [place * self._width // width for place in range(width + 1)]
        for row in spread(grid):
            lines = 1
            for cell, start, stop in row.own:
                left, right = edges[start], edges[stop] - 1
                bottom = self._row + cell.rowspan - 1
                if bottom > self._row or right > left:
                    self._sheet.merge_range(self._row, left, bottom, right, "", self._formats.cell)
                self._cell(cell, left)
                if cell.rowspan == 1:
                    lines = max(lines, _lines(cell.text, (right - left + 1) * COLUMN))
            self._sheet.set_row(self._row, min(LINE * lines, MAX_HEIGHT))
            self._row += 1

    def _cell(self, cell: GridCell, column: int) -> None:
        found = self._report.by_id.get(cell.text)
        form = self._formats.cell
        if found is None:
            self._sheet.write_string(self._row, column, cell.text, form)
        elif found.value is not None and _is_exact(found):
            self._sheet.write_number(self._row, column, float(found.value), form)
        else:
            text = _writable(found.raw if found.value is None else str(found.value))[:MAX_TEXT]
            write = self._sheet.write_string if text else self._sheet.write_blank
            write(self._row, column, text, form)


def _publication(report: Report) -> Iterator[str]:
    given = (
        ("发布日期", report.published),
        ("索引号", report.index_number),
        ("文号", report.document_number),
        ("发布机构", report.publisher),
    )
    yield from (f"{label}：{value}" for label, value in given if value)
    yield from report.preamble.splitlines()


def _signature(report: Report) -> Iterator[str]:
    if report.signed and report.signed.agency:
        yield report.signed.agency
    if report.signed and report.signed.date:
        date = report.signed.date
        yield f"{date.year}年{date.month}月{date.day}日"


def _is_exact(cell: Cell) -> bool:
    """Tell whether a cell of a workbook, a number of 15 digits, can hold the value."""
    return cell.value is not None and Decimal(format(float(cell.value), ".15g")) == cell.value


def _width(grid: Grid) -> int:
    return max(stop for row in spread(grid) for _, _, stop in row.own)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in so many characters; Chinese ones are twice as wide."""
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return max(1, -(-wide // max(width - 2, 2)))


def _writable(text: str) -> str:
    """The text without what no XML may hold."""
    return str(_UNWRITABLE.sub("\ufffd", text))

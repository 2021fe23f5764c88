"""Writer: a workbook in the official form, one sheet a report.

Numbers are numbers, empty cells stay empty, and no text can be taken for a formula.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from decimal import Decimal
from io import BytesIO
from typing import IO, Any, NamedTuple, TypeAlias

import regex
import xlsxwriter  # type: ignore[import-untyped]

from govinfo.contracts import Context
from govinfo.document import Grid, GridCell, spread
from govinfo.report import Report
from govinfo.text.width import width_of
from govinfo.writers.printed import Printed, printed
from govinfo.writers.tables import stretched

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
"""Date of creation in every file, so that the same reports give the same bytes."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Options of xlsxwriter: no text of a report becomes a formula, a link or a number, and no file is made on the way."""

MAX_TEXT = 32_767
"""Longest text of a cell in characters (Excel specifications and limits)."""

MAX_NAME = 31
"""Longest name of a sheet in characters (Excel specifications and limits)."""

MAX_HEIGHT = 400
"""Rows are made no higher, in points; Excel allows 409."""

COLUMN = 6
"""Least width of a column in characters; fifteen of them fill a page of A4."""

AIR = 2
"""So many characters a column is wider than a number in it, or a program shows that as 2E+07 or as ###."""

LINE = 16
"""Height of a line in points."""

_A4 = 9
_FORBIDDEN = regex.compile(r"[\[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]")
_PLAIN = regex.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
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


def write(reports: Sequence[Report], stream: IO[bytes], context: Context) -> None:
    """Write reports, each on a sheet of its own; the same reports give the same bytes."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
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
        _SheetWriter(book.add_worksheet(name), printed(report, context.form(report.form)), formats).write()
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

    def __init__(self, sheet: Worksheet, page: Printed, formats: _Formats) -> None:
        self._sheet = sheet
        self._page = page
        self._formats = formats
        tables = [section.table for section in page.sections if section.table]
        self._width = max(map(_width, tables), default=1)
        self._column = max((self._needed(table) for table in tables), default=COLUMN)
        self._row = 0

    def write(self) -> None:
        page, formats = self._page, self._formats
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_column(0, self._width - 1, self._column)
        self._text(page.title, formats.title)
        for line in page.opening:
            self._text(line, formats.text)
        for section in page.sections:
            if section.heading:
                self._text(section.heading, formats.heading)
            for line in section.paragraphs:
                self._text(line, formats.text)
            if section.table:
                self._table(section.table)
        for line in page.closing:
            self._text(line, formats.signature)

    def _needed(self, grid: Grid) -> int:
        """The width of all columns in which the numbers of a table fit."""
        edges = stretched(grid, self._width)
        cells = [(cell.text, edges[stop] - edges[start]) for row in spread(grid) for cell, start, stop in row.own]
        return max([COLUMN, *(-(-(len(text) + AIR) // columns) for text, columns in cells if _is_number(text))])

    def _text(self, text: str, form: Format) -> None:
        """A line of text over the whole width, over several rows where it is too long for one."""
        for start in range(0, len(text), MAX_TEXT):
            piece = text[start : start + MAX_TEXT]
            height = LINE * lines_in(piece, self._width * self._column)
            rows = -(-height // MAX_HEIGHT)
            for row in range(self._row, self._row + rows):
                self._sheet.set_row(row, min(height, MAX_HEIGHT))
            self._sheet.merge_range(self._row, 0, self._row + rows - 1, self._width - 1, "", form)
            self._sheet.write_string(self._row, 0, _writable(piece), form)
            self._row += rows

    def _table(self, grid: Grid) -> None:
        """A table stretched over the whole width."""
        edges = stretched(grid, self._width)
        for row in spread(grid):
            lines = 1
            for cell, start, stop in row.own:
                left, right = edges[start], edges[stop] - 1
                bottom = self._row + cell.rowspan - 1
                if bottom > self._row or right > left:
                    self._sheet.merge_range(self._row, left, bottom, right, "", self._formats.cell)
                self._cell(cell, left)
                if cell.rowspan == 1:
                    lines = max(lines, lines_in(cell.text, (right - left + 1) * self._column))
            self._sheet.set_row(self._row, min(LINE * lines, MAX_HEIGHT))
            self._row += 1

    def _cell(self, cell: GridCell, column: int) -> None:
        form = self._formats.cell
        if _is_number(cell.text):
            self._sheet.write_number(self._row, column, float(cell.text), form)
        else:
            text = _writable(cell.text)[:MAX_TEXT]
            write = self._sheet.write_string if text else self._sheet.write_blank
            write(self._row, column, text, form)


def _is_number(text: str) -> bool:
    """Tell whether a text is a number that a cell of a workbook, which holds 15 digits, can hold."""
    return bool(_PLAIN.fullmatch(text)) and Decimal(format(float(text), ".15g")) == Decimal(text)


def _width(grid: Grid) -> int:
    return max(stop for row in spread(grid) for _, _, stop in row.own)


def lines_in(text: str, width: int) -> int:
    """How many lines a text takes in so many characters; Chinese ones are twice as wide."""
    return max(1, -(-width_of(text) // max(width - 2, 2)))


def _writable(text: str) -> str:
    """The text without what no XML may hold."""
    return str(_UNWRITABLE.sub("\ufffd", text))

"""Sheets of XML spreadsheets as Excel 2002 and 2003 save them (SpreadsheetML 2003), one file of XML.

After "XML Spreadsheet Reference" (Microsoft, 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from lxml import etree

from govinfo.document import Note
from govinfo.errors import SourceError
from govinfo.readers.package import read_xml
from govinfo.readers.workbooks.areas import Area
from govinfo.readers.workbooks.number_format import GENERAL, NumberFormat, number_format, printed
from govinfo.readers.workbooks.rich_text import Run, joined
from govinfo.readers.workbooks.sheet import MAX_CELLS, Sheet, SheetCell, SheetPart, hidden_sheet, place, too_large
from govinfo.readers.workbooks.sheet_xml import MAX_TAGS, NUMBER

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
"""Size of a sheet in later versions, which save this format too (Excel specifications and limits)."""

MIDNIGHT = "T00:00:00.000"
"""End of a date without a time of day."""

_SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_NAMED_FORMATS = {"Percent": "0%"}
"""Formats known by a name that show no plain number; a date has a type of its own."""

_MARKS = frozenset(("sup", "sub"))


class _Style(NamedTuple):
    """What a style says of a cell."""

    form: NumberFormat = number_format(GENERAL)
    framed: bool = False
    struck: bool = False


def sheets(data: bytes) -> Iterator[SheetPart]:
    """Yield the sheets in order.

    Raises:
        SourceError: the file is damaged or a limit is passed.
    """
    tags = data.count(b"<")
    if tags > MAX_TAGS:
        raise too_large(f"{tags} tags")
    root = read_xml(data, "Workbook")
    if root.tag != f"{_SPACE}Workbook":
        raise SourceError("no workbook is in this XML file", "这个XML文件里没有工作簿")
    styles = _styles(root)
    since_1904 = root.find(f"{_EXCEL}ExcelWorkbook/{_EXCEL}Date1904") is not None
    for sheet in root.iterfind(f"{_SPACE}Worksheet"):
        name = sheet.get(f"{_SPACE}Name") or ""
        if sheet.findtext(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible", "SheetVisible") != "SheetVisible":
            yield hidden_sheet(name)
        else:
            yield _SheetReader(name, styles, since_1904=since_1904).read(sheet)


def _styles(root: etree._Element) -> dict[str, _Style]:
    """The styles by id; what one does not say is that of its parent, which stands above it, or of the default one."""
    styles: dict[str, _Style] = {}
    for element in root.iterfind(f"{_SPACE}Styles/{_SPACE}Style"):
        own = styles.get(element.get(f"{_SPACE}Parent") or "Default", _Style())
        borders, font, shown = (element.find(f"{_SPACE}{part}") for part in ("Borders", "Font", "NumberFormat"))
        if borders is not None:
            own = own._replace(framed=any(side.get(f"{_SPACE}LineStyle", "None") != "None" for side in borders))
        if font is not None:
            own = own._replace(struck=font.get(f"{_SPACE}StrikeThrough") == "1")
        code = shown.get(f"{_SPACE}Format") if shown is not None else None
        if code:
            own = own._replace(form=number_format(_NAMED_FORMATS.get(code, code if _is_code(code) else GENERAL)))
        styles[element.get(f"{_SPACE}ID") or ""] = own
    return styles


def _is_code(text: str) -> bool:
    """Tell whether a format is written out, not named as in General Number."""
    return any(char in "0#@?" or not char.isascii() for char in text)


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, name: str, styles: dict[str, _Style], *, since_1904: bool) -> None:
        self._name = name
        self._styles = styles
        self._since_1904 = since_1904
        self._rows: dict[int, dict[int, SheetCell]] = {}
        self._merged: list[Area] = []
        self._notes: list[Note] = []
        self._count = 0

    def read(self, sheet: etree._Element) -> SheetPart:
        table = sheet.find(f"{_SPACE}Table")
        for number, row in _numbered(table, "Row", MAX_ROW):
            self._read_row(row, number)
        cells = dict(sorted(self._rows.items()))
        rows = frozenset(_hidden(table, "Row", MAX_ROW, max(cells, default=0)))
        columns = frozenset(_hidden(table, "Column", MAX_COLUMN, MAX_COLUMN))
        found = Sheet(partial(place, self._name), cells, self._merged, rows, columns)
        return SheetPart(self._name, found, tuple(self._notes))

    def _read_row(self, row: etree._Element, number: int) -> None:
        own = row.get(f"{_SPACE}StyleID") or "Default"
        for column, element in _numbered(row, "Cell", MAX_COLUMN):
            style = self._styles.get(element.get(f"{_SPACE}StyleID") or own, _Style())
            cell = self._content(element, style)
            if style.struck and cell.text:
                self._notes.append(Note("X36", place(self._name, number, column)))
                cell = SheetCell("")
            down, across = _count(element, "MergeDown"), _count(element, "MergeAcross")
            if down or across:
                self._merged.append(Area(number, column, number + down, column + across))
            if cell.text or style.framed:
                self._rows.setdefault(number, {})[column] = cell
                self._count += 1
                if self._count > MAX_CELLS:
                    raise too_large(f"> {MAX_CELLS}")

    def _content(self, element: etree._Element, style: _Style) -> SheetCell:
        data = element.find(f"{_SPACE}Data")
        if data is None:
            formula = element.get(f"{_SPACE}Formula")
            return SheetCell(f"={formula.lstrip('=')}" if formula else "")
        text, pieces = joined(list(_runs(data)))
        kind = data.get(f"{_SPACE}Type")
        if kind == "Number" and NUMBER.fullmatch(text):
            return SheetCell(printed(float(text), style.form, since_1904=self._since_1904))
        if kind == "Boolean":
            return SheetCell("TRUE" if text == "1" else "FALSE")
        return SheetCell(text.removesuffix(MIDNIGHT) if kind == "DateTime" else text, pieces)


def _numbered(parent: etree._Element | None, tag: str, most: int) -> Iterator[tuple[int, etree._Element]]:
    """The rows, columns or cells with their numbers; each stands behind the one before and what that covers."""
    number = 0
    for element in parent.iterfind(f"{_SPACE}{tag}") if parent is not None else ():
        number = _count(element, "Index") or number + 1
        if number > most:
            raise too_large(f"{tag} {number}")
        yield number, element
        number += _count(element, "MergeAcross" if tag == "Cell" else "Span")


def _hidden(parent: etree._Element | None, tag: str, most: int, last: int) -> Iterator[int]:
    """The numbers of hidden rows or columns up to the last that counts."""
    for number, element in _numbered(parent, tag, most):
        if element.get(f"{_SPACE}Hidden") == "1":
            yield from range(number, min(number + _count(element, "Span"), last) + 1)


def _count(element: etree._Element, name: str) -> int:
    """A number of an attribute; 0 where there is none."""
    text = element.get(f"{_SPACE}{name}") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 7 else 0


def _runs(data: etree._Element) -> Iterator[Run]:
    """The runs of a text, whose looks are marked up as in web pages."""
    open_tags: list[str] = []
    for event, part in etree.iterwalk(data, events=("start", "end")):
        if event == "start":
            open_tags.append(str(part.tag).rpartition("}")[2].lower())
            text = part.text
        else:
            open_tags.pop()
            text = part.tail if part is not data else None
        if text:
            yield Run(text, mark=bool(_MARKS & set(open_tags)), struck="s" in open_tags)

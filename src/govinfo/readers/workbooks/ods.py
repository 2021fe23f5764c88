"""Sheets of OpenDocument spreadsheets (ods), read from the parts of the package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import regex
from lxml import etree

from govinfo.document import Note
from govinfo.errors import SourceError
from govinfo.readers.package import Package
from govinfo.readers.workbooks.areas import Area
from govinfo.readers.workbooks.number_format import plain
from govinfo.readers.workbooks.rich_text import Run, joined
from govinfo.readers.workbooks.sheet import MAX_CELLS, Sheet, SheetCell, SheetPart, hidden_sheet, place, too_large
from govinfo.readers.workbooks.sheet_xml import NUMBER, bounded_xml

MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
"""Media type of spreadsheets and, with an ending, of their templates (OpenDocument 1.3, part 2, 3.1)."""

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""Size of a sheet in LibreOffice, which fills it up with empty rows and columns."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_BORDERS = tuple(f"{_FO}border{side}" for side in ("", "-top", "-bottom", "-left", "-right"))
_GROUPED = regex.compile(r"[+-]?[0-9, ]*\.?[0-9]+%?")


class _Style(NamedTuple):
    """What a style says of a cell or of a run of characters; of striking out it may say nothing."""

    framed: bool = False
    struck: bool | None = None
    raised: bool = False
    shown: bool = True


def is_spreadsheet(package: Package) -> bool:
    """Tell whether a package is an OpenDocument spreadsheet."""
    return "mimetype" in package.names and package.read("mimetype").startswith(MEDIA_TYPE)


def sheets(package: Package) -> Iterator[SheetPart]:
    """Yield the sheets in order.

    Raises:
        SourceError: the file is encrypted or damaged, or a limit is passed.
    """
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.read(manifest):
        raise SourceError("the file is encrypted; save it without a password", "文件已加密；请取消密码后另存")
    root = bounded_xml(package, "content.xml")
    styles = {element.get(f"{_STYLE}name"): _style(element) for element in root.iter(f"{_STYLE}style")}
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        name = table.get(f"{_TABLE}name") or ""
        if styles.get(table.get(f"{_TABLE}style-name"), _Style()).shown:
            yield _SheetReader(name, styles).read(table)
        else:
            yield hidden_sheet(name)


def _style(element: etree._Element) -> _Style:
    cell, text, table = (element.find(f"{_STYLE}{kind}-properties") for kind in ("table-cell", "text", "table"))
    framed = cell is not None and any(cell.get(side, "none") != "none" for side in _BORDERS)
    lines = [text.get(f"{_STYLE}text-line-through-{kind}") for kind in ("style", "type")] if text is not None else []
    given = [line for line in lines if line is not None]
    struck = any(line != "none" for line in given) if given else None
    position = (text.get(f"{_STYLE}text-position") or "") if text is not None else ""
    raised = bool(position) and not position.startswith("0%")
    return _Style(framed, struck, raised, table is None or table.get(f"{_TABLE}display") != "false")


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, name: str, styles: dict[str | None, _Style]) -> None:
        self._name = name
        self._styles = styles
        self._rows: dict[int, dict[int, SheetCell]] = {}
        self._merged: list[Area] = []
        self._struck: list[Note] = []
        self._count = 0

    def read(self, table: etree._Element) -> SheetPart:
        number = 1
        hidden: list[tuple[int, int]] = []
        for row in table.iter(f"{_TABLE}table-row"):
            times = _count(row, "number-rows-repeated")
            cells = self._read_row(row, number)
            if cells:
                self._count += times * len(cells)
                if self._count > MAX_CELLS:
                    raise too_large(f"> {MAX_CELLS}")
                self._rows |= dict.fromkeys(range(number, number + times), cells)
            if _is_hidden(row):
                hidden.append((number, number + times))
            number += times
            if number > MAX_ROWS + 1:
                raise too_large(f"> {MAX_ROWS}")
        last = max(self._rows, default=0)
        rows = frozenset(row for start, stop in hidden for row in range(start, min(stop, last + 1)))
        columns = frozenset(_hidden_columns(table))
        sheet = Sheet(partial(place, self._name), self._rows, self._merged, rows, columns)
        return SheetPart(self._name, sheet, tuple(self._struck))

    def _read_row(self, row: etree._Element, number: int) -> dict[int, SheetCell]:
        """The cells of a row; equal ones that follow each other are stored once."""
        cells: dict[int, SheetCell] = {}
        column = 1
        for element in row:
            if element.tag not in _CELLS:
                continue
            times = _count(element, "number-columns-repeated")
            cell = self._cell(element, number, column)
            if cell is not None:
                if times > MAX_CELLS:
                    raise too_large(f"> {MAX_CELLS}")
                cells |= dict.fromkeys(range(column, column + times), cell)
            down, across = _count(element, "number-rows-spanned"), _count(element, "number-columns-spanned")
            if down > 1 or across > 1:
                self._merged.append(Area(number, column, number + down - 1, column + across - 1))
            column += times
        return cells

    def _cell(self, element: etree._Element, row: int, column: int) -> SheetCell | None:
        """The content of a cell; None for an empty one without border."""
        style = self._styles.get(element.get(f"{_TABLE}style-name"), _Style())
        empty = SheetCell("") if style.framed else None
        if not len(element):
            formula = element.get(f"{_TABLE}formula")
            return SheetCell(formula[formula.find("=") :]) if formula and "=" in formula else empty
        text, pieces = self._content(element, style)
        if not text.strip():
            if style.struck and "".join(element.itertext()).strip():
                self._struck.append(Note("X36", place(self._name, row, column)))
            return empty
        kind = element.get(f"{_OFFICE}value-type")
        if kind in {"float", "currency"}:
            return SheetCell(_number(element.get(f"{_OFFICE}value") or "", text))
        return SheetCell(text, pieces)

    def _content(self, element: etree._Element, style: _Style) -> tuple[str, bool]:
        """The text that a cell shows, its paragraphs separated by line feeds."""
        lines = []
        several = False
        for paragraph in element.iterfind(f"{_TEXT}p"):
            text, pieces = joined(list(self._runs(paragraph, style)))
            lines.append(text)
            several = several or pieces
        return "\n".join(lines), several

    def _runs(self, element: etree._Element, style: _Style) -> Iterator[Run]:
        """The runs of a paragraph; notes, drawings and the like are no part of it."""
        open_parts: list[tuple[etree._Element, _Style]] = [(element, style)]
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, part in walk:
            if part is element:
                yield from _run(part.text if event == "start" else None, style)
                continue
            if event == "end":
                if open_parts[-1][0] is part:
                    open_parts.pop()
                yield from _run(part.tail, open_parts[-1][1])
            elif part.tag == f"{_TEXT}s":
                yield from _run(" " * min(_count(part, "c", _TEXT), 100), open_parts[-1][1])
            elif part.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
                yield from _run("\n" if part.tag.endswith("k") else "\t", open_parts[-1][1])
            elif part.tag in {f"{_TEXT}span", f"{_TEXT}a"}:
                own = self._styles.get(part.get(f"{_TEXT}style-name"), _Style())
                above = open_parts[-1][1]
                merged = own._replace(
                    struck=above.struck if own.struck is None else own.struck, raised=own.raised or above.raised
                )
                open_parts.append((part, merged))
                yield from _run(part.text, merged)
            else:
                walk.skip_subtree()


def _run(text: str | None, style: _Style) -> Iterator[Run]:
    if text:
        yield Run(text, mark=style.raised, struck=bool(style.struck))


def _number(value: str, shown: str) -> str:
    """The text of a number cell: the stored number, or what is shown where that is more than the number.

    What is shown beside the number (a unit) counts only with the number itself, not one rounded or scaled.
    """
    if not NUMBER.fullmatch(value):
        return shown
    stored = plain(float(value))
    if _GROUPED.fullmatch(shown.strip()) and not shown.endswith("%"):
        return stored
    digits = shown.replace(",", "")
    if stored in regex.findall(r"-?[0-9]+(?:\.[0-9]+)?", digits):
        return digits.strip()
    return stored if not any(char.isalnum() for char in shown) else f"{stored} [{shown}]"


def _count(element: etree._Element, name: str, space: str = _TABLE) -> int:
    """A number of an attribute; 1 where there is none."""
    text = element.get(f"{space}{name}") or ""
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 7 else 1


def _is_hidden(element: etree._Element) -> bool:
    return element.get(f"{_TABLE}visibility", "visible") != "visible"


def _hidden_columns(table: etree._Element) -> Iterator[int]:
    number = 1
    for column in table.iter(f"{_TABLE}table-column"):
        stop = min(number + _count(column, "number-columns-repeated"), MAX_COLUMNS + 1)
        if _is_hidden(column):
            yield from range(number, stop)
        number = stop

"""Sheets of Office Open XML workbooks (xlsx, xlsm), read from the parts of the package.

Only what is stored is read: a formula without a stored result shows itself, and so does an error.  Programs that
do not calculate store none, or 0, and have the workbook calculated when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

import attrs
import regex
from lxml import etree

from govinfo.document import Note
from govinfo.errors import SourceError
from govinfo.readers.package import Package
from govinfo.readers.workbooks.drawings import drawn_on
from govinfo.readers.workbooks.formulas import UNKNOWN
from govinfo.readers.workbooks.number_format import BUILT_IN, GENERAL, NumberFormat, number_format, printed
from govinfo.readers.workbooks.rich_text import Run, joined
from govinfo.readers.workbooks.sheet import MAX_CELLS, Area, Sheet, SheetCell, SheetPart, hidden_sheet, place, too_large
from govinfo.readers.workbooks.sheet_xml import bounded_xml, relations_of

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
"""Size of a sheet (ECMA-376-1, 18.3.1.73 and 18.18.7)."""

_ESCAPED = regex.compile(r"_x([0-9A-Fa-f]{4})_")
_NUMBER = regex.compile(r"[+-]?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?")
_TRUE = frozenset(("1", "true", "on"))
_TEXTS = frozenset(("s", "inlineStr"))
_EMPTY = SheetCell("")


class _Style(NamedTuple):
    """What the style of a cell says of its content."""

    form: NumberFormat
    framed: bool
    struck: bool


_UNSTYLED = _Style(number_format(GENERAL), framed=False, struck=False)


def workbook_part(package: Package) -> str | None:
    """The name of the part with the workbook; None if the package holds something else.

    Raises:
        SourceError: it is a binary workbook.
    """
    if "_rels/.rels" not in package.names:
        return None
    for kind, target in relations_of(package, "").values():
        if kind == "officeDocument" and target.endswith("workbook.bin"):
            raise SourceError(
                "this is a binary workbook (xlsb); open it and save it as xlsx",
                "这是二进制工作簿（xlsb）；请打开后另存为xlsx",
            )
        if kind == "officeDocument" and target in package.names and target.endswith(".xml"):
            return target if etree.QName(bounded_xml(package, target)).localname == "workbook" else None
    return None


def sheets(package: Package, part: str) -> Iterator[SheetPart]:
    """Yield the sheets of a workbook in order.

    Raises:
        SourceError: a part is damaged or a limit is passed.
    """
    root = bounded_xml(package, part)
    relations = relations_of(package, part)
    by_kind = dict(relations.values())
    strings = _Strings(package, by_kind.get("sharedStrings"))
    styles = _styles(package, by_kind.get("styles"))
    since_1904 = any(_is_true(entry.get("date1904")) for entry in root.iterfind("{*}workbookPr"))
    due = any(_is_true(entry.get("fullCalcOnLoad")) for entry in root.iterfind("{*}calcPr"))
    for entry in root.iterfind("{*}sheets/{*}sheet"):
        name = entry.get("name") or ""
        identifier = next((value for key, value in entry.items() if key.endswith("}id")), "")
        kind, target = relations.get(identifier, ("", ""))
        if kind != "worksheet":
            continue
        if entry.get("state", "visible") != "visible":
            yield hidden_sheet(name)
            continue
        reader = _SheetReader(name, strings, styles, since_1904=since_1904, due=due)
        found = reader.read(bounded_xml(package, target))
        drawings = [path for kind, path in relations_of(package, target).values() if kind == "drawing"]
        if drawings and found.sheet is not None:
            drawn = tuple(drawn_on(package, drawings, name))
            found = found._replace(sheet=attrs.evolve(found.sheet, drawn=drawn))
        yield found


class _Strings:
    """The texts that cells refer to by number."""

    def __init__(self, package: Package, part: str | None) -> None:
        listed = part is not None and part in package.names
        self._items = list(bounded_xml(package, part).iterfind("{*}si")) if part is not None and listed else []
        self._texts: dict[tuple[int, bool], SheetCell] = {}

    def __len__(self) -> int:
        return len(self._items)

    def text(self, number: int, *, struck: bool) -> SheetCell:
        """The text as it looks in a cell whose own font is struck out or not."""
        if (number, struck) not in self._texts:
            self._texts[number, struck] = _rich(self._items[number], struck=struck)
        return self._texts[number, struck]


def _rich(item: etree._Element, *, struck: bool) -> SheetCell:
    """The text of a string item; a phonetic guide is no part of it, runs without a font have that of the cell."""
    runs = []
    for part in item:
        tag = str(part.tag).rpartition("}")[2]
        if tag == "t":
            runs.append(Run(_unescaped(part.text), struck=struck))
        elif tag == "r":
            text = "".join(_unescaped(piece.text) for piece in part.iterfind("{*}t"))
            font = part.find("{*}rPr")
            raised = font.find("{*}vertAlign") if font is not None else None
            mark = raised is not None and raised.get("val") != "baseline"
            runs.append(Run(text, mark, _is_on(font.find("{*}strike")) if font is not None else struck))
    return SheetCell(*joined(runs))


def _unescaped(text: str | None) -> str:
    """A text with its escaped characters resolved (ECMA-376-1, 22.9.2.19 ST_Xstring)."""
    if not text or "_x" not in text:
        return text or ""
    return str(
        _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if not 0xD800 <= int(match[1], 16) < 0xE000 else "", text)
    )


def _is_number(text: str | None) -> bool:
    return text is not None and text.isascii() and text.isdigit() and len(text) <= 7


def _is_true(value: str | None) -> bool:
    return value in _TRUE


def _is_on(flag: etree._Element | None) -> bool:
    return flag is not None and (flag.get("val") is None or _is_true(flag.get("val")))


def _styles(package: Package, part: str | None) -> list[_Style]:
    """The styles that cells refer to by number."""
    if part is None or part not in package.names:
        return []
    root = bounded_xml(package, part)
    codes = {entry.get("numFmtId"): entry.get("formatCode") or "" for entry in root.iterfind("{*}numFmts/{*}numFmt")}
    codes = {**{str(number): code for number, code in BUILT_IN.items()}, **codes}
    framed = [
        any(side.get("style", "none") != "none" for side in border) for border in root.iterfind("{*}borders/{*}border")
    ]
    struck = [_is_on(font.find("{*}strike")) for font in root.iterfind("{*}fonts/{*}font")]
    return [
        _Style(
            number_format(codes.get(entry.get("numFmtId"), GENERAL)),
            framed=_flag(framed, entry.get("borderId")),
            struck=_flag(struck, entry.get("fontId")),
        )
        for entry in root.iterfind("{*}cellXfs/{*}xf")
    ]


def _flag(flags: list[bool], number: str | None) -> bool:
    return number is not None and _is_number(number) and int(number) < len(flags) and flags[int(number)]


def _reference(text: str | None) -> tuple[int, int] | None:
    """Row and column of a reference such as C4; None for none or one that no sheet has."""
    if not text:
        return None
    letters = text.rstrip("0123456789")
    column = _column(letters)
    row = int(text[len(letters) :]) if column and 0 < len(text) - len(letters) <= 7 else 0
    return (row, column) if 1 <= row <= MAX_ROW and column else None


@lru_cache(maxsize=MAX_COLUMN)
def _column(letters: str) -> int:
    """The number of a column; 0 for what is none."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        return 0
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column if column <= MAX_COLUMN else 0


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, name: str, strings: _Strings, styles: list[_Style], *, since_1904: bool, due: bool) -> None:
        self._name = name
        self._strings = strings
        self._styles = {str(number): style for number, style in enumerate(styles)}
        self._unstyled = styles[0] if styles else _UNSTYLED
        self._since_1904 = since_1904
        self._no_results = ("", "0") if due else ("",)
        self._rows: dict[int, dict[int, SheetCell]] = {}
        self._notes: list[Note] = []
        self._count = 0

    def read(self, root: etree._Element) -> SheetPart:
        space = str(root.tag).rpartition("}")[0]
        self._cell, self._value, self._formula, self._inline = (f"{space}}}{tag}" for tag in ("c", "v", "f", "is"))
        hidden_rows = set()
        number = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            number = self._number(row.get("r"), number)
            self._read_row(row, number)
            if _is_true(row.get("hidden")):
                hidden_rows.add(number)
        hidden_columns = frozenset(_hidden_columns(root))
        rows = dict(sorted(self._rows.items()))
        areas = tuple(_areas(root))
        sheet = Sheet(partial(place, self._name), rows, areas, frozenset(hidden_rows), hidden_columns)
        return SheetPart(self._name, sheet, tuple(self._notes))

    @staticmethod
    def _number(text: str | None, before: int) -> int:
        number = int(text) if text is not None and _is_number(text) else before + 1
        if number > MAX_ROW:
            raise too_large(str(number))
        return number

    def _read_row(self, row: etree._Element, number: int) -> None:
        cells: dict[int, SheetCell] = {}
        column, tail = 0, str(number)
        for element in row:
            if element.tag != self._cell:
                continue
            column = _column((element.get("r") or "").removesuffix(tail)) or column + 1
            style = self._styles.get(element.get("s") or "", self._unstyled)
            if len(element):
                cell = self._content(element, style)
                if style.struck and not (cell.text and element.get("t") in _TEXTS):
                    self._notes.append(Note("X36", place(self._name, number, column)))
                    cell = _EMPTY
                if cell.text:
                    cells[column] = cell
                    continue
            if style.framed:
                cells[column] = _EMPTY
        self._count += len(cells)
        if self._count > MAX_CELLS:
            raise too_large(f"> {MAX_CELLS}")
        if cells:
            self._rows.setdefault(number, {}).update(cells)

    def _content(self, element: etree._Element, style: _Style) -> SheetCell:
        value, formula = "", None
        for part in element:
            if part.tag == self._value:
                value = part.text or ""
            elif part.tag == self._formula:
                formula = part.text or ""
            elif part.tag == self._inline:
                return _rich(part, struck=style.struck)
        kind = element.get("t", "n")
        if formula is not None and kind != "str" and value in self._no_results:
            return SheetCell(f"={formula or UNKNOWN}")
        return self._shown(value, kind, style) if value else _EMPTY

    def _shown(self, value: str, kind: str, style: _Style) -> SheetCell:
        if kind == "n":
            return SheetCell(self._number_text(value, style))
        if kind == "s":
            if not (_is_number(value) and int(value) < len(self._strings)):
                raise SourceError(
                    f"the sheet {self._name} refers to a text that the workbook does not have; save it again",
                    f"工作表“{self._name}”引用了不存在的文字；请用办公软件重新保存",
                )
            return self._strings.text(int(value), struck=style.struck)
        if kind == "b":
            return SheetCell("TRUE" if _is_true(value) else "FALSE")
        return SheetCell(_unescaped(value))

    def _number_text(self, value: str, style: _Style) -> str:
        if style.form.plain and value.isascii() and value.isdigit() and (value[0] != "0" or value == "0"):
            return value
        if not _NUMBER.fullmatch(value):
            return value
        return printed(float(value), style.form, since_1904=self._since_1904)


def _hidden_columns(root: etree._Element) -> Iterator[int]:
    """The hidden columns; the runs in which they are listed ascend."""
    done = 0
    for entry in root.iterfind("{*}cols/{*}col"):
        first, last = entry.get("min", ""), entry.get("max", "")
        if _is_true(entry.get("hidden")) and _is_number(first) and _is_number(last):
            stop = min(int(last), MAX_COLUMN)
            yield from range(max(int(first), done + 1), stop + 1)
            done = max(done, stop)


def _areas(root: etree._Element) -> Iterator[Area]:
    for entry in root.iterfind("{*}mergeCells/{*}mergeCell"):
        corners = [_reference(corner) for corner in (entry.get("ref") or "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            yield Area(*corners[0], *corners[1])

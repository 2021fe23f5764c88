"""A sheet of an Office Open XML workbook.

Only what is stored is read: a formula without a stored result shows itself, and so does an error.  Programs that
do not calculate store none, or 0, and have the workbook calculated when it is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache, partial

from lxml import etree

from govinfo.document import Note
from govinfo.errors import SourceError
from govinfo.readers.package import read_xml
from govinfo.readers.workbooks.areas import Area
from govinfo.readers.workbooks.formulas import UNKNOWN
from govinfo.readers.workbooks.number_format import printed
from govinfo.readers.workbooks.ooxml_looks import UNSTYLED, Strings, Style, is_number, is_true, rich, unescaped
from govinfo.readers.workbooks.ooxml_usual import WrittenRow, without_cells
from govinfo.readers.workbooks.sheet import MAX_CELLS, Sheet, SheetCell, SheetPart, place, too_large
from govinfo.readers.workbooks.sheet_xml import NUMBER

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
"""Size of a sheet (ECMA-376-1, 18.3.1.73 and 18.18.7)."""

_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_TEXTS = frozenset(("s", "inlineStr"))
_EMPTY = SheetCell("")


@lru_cache(maxsize=MAX_COLUMN)
def _column(letters: str) -> int:
    """The number of a column; 0 for what is none."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        return 0
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column if column <= MAX_COLUMN else 0


def _space(root: etree._Element) -> str:
    """The namespace of a sheet, in front of names."""
    return str(root.tag).rpartition("}")[0] + "}"


def _parsed(markup: bytes, part: str, *, due: bool) -> tuple[etree._Element, Sequence[WrittenRow] | None]:
    """The root of a sheet, and the rows that were read by patterns; None where they are still in it.

    Patterns do not tell the results of formulas from other values; where they are `due`, all cells are parsed.
    """
    cut = None if due and b"<f" in markup else without_cells(markup)
    if cut is not None:
        with suppress(SourceError):
            root = read_xml(cut.markup, part)
            encoding = root.getroottree().docinfo.encoding or "UTF-8"
            if root.find(f"{_space(root)}sheetData") is not None and encoding.upper() == "UTF-8":
                return root, cut.rows
    return read_xml(markup, part), None


def _rows_of(root: etree._Element) -> Iterator[WrittenRow]:
    cell = f"{_space(root)}c"
    for row in root.iterfind("{*}sheetData/{*}row"):
        cells = (
            (child.get("r") or "", child.get("s"), child.get("t"), child if len(child) else None)
            for child in row
            if child.tag == cell
        )
        yield WrittenRow(row.get("r"), row.get("hidden"), cells)


class SheetReader:
    """Reads one sheet."""

    def __init__(self, name: str, strings: Strings, styles: list[Style], *, since_1904: bool, due: bool) -> None:
        self._name = name
        self._strings = strings
        self._styles: dict[str | None, Style] = {str(number): style for number, style in enumerate(styles)}
        self._unstyled = styles[0] if styles else UNSTYLED
        self._since_1904 = since_1904
        self._due = due
        self._no_results = ("", "0") if due else ("",)
        self._rows: dict[int, dict[int, SheetCell]] = {}
        self._notes: list[Note] = []
        self._count = 0

    def read(self, markup: bytes, part: str) -> SheetPart:
        """Read the markup of a part.

        Raises:
            SourceError: it is damaged or a limit is passed.
        """
        root, plain = _parsed(markup, part, due=self._due)
        space = _space(root)
        self._value, self._formula, self._inline = (f"{space}{tag}" for tag in ("v", "f", "is"))
        hidden_rows = set()
        number = 0
        for row in _rows_of(root) if plain is None else plain:
            number = self._number(row.number, number)
            self._read_row(row, number)
            if is_true(row.hidden):
                hidden_rows.add(number)
        hidden_columns = frozenset(_hidden_columns(root))
        rows = dict(sorted(self._rows.items()))
        areas = tuple(_areas(root))
        sheet = Sheet(partial(place, self._name), rows, areas, frozenset(hidden_rows), hidden_columns)
        return SheetPart(self._name, sheet, tuple(self._notes))

    @staticmethod
    def _number(text: str | None, before: int) -> int:
        number = int(text) if text is not None and is_number(text) else before + 1
        if number > MAX_ROW:
            raise too_large(str(number))
        return number

    def _read_row(self, row: WrittenRow, number: int) -> None:
        cells: dict[int, SheetCell] = {}
        column, tail = 0, str(number)
        for reference, style_number, kind, content in row.cells:
            column = _column(reference.removesuffix(tail)) or column + 1
            style = self._styles.get(style_number, self._unstyled)
            if content is not None:
                cell = self._content(content, "n" if kind is None else kind, style)
                if style.struck and not (cell.text and kind in _TEXTS):
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

    def _content(self, content: Iterable[etree._Element] | str, kind: str, style: Style) -> SheetCell:
        value, formula = content if isinstance(content, str) else "", None
        for part in () if isinstance(content, str) else content:
            if part.tag == self._value:
                value = part.text or ""
            elif part.tag == self._formula:
                formula = part.text or ""
            elif part.tag == self._inline:
                return rich(part, struck=style.struck)
        if formula is not None and kind != "str" and value in self._no_results:
            return SheetCell(f"={formula or UNKNOWN}")
        return self._shown(value, kind, style) if value else _EMPTY

    def _shown(self, value: str, kind: str, style: Style) -> SheetCell:
        if kind == "n":
            return SheetCell(self._number_text(value, style))
        if kind == "s":
            if not (is_number(value) and int(value) < len(self._strings)):
                raise SourceError(
                    f"the sheet {self._name} refers to a text that the workbook does not have; save it again",
                    f"工作表“{self._name}”引用了不存在的文字；请用办公软件重新保存",
                )
            return self._strings.text(int(value), struck=style.struck)
        if kind == "b":
            return SheetCell("TRUE" if is_true(value) else "FALSE")
        return SheetCell(unescaped(value))

    def _number_text(self, value: str, style: Style) -> str:
        if style.form.plain and value.isascii() and value.isdigit() and (value[0] != "0" or value == "0"):
            return value
        if not NUMBER.fullmatch(value):
            return value
        return printed(float(value), style.form, since_1904=self._since_1904)


def _hidden_columns(root: etree._Element) -> Iterator[int]:
    """The hidden columns; the runs in which they are listed ascend."""
    done = 0
    for entry in root.iterfind("{*}cols/{*}col"):
        first, last = entry.get("min", ""), entry.get("max", "")
        if is_true(entry.get("hidden")) and is_number(first) and is_number(last):
            stop = min(int(last), MAX_COLUMN)
            yield from range(max(int(first), done + 1), stop + 1)
            done = max(done, stop)


def _areas(root: etree._Element) -> Iterator[Area]:
    for entry in root.iterfind("{*}mergeCells/{*}mergeCell"):
        found = _AREA.fullmatch(entry.get("ref") or "")
        if found is not None:
            left, top, right, bottom = found.groups()
            area = Area(int(top), _column(left), int(bottom), _column(right))
            if 1 <= area.top <= MAX_ROW and 1 <= area.bottom <= MAX_ROW and area.left and area.right:
                yield area

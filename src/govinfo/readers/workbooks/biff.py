"""Sheets of Excel 97 workbooks (xls, and et of WPS Office)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from govinfo.document import Note
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.compound import compound
from govinfo.readers.workbooks import biff_records as biff
from govinfo.readers.workbooks.areas import Area
from govinfo.readers.workbooks.formulas import UNKNOWN, is_calculation
from govinfo.readers.workbooks.number_format import BUILT_IN, GENERAL, NumberFormat, number_format, printed
from govinfo.readers.workbooks.rich_text import Run, joined
from govinfo.readers.workbooks.sheet import MAX_CELLS, Sheet, SheetCell, SheetPart, hidden_sheet, place, too_large

_BIFF8 = 0x0600
_WORKSHEET = 0
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 1
_LAST_COLUMN = 255
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Error values (2.5.10 Bes)."""


class _Font(NamedTuple):
    struck: bool = False
    raised: bool = False


class _Style(NamedTuple):
    form: NumberFormat
    framed: bool
    font: int


class _Globals:
    """What all sheets of a workbook share."""

    def __init__(self, records: Iterator[biff.Record]) -> None:
        self.bound: list[tuple[int, bool, int, str]] = []
        self.texts: list[biff.RichText] = []
        self.since_1904 = False
        self._fonts: list[_Font] = []
        self._styles: list[tuple[int, int, bool]] = []
        self._codes = dict(BUILT_IN)
        for record in records:
            self._read(record)
        self.styles = [
            _Style(number_format(self._codes.get(code, GENERAL)), framed, font) for font, code, framed in self._styles
        ]

    def _read(self, record: biff.Record) -> None:
        data = record.data
        if record.kind == biff.FILEPASS:
            raise SourceError("the workbook is encrypted; save it without a password", "工作簿已加密；请取消密码后另存")
        if record.kind == biff.BOUNDSHEET:
            offset, hidden, kind = struct.unpack_from("<IBB", data)
            self.bound.append((offset, bool(hidden & 3), kind, biff.short_text(data[6:])))
        elif record.kind == biff.DATEMODE:
            self.since_1904 = data[:1] == b"\x01"
        elif record.kind == biff.FONT:
            options, escapement = struct.unpack_from("<2xH4xH", data)
            self._fonts.append(_Font(bool(options & 8), escapement != 0))
        elif record.kind == biff.FORMAT:
            self._codes[struct.unpack_from("<H", data)[0]] = biff.text_of(record, 2).text
        elif record.kind == biff.XF:
            font, code, border = struct.unpack_from("<HH6xH", data)
            self._styles.append((font, code, border != 0))
        elif record.kind == biff.SST:
            self.texts = list(biff.shared_texts(record))

    def font(self, number: int) -> _Font:
        """A font by its number; none has the number 4 (2.5.129 FontIndex)."""
        index = number - (number > 4)
        return self._fonts[index] if index < len(self._fonts) else _Font()

    def style(self, number: int) -> _Style:
        return (
            self.styles[number] if number < len(self.styles) else _Style(number_format(GENERAL), framed=False, font=0)
        )


def sheets(stream: bytes) -> Iterator[SheetPart]:
    """Yield the sheets of a workbook in order.

    Raises:
        SourceError: it is encrypted, damaged, older than Excel 97, or over a limit.
    """
    records = biff.Records(stream)
    version = records.version(0)
    if version != _BIFF8:
        raise SourceError(
            "the workbook is of a version before Excel 97; open it and save it as xlsx",
            "工作簿的版本早于Excel 97；请打开后另存为xlsx",
        )
    try:
        shared = _Globals(records.substream(0))
        for offset, hidden, kind, name in shared.bound:
            if kind != _WORKSHEET:
                continue
            if hidden:
                yield hidden_sheet(name)
            else:
                yield _SheetReader(name, shared).read(records.substream(offset))
    except (struct.error, IndexError) as error:
        raise biff.damaged("record") from error


def workbook_stream(data: bytes) -> bytes:
    """The stream of an OLE file that holds the workbook.

    Raises:
        UnsupportedFormat: there is none.
        SourceError: the file is encrypted or damaged.
    """
    container = compound(data)
    names = container.names()
    if "EncryptedPackage" in names:
        raise SourceError("the file is encrypted; save it without a password", "文件已加密；请取消密码后另存")
    for name in ("Workbook", "Book"):
        if name in names:
            return container.stream(name)
    raise UnsupportedFormat("no workbook is in this OLE file", "这个文件不是工作簿")


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, name: str, shared: _Globals) -> None:
        self._name = name
        self._shared = shared
        self._rows: dict[int, dict[int, SheetCell]] = {}
        self._merged: list[Area] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._notes: list[Note] = []
        self._count = 0
        self._result: tuple[int, int, int] | None = None

    def read(self, records: Iterator[biff.Record]) -> SheetPart:
        for record in records:
            self._read(record)
        sheet = Sheet(
            partial(place, self._name),
            dict(sorted(self._rows.items())),
            self._merged,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
        )
        return SheetPart(self._name, sheet, tuple(self._notes))

    def _read(self, record: biff.Record) -> None:
        if record.kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", record.data)
            _CELLS[record.kind](self, record, row, column, style)
        elif record.kind in _OTHERS:
            _OTHERS[record.kind](self, record)

    def _result_text(self, record: biff.Record) -> None:
        if self._result:
            self._text(*self._result, biff.text_of(record, 0))
            self._result = None

    def _numbers(self, record: biff.Record) -> None:
        row, column = struct.unpack_from("<HH", record.data)
        cells = record.data[4 : 4 + (len(record.data) - 6) // 6 * 6]
        for step, (style, number) in enumerate(struct.iter_unpack("<HI", cells)):
            self._number(row, column + step, style, _rk(number))

    def _blanks(self, record: biff.Record) -> None:
        row, column = struct.unpack_from("<HH", record.data)
        cells = record.data[4 : 4 + (len(record.data) - 6) // 2 * 2]
        for step, (style,) in enumerate(struct.iter_unpack("<H", cells)):
            self._set(row, column + step, style, "")

    def _row(self, record: biff.Record) -> None:
        row, options = struct.unpack_from("<H10xI", record.data)
        if options & _HIDDEN_ROW:
            self._hidden_rows.add(row + 1)

    def _columns(self, record: biff.Record) -> None:
        first, last, options = struct.unpack_from("<HH4xH", record.data)
        if options & _HIDDEN_COLUMN:
            begin = max(first, max(self._hidden_columns, default=0))
            self._hidden_columns.update(range(begin + 1, min(last, _LAST_COLUMN) + 2))

    def _areas(self, record: biff.Record) -> None:
        areas = record.data[2 : 2 + (len(record.data) - 2) // 8 * 8]
        for top, bottom, left, right in struct.iter_unpack("<HHHH", areas):
            self._merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))

    def _set(self, row: int, column: int, style: int, text: str) -> None:
        """Keep a cell whose content has the font of its style."""
        if text and self._shared.font(self._shared.style(style).font).struck:
            self._notes.append(Note("X36", place(self._name, row + 1, column + 1)))
            text = ""
        self._keep(row, column, style, SheetCell(text))

    def _keep(self, row: int, column: int, style: int, cell: SheetCell) -> None:
        if cell.text or self._shared.style(style).framed:
            self._rows.setdefault(row + 1, {})[column + 1] = cell
            self._count += 1
            if self._count > MAX_CELLS:
                raise too_large(f"> {MAX_CELLS}")

    def _number(self, row: int, column: int, style: int, number: float) -> None:
        form = self._shared.style(style).form
        self._set(row, column, style, printed(number, form, since_1904=self._shared.since_1904))

    def _text(self, row: int, column: int, style: int, text: biff.RichText) -> None:
        if not text.fonts:
            self._set(row, column, style, text.text)
            return
        starts = [(0, self._shared.style(style).font), *text.fonts, (len(text.text), 0)]
        runs = []
        for (start, number), (stop, _) in pairwise(starts):
            font = self._shared.font(number)
            if stop > start:
                runs.append(Run(text.text[start:stop], mark=font.raised, struck=font.struck))
        self._keep(row, column, style, SheetCell(*joined(runs)))

    def _stored_number(self, record: biff.Record, row: int, column: int, style: int) -> None:
        self._number(row, column, style, struct.unpack_from("<d", record.data, 6)[0])

    def _short_number(self, record: biff.Record, row: int, column: int, style: int) -> None:
        self._number(row, column, style, _rk(struct.unpack_from("<I", record.data, 6)[0]))

    def _shared_text(self, record: biff.Record, row: int, column: int, style: int) -> None:
        self._text(row, column, style, self._shared.texts[struct.unpack_from("<I", record.data, 6)[0]])

    def _own_text(self, record: biff.Record, row: int, column: int, style: int) -> None:
        self._text(row, column, style, biff.text_of(record, 6))

    def _blank(self, _record: biff.Record, row: int, column: int, style: int) -> None:
        self._set(row, column, style, "")

    def _truth(self, record: biff.Record, row: int, column: int, style: int) -> None:
        self._set(row, column, style, _truth_text(record.data[6], error=record.data[7] != 0))

    def _formula(self, record: biff.Record, row: int, column: int, style: int) -> None:
        """A formula with its stored result (2.5.133 FormulaValue); a text stands in the next record."""
        result = record.data[6:14]
        if result[6:8] != b"\xff\xff":
            self._stored_number(record, row, column, style)
        elif result[0] == 0:
            self._result = (row, column, style)
        else:
            text = "" if result[0] > 2 else _truth_text(result[2], error=result[0] == 2)
            if not text and is_calculation(record.data[22:]):
                text = f"={UNKNOWN}"
            self._set(row, column, style, text)


_CELLS = {
    biff.NUMBER: _SheetReader._stored_number,  # noqa: SLF001 - its own class
    biff.RK: _SheetReader._short_number,  # noqa: SLF001 - as above
    biff.LABELSST: _SheetReader._shared_text,  # noqa: SLF001 - as above
    biff.LABEL: _SheetReader._own_text,  # noqa: SLF001 - as above
    biff.RSTRING: _SheetReader._own_text,  # noqa: SLF001 - as above
    biff.BLANK: _SheetReader._blank,  # noqa: SLF001 - as above
    biff.BOOLERR: _SheetReader._truth,  # noqa: SLF001 - as above
    biff.FORMULA: _SheetReader._formula,  # noqa: SLF001 - as above
}

_OTHERS = {
    biff.STRING: _SheetReader._result_text,  # noqa: SLF001 - as above
    biff.MULRK: _SheetReader._numbers,  # noqa: SLF001 - as above
    biff.MULBLANK: _SheetReader._blanks,  # noqa: SLF001 - as above
    biff.ROW: _SheetReader._row,  # noqa: SLF001 - as above
    biff.COLINFO: _SheetReader._columns,  # noqa: SLF001 - as above
    biff.MERGECELLS: _SheetReader._areas,  # noqa: SLF001 - as above
}


def _rk(number: int) -> float:
    """A number stored in four bytes (2.5.218 RkNumber)."""
    if number & 2:
        value: float = (number >> 2) - (1 << 30 if number & 0x80000000 else 0)
    else:
        value = struct.unpack("<d", struct.pack("<II", 0, number & 0xFFFFFFFC))[0]
    return value / 100 if number & 1 else value


def _truth_text(value: int, *, error: bool) -> str:
    if error:
        return _ERRORS.get(value, "#?")
    return "TRUE" if value else "FALSE"

"""Reader: delimited text (CSV, TSV), as spreadsheet programs export a sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice

from govinfo.contracts import Hint
from govinfo.document import Document
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.decode import decode
from govinfo.readers.sniff_delimited import DELIMITERS, MIN_FIELDS, MIN_ROWS
from govinfo.readers.workbooks.sheet import MAX_CELLS, Sheet, SheetCell, blocks_of, too_large
from govinfo.source import Source

_SEPARATOR = "sep="


def read(data: bytes, _hint: Hint) -> Document:
    """Read delimited text as one sheet; places are numbers of records and fields.

    Raises:
        UnsupportedFormat: no delimiter makes tables of it.
        SourceError: a field has no end, or a limit is passed.
    """
    decoded = decode(data)
    lines = decoded.text.splitlines(keepends=True)
    delimiter, skipped = _declared(lines) or (_delimiter(lines), 0)
    rows = {}
    count = 0
    for number, fields in _records(lines[skipped:], delimiter, 1 + skipped):
        cells = {column: SheetCell(field.strip()) for column, field in enumerate(fields, 1) if field.strip()}
        count += len(cells)
        if count > MAX_CELLS:
            raise too_large(f"> {MAX_CELLS}")
        if cells:
            rows[number] = cells
    blocks = tuple(blocks_of(Sheet(_place, rows)))
    return Document(blocks, encoding=decoded.encoding, notes=decoded.notes)


def _place(row: int, column: int) -> Source:
    return Source(None, None, None, 1, row, column)


def _declared(lines: list[str]) -> tuple[str, int] | None:
    """The delimiter that the first line declares, as Excel understands it."""
    first = lines[0].rstrip("\r\n") if lines else ""
    return (first[-1], 1) if first.startswith(_SEPARATOR) and first[len(_SEPARATOR) :] in tuple(DELIMITERS) else None


def _delimiter(lines: list[str]) -> str:
    """The delimiter that makes the most rows of a table."""
    found = {delimiter: _table_rows(lines, delimiter) for delimiter in DELIMITERS}
    best = max(found, key=lambda delimiter: found[delimiter])
    if found[best] < MIN_ROWS:
        raise UnsupportedFormat("no delimiter makes tables of the text", "没有分隔符能把文字分成表格")
    return best


def _table_rows(lines: list[str], delimiter: str) -> int:
    if not any(delimiter in line for line in lines):
        return 0
    return sum(len(fields) >= MIN_FIELDS for _, fields in _records(lines, delimiter, 1))


def _records(lines: list[str], delimiter: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the records with their numbers."""
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        yield from enumerate(islice(reader, MAX_CELLS), first)
    except csv.Error as error:
        raise SourceError(
            f"line {reader.line_num}: a field cannot be read ({error}); export the sheet again",
            f"第{reader.line_num}行：字段无法读取（{error}）；请重新导出",
        ) from error

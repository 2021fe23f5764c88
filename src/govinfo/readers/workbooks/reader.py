"""Reader: workbooks of Office Open XML, OpenDocument, Excel 97, and the XML of Excel 2003."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from govinfo.contracts import Hint
from govinfo.document import Block, Document, Note
from govinfo.document.model import FILENAME
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.package import other_package, parts_of
from govinfo.readers.sniff import COMPOUND
from govinfo.readers.sniff_workbook import SURE, is_spreadsheetml, sniff
from govinfo.readers.workbooks import biff as sheets_biff
from govinfo.readers.workbooks import ods as sheets_ods
from govinfo.readers.workbooks import ooxml as sheets_ooxml
from govinfo.readers.workbooks import spreadsheetml as sheets_xml
from govinfo.readers.workbooks.drawings import with_drawn
from govinfo.readers.workbooks.formulas import uncalculated
from govinfo.readers.workbooks.sheet import MAX_CELLS, SheetPart, blocks_of, hidden_text, too_large
from govinfo.readers.workbooks.sheet_xml import bounded_xml

HEAD = 4096
"""So many bytes are looked at for what kind of file it is."""

ZIP = b"PK"
"""How packages begin."""

CUSTOM = "docProps/custom.xml"
"""Name that programs give the part with such properties."""

MAX_SHEETS = 256
"""So many sheets may a workbook have."""


def read(data: bytes, hint: Hint) -> Document:
    """Read a workbook sheet by sheet; hidden sheets, rows and columns are noted and not read.

    Raises:
        UnsupportedFormat: the file is something else.
        SourceError: it is damaged, encrypted or over a limit.
    """
    blocks: list[Block] = []
    notes: list[Note] = []
    cells = 0
    for number, part in enumerate(_opened(data, hint)):
        notes += part.notes
        if part.sheet is not None:
            cells += sum(map(len, part.sheet.rows.values()))
            if number >= MAX_SHEETS or cells > MAX_CELLS:
                raise too_large(f"{number + 1} sheets, {cells} cells")
            notes += hidden_text(part.sheet)
            notes += uncalculated(part.sheet)
            blocks += with_drawn(blocks_of(part.sheet), part.sheet.drawn)
    named = ((FILENAME, PurePath(hint.filename).name),) if hint.filename else ()
    return Document(tuple(blocks), metadata=(*named, *_properties(data)), notes=tuple(notes))


def _opened(data: bytes, hint: Hint) -> Iterator[SheetPart]:
    """The sheets; a container that cannot be opened is only then a damaged workbook if something else says so."""
    try:
        return _sheets(data)
    except SourceError as error:
        if sniff(data[:HEAD], hint) < SURE:
            raise UnsupportedFormat(str(error), error.zh) from error
        raise


def _sheets(data: bytes) -> Iterator[SheetPart]:
    if data.startswith(COMPOUND):
        return sheets_biff.sheets(sheets_biff.workbook_stream(data))
    if is_spreadsheetml(data[:HEAD]):
        return sheets_xml.sheets(data)
    package = parts_of(data)
    part = sheets_ooxml.workbook_part(package)
    if part is not None:
        return sheets_ooxml.sheets(package, part)
    if sheets_ods.is_spreadsheet(package):
        return sheets_ods.sheets(package)
    raise other_package(package, "no workbook is in this package", "这个文件不是工作簿")


def _properties(data: bytes) -> Iterator[tuple[str, str]]:
    """The properties of a package that a program has given names of its own (ECMA-376-1, 22.3)."""
    if data.startswith(ZIP) and CUSTOM.encode() in data:
        package = parts_of(data)
        part = bounded_xml(package, CUSTOM).iterfind("{*}property") if CUSTOM in package.names else ()
        for entry in part:
            yield entry.get("name") or "", "".join(map(str, entry.itertext()))

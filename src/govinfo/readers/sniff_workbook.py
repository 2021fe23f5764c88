"""What the first bytes of a source tell about a workbook."""

from __future__ import annotations

from govinfo.contracts import Hint
from govinfo.readers.sniff import COMPOUND

SUFFIXES = (".xlsx", ".xls", ".et", ".xlsm", ".xltx", ".xlt", ".ett", ".ods", ".ots")
"""Suffixes of workbooks."""

SURE = 80
"""From this score on it is a workbook, or was one before it was damaged."""

_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_SPREADSHEETML = b"urn:schemas-microsoft-com:office:spreadsheet"
_STREAM = "Workbook".encode("utf-16-le")


def sniff(head: bytes, hint: Hint) -> int:
    """How sure the bytes are a workbook; see `Reader.accepts`.

    Not all of a package or OLE file shows its content at the beginning, so a few points are given to any.
    """
    if head.startswith(_ZIP):
        if _OPEN_DOCUMENT in head or b"xl/" in head:
            return 95
        return SURE if hint.suffix in SUFFIXES else 5
    if head.startswith(COMPOUND):
        if _STREAM in head:
            return 95
        return SURE if hint.suffix in SUFFIXES else 5
    return 95 if is_spreadsheetml(head) else 0


def is_spreadsheetml(head: bytes) -> bool:
    """Tell whether the bytes are an XML spreadsheet of Excel 2003."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _SPREADSHEETML in head and b"Workbook" in head

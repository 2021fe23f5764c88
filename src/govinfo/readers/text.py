"""Reader: plain text, one paragraph a line."""

from __future__ import annotations

from govinfo.contracts import Hint
from govinfo.document import Document, Paragraph
from govinfo.errors import SourceError
from govinfo.readers.decode import decode
from govinfo.source import Source

MAX_LINES = 200_000
"""Longest text that is read, in lines; the longest reports known have some thousands."""


def read(data: bytes, _hint: Hint) -> Document:
    """Read a text; lines of blanks are kept, empty lines show only in the line numbers.

    Raises:
        SourceError: it has more than `MAX_LINES` lines.
    """
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n", MAX_LINES)
    if len(lines) > MAX_LINES:
        raise SourceError(
            f"more than {MAX_LINES} lines, which no report has; was the right file chosen?",
            f"超过{MAX_LINES}行，年报不会这么长；请核对是否选错了文件",
        )
    return Document(
        blocks=tuple(
            [Paragraph(line, Source(number, 1, len(line) + 1)) for number, line in enumerate(lines, 1) if line]
        ),
        encoding=decoded.encoding,
        notes=decoded.notes,
    )

"""Reader: plain text, one paragraph a line."""

from __future__ import annotations

import regex

from govinfo.contracts import Hint
from govinfo.document import Document, Paragraph
from govinfo.readers.decode import decode
from govinfo.source import Source

_LINE_END = regex.compile(r"\r\n|\r|\n")


def read(data: bytes, _hint: Hint) -> Document:
    """Read a text; lines of blanks are kept, empty lines show only in the line numbers."""
    decoded = decode(data)
    return Document(
        blocks=tuple(
            Paragraph(line, Source(line=number, column=1, end_column=len(line) + 1))
            for number, line in enumerate(_LINE_END.split(decoded.text), 1)
            if line
        ),
        encoding=decoded.encoding,
        notes=decoded.notes,
    )

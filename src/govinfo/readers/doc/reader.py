"""Reader: Word 97-2003 binary files, .doc, .dot and what WPS Writer saves as .wps.

The body of the text is read, then its text boxes.  Headers, footers, footnotes and comments stand in ranges of
their own and are no part of it; their marks show nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from govinfo.contracts import Hint
from govinfo.document import Document
from govinfo.errors import SourceError
from govinfo.readers.compound import Compound, compound, kind_of
from govinfo.readers.doc.characters import stretches
from govinfo.readers.doc.damage import damaged
from govinfo.readers.doc.fib import Fib, fib_of
from govinfo.readers.doc.lines import Lines
from govinfo.readers.doc.lists import lists_of
from govinfo.readers.doc.numbering import Numbering
from govinfo.readers.doc.paragraphs import ParagraphTable
from govinfo.readers.doc.pieces import PieceTable, piece_table
from govinfo.readers.doc.runs import ParagraphRuns
from govinfo.readers.doc.shown import ShownText
from govinfo.readers.doc.styles import styles_of
from govinfo.readers.doc.walk import TablesUnknown, TextRange, Walk


def read(data: bytes, _hint: Hint) -> Document:
    """Read a Word file.

    Raises:
        SourceError: it is damaged, encrypted or too long.
        UnsupportedFormat: it is another office file, or one of Word 95 or earlier.
    """
    container = compound(data)
    word = container.stream("WordDocument")
    if not word:
        raise kind_of(container.names())
    fib = fib_of(word)
    table = container.stream(fib.table)
    pieces = piece_table(fib.spans["pieces"].of(table))
    if fib.range_of("header_text_boxes")[1] > pieces.pieces[-1].stop:
        raise damaged("part of the text is missing", "缺少部分正文")
    cuts = stretches(word, fib.spans["characters"].of(table), pieces)
    properties = _properties(word, fib, table, pieces, container)
    ranges = []
    for name in ("text", "text_boxes"):
        start, stop = fib.range_of(name)
        text = pieces.text(word, start, stop)
        ranges.append(TextRange(text, start, ShownText(text, start, cuts), numbered=name == "text"))
    walk = Walk(_section_ends(fib.spans["sections"].of(table)), _numbering(fib, table))
    return _document(ranges, properties, walk)


def _document(ranges: Sequence[TextRange], properties: ParagraphTable | None, walk: Walk) -> Document:
    """The document of all ranges; line by line where the tables cannot be told."""
    if properties is not None:
        try:
            blocks = [block for found in ranges for block in walk.blocks(found, properties)]
        except TablesUnknown:
            pass
        else:
            return Document(blocks=tuple(blocks), notes=walk.notes())
    plain = Lines()
    lines = [block for found in ranges for block in plain.blocks(found)]
    return Document(blocks=tuple(lines), notes=plain.notes())


def _section_ends(plc: bytes) -> frozenset[int]:
    """The characters that follow the end of a section ([MS-DOC] 2.8.26)."""
    count = max(len(plc) - 4, 0) // 16
    return frozenset(struct.unpack_from(f"<{count + 1}I", plc)) if count else frozenset()


def _numbering(fib: Fib, table: bytes) -> Numbering:
    lists = lists_of(table, fib.spans["lists"], fib.spans["overrides"].of(table))
    return Numbering(lists, styles_of(fib.spans["styles"].of(table)) if lists else [])


def _properties(word: bytes, fib: Fib, table: bytes, pieces: PieceTable, container: Compound) -> ParagraphTable | None:
    """The properties of the paragraphs; None where they are damaged, as the text may still be read without them."""
    try:
        runs = ParagraphRuns(word, fib.spans["paragraphs"].of(table))
    except SourceError:
        return None
    return ParagraphTable(runs, pieces, lambda: container.stream("Data"))

"""A text whose tables cannot be told: every paragraph and every cell is a line."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from govinfo.document import Note, Paragraph
from govinfo.readers.doc.content import damaged_table
from govinfo.readers.doc.left_out import LeftOut
from govinfo.readers.doc.shown import cell_text, paragraph_text
from govinfo.readers.doc.walk import TextRange
from govinfo.source import Source

_MARK = regex.compile("[\r\x07\x0c]")
_CELL = "\x07"


class Lines:
    """Turns ranges of the text into lines; says nothing of rows, as nobody knows where they end."""

    def __init__(self) -> None:
        self._count = 0
        self._has_cells = False
        self._left_out = LeftOut()

    def blocks(self, found: TextRange) -> Iterator[Paragraph]:
        """The lines of a range; an empty cell is an empty line."""
        begin = 0
        for match in _MARK.finditer(found.text):
            parts = found.shown.parts(found.start + begin, found.start + match.start())
            begin = match.end()
            self._count += 1
            source = Source(paragraph=self._count)
            self._left_out.look_at(parts, source)
            is_cell = match[0] == _CELL
            self._has_cells |= is_cell
            text = cell_text([parts]).text if is_cell else paragraph_text(parts)
            yield Paragraph(" ".join(text.split()), source)

    def notes(self) -> tuple[Note, ...]:
        """That the tables are damaged, if there are any, and what was left out."""
        damage = (damaged_table(None),) if self._has_cells else ()
        return (*damage, *self._left_out.notes())

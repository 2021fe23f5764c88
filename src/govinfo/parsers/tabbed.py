"""Layout: one row a line, cells separated by tabs.

Browsers copy tables so, and spreadsheets; Apache Tika and other extractors write it.  Cells below a
merged one are missing or empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from govinfo.alignment.strip import Row
from govinfo.document import Document, Paragraph
from govinfo.parsers.cut import cut

MIN_LINES = 8
"""So many lines with a number behind a tab make this layout."""

_ROW = regex.compile(r"\t*[^\t]*[^\t\s][^\t]*\t.*[0-9].*")


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines without tabs are rows of their own."""
    lines = [block for block in document.blocks if isinstance(block, Paragraph)]
    found = [line.text for line in lines if "\t" in line.text and _ROW.fullmatch(line.text)]
    indented = all(text.startswith("\t") for text in found)
    return list(_rows(lines, indented=indented)) if len(found) >= MIN_LINES else ()


def _rows(lines: Sequence[Paragraph], *, indented: bool) -> Iterator[Row]:
    """The rows; a tab stands in front of each cell where lines are `indented`, and between cells otherwise."""
    for line in lines:
        text = line.text
        ends = [*(place for place, char in enumerate(text) if char == "\t"), len(text)]
        starts = [0, *(end + 1 for end in ends[:-1])]
        bounds = list(zip(starts, ends, strict=True))[indented and text.startswith("\t") :]
        filled = [place for place, (start, stop) in enumerate(bounds) if text[start:stop].strip()]
        if filled:
            tokens = (cut(line, start, stop, padding=place > filled[-1]) for place, (start, stop) in enumerate(bounds))
            yield Row(tuple(tokens), bounds="row")

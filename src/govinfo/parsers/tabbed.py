"""Layout: one row a line, cells separated by tabs.

Browsers copy tables so, and spreadsheets; Apache Tika and other extractors write it.  Cells below a
merged one are missing or empty.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Paragraph
from govinfo.parsers.covered import in_columns, keeps_columns
from govinfo.parsers.cut import cut
from govinfo.parsers.unwrapped import unwrapped

MIN_LINES = 8
"""So many lines with a number behind a tab make this layout."""

_ROW = regex.compile(r"\t*[^\t]*[^\t\s][^\t]*\t.*[0-9０-９零〇].*")


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines without tabs are rows of their own."""
    lines: Sequence[Paragraph] = document.lines
    if document.text.count("\t") < MIN_LINES:
        return ()
    found = [text for line in lines if (text := line.text).rfind("\t") > 0 and _ROW.fullmatch(text)]
    if len(found) < MIN_LINES:
        return ()
    joined = unwrapped(lines, "\t")
    if joined.pieces:
        lines = joined.lines
        found = [text for line in lines if (text := line.text).rfind("\t") > 0 and _ROW.fullmatch(text)]
    indented = all(text.startswith("\t") for text in found)
    cells = [row for line in lines if (row := _cells(line, indented=indented))]
    covered = keeps_columns([token.text for token in row] for row in cells if len(row) > 1)
    return joined.placed([Row(in_columns(row) if covered and len(row) > 1 else row, bounds="row") for row in cells])


def _cells(line: Paragraph, *, indented: bool) -> tuple[Token, ...]:
    """The cells of a line; a tab stands in front of each where lines are `indented`, and between cells otherwise."""
    text = line.text
    ends = [*(place for place, char in enumerate(text) if char == "\t"), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    bounds = list(zip(starts, ends, strict=True))[indented and text.startswith("\t") :]
    filled = [place for place, (start, stop) in enumerate(bounds) if text[start:stop].strip()]
    if not filled:
        return ()
    return tuple(cut(line, start, stop, padding=place > filled[-1]) for place, (start, stop) in enumerate(bounds))

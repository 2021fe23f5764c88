"""A whole report on one line, as programs print it that turn every line break into a blank: cells between bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from govinfo.alignment.strip import Row, rows_of
from govinfo.document import Paragraph
from govinfo.forms import official_forms
from govinfo.parsers.cut import cut
from govinfo.parsers.reflowed import cells
from govinfo.source import Source
from govinfo.text.fold import narrow

MIN_LENGTH = 400
"""Shortest line in characters that may hold several parts of a report; the tables alone take more."""

MIN_HEADINGS = 2
"""So many statutory headings within a line show that it holds several parts."""


def at_headings(lines: Sequence[Paragraph]) -> Sequence[Row]:
    """The rows of a report of which several parts stand on one line; none of any other."""
    if not any(len(line.text) >= MIN_LENGTH and "|" in line.text for line in lines):
        return ()
    parts = [list(_parts(line)) for line in lines]
    if max(map(len, parts)) < 2 * MIN_HEADINGS:
        return ()
    return [row for pieces in parts for piece in pieces for row in _rows(piece)]


def _parts(line: Paragraph) -> Iterator[Paragraph]:
    """The line, divided in front of each heading and behind it; the bar behind the last cell of a part is left out."""
    found = list(_headings().finditer(narrow(line.text))) if len(line.text) >= MIN_LENGTH else []
    edges = [0, *(edge for match in found for edge in match.span()), len(line.text)]
    for start, stop in pairwise(edges):
        text = line.text[start:stop].rstrip().removesuffix("|")
        if text.strip():
            column = (line.source.column or 1) + start
            yield Paragraph(text, Source(line.source.line, column, column + len(text)))


def _rows(piece: Paragraph) -> Iterator[Row]:
    if "|" in piece.text:
        yield from rows_of(cells([piece]), "cell")
    else:
        yield Row((cut(piece, 0, len(piece.text)),), "cell")


@lru_cache(maxsize=1)
def _headings() -> regex.Pattern[str]:
    """Finds a heading of the forms between blanks, its number included."""
    wordings = {narrow(heading.label.zh) for form in official_forms() for heading in form.headings}
    alternatives = "|".join(regex.escape(wording) for wording in sorted(wordings))
    return regex.compile(rf"(?<![^\s|])(?:{alternatives})(?![^\s|])")

"""What the first bytes of a source tell about delimited text."""

from __future__ import annotations

import csv
from collections import Counter

from govinfo.contracts import Hint
from govinfo.readers.decode import decode
from govinfo.readers.sniff import is_binary, known_format

DELIMITERS = ",\t;|"
"""Characters that may separate fields."""

SUFFIXES = (".csv", ".tsv")
"""Suffixes of delimited text."""

MIN_FIELDS = 5
"""So many fields has a row of a table at least; every form has a table with more."""

MIN_ROWS = 4
"""So many rows with `MIN_FIELDS` make a table."""

MOST = 0.9
"""Content without such a suffix is delimited text if this share of its rows has the same number of fields."""


def sniff(head: bytes, hint: Hint) -> int:
    """How sure the bytes are delimited text; see `Reader.accepts`."""
    if known_format(head) or is_binary(head):
        return 0
    if hint.suffix in SUFFIXES:
        return 80
    possible = [delimiter for delimiter in ",\t;" if head.count(delimiter.encode()) >= MIN_ROWS * (MIN_FIELDS - 1)]
    lines = decode(head).text.splitlines(keepends=True)[:-1] if possible else []
    return 60 if any(_is_even(lines, delimiter) for delimiter in possible) else 0


def _is_even(lines: list[str], delimiter: str) -> bool:
    """Tell whether nearly all rows have the same number of fields."""
    quoted = any('"' in line for line in lines)
    least = 1 if quoted else MIN_FIELDS - 1
    if sum([line.count(delimiter) >= least for line in lines]) < len(lines) * MOST:
        return False
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return False
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return width >= MIN_FIELDS and count >= max(MIN_ROWS, MOST * widths.total())

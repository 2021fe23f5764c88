"""Cells of a sheet written as most are, read by patterns; a tree of their markup would take thrice as long.

The patterns know every tag of such cells and its order, so that what they take is well formed and says nothing beside
what they read.  Any other sheet is parsed as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

_BEGIN, _END = "<sheetData>", "</sheetData>"
_PLACE = b"sheetData"
_NO_TEXT = r"<&\x00-\x1f\ufffe\uffff"
_ATTRIBUTES = rf'(?: (?:x14ac:)?+\w+="[^"{_NO_TEXT}]*+")*+'
_FORMULA = rf"(?:<f{_ATTRIBUTES}(?:/>|>[^{_NO_TEXT}]*+</f>))?+"
_CELL = re.compile(
    r'<c r="([A-Z]{1,3}[0-9]{1,7})"(?: s="([0-9]++)")?+(?: t="(\w++)")?+'
    rf"(?:/>|></c>|>{_FORMULA}<v>([^{_NO_TEXT}]++)</v></c>)",
    re.ASCII,
)
"""A cell: its reference, the number of its style, the kind of its value, and the value."""

_EMPTY_ROWS = f"(?:<row{_ATTRIBUTES}(?:/>|></row>))*+"
_FIRST = re.compile(f"{_BEGIN}{_EMPTY_ROWS}<row{_ATTRIBUTES}>", re.ASCII)
_NEXT = re.compile(f"</row>{_EMPTY_ROWS}<row{_ATTRIBUTES}>", re.ASCII)
_LAST = re.compile(f"</row>{_EMPTY_ROWS}{_END}", re.ASCII)
_ROWS = re.compile(rf"<row({_ATTRIBUTES})", re.ASCII)
_ATTRIBUTE = re.compile(r' ([\w:]++)="([^"]*+)"', re.ASCII)


class WrittenRow(NamedTuple):
    """A row as it is written.

    Attributes:
        number, hidden: its number, and whether it is hidden.
        cells: of each cell its reference, the number of its style, the kind of its value, and its elements or the
            value alone.
    """

    number: str | None
    hidden: str | None
    cells: Iterable[tuple[str, str | None, str | None, Iterable[etree._Element] | str | None]]


class Cut(NamedTuple):
    """Markup whose cells were read by patterns, with an empty place where they stood, and their rows."""

    markup: bytes
    rows: list[WrittenRow]


def without_cells(markup: bytes) -> Cut | None:
    """Cut the cells out of a sheet; None if not all of them are written as most are."""
    start, stop = markup.find(_BEGIN.encode()), markup.find(_END.encode())
    if start < 0 or stop < start:
        return None
    stop += len(_END)
    try:
        cells = markup[start:stop].decode()
    except UnicodeDecodeError:
        return None
    rows = rows_by_pattern(cells)
    more = b' x14ac:used=""' if " x14ac:" in cells else b""
    rest = b"%b<%b%b/>%b" % (markup[:start], _PLACE, more, markup[stop:])
    return None if rows is None or rest.count(_PLACE) != 1 else Cut(rest, rows)


def rows_by_pattern(cells: str) -> list[WrittenRow] | None:
    """The rows of all cells of a sheet; None if they are not written as most are."""
    pieces = _CELL.split(cells)
    width = _CELL.groups + 1
    between = pieces[::width]
    if len(between) < 2 or not _FIRST.fullmatch(between[0]) or not _LAST.fullmatch(between[-1]):
        return None
    plain = list(zip(*(pieces[number::width] for number in range(1, width)), strict=True))
    begun = [number for number, gap in enumerate(between) if gap]
    if not all(_NEXT.fullmatch(between[number]) for number in begun[1:-1]):
        return None
    rows: list[WrittenRow] = []
    for first, last in pairwise(begun):
        rows += _rows(between[first], plain[first:last])
    return rows + list(_rows(between[-1], ()))


def _rows(tags: str, cells: Sequence[tuple[str, str | None, str | None, str | None]]) -> Iterator[WrittenRow]:
    """The rows that begin between two cells; all but the last are empty."""
    found = [dict(_ATTRIBUTE.findall(tag)) for tag in _ROWS.findall(tags)]
    for number, attributes in enumerate(found, 1):
        yield WrittenRow(attributes.get("r"), attributes.get("hidden"), cells if number == len(found) else ())

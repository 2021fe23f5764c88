"""Tables written as most are, read by patterns: building and walking a tree of their markup takes thrice as long.

The patterns know every tag of such a table and its order, so that what they take is well formed and says nothing
beside what they read.  Any other table stays in the markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govinfo.readers.marked import BREAK
from govinfo.readers.wordml.tables import RESTART, Rows, WrittenCell, spanned

CUT = "govinfo-table"
"""Attribute of an empty table that stands for one that was cut out: its number, counted from 0."""

_BEGIN, _END = b"<w:tbl>", b"</w:tbl>"
_STYLE = b"<w:pStyle"
_NO_TEXT = r"<&\x00-\x1f\ufffe\uffff"
_ATTRIBUTES = rf'(?: (?:w|w14|xml):\w+="[^"{_NO_TEXT}]*+")*+'
_CLOSED = rf"{_ATTRIBUTES} ?+/>"
_EMPTY = rf"(?:<w:\w+{_CLOSED})*+"
_FORMAT = rf"(?:<w:(?!vanish|d?strike|vertAlign|rStyle)\w+{_CLOSED})*+"
"""What formats a run, but does not hide, strike or raise it."""

_LAYOUT = rf"(?:<w:(?!numPr)\w+{_CLOSED})*+"
"""What lays out a paragraph, but does not number it."""


def _only(*names: str) -> str:
    """The pattern of empty elements of these names."""
    return rf"(?:<w:(?:{'|'.join(names)}){_CLOSED})*+"


def _element(name: str, *inner: str, empty: str = _EMPTY) -> str:
    """The pattern of an element that may be there: it holds empty ones, and those named, of which that is true too."""
    within = "".join(f"(?:<w:{one}>{_EMPTY}</w:{one}>)?+{empty}" for one in inner)
    return f"(?:<w:{name}>{empty}{within}</w:{name}>|<w:{name} ?+/>)?+"


def _run(text: str) -> str:
    begin = rf"<w:r{_ATTRIBUTES}>{_element('rPr', empty=_FORMAT)}(?:<w:lastRenderedPageBreak ?+/>)?+"
    return rf"{begin}(?:<w:t{_ATTRIBUTES}>{text}</w:t>)?+</w:r>"


_LOOK = _only("shd", "noWrap", "textDirection", "tcFitText", "vAlign", "hideMark")
_CELL_PROPERTIES = (
    rf'(?:<w:tcPr>{_only("cnfStyle", "tcW")}(?:<w:gridSpan w:val="([1-9]\d{{0,2}})" ?+/>)?+'
    rf'(<w:vMerge(?: w:val="(?:restart|continue)")?+ ?+/>)?+(?:<w:tcBorders>{_EMPTY}</w:tcBorders>)?+{_LOOK}'
    rf"(?:<w:tcMar>{_EMPTY}</w:tcMar>)?+{_LOOK}</w:tcPr>|<w:tcPr ?+/>)?+"
)
_PARAGRAPH = rf"<w:p{_ATTRIBUTES}>{_element('pPr', 'pBdr', 'tabs', 'rPr', empty=_LAYOUT)}"
_UNSEEN = rf"<w:(?:proofErr|bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd){_CLOSED}"
_STRING = f"[^{_NO_TEXT}]*+"
_MORE = f"(?:{_run(_STRING)}|{_UNSEEN}|</w:p>{_PARAGRAPH})*+"
_CELL = re.compile(
    f"<w:tc>{_CELL_PROPERTIES}(?:<w:p{_CLOSED}|{_PARAGRAPH}(?:{_run(f'({_STRING})')})?+({_MORE})</w:p>)</w:tc>",
    re.ASCII,
)
"""A cell: the columns that it spans, how it is merged down, the text of its first run, and more of its content."""

_CONTENT = re.compile(rf"</w:p>|<w:t{_ATTRIBUTES}>([^<]*+)</w:t>", re.ASCII)
_ROW_PROPERTIES = _only(
    "cnfStyle", "divId", "cantSplit", "trHeight", "tblHeader", "tblCellSpacing", "jc", "wBefore", "wAfter"
)
_ROW = rf"<w:tr{_ATTRIBUTES}>{_element('tblPrEx', 'tblBorders', 'tblCellMar')}(?:<w:trPr>{_ROW_PROPERTIES}</w:trPr>)?+"
_TABLE = re.compile(rf"<w:tbl>{_element('tblPr', 'tblBorders', 'tblCellMar')}{_element('tblGrid')}{_ROW}", re.ASCII)
_NEXT_ROW = re.compile(f"</w:tr>{_ROW}", re.ASCII)
_LAST = "</w:tr></w:tbl>"


class Cut(NamedTuple):
    """Markup without the tables that were read by patterns, and their rows."""

    markup: bytes
    tables: tuple[Rows, ...]


def without_tables(markup: bytes, *, styled: bool) -> Cut:
    """Cut out the tables that are written as most are; each leaves an empty one with its number in `CUT`.

    Args:
        markup: the part with the text.
        styled: whether tables with styles of paragraphs are cut out too, as these say nothing of interest.
    """
    rest: list[bytes] = []
    tables: list[Rows] = []
    place, start = 0, markup.find(_BEGIN)
    while start >= 0:
        stop = markup.find(_END, start) + len(_END)
        if stop < start:
            break
        table = markup[start:stop]
        rows = rows_by_pattern(table) if styled or _STYLE not in table else None
        if rows is not None:
            more = b' w14:used=""' if b" w14:" in table else b""
            rest += (markup[place:start], b'<w:tbl %b="%d"%b/>' % (CUT.encode(), len(tables), more))
            tables.append(rows)
            place = stop
        start = markup.find(_BEGIN, stop)
    return Cut(b"".join([*rest, markup[place:]]), tuple(tables))


def rows_by_pattern(table: bytes) -> Rows | None:
    """The rows of a table in UTF-8; None if it is not written as most are."""
    try:
        pieces = _CELL.split(table.decode())
    except UnicodeDecodeError:
        return None
    if pieces[-1] != _LAST or not _TABLE.fullmatch(pieces[0]):
        return None
    pieces[0] = ""
    rows: list[list[WrittenCell]] = [[]]
    seen: set[str] = set()
    for between, *cell in zip(*[iter(pieces)] * (_CELL.groups + 1), strict=False):
        if between:
            if between not in seen and not _NEXT_ROW.fullmatch(between):
                return None
            seen.add(between)
            rows.append([])
        rows[-1].append(_written(*cell))
    return spanned(rows)


def _written(span: str | None, down: str | None, text: str | None, more: str | None) -> WrittenCell:
    merged = None if down is None else RESTART if RESTART in down else "continue"
    whole = (text or "") + "".join(_texts(more)) if more else text or ""
    return WrittenCell(None, whole, int(span or 1), merged)


def _texts(content: str) -> Iterator[str]:
    """The texts behind the first run of a cell, with the ends of paragraphs."""
    return (BREAK if found[1] is None else found[1] for found in _CONTENT.finditer(content))

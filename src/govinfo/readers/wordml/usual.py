"""Tables written as most are, read by patterns: building and walking a tree of their markup takes thrice as long.

The patterns know every tag of such a table and its order, so that what they take is well formed and says nothing
beside what they read.  Any other table stays in the markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govinfo.readers.marked import BREAK, TextRow

CUT = "govinfo-table"
"""Attribute of an empty table that stands for one that was cut out: its number, counted from 0."""

_BEGIN, _END = b"<w:tbl>", b"</w:tbl>"
_STYLES = (b"<w:pStyle", b"<w:rStyle")
_RESTART = "restart"
_NO_TEXT = r"<&\x00-\x1f\ufffe\uffff"
_ATTRIBUTES = rf'(?: (?:w|w14|xml):\w+="[^"{_NO_TEXT}]*+")*+'
_CLOSED = rf"{_ATTRIBUTES} ?+/>"
_EMPTY = rf"(?:<(?:w|w14):\w+{_CLOSED})*+"
_HIDES = r'(?:vanish|d?strike)(?! w:val="(?:0|false)")|vertAlign(?! w:val="baseline")|position(?! w:val="(?:0|-\d+)")'
_SMALL = r'color w:val="[Ff]{6}"|sz w:val="[0-2]"|w w:val="\d"'
_FORMAT = rf"(?:<(?:w|w14):(?!{_HIDES}|{_SMALL})\w+{_CLOSED})*+"
"""What formats a run, but does not hide, strike, raise or whiten it, unless a style does."""

_LAYOUT = rf"(?:<w:(?!numPr)\w+{_CLOSED})*+"
"""What lays out a paragraph, but does not number it, unless a style does."""


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
    tables: tuple[Sequence[TextRow], ...]


def without_tables(markup: bytes, *, styled: bool) -> Cut:
    """Cut out the tables that are written as most are; each leaves an empty one with its number in `CUT`.

    Args:
        markup: the part with the text.
        styled: whether tables with styles are cut out too, as these neither hide, strike, raise nor number text.
    """
    rest: list[bytes] = []
    tables: list[Sequence[TextRow]] = []
    place, start = 0, markup.find(_BEGIN)
    while start >= 0:
        stop = markup.find(_END, start) + len(_END)
        if stop < start:
            break
        table = markup[start:stop]
        rows = rows_by_pattern(table) if styled or not any(style in table for style in _STYLES) else None
        if rows is not None:
            more = b' w14:used=""' if b"w14:" in table else b""
            rest += (markup[place:start], b'<w:tbl %b="%d"%b/>' % (CUT.encode(), len(tables), more))
            tables.append(rows)
            place = stop
        start = markup.find(_BEGIN, stop)
    return Cut(b"".join([*rest, markup[place:]]), tuple(tables))


def rows_by_pattern(table: bytes) -> Sequence[TextRow] | None:
    """The rows of a table in UTF-8; None if it is not written as most are."""
    try:
        pieces = _CELL.split(table.decode())
    except UnicodeDecodeError:
        return None
    between = pieces[:: _CELL.groups + 1]
    if between[-1] != _LAST or not _TABLE.fullmatch(between[0]):
        return None
    begun = [number for number, gap in enumerate(between) if gap]
    if not all(map(_NEXT_ROW.fullmatch, {between[number] for number in begun[1:-1]})):
        return None
    spans, downs, texts, more = (pieces[number :: _CELL.groups + 1] for number in range(1, _CELL.groups + 1))
    marked = [(text or "") + _texts(rest) if rest else text or "" for text, rest in zip(texts, more, strict=True)]
    cells = list(zip(marked, spans, downs, strict=True))
    return _merged([cells[first:last] for first, last in pairwise(begun)])


def _merged(rows: Iterable[Sequence[tuple[str, str | None, str | None]]]) -> list[TextRow]:
    """The rows with the cells that begin in them, of cells with their columns and how they are merged down."""
    made: list[TextRow] = []
    above: dict[int, list[int]] = {}
    for number, row in enumerate(rows, 1):
        texts: list[str] = []
        places: list[int] = []
        spans: list[list[int]] = []
        below: dict[int, list[int]] = {}
        column = 0
        for place, (text, columns, down) in enumerate(row, 1):
            across = int(columns) if columns else 1
            if down is not None or across > 1:
                origin = above.get(column) if down is not None and _RESTART not in down else None
                if origin is not None and origin[2] == across:
                    origin[1] += 1
                    below[column] = origin
                    column += across
                    continue
                spans.append([len(texts), 1, across])
                if down is not None:
                    below[column] = spans[-1]
            texts.append(text)
            places.append(place)
            column += across
        made.append(TextRow(number, texts, spans, places))
        above = below
    return made


def _texts(content: str) -> str:
    """The texts behind the first run of a cell, with the ends of paragraphs."""
    return "".join(BREAK if found[1] is None else found[1] for found in _CONTENT.finditer(content))

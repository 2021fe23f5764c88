"""Tables written as most are, read by patterns: building and walking a tree of their markup takes four times as long.

The patterns know every tag of such a table, so that what they take is nothing but rows of cells.  A cell with more in
it than one text is left to the tree, and any other table as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from govinfo.document.furnishing import MAX_CELL
from govinfo.document.sparse import ALONE, FlatCells
from govinfo.readers.web.cells import as_shown, span
from govinfo.readers.web.habits import habits_of

_BLANKS = " \t\r\n"
_S = f"[{_BLANKS}]*+"
_NO_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_NAME = r"[a-zA-Z][\w:-]*+"
_VALUE = rf"""(?:"[^"<{_NO_TEXT}]*+"|'[^'<{_NO_TEXT}]*+'|[^\s"'<>=`{_NO_TEXT}]++)"""
_ATTRIBUTES = rf"(?:[{_BLANKS}]++{_NAME}(?:{_S}={_S}{_VALUE})?+)*+{_S}"
_ROW = rf"<tr{_ATTRIBUTES}>{_S}"
_COLUMNS = rf"(?:<colgroup{_ATTRIBUTES}>{_S})?+(?:<col{_ATTRIBUTES}/?+>{_S})*+(?:</colgroup>{_S})?+"
_TABLE = re.compile(rf"(<table{_ATTRIBUTES}>){_S}{_COLUMNS}(?:<t(?:body|head){_ATTRIBUTES}>{_S})?+{_ROW}", re.ASCII)
_NEXT_ROW = re.compile(rf"{_S}</tr>{_S}(?:</t(?:body|head)>{_S}<tbody{_ATTRIBUTES}>{_S})?+{_ROW}", re.ASCII)
_LAST = re.compile(rf"{_S}</tr>{_S}(?:</tbody>{_S})?+</table>")
_CELL = re.compile(
    rf"<t(d|h(?!ead))([^>]{{0,2000}}+)>((?:{_S}<[a-su-z][^>]{{0,2000}}+>)*+)([^<]*+)((?:</?[a-su-z][^<]*+)*+)</t\1>"
)
"""A cell: its kind, its attributes, the tags in front of its first text, that text, and what follows it."""

_ATTRIBUTE = re.compile(rf"[{_BLANKS}]({_NAME})(?:{_S}={_S}({_VALUE}))?+", re.ASCII)
_ONLY_ATTRIBUTES = re.compile(_ATTRIBUTES, re.ASCII)
_INLINE = "span|b|strong|font|em|i|u"
_AROUND = re.compile(
    rf"(?:{_S}<div{_ATTRIBUTES}>)?+(?:{_S}<p{_ATTRIBUTES}>)?+(?:{_S}<(?:{_INLINE}){_ATTRIBUTES}>){{0,9}}+", re.ASCII
)
"""Tags around the text of a cell, which say nothing beside it."""

_OPENED = re.compile("<([a-z]+)")
_CONTENT = re.compile(
    rf"[^<]*+(?:</?(?:div|p|{_INLINE}|br|a|s|strike|del|sup|sub|o:p|h[1-6]){_ATTRIBUTES}/?+>[^<]*+)*+", re.ASCII
)
"""What may stand in a cell that is left."""

_TAG = re.compile("<[^>]*+>")
_SPACE = re.compile(f"[{_BLANKS}]++")
_SIZED = re.compile(r"""<font|[sS][tT][yY][lL][eE]\s*=\s*(?:"[^"]*font|'[^']*font|[^\s"']*font)""")
_NO_TAGS = {("", "")}
_FORBIDDEN = re.compile(f"[{_NO_TEXT}]")


class UsualTable(NamedTuple):
    """A table read by patterns; cells are counted from 0.

    Attributes:
        head: its first tag.
        texts: the texts of its cells; those of cells that are left are not known.
        spans: the cells that span others: number, rows and columns.
        lines: how many lines below the first tag the cells begin.
        starts: the first cells of its rows, and the number of all cells.
        left: the content of the cells that are left to the tree.
        feeds: the number of line feeds behind the first tag.
        is_sized: whether anything in it has a size of its own; see `is_hidden`.
    """

    head: str
    texts: Sequence[str]
    spans: Sequence[tuple[int, int, int]]
    lines: Sequence[int]
    starts: Sequence[int]
    left: dict[int, str]
    feeds: int
    is_sized: bool

    def cells(self, left: Iterable[tuple[str, bool]]) -> FlatCells:
        """All cells.

        Args:
            left: the texts of the cells that were left, and whether their digits come from several pieces.
        """
        texts, pieces = list(self.texts), set[int]()
        for place, (text, is_pieced) in zip(self.left, left, strict=True):
            texts[place] = as_shown(text)
            if is_pieced:
                pieces.add(place)
        return FlatCells(texts, self.lines, self.spans, pieces, self.starts)


def read_usual(markup: str) -> UsualTable | None:
    """A table; None if it is not written as most are, may be page layout, or hides, raises or turns anything."""
    pieces = _CELL.split(markup)
    between, _, attributes, openings, texts, behind = (pieces[place :: _CELL.groups + 1] for place in range(6))
    head = _TABLE.fullmatch(between[0])
    if head is None or len(texts) < 2 or not _LAST.fullmatch(between[-1]):
        return None
    starts = [place for place, gap in enumerate(between) if gap and gap.strip(_BLANKS)]
    spans = {cell: _spans(cell) for cell in set(attributes)}
    tags = "".join({*between, *attributes, *openings})
    if None in spans.values() or not all(map(_NEXT_ROW.fullmatch, {between[row] for row in starts[1:-1]})):
        return None
    shown = [text if text.isalnum() else as_shown(text) for text in texts]
    left = _left(openings, texts, behind)
    if left is None or max(map(len, shown)) > MAX_CELL or any(habits_of(tags.lower().encode())):
        return None
    feeds = list(accumulate([piece.count("\n") for piece in pieces])) if "\n" in markup else [0] * len(pieces)
    above = head[1].count("\n")
    lines = [below - above for below in feeds[2 :: _CELL.groups + 1]]
    special = {cell: across for cell, across in spans.items() if across and across != ALONE}
    wide = [(place, *special[cell]) for place, cell in enumerate(attributes) if cell in special]
    is_sized = _SIZED.search(tags) is not None
    return UsualTable(head[1], shown, wide, lines, starts, left, feeds[-1] - above, is_sized)


@lru_cache(maxsize=512)
def _spans(attributes: str) -> tuple[int, int] | None:
    """The rows and columns that a cell spans; None if its attributes cannot be told apart."""
    if not _ONLY_ATTRIBUTES.fullmatch(attributes):
        return None
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(attributes) if "span" in attributes.lower() else ():
        found.setdefault(name.lower(), value.strip("\"'"))
    down, across = found.get("rowspan", ""), found.get("colspan", "")
    spans = span(down), span(across)
    return None if "&" in down + across else spans


def _left(openings: Sequence[str], texts: Sequence[str], behind: Sequence[str]) -> dict[int, str] | None:
    """The content of the cells that hold more than one text; None if there may be a cell or long text among it."""
    different = set(zip(openings, behind, strict=True)) if any(openings) or any(behind) else _NO_TAGS
    plain = {tags for tags in different if _are_around(*tags)}
    whole = "".join(texts)
    if not whole.isprintable() and _FORBIDDEN.search(whole):
        return None
    if len(plain) == len(different) and "&" not in whole:
        return {}
    left = {
        place: tags[0] + text + tags[1]
        for place, (text, tags) in enumerate(zip(texts, zip(openings, behind, strict=True), strict=True))
        if tags not in plain or "&" in text
    }
    known = all(_CONTENT.fullmatch(text) and len(_TAG.sub("", text)) <= MAX_CELL for text in left.values())
    return left if known else None


@lru_cache(maxsize=512)
def _are_around(opening: str, behind: str) -> bool:
    """Tell whether tags stand around the text of a cell and say nothing beside it."""
    if not opening or not behind:
        return not opening and not behind
    opened = _AROUND.fullmatch(opening)
    names = _OPENED.findall(opening)
    return opened is not None and "".join(_SPACE.split(behind)) == "".join(f"</{name}>" for name in reversed(names))

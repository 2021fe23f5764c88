"""The cells of a table of a web page."""

from __future__ import annotations

import regex
from lxml import etree

from govinfo.document.sparse import SparseRow
from govinfo.readers.web.fields import field_text
from govinfo.readers.web.habits import Habits, is_hidden, is_mark
from govinfo.readers.web.tags import CELLS, DROPPED, FIELDS, INLINE, RAISED, STRUCK

_LEADING_NUMBER = regex.compile(r"\s*\+?([0-9]{1,6})")
_SKIPPED = DROPPED | STRUCK
_SPECIAL = _SKIPPED | RAISED | FIELDS | {"a"}


def row_of(row: etree._Element, number: int, habits: Habits) -> SparseRow:
    """The visible cells of a row.

    Args:
        row: the row.
        number: its number in the table.
        habits: what the page does anywhere.
    """
    texts: list[str] = []
    lines: list[int | None] = []
    spans: list[tuple[int, int, int]] = []
    pieces: list[int] = []
    places: list[int] = []
    place = 0
    for cell in row:
        if cell.tag not in CELLS:
            continue
        place += 1
        if habits.hides and is_hidden(cell):
            continue
        if len(cell):
            text, is_pieced = _cell_text(cell, habits)
            if is_pieced:
                pieces.append(len(texts))
        else:
            text = cell.text or ""
        down, across = cell.get("rowspan"), cell.get("colspan")
        if (down and down != "1") or (across and across != "1"):
            spans.append((len(texts), _span(down), _span(across)))
        texts.append(text if text.isalnum() else " ".join(text.split()))
        lines.append(cell.sourceline)
        places.append(place)
    return SparseRow(number, texts, lines, spans, pieces, places)


def _cell_text(cell: etree._Element, habits: Habits) -> tuple[str, bool]:
    """The visible text of a cell with elements inside, and whether its digits come from several of them.

    Word processors wrap each number in a chain of elements, at whose end the text is simply read.
    """
    inner = cell
    while len(inner) == 1 and not (inner.text and inner.text.strip()):
        child = inner[0]
        tail = child.tail
        if (tail and tail.strip()) or child.tag in _SPECIAL:
            break
        if (habits.hides and is_hidden(child)) or (habits.raises and is_mark(child)):
            break
        inner = child
    return _joined_text(inner) if len(inner) else (inner.text or "", False)


def _joined_text(cell: etree._Element) -> tuple[str, bool]:
    """The visible text of an element with pieces in block elements separated by blanks.

    Form fields, images and the marks of footnotes count only where there is no other text.  Also tells whether
    the digits come from several pieces, or one with digits was left out.
    """
    parts = [cell.text or ""]
    marks: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, part in walk:
        if part is cell:
            continue
        gap = "" if part.tag in INLINE else " "
        if event == "end":
            parts += (gap, part.tail or "")
        elif part.tag in FIELDS:
            walk.skip_subtree()
            marks.append(field_text(part))
        elif part.tag in _SKIPPED or is_hidden(part):
            walk.skip_subtree()
        elif is_mark(part):
            walk.skip_subtree()
            marks.append("".join(part.itertext()))
        else:
            parts += (gap, part.text or "")
    text = "".join(parts)
    if not text.strip():
        return "".join(marks), False
    digits = sum(any(char.isdigit() for char in part) for part in (*parts, *marks))
    return text, digits > 1


def _span(text: str | None) -> int:
    """A span attribute, read as browsers do: the digits at its beginning count, 1 without any."""
    number = _LEADING_NUMBER.match(text or "")
    return max(int(number[1]), 1) if number else 1

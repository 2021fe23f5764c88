"""The cells of a table of a web page."""

from __future__ import annotations

from collections.abc import Sequence

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
    cells = [cell for cell in row if cell.tag in CELLS]
    places: Sequence[int] = range(1, len(cells) + 1)
    if habits.hides:
        places = [place for place, cell in zip(places, cells, strict=True) if not is_hidden(cell)]
        cells = [cells[place - 1] for place in places]
    texts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    pieces: list[int] = []
    for cell in cells:
        if len(cell):
            text, is_pieced = cell_text(cell, habits)
            if is_pieced:
                pieces.append(len(texts))
        else:
            text = cell.text or ""
        down, across = cell.get("rowspan"), cell.get("colspan")
        if (down and down != "1") or (across and across != "1"):
            spans.append((len(texts), span(down) if down else 1, span(across) if across else 1))
        texts.append(as_shown(text))
    return SparseRow(number, texts, [cell.sourceline for cell in cells], spans, pieces, places)


def as_shown(text: str) -> str:
    """A text with blanks as they are shown."""
    return text if text.isalnum() else " ".join(text.split())


def cell_text(cell: etree._Element, habits: Habits) -> tuple[str, bool]:
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
    the digits come from several pieces or an image, or one with digits was left out.
    """
    parts = [cell.text or ""]
    marks: list[str] = []
    has_image = False
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
            has_image |= part.tag == "img"
        elif part.tag in _SKIPPED or is_hidden(part):
            walk.skip_subtree()
        elif is_mark(part):
            walk.skip_subtree()
            marks.append("".join(part.itertext()))
        else:
            parts += (gap, part.text or "")
    text = "".join(parts)
    if not text.strip():
        text = "".join(marks)
        return text, has_image and _has_digit(text)
    digits = sum(map(_has_digit, (*parts, *marks)))
    return text, digits > 1


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def span(text: str) -> int:
    """A span attribute, read as browsers do: the digits at its beginning count, 1 without any."""
    if len(text) == 1 and "1" <= text <= "9":
        return int(text)
    number = _LEADING_NUMBER.match(text)
    return max(int(number[1]), 1) if number else 1

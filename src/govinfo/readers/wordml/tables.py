"""The rows and cells of a Word table, its merged cells as spans."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from govinfo.document.spans import MAX_COLSPAN
from govinfo.readers.wordml.names import VAL, is_on, number_of, w

TABLE, CELL = w("tbl"), w("tc")
WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")))
_ROW, _ROW_PROPERTIES, _CELL_PROPERTIES = w("tr"), w("trPr"), w("tcPr")
_BEFORE, _AFTER, _HIDDEN = w("gridBefore"), w("gridAfter"), w("hidden")
_SPAN, _DOWN, _ACROSS = w("gridSpan"), w("vMerge"), w("hMerge")
_ROW_DELETED, _CELL_DELETED = w("del"), w("cellDel")
_CHANGES = frozenset((w("ins"), _ROW_DELETED, w("cellIns"), _CELL_DELETED))
_RESTART = "restart"


@attrs.define
class Slot:
    """A cell and the rows and columns that it takes.

    Attributes:
        element: `w:tc`; None for the gap in front of or behind a row that does not fill its table.
        row, place: number of the row in the table and of the cell in the row, from 1.
        colspan, rowspan: columns and rows that it takes.
    """

    element: etree._Element | None
    row: int
    place: int
    colspan: int = 1
    rowspan: int = 1


@attrs.frozen
class Rows:
    """The rows of a table: what is shown of it; whether rows were hidden or cells changed."""

    slots: list[list[Slot]]
    hidden: bool
    changed: bool


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of a name, those inside content controls and the like included."""
    for child in parent:
        tag = child.tag
        if tag == name:
            yield child
        elif tag in WRAPPERS:
            yield from children(child, name)


def rows_of(table: etree._Element) -> Rows:
    """Read the rows; cells that continue one above become its span, rows that are hidden or deleted are left out."""
    slots: list[list[Slot]] = []
    open_cells: dict[int, Slot] = {}
    hidden = changed = False
    for number, row in enumerate(children(table, _ROW), 1):
        properties = row.find(_ROW_PROPERTIES)
        before = after = 0
        if properties is not None:
            changed |= any(child.tag in _CHANGES for child in properties)
            if is_on(properties.find(_HIDDEN)):
                hidden = True
                continue
            if properties.find(_ROW_DELETED) is not None:
                continue
            before, after = number_of(properties.find(_BEFORE), 0), number_of(properties.find(_AFTER), 0)
        own, open_cells, edited = _row(row, number, before, open_cells)
        changed |= edited
        if after:
            own.append(Slot(None, number, len(own) + 1, min(after, MAX_COLSPAN)))
        slots.append(own)
    return Rows(slots, hidden, changed)


def _row(
    row: etree._Element, number: int, before: int, above: dict[int, Slot]
) -> tuple[list[Slot], dict[int, Slot], bool]:
    """The cells that begin in a row, and the merged cells that the next row may continue, by column."""
    own: list[Slot] = []
    below: dict[int, Slot] = {}
    column = before
    changed = False
    if before:
        own.append(Slot(None, number, 0, min(before, MAX_COLSPAN)))
    for place, cell in enumerate(children(row, CELL), 1):
        span, down, across, deleted = _properties(cell)
        if deleted:
            changed = True
            continue
        if across is not None and across != _RESTART and own:
            own[-1].colspan += span
            column += span
            continue
        origin = above.get(column) if down is not None and down != _RESTART else None
        if origin is not None and origin.colspan == span:
            origin.rowspan += 1
            below[column] = origin
        else:
            slot = Slot(cell, number, place, span)
            own.append(slot)
            if down is not None:
                below[column] = slot
        column += span
    return own, below, changed


def _properties(cell: etree._Element) -> tuple[int, str | None, str | None, bool]:
    """Columns of a cell, how it is merged down and across (None where it is not), and whether it was deleted."""
    span, down, across, deleted = 1, None, None, False
    properties = next(cell.iterchildren(_CELL_PROPERTIES), None)
    if properties is not None:
        for found in properties.iterchildren(_SPAN, _DOWN, _ACROSS, _CELL_DELETED):
            tag = found.tag
            if tag == _SPAN:
                span = min(max(number_of(found, 1), 1), MAX_COLSPAN)
            elif tag == _DOWN:
                down = found.get(VAL, "continue")
            elif tag == _ACROSS:
                across = found.get(VAL, "continue")
            else:
                deleted = True
    return span, down, across, deleted

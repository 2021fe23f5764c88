"""Where the places of a Word file stand in its markup."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govinfo.document import Block, Figure
from govinfo.readers.marked import MarkedCell
from govinfo.readers.wordml.body import Body, Habits
from govinfo.readers.wordml.names import w
from govinfo.readers.wordml.numbering import Numbering
from govinfo.readers.wordml.styles import Styles
from govinfo.readers.wordml.tables import CELL, Slot
from govinfo.source import Source

_PARAGRAPH, _TEXT_BOX = w("p"), w("txbxContent")


class PlacedBody(Body):
    """A body that remembers the element of every place."""

    def __init__(self, habits: Habits, styles: Styles, numbering: Numbering) -> None:
        super().__init__(habits, styles, numbering)
        self._elements: dict[Source, etree._Element] = {}

    def paragraphs(self, root: etree._Element) -> dict[Source, int]:
        """For each place the number of the paragraph at which it begins, all elements of `root` counted from 0.

        A paragraph in a text box gives way to the one in which the box is anchored, which may bear comments.
        """
        found = {source: _paragraph_of(element) for source, element in self._elements.items()}
        numbers = {element: number for number, element in enumerate(root.iter("*"))}
        return {source: numbers[paragraph] for source, paragraph in found.items() if paragraph is not None}

    def _paragraph(self, paragraph: etree._Element, place: Source | None) -> Iterator[Block]:
        yield from super()._paragraph(paragraph, place)
        self._elements.setdefault(place or Source(paragraph=self._paragraphs), paragraph)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        self._elements[Source(table=self._tables + 1)] = table
        yield from super()._table(table)

    def _cell(self, slot: Slot, table: int, figures: list[Figure]) -> MarkedCell:
        cell = super()._cell(slot, table, figures)
        if slot.element is not None:
            self._elements[cell.source] = slot.element
        return cell


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    """The first paragraph of an element, those of tables inside it last."""
    own = [paragraph for paragraph in element.iter(_PARAGRAPH) if next(paragraph.iterancestors(CELL), None) is element]
    first = own[0] if own else next(element.iter(_PARAGRAPH), None)
    if first is None:
        return None
    boxes = list(first.iterancestors(_TEXT_BOX))
    return next(boxes[-1].iterancestors(_PARAGRAPH), None) if boxes else first

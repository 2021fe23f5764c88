"""Which blocks of a web page an element holds together, and which lead elsewhere."""

from __future__ import annotations

from typing import TypeVar

from lxml import etree

from govinfo.document import Block

LINKED = 0.6
"""Least share of the characters of a paragraph that stand in links, for the whole to count as one."""

_B = TypeVar("_B", bound=Block)


class Regions:
    """Counts blocks while a page is walked through."""

    def __init__(self) -> None:
        self._blocks = 0
        self._open: list[tuple[etree._Element, int]] = []
        self._links: list[etree._Element] = []
        self._linked = 0
        self._found: list[tuple[int, int]] = []

    @property
    def found(self) -> tuple[tuple[int, int], ...]:
        """The ranges of two and more blocks, inner ones first."""
        return tuple(self._found)

    def counted(self, block: _B) -> _B:
        """The block, counted."""
        self._blocks += 1
        return block

    def all_counted(self, *blocks: Block) -> tuple[Block, ...]:
        """Several blocks, counted."""
        self._blocks += len(blocks)
        return blocks

    def begin(self, element: etree._Element, *, inline: bool) -> None:
        """An element begins; an anchor is a link if it leads anywhere."""
        if not inline:
            self._open.append((element, self._blocks))
        elif element.tag == "a" and element.get("href"):
            self._links.append(element)

    def end(self, element: etree._Element) -> None:
        """An element ends; one that was not opened is left out."""
        if self._links and self._links[-1] is element:
            self._links.pop()
        elif self._open and self._open[-1][0] is element:
            start = self._open.pop()[1]
            if self._blocks - start > 1 and self._found[-1:] != [(start, self._blocks)]:
                self._found.append((start, self._blocks))

    def count(self, text: str) -> None:
        """Count the characters of a piece of text that stands in a link."""
        if self._links:
            self._linked += len(text.strip())

    def is_linked(self, text: str) -> bool:
        """Tell whether most of a paragraph's text is links; counting begins anew."""
        linked, self._linked = self._linked, 0
        return linked > 0 and linked >= LINKED * len(text)

"""Where on a page the report stands: what is around it is navigation, lists of other pages, the foot."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from govinfo.alignment.strip import Row
from govinfo.document import Document, Paragraph


@attrs.frozen
class Page:
    """A page in terms of its strip.

    Attributes:
        regions: first and last-but-one blocks that an element of the page holds together, inner ones first.
        blocks: the blocks of the rows.
        links: rows that lead elsewhere.
    """

    regions: tuple[tuple[int, int], ...] = ()
    blocks: Sequence[int] = ()
    links: frozenset[int] = frozenset()

    def content(self, rows: Iterable[int], size: int) -> tuple[int, int]:
        """The smallest region that holds all of some rows and what follows the last; the whole strip without one.

        Args:
            rows: the rows.
            size: how many rows the strip has.

        Returns:
            Its first row, and the row behind its last.
        """
        known = tuple(rows)
        behind = max(known, default=0) + 1
        if known and behind < len(self.blocks):
            first, last = self.blocks[min(known)], self.blocks[behind]
            for start, stop in self.regions:
                if start <= first and last < stop:
                    return bisect_left(self.blocks, start), bisect_left(self.blocks, stop)
        return 0, size


NO_PAGE = Page()
"""A document of which nothing is known but its text."""


def page_of(document: Document, strip: Sequence[Row]) -> Page:
    """What a document tells of its strip, where the layout knows its blocks."""
    blocks = [row.block for row in strip if row.block is not None]
    if not document.regions or len(blocks) < len(strip):
        return NO_PAGE
    linked = {
        number
        for number, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.linked and block.level != 1
    }
    links = [position for position, number in enumerate(blocks) if number in linked]
    return Page(document.regions, blocks, frozenset(links))

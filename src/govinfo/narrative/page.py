"""Where on a page the report stands: what is around it is navigation, lists of other pages, the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from govinfo.alignment.strip import Row
from govinfo.document import Document, Paragraph


@attrs.frozen
class Page:
    """A page in terms of its strip.

    Attributes:
        regions: first and last-but-one rows that an element of the page holds together, inner ones first.
        links: rows that lead elsewhere.
    """

    regions: tuple[tuple[int, int], ...] = ()
    links: frozenset[int] = frozenset()

    def content(self, rows: Iterable[int], size: int) -> tuple[int, int]:
        """The smallest region that holds all of some rows and what follows the last; the whole strip without one."""
        known = tuple(rows)
        if known:
            low, high = min(known), max(known)
            for start, stop in self.regions:
                if start <= low and high + 1 < stop:
                    return start, stop
        return 0, size


NO_PAGE = Page()
"""A document of which nothing is known but its text."""


def page_of(document: Document, strip: Sequence[Row]) -> Page:
    """What a document tells of its strip, where the layout knows its blocks."""
    if not document.regions:
        return NO_PAGE
    first = [0] * (len(document.blocks) + 1)
    links: set[int] = set()
    reached = 0
    for position, row in enumerate(strip):
        if row.block is None:
            return NO_PAGE
        while reached <= row.block:
            first[reached] = position
            reached += 1
        block = document.blocks[row.block]
        if isinstance(block, Paragraph) and block.linked and block.level != 1:
            links.add(position)
    first[reached:] = [len(strip)] * (len(first) - reached)
    return Page(tuple((first[start], first[stop]) for start, stop in document.regions), frozenset(links))

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
    numbers = [row.block for row in strip if row.block is not None]
    if len(numbers) < len(strip):
        return NO_PAGE
    linked = {number for number, block in enumerate(document.blocks) if isinstance(block, Paragraph) and _leads(block)}
    return Page(
        tuple((bisect_left(numbers, start), bisect_left(numbers, stop)) for start, stop in document.regions),
        frozenset([position for position, number in enumerate(numbers) if number in linked]),
    )


def _leads(line: Paragraph) -> bool:
    """Tell whether a line leads elsewhere, as the title of a page does not."""
    return line.linked and line.level != 1

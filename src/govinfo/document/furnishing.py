"""Whether a table holds data or only arranges a page."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.text.numbers import is_value

MAX_CELL = 300
"""Longest usual text of a data cell in characters; a longer one is a remark beside many numbers, or page layout."""

MIN_NUMBERS = 12
"""So many numbers for each longer text make a table of data; the largest tables of the forms have fifteen columns."""


def is_page_layout(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a table only arrange a page: long texts stand in it, and few numbers beside them.

    Args:
        texts: the texts of all its cells.
    """
    if max(map(len, texts), default=0) <= MAX_CELL:
        return len(texts) < 2
    long = sum(len(text) > MAX_CELL for text in texts)
    numbers = sum(is_value(text) for text in texts)
    return numbers < MIN_NUMBERS * long or numbers * 3 < len(texts)

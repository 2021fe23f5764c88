"""Whether a document ends inside its tables, as one does that was cut off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.strip import Row
from govinfo.forms import RowPlace
from govinfo.source import Source
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

_OPENING = frozenset("(（")


class Cut(NamedTuple):
    """The row of the form in or behind which a document ends.

    Attributes:
        place: the last row that was read.
        last: place of the last text.
        inside: True where the row's own last number is the end, so that it may be cut off itself.
    """

    place: RowPlace
    last: Source
    inside: bool = True


def ending(strip: Sequence[Row], row: int, place: RowPlace, index: LabelIndex) -> Cut | None:
    """Tell whether a strip ends inside the tables: with a number, a label or the beginning of one or of a heading.

    Args:
        strip: the document.
        row: number of the last row with numbers that belongs to a table.
        place: the row of the form that it is.
        index: the form's labels.
    """
    below = [(text, number) for number in range(row + 1, len(strip)) for text in strip[number].texts]
    last = max(index.headings.values(), default=0)
    tables = {table.section for table in index.form.tables}
    narrative = range(max(tables, default=0) + 1, last + 1)
    if any(index.headings.get(fold(text)) in narrative for text, _ in below):
        return None
    text = next((text for text, _ in reversed(below) if fold(text) or is_value(text)), "")
    opened = any(text.strip() in _OPENING for text, _ in below)
    if not opened and not _is_of_tables(text, index):
        return None
    return Cut(place, strip[below[-1][1]].tokens[-1].source, inside=False)


def _is_of_tables(text: str, index: LabelIndex) -> bool:
    """Tell whether a text is a number, a label of the tables, or the beginning of one or of a heading."""
    key = fold(text)
    return is_value(text) or (
        bool(key) and any(known.startswith(key) for known in (*index.rows, *index.other, *index.headings))
    )

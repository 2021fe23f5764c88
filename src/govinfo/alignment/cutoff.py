"""Whether a document ends inside a table, and which rows of the form it lacks for that reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import regex

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.reading import Cut
from govinfo.alignment.strip import Row
from govinfo.forms import RowPlace
from govinfo.source import Source
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

MIN_LABELS = 2
"""So many labels at the end show that a document breaks off there, whatever other text stands above them."""

MAX_BEHIND = 40
"""So many rows at most stand behind the last number where a document breaks off: the header of the next table."""

_NUMERAL = regex.compile(r"[0-9一二三四五六七八九十]{0,3}")


def cut_of(
    place: RowPlace, last: Callable[[], Source], behind: Sequence[Row], index: LabelIndex, *, full: bool = True
) -> Cut | None:
    """Where a document breaks off: at a row with nothing but labels behind it, the last of which may be cut itself.

    Below a whole table there must be such labels, as tables without any text around them end so too.

    Args:
        place: the row of the form that is printed last.
        last: gives the place of its last cell.
        behind: what is printed behind it.
        index: the labels of the form.
        full: False where the row has fewer cells than the form.
    """
    rest = index.form.rows[place.index + 1 :]
    if not behind:
        inside = not full or any(row.table is place.table for row in rest)
        return Cut(place, last(), tuple(rest) if inside else ())
    if not rest or len(behind) > MAX_BEHIND or not _are_labels(behind, index, full=full):
        return None
    return Cut(
        place, last(), tuple(rest), whole=not any(is_value(text) for row in behind for text in row.texts if text)
    )


def _are_labels(rows: Sequence[Row], index: LabelIndex, *, full: bool) -> bool:
    """Tell whether rows hold only labels, of which the last may be only the beginning of one.

    Behind a row that is a cell short it may be a number without the end of its cell, too.  Other text may stand above
    some of them.  Of several rows of the form the numbers were lost in another way.
    """
    keys = [fold(text) for row in rows for text in row.texts if text]
    known = index.vocabulary | index.headings.keys()
    labels = index.rows.keys() - index.columns
    if sum(key in labels for key in keys[:-1]) > 1 or not all(_is_begun(key, known) for key in keys[-MIN_LABELS:-1]):
        return False
    tables = {table.section for table in index.form.tables}
    if any(index.headings.get(key, 0) > max(tables, default=0) for key in keys):
        return False
    if not keys or _NUMERAL.fullmatch(keys[-1]) is not None or any(key.startswith(keys[-1]) for key in known):
        return True
    return not full and keys[-1].isdecimal()


def _is_begun(key: str, known: Collection[str]) -> bool:
    """Tell whether a key is one of some labels, or the beginning of one."""
    return key in known or (len(key) > 1 and any(other.startswith(key) for other in known))

"""Whether a document ends inside a table, and which rows of the form it lacks for that reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import regex
from rapidfuzz import fuzz, process

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.reading import Cut
from govinfo.alignment.strip import Row
from govinfo.forms import RowPlace
from govinfo.source import Source
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

MIN_LABELS = 2
"""So many labels at the end show that a document breaks off there, whatever other text stands above them."""

MIN_ALIKE = 6
"""So many characters of a label tell which one it is though one of them is another."""

ALIKE = 85
"""Least likeness of the beginning of a label to it, in percent."""

MIN_SENTENCE = 8
"""So many characters at least has the beginning of a sentence; shorter lines are words such as 无."""

MAX_BEHIND = 40
"""So many rows at most stand behind the last number where a document breaks off: the header of the next table."""

_UNFINISHED = regex.compile(r"[0-9][0-9,.]*\s*\p{Han}{0,2}[(（][^()（）]{0,20}")
"""A number with a remark in brackets that are not closed."""

_ENDED = regex.compile(r"[。．.；;！!？?：:…”’）)】\]」』》日]$")
"""The end of a sentence, of words in brackets or of a day."""

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
        return Cut(place, last(), tuple(rest) if inside else (), full=full)
    if not rest and not full and all(is_value(text) for row in behind for text in row.texts if text):
        return Cut(place, last(), full=False)
    if not rest or len(behind) > MAX_BEHIND:
        return None
    within = {row.table.section for row in rest}
    if not _are_labels(behind, index) and not _end_in_a_sentence(behind, within, index):
        return None
    return Cut(
        place, last(), tuple(rest), whole=not any(is_value(text) for row in behind for text in row.texts if text)
    )


def _are_labels(rows: Sequence[Row], index: LabelIndex) -> bool:
    """Tell whether rows hold only labels, of which the last may be only the beginning of one.

    The last may be a number without the end of its cell, too.  Other text may stand above some of them.  Of several
    rows of the form the numbers were lost in another way.
    """
    keys = [fold(text) for row in rows for text in row.texts if text]
    known = index.vocabulary | index.headings.keys()
    labels = index.rows.keys() - index.columns
    if sum(key in labels for key in keys[:-1]) > 1 or not all(_is_begun(key, known) for key in keys[-MIN_LABELS:-1]):
        return False
    tables = {table.section for table in index.form.tables}
    if any(index.headings.get(key, 0) > max(tables, default=0) for key in keys):
        return False
    if rows and rows[-1].texts and _UNFINISHED.fullmatch(rows[-1].texts[-1]):
        return True
    return not keys or is_value(keys[-1]) or _NUMERAL.fullmatch(keys[-1]) is not None or _begins(keys[-1], known)


def _begins(key: str, known: Collection[str]) -> bool:
    """Tell whether a key is the beginning of a label; a longer one may differ from it a little."""
    if any(other.startswith(key) for other in known):
        return True
    begun = {other[: len(key)] for other in known if len(other) > len(key) >= MIN_ALIKE}
    return process.extractOne(key, begun, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None


def _end_in_a_sentence(rows: Sequence[Row], sections: Collection[int], index: LabelIndex) -> bool:
    """Tell whether the last row is the beginning of a sentence, in a section whose table the document lacks."""
    opened = [index.headings.get(fold(text), 0) for row in rows for text in row.texts if text]
    within = next((number for number in reversed(opened) if number), 0)
    last = rows[-1].texts[-1].strip() if rows[-1].texts else ""
    return within in sections and max(opened) == within and len(last) >= MIN_SENTENCE and not _ENDED.search(last)


def _is_begun(key: str, known: Collection[str]) -> bool:
    """Tell whether a key is one of some labels, or the beginning of one."""
    return key in known or (len(key) > 1 and any(other.startswith(key) for other in known))

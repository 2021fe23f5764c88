"""Recognising printed labels: by key, by likeness, by truncation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

import attrs
from rapidfuzz import fuzz, process

from govinfo.contracts import LabelAlias
from govinfo.document.official import MEASURE
from govinfo.forms import Block, Column, Form, Label, RowPlace
from govinfo.text.fold import fold, split_number

How = Literal["exact", "alias", "similar", "truncated", "position"]

MIN_LIKENESS = 0.5
"""Least likeness of a label that is recognised by its wording; below it only its neighbours can tell."""

MIN_PREFIX = 3
"""Least number of characters of a label that is recognised as the beginning of the official one."""


class Likeness(NamedTuple):
    """How well a printed label fits an official one: 0 to 1, and in which manner."""

    score: float
    how: How


@attrs.frozen(slots=False, eq=False)
class LabelIndex:
    """The keys of a form's labels.

    Attributes:
        form: the form.
        rows: numbers of rows (`Form.rows`) by key.
        other: keys of everything else that is printed in the tables: headers, groups, corners, notes.
        columns: keys of the column labels among them.
        headings: section numbers by the keys of the section headings.
        aliases: further wordings, from plugins.
        namesakes: the numbers of rows that have the same key, where several have it.
    """

    form: Form
    rows: dict[str, tuple[int, How]]
    other: frozenset[str]
    columns: frozenset[str]
    headings: dict[str, int]
    aliases: tuple[LabelAlias, ...]
    namesakes: dict[str, tuple[int, ...]] = attrs.Factory(dict)

    @cached_property
    def groups(self) -> frozenset[str]:
        """The keys of the labels of groups of rows."""
        return frozenset(
            fold(wording)
            for place in self.form.rows
            for group in place.row.groups
            for wording in self.wordings(group.id, group.label)
        )

    @cached_property
    def row_labels(self) -> tuple[str, ...]:
        """The keys of the labels of rows and of groups of rows."""
        return tuple(sorted(self.rows.keys() | self.groups))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All keys of the tables."""
        return frozenset(self.rows) | self.other

    @cached_property
    def other_text(self) -> str:
        """The keys of `other`, one a line."""
        return "\n".join(sorted(self.other))

    @cached_property
    def other_keys(self) -> tuple[str, ...]:
        """The keys of `other`, without what may be a number in front of a key."""
        return tuple(map(fold, sorted(self.other)))

    @cached_property
    def row_keys(self) -> tuple[tuple[str, ...], ...]:
        """The keys of the wordings of each row's label, official first."""
        return tuple(tuple(map(fold, self.wordings(place.row.id, place.label))) for place in self.form.rows)

    @cached_property
    def unlabelled(self) -> tuple[RowPlace, frozenset[str]] | None:
        """The form's row without a label, and the keys of its header that no other table has."""
        place = next((place for place in self.form.rows if place.row.label is None), None)
        if place is None:
            return None
        keys = {fold(column.label.zh) for column in nodes(place.block.columns)}
        for other in self.form.rows:
            if other is not place:
                keys -= {fold(column.label.zh) for column in nodes(other.block.columns)}
                keys -= {fold(other.label.zh)}
        return place, frozenset(keys)

    def wordings(self, target: str, label: Label) -> tuple[str, ...]:
        """The official wording of a label and its aliases, official first."""
        regional = (alias.wording for alias in self.aliases if alias.target == target)
        return (label.zh, *label.aliases, *regional)


@lru_cache(maxsize=32)
def label_index(form: Form, aliases: tuple[LabelAlias, ...] = ()) -> LabelIndex:
    """The index of a form; `aliases` for other forms are left out."""
    mine = tuple(alias for alias in aliases if alias.form in (None, form.id))
    empty = LabelIndex(form, {}, frozenset(), frozenset(), {}, mine)
    rows: dict[str, tuple[int, How]] = {}
    numbers: dict[str, dict[int, None]] = {}
    other: set[str] = set()
    for place in form.rows:
        for key, how in _row_keys(place, empty):
            rows.setdefault(key, (place.index, how))
            numbers.setdefault(key, {})[place.index] = None
    for table in form.tables:
        other.add(fold(table.note or ""))
        for block in table.blocks:
            other.update(fold(text) for text in _printed_around(block, empty))
    headings = {
        fold(wording): heading.number
        for heading in form.headings
        for wording in empty.wordings(f"section.{heading.number}", heading.label)
    }
    columns = frozenset(
        fold(wording)
        for table in form.tables
        for block in table.blocks
        for column in nodes(block.columns)
        for wording in empty.wordings(column.id, column.label)
    )
    namesakes = {key: tuple(places) for key, places in numbers.items() if len(places) > 1}
    return attrs.evolve(
        empty, rows=rows, other=frozenset(other - {""}), columns=columns, headings=headings, namesakes=namesakes
    )


def _row_keys(place: RowPlace, index: LabelIndex) -> Iterator[tuple[str, How]]:
    """The keys by which a row is known: of its label, of that with what is counted, or with the group before it."""
    if place.row.label is None:
        return
    innermost = place.row.groups[-1] if place.row.groups else None
    prefixes = index.wordings(innermost.id, innermost.label) if innermost else ()
    for position, wording in enumerate(index.wordings(place.row.id, place.row.label)):
        how: How = "exact" if position == 0 else "alias"
        yield fold(wording), how
        if place.row.measure:
            yield fold(wording + place.row.measure), how
            yield fold(wording + MEASURE + place.row.measure), how
        for prefix in prefixes:
            yield fold(prefix + wording), how if prefix == prefixes[0] else "alias"


def _printed_around(block: Block, index: LabelIndex) -> Iterator[str]:
    yield block.article or ""
    yield from (block.corner.zh,) if block.corner else ()
    measures = {row.measure for row in block.rows if row.measure}
    yield from (MEASURE, *measures) if measures else ()
    for row in block.rows:
        for group in row.groups:
            yield from index.wordings(group.id, group.label)
    for column in nodes(block.columns):
        yield from index.wordings(column.id, column.label)


def nodes(columns: Iterable[Column]) -> Iterator[Column]:
    """The header's columns and groups in the order in which they are printed, line by line."""
    level = list(columns)
    while level:
        yield from level
        level = [child for column in level for child in column.children]


def likeness(printed: str, wordings: Iterable[str]) -> Likeness:
    """Compare a printed label with the wordings of one official label, best first."""
    return key_likeness(fold(printed), map(fold, wordings))


def key_likeness(key: str, wordings: Iterable[str]) -> Likeness:
    """Compare the key of a printed label with those of the wordings of one official label, best first."""
    score = 0.0
    how: How = "similar"
    for position, official in enumerate(wordings):
        if key == official:
            return Likeness(1.0, "exact" if position == 0 else "alias")
        begins = len(key) >= MIN_PREFIX and official.startswith(key)
        found = 0.9 if begins else fuzz.ratio(key, official) / 100
        if found > score:
            score, how = found, "truncated" if begins else "similar"
    return Likeness(score, how)


def may_be(printed: str, label: str) -> bool:
    """Tell whether a text may be a label, however little of its beginning is left."""
    key = fold(printed)
    begins = bool(key) and fold(label).startswith(key)
    return begins or likeness(printed, (label,)).score >= MIN_LIKENESS


def is_like_row(text: str, index: LabelIndex) -> bool:
    """Tell whether a text is the label of a row or of a group of rows, or like one."""
    return (
        process.extractOne(fold(text), index.row_labels, scorer=fuzz.ratio, score_cutoff=100 * MIN_LIKENESS) is not None
    )


def is_label(text: str, index: LabelIndex) -> bool:
    """Tell whether a text is a label, or a piece of one or like one; a line numbered 一、 may be a heading."""
    key = fold(text)
    if key in index.headings:
        return False
    if key in index.other or key in index.rows:
        return True
    numbering, _ = split_number(text)
    if numbering is not None and numbering.level == 1:
        return False
    if key in index.other_text:
        return True
    like = process.extractOne(fold(key), index.other_keys, scorer=fuzz.ratio, score_cutoff=100 * MIN_LIKENESS)
    return like is not None

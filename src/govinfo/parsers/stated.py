"""Rows that a text tells instead of a table: a label, and numbers each behind the name of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from govinfo.alignment.labels import LabelIndex, label_index, nodes
from govinfo.alignment.strip import Row, Token
from govinfo.document import Paragraph
from govinfo.forms import Block, Column, Form, official_forms
from govinfo.parsers.cut import cut
from govinfo.text.fold import fold


@attrs.frozen
class Statement:
    """A row as a text tells it.

    Attributes:
        label: the wording of the row; for a row without a label that of a group of columns, such as 行政复议.
        numbers: the names of columns, each with its number; a column that is not named is blank, not zero.
    """

    label: Token
    numbers: tuple[tuple[Token, Token], ...]

    @property
    def names(self) -> Mapping[str, Token]:
        """The names of the columns by key."""
        return {fold(name.text): name for name, _ in self.numbers}


@attrs.frozen
class _Place:
    """Where a statement belongs: a block, or a group of its columns, and the columns around that group."""

    block: Block
    columns: tuple[Column, ...]
    around: tuple[Column, ...] = ()

    def keys(self, index: LabelIndex) -> dict[str, Column]:
        """The leaves by the keys of their names."""
        leaves = (leaf for column in self.columns for leaf in column.leaves())
        return {fold(wording): leaf for leaf in leaves for wording in index.wordings(leaf.id, leaf.label)}


def stated_rows(parts: Iterable[Statement | Paragraph], forms: Sequence[Form] = ()) -> list[Row]:
    """The rows of a text in which tables are told, for the `rows` of a `LayoutParser`.

    A statement may name its columns in any order: they are put into that of the form, below the form's header.
    One that names a column twice, or one that the form does not have, comes as it is told, and is doubted.

    Args:
        parts: the statements, and the paragraphs that are none, in their order.
        forms: the forms that may be told; by default the official ones.
    """
    parts = list(parts)
    told = [part for part in parts if isinstance(part, Statement)]
    indexes = [label_index(form) for form in forms or official_forms()]
    best = max(indexes, key=lambda index: (sum(_fits(part, index) for part in told), index.form.first_year))
    return list(_rows(parts, best))


def _fits(part: Statement, index: LabelIndex) -> bool:
    place = _place(part, index)
    return place is not None and part.names.keys() <= place.keys(index).keys()


def _place(part: Statement, index: LabelIndex) -> _Place | None:
    key = fold(part.label.text)
    if key in index.rows:
        block = index.form.rows[index.rows[key][0]].block
        return _Place(block, block.columns)
    if index.unlabelled is None:
        return None
    block = index.unlabelled[0].block
    for top in block.columns:
        for column in nodes((top,)):
            if column.children and key in map(fold, index.wordings(column.id, column.label)):
                return _Place(block, (column,), (top,) if column is not top else ())
    return None


def _rows(parts: Sequence[Statement | Paragraph], index: LabelIndex) -> Iterator[Row]:
    above: _Place | None = None
    for part in parts:
        if isinstance(part, Paragraph):
            yield Row((cut(part, 0, len(part.text)),), "line")
            above = None
            continue
        place = _place(part, index)
        if place is None or len(part.names) < len(part.numbers) or not _fits(part, index):
            yield Row(tuple(name for name, _ in part.numbers), "row")
            yield Row((part.label, *(number for _, number in part.numbers)), "row")
            above = None
            continue
        if place != above:
            around = () if above and above.around == place.around else place.around
            yield Row(tuple(_header(part, (*around, *nodes(place.columns)), index)), "row")
        yield Row(tuple(_cells(part, place, index)), "row")
        above = place


def _header(part: Statement, columns: Iterable[Column], index: LabelIndex) -> Iterator[Token]:
    """The header of the form: what the statement names as it names it, the rest in the official wording."""
    for column in columns:
        printed = (part.names.get(fold(wording)) for wording in index.wordings(column.id, column.label))
        yield next(filter(None, printed), Token(column.label.zh, part.label.source))


def _cells(part: Statement, place: _Place, index: LabelIndex) -> Iterator[Token]:
    keys = place.keys(index)
    numbers = {keys[fold(name.text)].id: number for name, number in part.numbers}
    if fold(part.label.text) in index.rows:
        yield part.label
    for column in place.columns:
        for leaf in column.leaves():
            yield numbers.get(leaf.id, Token("", part.label.source))

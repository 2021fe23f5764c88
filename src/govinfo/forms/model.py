"""Forms as values: tables of cells, their labels, and the identities that tie cells together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import attrs

Unit = Literal["count", "change", "ten_thousand_yuan", "money"]
"""Unit of a cell.

``count``: a whole number, not negative.  ``change``: a whole number with a sign (本年增/减).
``ten_thousand_yuan``: an amount in 万元.  ``money``: an amount whose unit the report states itself.
"""

ANNUAL_REPORT = "annual-report"
"""Kind of the forms of the annual report."""

MONEY: frozenset[Unit] = frozenset({"ten_thousand_yuan", "money"})


@attrs.frozen
class Label:
    """A printed wording: the official Chinese one, an English one, and other known Chinese ones."""

    zh: str
    en: str
    aliases: tuple[str, ...] = ()


@attrs.frozen
class Column:
    """A node of a table's header; a leaf carries numbers.

    Attributes:
        id: last part of the cell id (of a leaf), or the id of the group.
        label: what is printed.
        unit: unit of the cells below a leaf.
        children: the narrower headings below a group; empty for a leaf.
    """

    id: str
    label: Label
    unit: Unit = "count"
    children: tuple[Column, ...] = ()

    def leaves(self) -> Iterator[Column]:
        """Yield the leaves from left to right."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def ids(self) -> Iterator[str]:
        """Yield the id of the node and of all below it."""
        yield self.id
        for child in self.children:
            yield from child.ids()

    @property
    def depth(self) -> int:
        """Number of header rows that this node needs."""
        return 1 + max((child.depth for child in self.children), default=0)


@attrs.frozen
class Group:
    """A label that spans several rows, such as （三）不予公开."""

    id: str
    label: Label


@attrs.frozen
class Row:
    """A row of numbers.

    Attributes:
        id: middle part of the cell ids; empty where a table has one unlabelled row (table four).
        label: what is printed, or None for the unlabelled row.
        groups: the groups around the row, outermost first.
        measure: what is counted (件, 次), where the form prints it in a column of its own before the numbers.
        unit: unit of the cells, where it is not that of their columns.
    """

    id: str
    label: Label | None
    groups: tuple[Group, ...] = ()
    measure: str = ""
    unit: Unit | None = None


@attrs.frozen(slots=False, eq=False)
class Block:
    """Rows that share one header.

    Table two has a block for each item of article 20; tables three and four have one block.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    article: str | None = None
    corner: Label | None = None

    @cached_property
    def leaves(self) -> tuple[Column, ...]:
        """The columns that carry numbers, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves())

    @property
    def column_ids(self) -> frozenset[str]:
        """The ids of all nodes of the header, groups included."""
        return frozenset(node for column in self.columns for node in column.ids())


@attrs.frozen
class CellSpec:
    """One numeric cell of a form; `id` is part of the public contract."""

    id: str
    label: Label
    unit: Unit
    table: str
    row: str
    column: str
    article: str | None = None


@attrs.frozen
class Identity:
    """An equation that the form itself demands: the cells of `left` add up to the cells of `right`.

    Attributes:
        rule: id of the rule that reports a breach.
        left, right: cell ids.
        over: ``"row"`` or ``"column"`` for an equation repeated along a table, else ``"table"``.
        at: id of the row or column concerned; empty for ``"table"``.
        name: wording of what is summed, for messages.
    """

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    over: Literal["row", "column", "table"]
    at: str
    name: Label


@attrs.frozen(eq=False)
class Table:
    """One of the form's tables.

    Attributes:
        id: first part of its cell ids.
        number: its name.
        section: number of the section in which it stands; 0 where the form has no sections.
        blocks: its rows, those below one header together.
        note: what is printed in its corner.
    """

    id: str
    number: Label
    section: int
    blocks: tuple[Block, ...]
    note: str | None = None


@attrs.frozen
class Heading:
    """One of the narrative sections with its statutory heading."""

    number: int
    label: Label


@attrs.frozen(slots=False, eq=False)
class Form:
    """An official form.

    Attributes:
        id: ``"2019"`` or ``"2021"``, or the name that a plugin gives.
        title: name of the form.
        basis: the notice that issued it.
        first_year, last_year: reporting years it is for; `last_year` is None while it is in use.
        headings: the statutory sections; none for a form that has tables only.
        tables: the tables.
        cells: the cells of all tables.
        identities: what must add up.
        kind: what document it is a form of.  A rule is for the forms of annual reports unless its entry in the
            catalogue says otherwise, and only reports of one kind are compared with each other.
    """

    id: str
    title: Label
    basis: str
    first_year: int
    last_year: int | None
    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    cells: tuple[CellSpec, ...]
    identities: tuple[Identity, ...]
    kind: str = ANNUAL_REPORT

    @cached_property
    def by_id(self) -> Mapping[str, CellSpec]:
        """The cells by id."""
        return MappingProxyType({cell.id: cell for cell in self.cells})

    @cached_property
    def rows(self) -> tuple[RowPlace, ...]:
        """All rows of numbers in printing order, each with its place."""
        return tuple(
            RowPlace(index, table, block, row, tuple(cell_id(table.id, row.id, leaf.id) for leaf in block.leaves))
            for index, (table, block, row) in enumerate(
                (table, block, row) for table in self.tables for block in table.blocks for row in block.rows
            )
        )

    def is_for(self, year: int) -> bool:
        """Tell whether the form is the one prescribed for a reporting year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@attrs.frozen(eq=False)
class RowPlace:
    """A row together with its table, its block and its cell ids from left to right."""

    index: int
    table: Table
    block: Block
    row: Row
    cells: tuple[str, ...]

    @property
    def label(self) -> Label:
        """Wording of the row; the table's own name where the row is unlabelled."""
        return self.row.label or self.table.number


def cell_id(table: str, row: str, column: str) -> str:
    """Join the parts of a public cell id."""
    return ".".join(part for part in (table, row, column) if part)

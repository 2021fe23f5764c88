"""The one long row of a table that is printed as several rows, as a list, or as several small tables.

Only labels decide, each known by its key: every number must have one label of a group of columns and one of a column
within it, beside it or above it, and every column of the form must have one number.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache

import attrs

from govinfo.alignment.columns import SUBTOTALS
from govinfo.alignment.labels import LabelIndex, nodes
from govinfo.alignment.placed import Placed, may_have_moved
from govinfo.alignment.strip import Row, Token
from govinfo.forms import Block, Column
from govinfo.text.fold import fold


@attrs.frozen(slots=False)
class Names:
    """The keys of a block's header.

    Attributes:
        block: the block.
        groups: the groups that hold no other, by key.
        leaves: the places within a group, by the keys of its columns, which are the same in all groups.
        around: the wider groups, by key.
    """

    block: Block
    groups: Mapping[str, Column]
    leaves: Mapping[str, int]
    around: Mapping[str, Column]

    @cached_property
    def above(self) -> frozenset[str]:
        """The keys of all groups, whose names may stand in lines above tables."""
        return frozenset((*self.groups, *self.around))


@attrs.frozen
class Part:
    """The numbers of some columns, and the labels of columns and groups, by their ids."""

    numbers: Mapping[str, Token]
    labels: Mapping[str, Token]


@lru_cache(maxsize=8)
def names_of(index: LabelIndex) -> Names | None:
    """The header of the form's row without a label, if it is one of groups of the same columns."""
    if index.unlabelled is None:
        return None
    block = index.unlabelled[0].block
    inner = [
        node for node in nodes(block.columns) if node.children and all(not leaf.children for leaf in node.children)
    ]
    around = [node for node in nodes(block.columns) if node.children and node not in inner]
    leaves = [{fold(leaf.label.zh): place for place, leaf in enumerate(group.children)} for group in inner]
    if len(inner) < 2 or any(other != leaves[0] for other in leaves):
        return None
    wide = {key: node for node in around for key in _wordings(node, index)}
    narrow = {key: node for node in inner for key in _wordings(node, index)}
    joined = {
        above + key: node for above, outer in wide.items() for key, node in narrow.items() if node in outer.children
    }
    return Names(block, {**narrow, **joined}, leaves[0], wide)


def part_of(cells: Sequence[Placed], names: Names, heading: Token | None) -> Part | None:
    """The numbers of a table by their labels; None where one has none or two of a kind, or if it is that of the form.

    Args:
        cells: the cells of the table.
        names: the labels.
        heading: the name of a group right above the table.
    """
    known = {*names.groups, *names.leaves, *names.around, *SUBTOTALS}
    labels = [cell for cell in cells if cell.key in known]
    if not {cell.key for cell in labels} & names.leaves.keys():
        return None
    found: dict[str, Token] = {}
    used: dict[str, Token] = {}
    by_row: dict[int, str] = {}
    mapped: list[Placed] = []
    for cell in cells:
        if cell.key:
            continue
        beside = [label for label in labels if label.is_beside(cell)]
        above = [label for label in labels if label.is_above(cell)]
        if any(label.key in SUBTOTALS for label in (*beside, *above)):
            continue
        leaf, group = _nearest(beside, above, names.leaves), _nearest(beside, above, names.groups)
        named = group.token if group else heading
        if leaf is None or named is None:
            if cell.is_filled:
                return None
            continue
        column = names.groups[fold(named.text)]
        if group in above and leaf in above and by_row.setdefault(cell.row, column.id) != column.id:
            return None
        number = column.children[names.leaves[leaf.key]].id
        if number in found and found[number].text and cell.token.text:
            return None
        if number not in found or cell.token.text:
            found[number] = cell.token
        mapped.append(cell)
        used |= {column.id: named, number: leaf.token}
    used |= {names.around[cell.key].id: cell.token for cell in labels if cell.key in names.around}
    return Part(found, used) if found and not may_have_moved(mapped) else None


def in_one_row(part: Part, names: Names, like: Row) -> Sequence[Row] | None:
    """The header and the row of the form; None where a number is missing."""
    if not all(leaf.id in part.numbers for leaf in names.block.leaves):
        return None
    header = [part.labels[node.id] for node in nodes(names.block.columns) if node.id in part.labels]
    values = [part.numbers[leaf.id] for leaf in names.block.leaves]
    return [Row(_in_line(tokens), like.bounds, like.table, like.block) for tokens in (header, values)]


def _nearest(beside: Sequence[Placed], above: Sequence[Placed], keys: Collection[str]) -> Placed | None:
    """The only label of some beside a number, else the nearest above it; None where there are two sorts of them."""
    left = [label for label in beside if label.key in keys]
    top = [label for label in above if label.key in keys]
    if left:
        return left[0] if len(left) == 1 and not top else None
    return max(top, key=lambda label: label.row, default=None)


def _in_line(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(attrs.evolve(token, column=column, down=1) for column, token in enumerate(tokens))


def _wordings(column: Column, index: LabelIndex) -> Collection[str]:
    return [fold(wording) for wording in index.wordings(column.id, column.label)]

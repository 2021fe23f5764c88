"""The tables of a form as printed officially: labels, merged cells, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govinfo.document.model import Grid, GridCell
from govinfo.forms import Block, Column, Row, Table
from govinfo.forms.model import cell_id
from govinfo.source import Source

TextOf = Callable[[str], str]
"""Gives the text to print in a cell, by cell id."""

MEASURE = "单位"
"""Heading of the column that says what is counted."""

_NOWHERE = Source()


def official_grid(table: Table, text_of: TextOf) -> Grid:
    """The table with its official labels and spans.

    Args:
        table: a table of a form.
        text_of: gives the text of a number cell.
    """
    widths = [_label_columns(block) + _is_measured(block) + len(block.leaves) for block in table.blocks]
    rows: list[tuple[GridCell, ...]] = []
    for block in table.blocks:
        rows.extend(_block(table, block, max(widths), text_of))
    return Grid(tuple(rows), _NOWHERE)


def _block(table: Table, block: Block, width: int, text_of: TextOf) -> Iterator[tuple[GridCell, ...]]:
    if block.article:
        yield (_cell(block.article, colspan=width),)
    yield from _header(table, block, width)
    labels, measured = _label_columns(block), _is_measured(block)
    before: tuple[str, ...] = ()
    for place, row in enumerate(block.rows):
        groups = tuple(group.id for group in row.groups)
        cells = [
            _cell(group.label.zh, rowspan=_rows_in(block.rows, place, group.id))
            for depth, group in enumerate(row.groups)
            if before[: depth + 1] != groups[: depth + 1]
        ]
        if row.label:
            cells.append(_cell(row.label.zh, colspan=labels - len(groups)))
        if measured:
            cells.append(_cell(row.measure))
        numbers = [_cell(text_of(cell_id(table.id, row.id, leaf.id))) for leaf in block.leaves]
        numbers[-1] = _cell(numbers[-1].text, colspan=width - labels - measured - len(numbers) + 1)
        yield (*cells, *numbers)
        before = groups


def _header(table: Table, block: Block, width: int) -> Iterator[tuple[GridCell, ...]]:
    depth = max(column.depth for column in block.columns)
    labels, measured = _label_columns(block), _is_measured(block)
    level: Sequence[Column] = block.columns
    for line in range(depth):
        cells = []
        if line == 0 and labels:
            corner = block.corner.zh if block.corner else table.note or ""
            cells.append(_cell(corner, rowspan=depth, colspan=labels))
            if measured:
                cells.append(_cell(MEASURE, rowspan=depth))
        for column in level:
            down = 1 if column.children else depth - line
            across = len(tuple(column.leaves()))
            cells.append(_cell(column.label.zh, rowspan=down, colspan=across))
        if depth == 1:
            cells[-1] = _cell(cells[-1].text, colspan=width - labels - measured - len(level) + 1)
        yield tuple(cells)
        level = [child for column in level for child in column.children]


def _label_columns(block: Block) -> int:
    """How many columns the labels take at the left."""
    return max((len(row.groups) + 1 for row in block.rows if row.label), default=0)


def _is_measured(block: Block) -> bool:
    """Tell whether a column says what is counted."""
    return any(row.measure for row in block.rows)


def _rows_in(rows: Sequence[Row], start: int, group: str) -> int:
    """How many rows from `start` on stand in a group."""
    count = 0
    for row in rows[start:]:
        if all(found.id != group for found in row.groups):
            break
        count += 1
    return count


def _cell(text: str, *, rowspan: int = 1, colspan: int = 1) -> GridCell:
    return GridCell(text, _NOWHERE, rowspan, colspan)

"""Tables printed with the rows of the form as columns, put upright.

Only labels decide, each known by its key, and only where the source has rows and columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.placed import Placed, may_have_moved
from govinfo.alignment.strip import Row
from govinfo.forms import Block, Column
from govinfo.forms import Row as FormRow
from govinfo.text.fold import fold


def upright(cells: Sequence[Placed], like: Row, index: LabelIndex) -> Sequence[Row] | None:
    """The rows of a table that lies; None for any other.

    Args:
        cells: its cells.
        like: one of its rows, for what all rows of a table share.
        index: the labels of a form.
    """
    if not any(_lies(cells, block, index) for table in index.form.tables for block in table.blocks):
        return None
    return list(_rows([Placed(cell.token, cell.column, cell.row, cell.across, cell.down) for cell in cells], like))


def _lies(cells: Sequence[Placed], block: Block, index: LabelIndex) -> bool:
    """Tell whether every column of numbers has the label of another row of a block, and every row that of a column.

    All rows, columns and cells of the block must be there, so that nothing can have moved away from its label.
    """
    numbers = [cell for cell in cells if cell.is_filled]
    if len(block.rows) < 2 or len(block.leaves) < 2 or len(numbers) < len(block.rows):
        return False
    columns = {fold(text): leaf.id for leaf in block.leaves for text in index.wordings(leaf.id, leaf.label)}
    rows = {fold(text): row.id for row in block.rows if row.label for text in index.wordings(row.id, row.label)}
    above: dict[int, str] = {}
    beside: dict[int, str] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        for column in range(cell.column, cell.column + cell.across) if cell.key and cell.row < numbers[0].row else ():
            above[column] = cell.key
        for row in range(cell.row, cell.row + cell.down) if cell.key and cell.column < numbers[0].column else ():
            beside[row] = cell.key
    across, down = {cell.column for cell in numbers}, {cell.row for cell in numbers}
    inside = [cell for cell in cells if cell.row in down and cell.column in across and not cell.key]
    return (
        _are_all(block.rows, [rows.get(above.get(column, "")) for column in across])
        and _are_all(block.leaves, [columns.get(beside.get(row, "")) for row in down])
        and len(inside) == len(across) * len(down)
        and not may_have_moved(inside)
    )


def _are_all(due: Sequence[FormRow] | Sequence[Column], found: Sequence[str | None]) -> bool:
    """Tell whether the ids that were found are those of all rows or columns, each once."""
    return len(found) == len(due) and {entry.id for entry in due} == set(found)


def _rows(cells: Sequence[Placed], like: Row) -> Iterator[Row]:
    """The cells row by row; rows in which none begins do not count."""
    starts = sorted({cell.row for cell in cells})
    for start in starts:
        begun = sorted((cell for cell in cells if cell.row == start), key=lambda cell: cell.column)
        down = [sum(start <= other < start + cell.down for other in starts) for cell in begun]
        tokens = [
            attrs.evolve(cell.token, column=cell.column, down=rows) for cell, rows in zip(begun, down, strict=True)
        ]
        yield Row(tuple(tokens), like.bounds, like.table, like.block)

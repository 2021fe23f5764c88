"""How cells are named in messages, one by one or many at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

import attrs

from govinfo.findings.model import Text
from govinfo.forms import Form, Label, Table

LEAST_IN_COLUMN = 3
"""Fewer cells below each other are named row by row."""

SHOWN = 3
"""So many different texts are quoted."""


@lru_cache(maxsize=1024)
def cell_name(form: Form, cell: str) -> Text:
    """The cell with its table, e.g. 表三“（一）予以公开/总计”."""
    found = form.by_id[cell]
    table = next(table.number for table in form.tables if table.id == found.table)
    return Text(f"{table.zh}“{found.label.zh}”", f"{table.en}, “{found.label.en}”")


def gathered(form: Form, cells: Collection[str]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Name many cells in few words: whole tables first, then the rows and columns that most of the cells stand in.

    Args:
        form: the form of the cells.
        cells: their ids.

    Yields:
        A name and the ids that it stands for, in form order.
    """
    for table in form.tables if cells else ():
        every = tuple(cell.id for cell in form.cells if cell.table == table.id)
        if len(every) > 1 and all(cell in cells for cell in every):
            yield Text(f"{table.number.zh}的全部单元格", f"all cells of {table.number.en}"), every
            continue
        order = {cell: place for place, cell in enumerate(every) if cell in cells}
        named = [(line.name(form, found), found) for line, found in _divided(_lines(form, table), order)]
        yield from sorted(named, key=lambda entry: order[entry[1][0]])


def quoted(texts: Collection[str]) -> Text:
    """Texts in quotation marks, each once; of many only the first."""
    different = list(dict.fromkeys(texts))
    shown = [f"“{text}”" for text in different[:SHOWN]]
    more = len(different) > SHOWN
    return Text("、".join(shown) + "等" * more, ", ".join(shown) + " …" * more)


@attrs.frozen
class _Line:
    """A row or a column of a table; `label` is None for the only row of a table."""

    kind: str
    label: Label | None
    table: Label
    cells: tuple[str, ...]

    def name(self, form: Form, found: tuple[str, ...]) -> Text:
        """Name some of its cells."""
        if len(found) == 1:
            return cell_name(form, found[0])
        zh, en, count = self.table.zh, self.table.en, len(found)
        if self.label is None:
            return Text(f"{zh}的{count}个单元格", f"{count} cells of {en}")
        kind = "行" if self.kind == "row" else "列"
        return Text(
            f"{zh}“{self.label.zh}”{kind}的{count}个单元格", f"{count} cells of {en}, {self.kind} “{self.label.en}”,"
        )


def _lines(form: Form, table: Table) -> list[_Line]:
    """The rows of a table, then its columns."""
    rows = [place for place in form.rows if place.table is table]
    lines = [_Line("row", place.row.label, table.number, place.cells) for place in rows]
    for block in table.blocks:
        mine = [place.cells for place in rows if place.block is block]
        if len(mine) >= LEAST_IN_COLUMN:
            columns = zip(block.leaves, zip(*mine, strict=True), strict=True)
            lines.extend(_Line("column", leaf.label, table.number, cells) for leaf, cells in columns)
    return lines


def _divided(lines: list[_Line], cells: Collection[str]) -> Iterator[tuple[_Line, tuple[str, ...]]]:
    """Give each cell to one line, the line with the most of them first; of equal ones the row."""
    left = set(cells)
    while left:
        line = max(lines, key=lambda line: _weight(line, left))
        found = tuple(cell for cell in line.cells if cell in left)
        left.difference_update(found)
        yield line, found


def _weight(line: _Line, left: set[str]) -> int:
    count = sum(cell in left for cell in line.cells)
    return count if line.kind == "row" or count >= LEAST_IN_COLUMN else 0

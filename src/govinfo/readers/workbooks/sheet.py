"""A sheet of cells as paragraphs and grids.

Such sheets hold a title, headings, long texts and tables one below another.  A row with one cell is a
line of text; rows that follow each other with several cells make a grid.  An empty cell counts where it has a
border or is a merged cell, and where other rows of its grid have something in its column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import attrs

from govinfo.document import Block, Grid, GridCell, Note, Paragraph
from govinfo.document.sparse import SparseGrid, SparseRow
from govinfo.errors import SourceError
from govinfo.readers.workbooks.areas import Area, Spans
from govinfo.source import Source
from govinfo.text.numbers import is_value

MAX_CELLS = 200_000
"""So many cells may a sheet have; those of reports have some hundreds."""

MAX_TEXT = 300
"""Longest text of a data cell in characters; the cells of a row with a longer one are paragraphs."""

MAX_LABEL = 60
"""Longest text in characters that may be the label of a row whose numbers are empty."""

MAX_BLANK_ROWS = 30
"""So many rows without a number may follow each other in a table; no table of the forms has as many."""


class SheetCell(NamedTuple):
    """A cell that has a text, or is empty and has a border.

    Attributes:
        text: its text.
        pieces: see `GridCell`.
    """

    text: str
    pieces: bool = False


_NOTHING = SheetCell("")

Place = Callable[[int, int], Source]
"""Gives the source of a row and column."""


@attrs.frozen(eq=False)
class Sheet:
    """A sheet as its format has it.

    Attributes:
        place: how its cells are named.
        rows: the cells by row and column, both from 1; rows in ascending order.
        merged: the merged cells.
        hidden_rows, hidden_columns: those that are not shown.
        drawn: what lies over the cells, each with the row at which it begins.
    """

    place: Place
    rows: Mapping[int, Mapping[int, SheetCell]]
    merged: Sequence[Area] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    drawn: tuple[tuple[int, Block], ...] = ()


class SheetPart(NamedTuple):
    """A sheet of a workbook.

    Attributes:
        name: its name.
        sheet: its content; None where it is hidden.
        notes: what was not read.
    """

    name: str
    sheet: Sheet | None
    notes: tuple[Note, ...]


def place(name: str, row: int, column: int) -> Source:
    """The source of a cell in a workbook."""
    return Source(None, None, None, None, row, column, None, None, None, name)


def hidden_sheet(name: str) -> SheetPart:
    """A sheet that is hidden and therefore not read."""
    return SheetPart(name, None, (Note("X36", Source(sheet=name)),))


def hidden_text(sheet: Sheet) -> Iterator[Note]:
    """Note the first text of a sheet that stands in a hidden row or column."""
    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            if cell.text and (row in sheet.hidden_rows or column in sheet.hidden_columns):
                yield Note("X36", sheet.place(row, column))
                return


class _Cell(NamedTuple):
    """A cell that is shown: what it holds, the area that it covers, and the row and column in which it is stored."""

    text: str
    pieces: bool
    area: Area
    stored: tuple[int, int]


class _Row(NamedTuple):
    """The cells that begin in a row, and the areas that hang over from rows above."""

    number: int
    cells: tuple[_Cell, ...]
    above: tuple[Area, ...]

    @property
    def filled(self) -> bool:
        """True where any of the cells has a text."""
        return any(cell.text for cell in self.cells)


def too_large(found: str) -> SourceError:
    """The error for a sheet over a limit."""
    return SourceError(
        f"the sheet is larger than any report ({found}); was the right file chosen?",
        f"工作表过大（{found}），年报不会这么大；请核对是否选错了文件",
    )


def blocks_of(sheet: Sheet) -> Iterator[Block]:
    """Yield the content of a sheet from top to bottom.

    Raises:
        SourceError: it has more than `MAX_CELLS` cells.
    """
    rows = tuple(_rows(sheet))
    framed = any(not cell.text for row in rows if row.filled for cell in row.cells)
    table: list[_Row] = []
    reach = 0
    left = MAX_CELLS
    for number, row in enumerate(rows):
        joined = bool(table) and row.number <= _below(reach, sheet.hidden_rows)
        if row.filled:
            inside = _in_table(row) or (joined and not framed and _is_blank_row(rows, number))
        else:
            inside = joined and _ends_table(rows, number)
        if table and not (joined and inside):
            grid = _grid(table, sheet, left)
            left -= sum(map(len, grid.texts))
            yield grid
            table = []
        if inside:
            reach = max(reach if joined else 0, *(cell.area.bottom for cell in row.cells))
            table.append(row)
        else:
            yield from _paragraphs(row, sheet)
    if table:
        yield _grid(table, sheet, left)


def _below(reach: int, hidden: frozenset[int]) -> int:
    """The next row below that is shown."""
    reach += 1
    while reach in hidden:
        reach += 1
    return reach


def _in_table(row: _Row) -> bool:
    """Tell whether a row has several cells, none of them a long text."""
    return (len(row.cells) > 1 or bool(row.above)) and all(len(cell.text) <= MAX_TEXT for cell in row.cells)


def _ends_table(rows: Sequence[_Row], number: int) -> bool:
    """Tell whether a row of empty cells is the last of a table: as below a header without any number filled in."""
    row, above = rows[number], rows[number - 1]
    below = rows[number + 1] if number + 1 < len(rows) else None
    goes_on = below is not None and below.number == row.number + 1 and below.filled and _in_table(below)
    return above.filled and len(row.cells) > len(above.cells) and not goes_on


def _is_blank_row(rows: Sequence[_Row], number: int) -> bool:
    """Tell whether a row with one cell in a sheet without borders is a label whose numbers are all empty.

    It is, if rows of a table stand right above and below and numbers follow before any header.
    """
    only = rows[number].cells[0]
    if len(only.text) > MAX_LABEL or only.area.right >= rows[number - 1].cells[-1].area.right:
        return False
    for above, below in islice(pairwise(rows[number:]), MAX_BLANK_ROWS):
        if below.number != above.number + 1:
            return False
        if _in_table(below):
            return any(is_value(cell.text) for cell in below.cells)
    return False


def _paragraphs(row: _Row, sheet: Sheet) -> Iterator[Paragraph]:
    for cell in row.cells:
        for line in cell.text.splitlines():
            if line.strip():
                yield Paragraph(line.strip(), sheet.place(*cell.stored))


def _grid(table: Sequence[_Row], sheet: Sheet, limit: int) -> Grid:
    """The rows of a table as a grid; rows and columns in which no cell begins do not count."""
    numbers = [row.number for row in table]
    columns = sorted({cell.area.left for row in table for cell in row.cells})
    if len(numbers) * len(columns) > limit:
        raise too_large(f"{len(numbers)} × {len(columns)}")
    reach = Spans(numbers, columns)
    grid = SparseGrid([_sparse(row, reach) for row in table], sheet.place(table[0].number, table[0].cells[0].area.left))
    if all(cell.stored[0] == row.number for row in table for cell in row.cells):
        return grid
    return Grid(tuple(_moved(row, cells, sheet) for row, cells in zip(table, grid.rows, strict=True)), grid.source)


def _sparse(row: _Row, reach: Spans) -> SparseRow:
    """The cells that begin in a row, and an empty one for each column that nothing covers."""
    begun = {cell.area.left: (cell, reach.across(cell.area)) for cell in row.cells}
    covered = set().union(*map(reach.across, row.above), *[columns for _, columns in begun.values()])
    texts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    pieces: list[int] = []
    places: list[int] = []
    for column in reach.columns:
        if column in begun:
            (text, is_pieced, area, stored), columns = begun[column]
            down, across = reach.down(area), len(columns)
            if down > 1 or across > 1:
                spans.append((len(texts), down, across))
            if is_pieced:
                pieces.append(len(texts))
            texts.append(text if text.isalnum() else " ".join(text.split()))
            places.append(stored[1])
        elif column not in covered:
            texts.append("")
            places.append(column)
    return SparseRow(row.number, texts, (None,) * len(texts), spans, pieces, places)


def _moved(row: _Row, cells: Sequence[GridCell], sheet: Sheet) -> tuple[GridCell, ...]:
    """Cells with the places where they are stored, which may be in a hidden row above."""
    stored = {cell.stored[1]: cell.stored[0] for cell in row.cells}
    places = [sheet.place(stored.get(cell.source.cell or 0, row.number), cell.source.cell or 0) for cell in cells]
    return tuple(attrs.evolve(cell, source=place) for cell, place in zip(cells, places, strict=True))


def _rows(sheet: Sheet) -> Iterator[_Row]:
    """The rows with cells that are shown; cells to the right of the last text of the sheet are left out."""
    shown = {row: cells for row, cells in sheet.rows.items() if row not in sheet.hidden_rows}
    texts = [column for cells in shown.values() for column, cell in cells.items() if cell.text]
    last = max((column for column in texts if column not in sheet.hidden_columns), default=0)
    merged = _merged(sheet, last)
    hanging: list[Area] = []
    count = 0
    for number in sorted({*shown, *merged}):
        hanging = [area for area in hanging if area.bottom >= number]
        cells = tuple(_cells(sheet, number, merged.get(number, {}), hanging, last))
        count += len(cells) + len(hanging)
        if count > MAX_CELLS:
            raise too_large(f"> {MAX_CELLS}")
        if cells:
            yield _Row(number, cells, tuple(hanging))
        begun = [cell.area for cell in cells if cell.area.bottom > number]
        if begun:
            hanging = sorted([*hanging, *begun], key=lambda area: area.left)


def _cells(sheet: Sheet, row: int, heads: Mapping[int, _Cell], hanging: Sequence[Area], last: int) -> Iterator[_Cell]:
    """The cells of a row that no merged cell covers, from left to right."""
    own = sheet.rows.get(row, {}) if row not in sheet.hidden_rows else {}
    covers = iter(hanging)
    cover = next(covers, None)
    free = 0
    for column in sorted({*own, *heads}):
        if column < free or column > last or column in sheet.hidden_columns:
            continue
        while cover is not None and cover.right < column:
            cover = next(covers, None)
        if cover is not None and cover.left <= column:
            free = cover.right + 1
        elif column in heads:
            free = heads[column].area.right + 1
            yield heads[column]
        else:
            yield _Cell(*own[column], Area(row, column, row, column), (row, column))


def _merged(sheet: Sheet, last: int) -> dict[int, dict[int, _Cell]]:
    """The merged cells by the row and column in which they begin to be shown, their areas cut at the last column.

    Where the first row or column of an area is hidden, its text is shown in the next.
    """
    found: dict[int, dict[int, _Cell]] = {}
    hidden = bool(sheet.hidden_rows or sheet.hidden_columns)
    for area in sheet.merged:
        top, left, bottom, right = area
        if hidden:
            top, left = _below(top - 1, sheet.hidden_rows), _below(left - 1, sheet.hidden_columns)
        right = min(right, last)
        if top > bottom or left > right:
            continue
        text, pieces = sheet.rows.get(area.top, {}).get(area.left, _NOTHING)
        cell = _Cell(text, pieces, Area(top, left, bottom, right), (area.top, area.left))
        found.setdefault(top, {})[left] = cell
    return found

"""Damage to the rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import attrs

from govinfo.document import Grid, GridCell
from govinfo.testing.damage.shape import (
    grid_at,
    inner_rows,
    number_rows,
    replaced,
    tables,
    width,
    with_row,
    without_row,
)
from govinfo.testing.damage.traced import NumberCell, Print, has_numbers, hit, ids, is_label, stray, words

_SUMS = ("合计", "小计", "其中：", "累计")
_LONG = "本表各项数据按照统计口径填报，"


def _edited(
    parts: Print,
    rate: float,
    chance: Random,
    targets: Callable[[Grid], Sequence[int]],
    edit: Callable[[Grid, int], Grid],
) -> Print:
    """The parts with some rows of some tables edited, from the last to the first."""
    places = [(place, row) for place in tables(parts) for row in targets(grid_at(parts, place))]
    for place, row in sorted(hit(places, rate, chance), reverse=True):
        parts = replaced(parts, place, edit(grid_at(parts, place), row))
    return parts


def missing(parts: Print, rate: float, chance: Random) -> Print:
    """A row left out."""
    return _edited(parts, rate, chance, inner_rows, without_row)


def repeated(parts: Print, rate: float, chance: Random) -> Print:
    """A row printed twice with the same numbers."""
    return _edited(parts, rate, chance, inner_rows, lambda grid, row: with_row(grid, row + 1, _alone(grid, row)))


def contradicted(parts: Print, rate: float, chance: Random) -> Print:
    """A row printed twice, the second time with other numbers."""

    def other(cell: GridCell) -> GridCell:
        if isinstance(cell, NumberCell) and cell.is_plain:
            return attrs.evolve(cell, text=str(int(cell.text) + chance.randint(1, 9)), shows="other")
        return cell

    def edit(grid: Grid, row: int) -> Grid:
        return with_row(grid, row + 1, [other(cell) for cell in _alone(grid, row)])

    return _edited(parts, rate, chance, inner_rows, edit)


def swapped(parts: Print, rate: float, chance: Random) -> Print:
    """Two neighbouring rows of a group in the wrong order."""

    def edit(grid: Grid, row: int) -> Grid:
        rows = list(grid.rows)
        if any(cell.rowspan > 1 and ids(cell) for line in rows[max(row - 2, 0) : row + 1] for cell in line):
            return grid
        if _label_width(rows[row - 1]) != _label_width(rows[row]):
            return grid
        upper, lower = _groups(rows[row - 1]), _groups(rows[row])
        rows[row - 1] = (*rows[row - 1][:upper], *rows[row][lower:])
        rows[row] = (*rows[row][:lower], *grid.rows[row - 1][upper:])
        return attrs.evolve(grid, rows=tuple(rows))

    return _edited(parts, rate, chance, inner_rows, edit)


def _label_width(row: Sequence[GridCell]) -> int:
    """How many columns the labels of a row take that belong to it alone."""
    return sum(cell.colspan for cell in row if cell.rowspan == 1 and not ids(cell))


def _groups(row: Sequence[GridCell]) -> int:
    """How many cells at the left of a row reach into the rows below."""
    return next((place for place, cell in enumerate(row) if cell.rowspan == 1), len(row))


def _alone(grid: Grid, row: int) -> tuple[GridCell, ...]:
    cells = grid.rows[row]
    return cells[_groups(cells) :]


def labels_together(parts: Print, rate: float, chance: Random) -> Print:
    """The labels of two neighbouring rows above the numbers of both."""

    def edit(grid: Grid, row: int) -> Grid:
        above, here = grid.rows[row - 1 : row + 1]
        merged = any(cell.rowspan > 1 and ids(cell) for line in grid.rows[: row + 1] for cell in line)
        if merged or not has_numbers(above) or not has_numbers(here):
            return grid
        rows = list(grid.rows)
        rows[row - 1] = tuple(cell for cell in above if not ids(cell))
        rows[row] = (*(cell for cell in here if not ids(cell)), *(cell for cell in above if ids(cell)))
        return with_row(attrs.evolve(grid, rows=tuple(rows)), row + 1, [cell for cell in here if ids(cell)])

    return _edited(parts, rate, chance, inner_rows, edit)


def labels_behind(parts: Print, rate: float, chance: Random) -> Print:
    """Every label of a table behind the numbers of its row; those of groups stay in front."""

    def turned(row: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        groups = _groups(row) if has_numbers(row) else len(row)
        labels = [cell for cell in row[groups:] if is_label(cell)]
        return (*row[:groups], *(cell for cell in row[groups:] if not is_label(cell)), *labels)

    for place in hit(tables(parts), rate, chance):
        grid = grid_at(parts, place)
        parts = replaced(parts, place, attrs.evolve(grid, rows=tuple(map(turned, grid.rows))))
    return parts


def sums(parts: Print, rate: float, chance: Random) -> Print:
    """A further row with a sum (合计) in every column."""

    def edit(grid: Grid, row: int) -> Grid:
        numbers = [stray(str(chance.randint(0, 99))) for cell in grid.rows[row] if ids(cell)]
        return with_row(grid, row + 1, [words(chance.choice(_SUMS)), *numbers])

    return _edited(parts, rate, chance, inner_rows, edit)


def remarks(parts: Print, rate: float, chance: Random) -> Print:
    """A further row for remarks (备注), empty or with words."""

    def edit(grid: Grid, row: int) -> Grid:
        texts = chance.choice([[""], ["无"], ["数据截至年底"], [""] * sum(bool(ids(cell)) for cell in grid.rows[row])])
        return with_row(grid, row + 1, [words("备注"), *(words(text) for text in texts)])

    return _edited(parts, rate, chance, inner_rows, edit)


def notes(parts: Print, rate: float, chance: Random) -> Print:
    """A row of one merged cell with a sentence, or with a text of several hundred characters."""

    def edit(grid: Grid, row: int) -> Grid:
        text = "注：" + _LONG * chance.choice([1, 2, 25])
        return with_row(grid, row + 1, [words(text, colspan=width(grid))])

    return _edited(parts, rate, chance, lambda grid: number_rows(grid)[-1:], edit)


def empty(parts: Print, rate: float, chance: Random) -> Print:
    """A further row of empty cells."""

    def edit(grid: Grid, row: int) -> Grid:
        return with_row(grid, row + 1, [words("") for cell in grid.rows[row] if ids(cell)])

    return _edited(parts, rate, chance, inner_rows, edit)


def merged_down(parts: Print, rate: float, chance: Random) -> Print:
    """A zero merged with the zero below it."""

    def edit(grid: Grid, row: int) -> Grid:
        return _merge(grid, row, chance)

    return _edited(parts, rate, chance, inner_rows, edit)


def _merge(grid: Grid, row: int, chance: Random) -> Grid:
    above, here = grid.rows[row - 1], grid.rows[row]
    columns = {_column(cell): cell for cell in above if _is_zero(cell)}
    below = [(cell, columns[_column(cell)]) for cell in here if _is_zero(cell) and _column(cell) in columns]
    if not below:
        return grid
    lower, upper = chance.choice(below)
    both = NumberCell("0", upper.source, 2, upper.colspan, cells=(*ids(upper), *ids(lower)), shows="merged")
    rows = list(grid.rows)
    rows[row - 1] = tuple(both if cell is upper else cell for cell in above)
    rows[row] = tuple(cell for cell in here if cell is not lower)
    return attrs.evolve(grid, rows=tuple(rows))


def _is_zero(cell: GridCell) -> bool:
    plain = isinstance(cell, NumberCell) and cell.is_plain and len(cell.cells) == 1
    return plain and cell.text == "0" and cell.rowspan == 1


def _column(cell: GridCell) -> str:
    return ids(cell)[0].rsplit(".", 1)[-1]

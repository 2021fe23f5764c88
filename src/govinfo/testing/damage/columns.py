"""Damage to the columns of a table, and rows with a cell too few or too many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count, groupby
from random import Random

import attrs

from govinfo.document import Grid, GridCell
from govinfo.testing.damage.shape import grid_at, number_rows, replaced, tables
from govinfo.testing.damage.traced import NumberCell, Print, change_rows, has_numbers, hit, ids, is_label, stray, words


def _tables(parts: Print, rate: float, chance: Random, edit: Callable[[Grid], Grid]) -> Print:
    for place in hit(tables(parts), rate, chance):
        parts = replaced(parts, place, edit(grid_at(parts, place)))
    return parts


def _with_rows(grid: Grid, change: Callable[[tuple[GridCell, ...]], Iterable[GridCell]]) -> Grid:
    return attrs.evolve(grid, rows=tuple(tuple(change(row)) for row in grid.rows))


def serial(parts: Print, rate: float, chance: Random) -> Print:
    """A column of serial numbers (序号) at the left."""

    def edit(grid: Grid) -> Grid:
        numbers = count(1)
        return _bordered(grid, lambda row: (stray(str(next(numbers))), *row), lambda row, title: (title, *row), "序号")

    return _tables(parts, rate, chance, edit)


def _bordered(
    grid: Grid,
    numbered: Callable[[tuple[GridCell, ...]], tuple[GridCell, ...]],
    titled: Callable[[tuple[GridCell, ...], GridCell], tuple[GridCell, ...]],
    title: str,
) -> Grid:
    """The table with a further column, its title beside the whole height of each header."""
    rows: list[tuple[GridCell, ...]] = []
    for numbers, run in groupby(grid.rows, has_numbers):
        lines = list(run)
        if numbers:
            rows += [numbered(row) for row in lines]
        else:
            rows += [titled(lines[0], words(title, rowspan=len(lines))), *lines[1:]]
    return attrs.evolve(grid, rows=tuple(rows))


def numbers_apart(parts: Print, rate: float, chance: Random) -> Print:
    """The number in front of a row's label in a cell of its own."""

    def edit(grid: Grid) -> Grid:
        if not any(_is_numbered(cell) for row in grid.rows for cell in row):
            return grid
        rows = []
        covered = 0
        for place, row in enumerate(grid.rows):
            if place >= covered:
                spot = next((n for n, cell in enumerate(row) if cell.rowspan == 1 or not has_numbers(row)), 0)
                covered = place + row[spot].rowspan
                rows.append((*row[:spot], *_apart(row[spot], chance), *row[spot + 1 :]))
            else:
                rows.append(row)
        return attrs.evolve(grid, rows=tuple(rows))

    return _tables(parts, rate, chance, edit)


def _is_numbered(cell: GridCell) -> bool:
    return is_label(cell) and cell.text[:1].isdigit() and cell.text[1:2] == "."


def _apart(cell: GridCell, chance: Random) -> tuple[GridCell, ...]:
    """A label in two cells, or one column wider where it has no number."""
    if not _is_numbered(cell):
        return (attrs.evolve(cell, colspan=cell.colspan + 1),)
    number, label = cell.text[: chance.choice([1, 2])], cell.text[2:]
    return words(number), attrs.evolve(cell, text=label)


def spacers(parts: Print, rate: float, chance: Random) -> Print:
    """An empty cell behind every cell."""

    def spaced(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        for cell in row:
            yield attrs.evolve(cell, colspan=2 * cell.colspan - 1)
            yield words("", rowspan=cell.rowspan)

    return _tables(parts, rate, chance, lambda grid: _with_rows(grid, spaced))


def empty_column(parts: Print, rate: float, chance: Random) -> Print:
    """An empty column at the right, for remarks."""

    def edit(grid: Grid) -> Grid:
        title = chance.choice(["备注", ""])
        return _bordered(grid, lambda row: (*row, words("")), lambda row, head: (*row, head), title)

    return _tables(parts, rate, chance, edit)


def unmerged(parts: Print, rate: float, chance: Random) -> Print:
    """Merged label cells taken apart, the rest of them empty or with a mark."""

    def edit(grid: Grid) -> Grid:
        mark = chance.choice(["", "/", "—"])

        def apart(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
            for cell in row:
                merged = is_label(cell) and has_numbers(row) and cell.colspan > 1
                yield attrs.evolve(cell, colspan=1) if merged else cell
                yield from [words(mark)] * (cell.colspan - 1 if merged else 0)

        return _with_rows(grid, apart)

    return _tables(parts, rate, chance, edit)


_KINDS = ("commercial", "research", "public_welfare", "legal_services", "other_organization")
"""Columns of table three under the heading of organisations."""


def subtotals(parts: Print, rate: float, chance: Random) -> Print:
    """A subtotal (小计) of the organisations behind or before them in table three."""
    del rate
    last = chance.random() < 0.5
    title = words("小计")

    def edit(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        if _is_kinds(row):
            yield from (*row, title) if last else (title, *row)
            return
        for cell in row:
            extra = stray(str(chance.randint(0, 99)))
            if not last and _is_of(cell, _KINDS[0]):
                yield extra
            across = cell.colspan == len(_KINDS) and is_label(cell) and not has_numbers(row)
            yield attrs.evolve(cell, colspan=len(_KINDS) + 1) if across else cell
            if last and _is_of(cell, _KINDS[-1]):
                yield extra

    return _in_table_three(parts, edit)


def missing(parts: Print, rate: float, chance: Random) -> Print:
    """A column of table three left out, its label too or not."""
    column = chance.randrange(len(_KINDS))
    labelled = chance.random() < rate

    def shorter(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        if _is_kinds(row) and not labelled:
            return [cell for number, cell in enumerate(row) if number != column]
        return [cell for cell in row if not _is_of(cell, _KINDS[column])]

    return _in_table_three(parts, shorter)


def _in_table_three(parts: Print, change: Callable[[tuple[GridCell, ...]], Iterable[GridCell]]) -> Print:
    for place in _parts_of_three(parts):
        parts = replaced(parts, place, _with_rows(grid_at(parts, place), change))
    return parts


def _parts_of_three(parts: Print) -> list[int]:
    """Places of table three, or of the tables into which it was cut."""
    grids = [(place, grid_at(parts, place)) for place in tables(parts)]
    return [place for place, grid in grids if any(_is_of(cell, _KINDS[0]) for row in grid.rows for cell in row)]


def _is_kinds(row: tuple[GridCell, ...]) -> bool:
    """Tell whether a row holds the labels of the kinds of organisations."""
    return len(row) == len(_KINDS) and not has_numbers(row)


def _is_of(cell: GridCell, column: str) -> bool:
    return any(name.startswith("applications.") and name.endswith("." + column) for name in ids(cell))


def exchanged(parts: Print, rate: float, chance: Random) -> Print:
    """The first two columns of the first block of table two in the wrong order, labels and numbers."""
    del rate, chance
    for place in tables(parts)[:1]:
        grid = grid_at(parts, place)
        first = next(number for number, row in enumerate(grid.rows) if has_numbers(row))
        behind = next((n for n, row in enumerate(grid.rows) if n > first and not has_numbers(row)), len(grid.rows))
        block = grid.rows[max(first - 1, 0) : behind]
        if first and all(len(row) == 4 for row in block) and not has_numbers(block[0]):
            turned = tuple((row[0], row[2], row[1], row[3]) for row in block)
            rows = (*grid.rows[: first - 1], *turned, *grid.rows[behind:])
            parts = replaced(parts, place, attrs.evolve(grid, rows=rows))
    return parts


def reordered(parts: Print, rate: float, chance: Random) -> Print:
    """The kinds of organisations in table three in another order, labels and numbers."""
    del rate
    order = chance.sample(range(len(_KINDS)), len(_KINDS))

    def turned(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        if _is_kinds(row):
            return [row[column] for column in order]
        places = [place for place, cell in enumerate(row) if any(_is_of(cell, kind) for kind in _KINDS)]
        if len(places) != len(_KINDS):
            return row
        return [*row[: places[0]], *(row[places[column]] for column in order), *row[places[-1] + 1 :]]

    labelled = any(_is_kinds(row) for place in _parts_of_three(parts) for row in grid_at(parts, place).rows)
    return _in_table_three(parts, turned) if labelled else parts


def years(parts: Print, rate: float, chance: Random) -> Print:
    """Last year's number behind every number of table three, below a header that names both years."""
    del rate

    def doubled(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        for cell in row:
            yield cell
            yield from [stray(str(chance.randint(0, 99)))] * bool(ids(cell))

    for place in tables(parts):
        grid = grid_at(parts, place)
        first = number_rows(grid)[0]
        if _is_kinds(grid.rows[first - 1]) and len(grid.rows[0]) == 2:
            header = _doubled_header(grid, first)
            kept = _with_rows(attrs.evolve(grid, rows=grid.rows[first:]), doubled)
            parts = replaced(parts, place, attrs.evolve(grid, rows=(*header, *kept.rows)))
    return parts


def _doubled_header(grid: Grid, first: int) -> Iterable[tuple[GridCell, ...]]:
    corner, *others = grid.rows[0]
    yield (
        attrs.evolve(corner, rowspan=corner.rowspan + 1),
        *(attrs.evolve(cell, colspan=2 * cell.colspan) for cell in others),
    )
    for row in grid.rows[1:first]:
        yield tuple(attrs.evolve(cell, colspan=2 * cell.colspan) for cell in row)
    yield tuple(
        words(text) for _ in range(sum(bool(ids(cell)) for cell in grid.rows[first])) for text in ("本年", "上年")
    )


def zeros_left_out(parts: Print, rate: float, chance: Random) -> Print:
    """Cells with a zero left out of a row."""

    def is_zero(cell: GridCell) -> bool:
        return bool(ids(cell)) and cell.text == "0"

    def shorter(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        return [cell for cell in row if not is_zero(cell)]

    return change_rows(parts, lambda row: any(map(is_zero, row)), shorter, rate, chance)


def dropped(parts: Print, rate: float, chance: Random) -> Print:
    """A number cell left out, so that its row is a cell short."""

    def shorter(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        gone = chance.choice([place for place, cell in enumerate(row) if ids(cell)])
        return (*row[:gone], *row[gone + 1 :])

    return change_rows(parts, has_numbers, shorter, rate, chance)


def doubled(parts: Print, rate: float, chance: Random) -> Print:
    """A number cell printed twice, so that its row is a cell too long."""

    def longer(row: tuple[GridCell, ...]) -> Iterable[GridCell]:
        twice = chance.choice([place for place, cell in enumerate(row) if ids(cell)])
        cell = row[twice]
        return (*row[:twice], cell, NumberCell(cell.text, cell.source), *row[twice + 1 :])

    return change_rows(parts, has_numbers, longer, rate, chance)

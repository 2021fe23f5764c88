"""Single changes by hand: one cell, one label."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import attrs

from govinfo.cells import Cell
from govinfo.document import Grid, GridCell
from govinfo.report import Report
from govinfo.testing.layouts import Part
from govinfo.text.numbers import is_value

_WRONG = "亍收政制府开公本年申请件数息信"
"""Characters that take the place of others; frequent ones of the form, which makes it harder."""


def change_cell(report: Report, cell_id: str, value: int | None) -> Report:
    """The report with another number in one cell, or with the cell left empty."""

    def changed() -> tuple[Cell, ...]:
        return tuple(
            cell
            if cell.id != cell_id
            else attrs.evolve(
                cell,
                value=value,
                raw="" if value is None else str(value),
                status="blank" if value is None else "reported",
            )
            for cell in report.all_cells
        )

    return attrs.evolve(report, all_cells=changed())


def labels(parts: Sequence[Part]) -> list[tuple[int, int, int]]:
    """Places of all labels in the tables: number of the part, of the row and of the cell."""
    return [
        (number, row, place)
        for number, part in enumerate(parts)
        if isinstance(part, Grid)
        for row, cells in enumerate(part.rows)
        for place, cell in enumerate(cells)
        if cell.text and not is_value(cell.text)
    ]


def misspell(parts: Sequence[Part], place: tuple[int, int, int], times: int, chance: Random) -> list[Part]:
    """Damage one label: each time a character is replaced, dropped or doubled."""
    number, row, cell = place
    grid = parts[number]
    if isinstance(grid, str):
        raise TypeError("a line of text has no labels")
    return with_cell(parts, place, misspelt(grid.rows[row][cell].text, times, chance))


def misspelt(label: str, times: int, chance: Random) -> str:
    """A label with so many characters replaced, dropped or doubled."""
    text = list(label)
    for _ in range(times):
        spot = chance.randrange(len(text)) if text else 0
        kind = chance.choice(["replace", "drop", "double"])
        if kind == "replace" and text:
            text[spot] = chance.choice(_WRONG)
        elif kind == "drop" and len(text) > 1:
            del text[spot]
        elif text:
            text.insert(spot, text[spot])
    return "".join(text)


def with_cell(parts: Sequence[Part], place: tuple[int, int, int], text: str) -> list[Part]:
    """The parts with another text in one table cell."""
    number, row, cell = place
    grid = parts[number]
    if isinstance(grid, str):
        raise TypeError("a line of text has no cells")
    cells: list[GridCell] = list(grid.rows[row])
    cells[cell] = attrs.evolve(cells[cell], text=text)
    rows = [*grid.rows[:row], tuple(cells), *grid.rows[row + 1 :]]
    return [*parts[:number], attrs.evolve(grid, rows=tuple(rows)), *parts[number + 1 :]]

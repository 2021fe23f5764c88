"""Printed reports whose number cells know which cells of the form they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import Literal, TypeVar

import attrs

from govinfo.document import Grid, GridCell
from govinfo.report import Report
from govinfo.source import Source
from govinfo.testing.layouts import Part, printed

Shown = Literal["number", "blank", "placeholder", "merged", "unclear", "other"]
"""What is left in a number cell.

``number``: the number, however written.  ``blank``: nothing.  ``placeholder``: a mark instead of a number.
``merged``: a number that it shares with other cells.  ``unclear``: the numbers of several cells in one.
``other``: another number than in the cell's first printing.
"""

Print = tuple[Part, ...]
"""A document in print."""

T = TypeVar("T")


@attrs.frozen
class NumberCell(GridCell):
    """A cell of a printed table that stands for cells of the form.

    Attributes:
        cells: their ids; none for a number that an extra row or column adds.
        shows: what is left of them.
    """

    cells: tuple[str, ...] = ()
    shows: Shown = "number"

    @property
    def is_plain(self) -> bool:
        """True for a number of one cell in plain digits."""
        return self.shows == "number" and self.text.isascii() and self.text.isdigit()


def traced(report: Report) -> Print:
    """A report in print, its number cells traced."""
    by_name = tuple(attrs.evolve(cell, raw=cell.id) for cell in report.all_cells)

    def trace(cell: GridCell) -> GridCell:
        if cell.text not in report:
            return cell
        raw = report[cell.text].raw
        shows: Shown = "number" if raw else "blank"
        return NumberCell(raw, cell.source, cell.rowspan, cell.colspan, cells=(cell.text,), shows=shows)

    return map_cells(printed(attrs.evolve(report, all_cells=by_name)), trace)


def map_cells(parts: Iterable[Part], change: Callable[[GridCell], GridCell]) -> Print:
    """The parts with every cell of their tables changed."""
    return map_rows(parts, lambda row: tuple(change(cell) for cell in row))


def map_rows(parts: Iterable[Part], change: Callable[[tuple[GridCell, ...]], Iterable[GridCell]]) -> Print:
    """The parts with every row of their tables changed."""
    return tuple(
        part if isinstance(part, str) else attrs.evolve(part, rows=tuple(tuple(change(row)) for row in part.rows))
        for part in parts
    )


def all_cells(parts: Iterable[Part]) -> Iterator[GridCell]:
    """Every cell of the tables, in order."""
    for part in parts:
        if isinstance(part, Grid):
            for row in part.rows:
                yield from row


def hit(targets: Sequence[T], rate: float, chance: Random) -> list[T]:
    """About the share `rate` of the targets, but one at least where there are any."""
    chosen = [target for target in targets if chance.random() < rate]
    return chosen or ([chance.choice(targets)] if targets else [])


def change_some(
    parts: Print,
    wanted: Callable[[GridCell], bool],
    change: Callable[[GridCell], GridCell],
    rate: float,
    chance: Random,
) -> Print:
    """The parts with a share of those cells changed that are wanted."""
    targets = [place for place, cell in enumerate(all_cells(parts)) if wanted(cell)]
    chosen = set(hit(targets, rate, chance))
    places = iter(range(len(list(all_cells(parts)))))
    return map_cells(parts, lambda cell: change(cell) if next(places) in chosen else cell)


def change_rows(
    parts: Print,
    wanted: Callable[[Sequence[GridCell]], bool],
    change: Callable[[tuple[GridCell, ...]], Iterable[GridCell]],
    rate: float,
    chance: Random,
) -> Print:
    """The parts with a share of those rows changed that are wanted."""
    rows = [row for part in parts if isinstance(part, Grid) for row in part.rows]
    chosen = set(hit([place for place, row in enumerate(rows) if wanted(row)], rate, chance))
    places = iter(range(len(rows)))
    return map_rows(parts, lambda row: change(row) if next(places) in chosen else row)


def is_label(cell: GridCell) -> bool:
    """Tell whether a cell holds words."""
    return not isinstance(cell, NumberCell) and bool(cell.text)


def has_numbers(row: Sequence[GridCell]) -> bool:
    """Tell whether a row shows cells of the form."""
    return any(isinstance(cell, NumberCell) and cell.cells for cell in row)


def ids(cell: GridCell) -> tuple[str, ...]:
    """The cells of the form that a cell stands for."""
    return cell.cells if isinstance(cell, NumberCell) else ()


def words(text: str, *, rowspan: int = 1, colspan: int = 1) -> GridCell:
    """A cell without numbers."""
    return GridCell(text, Source(), rowspan, colspan)


def stray(text: str) -> NumberCell:
    """A number that belongs to no cell of the form."""
    return NumberCell(text, Source())

"""The numeric cells of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Literal, overload

import attrs

from govinfo.source import Source

Status = Literal["reported", "blank", "placeholder", "absent", "unreadable", "conflict"]
"""Why a cell has its value, or none.

``reported``: a value was read.  ``blank``: the cell is there and empty.  ``placeholder``: it holds "/", "—", "无" or
the like.  ``absent``: the source has no such row or table.  ``unreadable``: it holds something that is no number.
``conflict``: the source allows more than one reading.
"""


@attrs.frozen
class Cell:
    """One numeric cell of the form.

    Attributes:
        id: public cell id.
        value: `int` for counts, `Decimal` for money (in the unit of the form), None where there is none.
        raw: the text as printed; empty where there is none.
        status: see `Status`.
        source: place of the raw text; None for an absent cell.
    """

    id: str
    value: int | Decimal | None
    raw: str
    status: Status
    source: Source | None


class Cells(Sequence[Cell]):
    """The cells of a form in its order, which nobody can change.

    Most questions are about all of them at once and are answered by columns; a cell becomes an object of its own when
    somebody asks for it.

    Attributes:
        ids: their ids.
        values: their values.
        raws: their texts as printed.
        statuses: their statuses.
    """

    __slots__ = ("_cells", "_places", "ids", "raws", "statuses", "values")

    ids: tuple[str, ...]
    values: tuple[int | Decimal | None, ...]
    raws: tuple[str, ...]
    statuses: tuple[Status, ...]
    _places: tuple[Callable[[], Iterable[Source | None]], ...]
    _cells: tuple[Cell, ...]

    def __init__(
        self,
        ids: tuple[str, ...],
        values: Iterable[int | Decimal | None],
        raws: Iterable[str],
        statuses: Iterable[Status],
        places: Iterable[Callable[[], Iterable[Source | None]]],
    ) -> None:
        """Take columns of equal length; `places` give the places of the cells, one group after the other."""
        for name, column in (("ids", ids), ("values", values), ("raws", raws), ("statuses", statuses)):
            object.__setattr__(self, name, tuple(column))
        object.__setattr__(self, "_places", tuple(places))

    def __getattr__(self, name: str) -> tuple[Cell, ...]:
        if name != "_cells":
            raise AttributeError(name)
        sources = chain.from_iterable(places() for places in self._places)
        columns = zip(self.ids, self.values, self.raws, self.statuses, sources, strict=True)
        cells = tuple([Cell(*column) for column in columns])
        object.__setattr__(self, "_cells", cells)
        return cells

    def __setattr__(self, name: str, value: object) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise attrs.exceptions.FrozenInstanceError

    @overload
    def __getitem__(self, place: int) -> Cell: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Cell, ...]: ...

    def __getitem__(self, place: int | slice) -> Cell | tuple[Cell, ...]:
        return self._cells[place]

    def __iter__(self) -> Iterator[Cell]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        return self._cells == other._cells if isinstance(other, Cells) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._cells)

    def __repr__(self) -> str:
        return repr(self._cells)

    def __reduce__(self) -> tuple[Callable[[Iterable[Cell]], Cells], tuple[tuple[Cell, ...]]]:
        return as_cells, (self._cells,)


def as_cells(cells: Iterable[Cell]) -> Cells:
    """The cells of a report from some that were made one by one; `Cells` are kept as they are.

    Raises:
        TypeError: there is something else among them.
    """
    if isinstance(cells, Cells):
        return cells
    whole = tuple(cells)
    for cell in whole:
        if not isinstance(cell, Cell):
            raise TypeError(f"{type(cell).__name__} among the cells of a report where Cell is due")
    ids, raws = tuple([cell.id for cell in whole]), [cell.raw for cell in whole]
    made = Cells(ids, [cell.value for cell in whole], raws, [cell.status for cell in whole], ())
    object.__setattr__(made, "_cells", whole)
    return made

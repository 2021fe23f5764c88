"""The numeric cells of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate, chain, islice
from typing import Literal, overload

import attrs

from govinfo.source import SinglePlaces, Source

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


Group = tuple[int, Callable[[], Iterable[Source | None]]]
"""How many cells stand together, and what gives their places, the same ones however often it is called."""


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

    ids: tuple[str, ...]
    values: tuple[int | Decimal | None, ...]
    raws: tuple[str, ...]
    statuses: tuple[Status, ...]
    _groups: Sequence[Group]

    def __init__(
        self,
        ids: tuple[str, ...],
        values: tuple[int | Decimal | None, ...],
        raws: tuple[str, ...],
        statuses: tuple[Status, ...],
        groups: Sequence[Group],
    ) -> None:
        """Take columns of equal length; `groups` are the places of the cells, those of a row together."""
        self.__dict__.update(ids=ids, values=values, raws=raws, statuses=statuses, _groups=groups)

    @cached_property
    def _all(self) -> tuple[Cell, ...]:
        sources = chain.from_iterable([places() for _, places in self._groups])
        return tuple(map(Cell, self.ids, self.values, self.raws, self.statuses, sources))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return _order_of(self.ids)

    @cached_property
    def _ends(self) -> Sequence[int]:
        """The first places behind each of the groups."""
        return list(accumulate([count for count, _ in self._groups]))

    def value_of(self, cell_id: str) -> int | Decimal | None:
        """The value of the cell of an id.

        Raises:
            KeyError: there is none.
        """
        return self.values[self._order[cell_id]]

    def values_of(self, cell_ids: Iterable[str]) -> tuple[int | Decimal | None, ...]:
        """The values of some cells in their order; None for one that has no value, and for an id that is not there."""
        order, values = self._order, self.values
        try:
            return tuple([values[order[cell]] for cell in cell_ids])
        except KeyError:
            return tuple([values[order[cell]] if cell in order else None for cell in cell_ids])

    def of(self, cell_id: str) -> Cell:
        """The cell of an id.

        Raises:
            KeyError: there is none.
        """
        place = self._order[cell_id]
        if "_all" in self.__dict__:
            return self._all[place]
        return Cell(cell_id, self.values[place], self.raws[place], self.statuses[place], self._source(place))

    def source_of(self, cell_id: str) -> Source | None:
        """The place of the cell of an id.

        Raises:
            KeyError: there is none.
        """
        place = self._order[cell_id]
        return self._all[place].source if "_all" in self.__dict__ else self._source(place)

    def _source(self, place: int) -> Source | None:
        group = bisect_right(self._ends, place)
        count, places = self._groups[group]
        number = place - self._ends[group] + count
        return places.at(number) if isinstance(places, SinglePlaces) else next(islice(places(), number, None))

    def __setattr__(self, name: str, value: object) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise attrs.exceptions.FrozenInstanceError

    @overload
    def __getitem__(self, place: int) -> Cell: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Cell, ...]: ...

    def __getitem__(self, place: int | slice) -> Cell | tuple[Cell, ...]:
        return self._all[place]

    def __iter__(self) -> Iterator[Cell]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        return self._all == other._all if isinstance(other, Cells) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)

    def __reduce__(self) -> tuple[Callable[[tuple[Cell, ...]], Cells], tuple[tuple[Cell, ...]]]:
        return as_cells, (self._all,)


@lru_cache(maxsize=32)
def _order_of(ids: tuple[str, ...]) -> Mapping[str, int]:
    """Where the cells of a form stand."""
    return {cell: place for place, cell in enumerate(ids)}


def as_cells(cells: Cells | tuple[Cell, ...]) -> Cells:
    """The cells of a report from some that were made one by one, in any sequence; `Cells` are kept as they are.

    Raises:
        TypeError: there is something else among them.
    """
    if isinstance(cells, Cells):
        return cells
    whole = tuple(cells)
    for cell in whole:
        if not isinstance(cell, Cell):
            raise TypeError(f"{type(cell).__name__} among the cells of a report where Cell is due")
    made = Cells(
        tuple([cell.id for cell in whole]),
        tuple([cell.value for cell in whole]),
        tuple([cell.raw for cell in whole]),
        tuple([cell.status for cell in whole]),
        (),
    )
    made.__dict__["_all"] = whole
    return made

"""How a row of a table is laid out: the edges of its cells and how they are merged ([MS-DOC] 2.9.328, 2.9.317)."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import NamedTuple

from govinfo.readers.doc.sprms import DEFINE_TABLE, MERGE_CELLS, MERGE_DOWN, SPLIT_CELLS

_DESCRIPTION = 20
"""Bytes that describe a cell (TC80)."""

_ACROSS = 0x0003
_DOWN_SHIFT = 5
_DOWN = 0x3
_RESTART = 0x2
_FIRST, _MERGED = 1, 2


class RowCell(NamedTuple):
    """A cell of a row.

    Attributes:
        left, right: its edges in twentieths of a point.
        joined: whether it is merged with the cell before it.
        down: whether it goes on a cell of the row above.
        restart: whether it begins a cell that rows below may go on.
    """

    left: int
    right: int
    joined: bool
    down: bool
    restart: bool


@lru_cache(maxsize=256)
def row_cells(layout: tuple[tuple[int, bytes], ...]) -> tuple[RowCell, ...] | None:
    """The cells of a row after the modifiers of its last paragraph; None where they do not tell."""
    edges: tuple[int, ...] = ()
    across: list[int] = []
    down: list[int] = []
    for code, operand in layout:
        if code == DEFINE_TABLE:
            count = operand[0] if operand else 0
            if len(operand) < 1 + 2 * (count + 1):
                return None
            edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
            flags = [_flags(operand, 3 + 2 * count + _DESCRIPTION * number) for number in range(count)]
            across = [flag & _ACROSS for flag in flags]
            down = [flag >> _DOWN_SHIFT & _DOWN for flag in flags]
        elif code == MERGE_DOWN and len(operand) == 2 and operand[0] < len(down):
            down[operand[0]] = operand[1] & _DOWN
        elif code in {MERGE_CELLS, SPLIT_CELLS} and len(operand) == 2:
            merged = code == MERGE_CELLS
            for number in range(operand[0], min(operand[1], len(across))):
                across[number] = (_FIRST if number == operand[0] else _MERGED) if merged else 0
    if not edges:
        return None
    return tuple(
        RowCell(
            edges[number],
            edges[number + 1],
            _goes_on(across, number),
            bool(down[number]) and not down[number] & _RESTART,
            bool(down[number] & _RESTART),
        )
        for number in range(len(across))
    )


def _flags(operand: bytes, place: int) -> int:
    """Flags of a cell; none where the descriptions end before it."""
    return int.from_bytes(operand[place : place + 2], "little")


def _goes_on(across: list[int], number: int) -> bool:
    """Tell whether a cell is merged with the one before it.

    Word 97's description of the format and [MS-DOC] give the two flags opposite meanings; the first
    cell of a set comes first in either, so what it bears marks the beginning of every set beside it.
    """
    start = number
    while start and across[start - 1] and across[number]:
        start -= 1
    return across[number] != 0 and start != number and across[number] != across[start]

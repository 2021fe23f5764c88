"""Properties of paragraphs: heading, list, place in a table ([MS-DOC] 2.6.2, 2.6.3)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from govinfo.readers.doc import sprms as codes
from govinfo.readers.doc.damage import damaged
from govinfo.readers.doc.pieces import PieceTable
from govinfo.readers.doc.runs import ParagraphRuns
from govinfo.readers.doc.sprms import number, sprms

MAX_DEPTH = 16
"""So deep may tables stand in tables."""

_HEADINGS = range(1, 10)
"""Numbers of the built-in heading styles, fixed by the format ([MS-DOC] 2.9.260)."""

_LOWEST = 6
"""Lowest level of a heading in a document."""

_TABLE_CODES = frozenset((codes.DEFINE_TABLE, codes.MERGE_CELLS, codes.SPLIT_CELLS, codes.MERGE_DOWN))

_CODES = frozenset(
    (
        codes.STYLE,
        codes.DEPTH,
        codes.DEPTH_CHANGE,
        codes.IN_TABLE,
        codes.ROW_END,
        codes.INNER_CELL,
        codes.INNER_ROW_END,
        codes.LIST,
        codes.LIST_LEVEL,
        *_TABLE_CODES,
    )
)
_STORABLE = _CODES | codes.HUGE


class Properties(NamedTuple):
    """What matters of a paragraph.

    Attributes:
        style: number of its style.
        depth: how many tables it stands in.
        cell_end: whether it ends a cell of a table inside a cell.
        row_end: whether it ends a row.
        layout: modifiers that lay out the row.
        list: number of its list, counted from 1; None where its style decides.
        list_level: level in the list, counted from 0; None where its style decides.
        in_cell: whether it stands in a cell and is no heading.
    """

    style: int = 0
    depth: int = 0
    cell_end: bool = False
    row_end: bool = False
    layout: tuple[tuple[int, bytes], ...] = ()
    list: int | None = None
    list_level: int | None = None
    in_cell: bool = False

    @property
    def level(self) -> int | None:
        """Level of a heading; None for other paragraphs."""
        return min(self.style, _LOWEST) if self.style in _HEADINGS else None


PLAIN = Properties()


class ParagraphTable:
    """Finds the properties of paragraphs; equal ones are worked out once."""

    def __init__(self, runs: ParagraphRuns, pieces: PieceTable, stored: Callable[[], bytes]) -> None:
        """Take the runs and the pieces of the file; `stored` gives the stream Data where it is needed."""
        self._runs = runs
        self._pieces = pieces
        self._stored = stored
        self._known: dict[bytes | tuple[bytes, bytes], Properties] = {}

    def at(self, place: int) -> Properties:
        """The properties of the paragraph that ends with a character.

        Raises:
            SourceError: they are damaged.
        """
        piece, offset = self._pieces.at(place)
        run = self._runs.at(offset)
        if run is None:
            return PLAIN
        key = (run, piece.modifiers) if piece.modifiers else run
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._work_out(run, piece.modifiers)
        return found

    def _work_out(self, run: bytes, modifiers: bytes) -> Properties:
        values: dict[int, int] = {codes.STYLE: int.from_bytes(run[:2], "little")}
        layout: list[tuple[int, bytes]] = []
        for code, operand in self._expanded(run[2:] + modifiers):
            if code in _TABLE_CODES:
                layout.append((code, operand))
            else:
                values[code] = number(operand)
        depth = values.get(codes.DEPTH, 1 if values.get(codes.IN_TABLE) else 0) + values.get(codes.DEPTH_CHANGE, 0)
        if not 0 <= depth <= MAX_DEPTH:
            raise damaged(f"tables {depth} deep", "表格嵌套层数有误")
        style, row_end = values[codes.STYLE], bool(values.get(codes.ROW_END) or values.get(codes.INNER_ROW_END))
        return Properties(
            style=style,
            depth=depth,
            cell_end=bool(values.get(codes.INNER_CELL)),
            row_end=row_end,
            layout=tuple(layout),
            list=values.get(codes.LIST),
            list_level=values.get(codes.LIST_LEVEL),
            in_cell=depth > 0 and not row_end and style not in _HEADINGS,
        )

    def _expanded(self, grpprl: bytes) -> Iterator[tuple[int, bytes]]:
        """The modifiers, those stored elsewhere in their place."""
        for code, operand in sprms(grpprl, _STORABLE):
            if code not in codes.HUGE:
                yield code, operand
                continue
            data = self._stored()
            place = int.from_bytes(operand, "little")
            if place + 2 > len(data):
                raise damaged("stored properties are missing", "缺少存放在别处的属性")
            (size,) = struct.unpack_from("<H", data, place)
            yield from sprms(data[place + 2 : place + 2 + size], _CODES)

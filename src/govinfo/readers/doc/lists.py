"""Definitions of numbered lists ([MS-DOC] 2.9.147, 2.9.150, 2.9.131)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_LIST = struct.Struct("<i22xBx")
_LEVEL = struct.Struct("<iB19x2B2x")
_OVERRIDE = struct.Struct("<i8xB3x")
_SIMPLE = 0x01
_LEVELS = 9
_START, _FORMAT = 0x10, 0x20


class Level(NamedTuple):
    """A level of a list.

    Attributes:
        start: its first number.
        format: how numbers are written (MSONFC, [MS-OSHARED] 2.2.1.3).
        text: what is printed, with the numbers of levels as characters 0 to 8.
    """

    start: int
    format: int
    text: str


class NumberedList(NamedTuple):
    """A list as paragraphs refer to it: which definition it counts along with, and its levels."""

    definition: int
    levels: Sequence[Level]


def lists_of(table: bytes, definitions: tuple[int, int], overrides: bytes) -> Mapping[int, NumberedList]:
    """The lists by the number that paragraphs name; as many as can be read.

    Args:
        table: the table stream.
        definitions: start and size of the definitions in it; their levels follow behind.
        overrides: the lists that paragraphs name, each with what it changes of a definition.
    """
    try:
        known = dict(_definitions(table, *definitions))
        return dict(_overrides(overrides, known))
    except (struct.error, IndexError):
        return {}


def _definitions(table: bytes, start: int, size: int) -> Iterator[tuple[int, list[Level]]]:
    if size < 2:
        return
    (count,) = struct.unpack_from("<H", table, start)
    place = start + size
    for entry in range(count):
        key, flags = _LIST.unpack_from(table, start + 2 + _LIST.size * entry)
        levels = []
        for _ in range(1 if flags & _SIMPLE else _LEVELS):
            level, place = _level(table, place)
            levels.append(level)
        yield key, levels


def _overrides(plc: bytes, known: Mapping[int, list[Level]]) -> Iterator[tuple[int, NumberedList]]:
    if len(plc) < 4:
        return
    (count,) = struct.unpack_from("<I", plc)
    place = 4 + _OVERRIDE.size * min(count, len(plc) // _OVERRIDE.size)
    for entry in range(count):
        key, changes = _OVERRIDE.unpack_from(plc, 4 + _OVERRIDE.size * entry)
        levels = list(known.get(key, ()))
        place += 4
        for _ in range(changes):
            start, flags = struct.unpack_from("<iI", plc, place)
            place += 8
            number = flags & 0xF
            changed = levels[number]._replace(start=start) if flags & _START and number < len(levels) else None
            if flags & _FORMAT:
                changed, place = _level(plc, place)
            if changed and number < len(levels):
                levels[number] = changed
        yield entry + 1, NumberedList(key, levels)


def _level(data: bytes, place: int) -> tuple[Level, int]:
    """A level, and where what follows it begins."""
    start, shape, characters, paragraphs = _LEVEL.unpack_from(data, place)
    place += _LEVEL.size + characters + paragraphs
    (length,) = struct.unpack_from("<H", data, place)
    text = data[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "replace")
    return Level(start, shape, text), place + 2 + 2 * length

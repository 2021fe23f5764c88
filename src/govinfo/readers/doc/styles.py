"""Styles of paragraphs, as far as lists need them ([MS-DOC] 2.9.271, 2.9.260)."""

from __future__ import annotations

import struct
from typing import NamedTuple

from govinfo.readers.doc.sprms import LIST, LIST_LEVEL, number, sprms

_NONE = 0xFFF
_PARAGRAPH = 1
_CODES = frozenset((LIST, LIST_LEVEL))
_MAX_DEPTH = 12
"""So many styles may be based on one another (Word allows eleven)."""


class Style(NamedTuple):
    """A style: the one that it is based on, and its list and level, where it names them."""

    base: int
    list: int | None
    level: int | None


def styles_of(sheet: bytes) -> list[Style]:
    """The styles by number; as many as can be read, for without them only numbers of lists are missing."""
    found: list[Style] = []
    try:
        (header,) = struct.unpack_from("<H", sheet)
        count, base_size = struct.unpack_from("<2H", sheet, 2)
        place = 2 + header
        for _ in range(count):
            (size,) = struct.unpack_from("<H", sheet, place)
            found.append(_style(sheet[place + 2 : place + 2 + size], base_size))
            place += 2 + size + size % 2
    except (struct.error, IndexError):
        return found
    return found


def list_of(styles: list[Style], style: int) -> tuple[int | None, int | None]:
    """List and level that a style or one that it is based on names."""
    found_list: int | None = None
    level: int | None = None
    for _ in range(_MAX_DEPTH):
        if style >= len(styles):
            break
        found_list = styles[style].list if found_list is None else found_list
        level = styles[style].level if level is None else level
        style = styles[style].base
    return found_list, level


def _style(description: bytes, base_size: int) -> Style:
    if len(description) < base_size + 2:
        return Style(_NONE, None, None)
    (kind,) = struct.unpack_from("<H", description, 2)
    base = kind >> 4
    if kind & 0xF != _PARAGRAPH:
        return Style(base, None, None)
    (letters,) = struct.unpack_from("<H", description, base_size)
    place = base_size + 2 + 2 * letters + 2
    (size,) = struct.unpack_from("<H", description, place)
    modifiers = description[place + 4 : place + 2 + size]
    values = {code: number(operand) for code, operand in sprms(modifiers, _CODES)}
    return Style(base, values.get(LIST), values.get(LIST_LEVEL))

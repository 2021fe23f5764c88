"""Single property modifiers: how properties of characters, paragraphs and tables are written ([MS-DOC] 2.2.5)."""

from __future__ import annotations

from collections.abc import Container, Iterator

MARKED_DELETED = 0x0800
MARKED_INSERTED = 0x0801
STRUCK = 0x0837
HIDDEN = 0x083C
RAISED = 0x2A48
STRUCK_TWICE = 0x2A53

IN_TABLE = 0x2416
ROW_END = 0x2417
INNER_CELL = 0x244B
INNER_ROW_END = 0x244C
DEPTH = 0x6649
DEPTH_CHANGE = 0x664A
LIST_LEVEL = 0x260A
LIST = 0x460B
STYLE = 0x4600
HUGE = frozenset((0x6645, 0x6646, 0x646B))
"""Their operand is the place of further modifiers in the stream Data."""

DEFINE_TABLE = 0xD608
MERGE_CELLS = 0x5624
SPLIT_CELLS = 0x5625
MERGE_DOWN = 0xD62B

_SIZES = (1, 1, 2, 4, 2, 2, None, 3)
"""Size of the operand in bytes by the top three bits of the code; None where it is written in front of it."""

_LONG = frozenset((DEFINE_TABLE, 0xD606))
_TABS = 0xC615


def sprms(grpprl: bytes, wanted: Container[int]) -> Iterator[tuple[int, bytes]]:
    """Yield code and operand of each modifier with one of the codes; what is cut off is left out."""
    place, end = 0, len(grpprl)
    while place + 2 < end:
        code = grpprl[place] | grpprl[place + 1] << 8
        place += 2
        size = _SIZES[code >> 13]
        if size is None:
            size = grpprl[place]
            place += 1
            if code in _LONG and place < end:
                size += (grpprl[place] << 8) - 1
                place += 1
            elif code == _TABS and size == 0xFF:
                size = _size_of_tabs(grpprl, place)
        if size < 0 or place + size > end:
            return
        if code in wanted:
            yield code, grpprl[place : place + size]
        place += size


def _size_of_tabs(grpprl: bytes, place: int) -> int:
    """Size of an operand of sprmPChgTabs that is too long for its byte."""
    deleted = grpprl[place] if place < len(grpprl) else 0
    second = place + 1 + 4 * deleted
    added = grpprl[second] if second < len(grpprl) else 0
    return 2 + 4 * deleted + 3 * added


def number(operand: bytes) -> int:
    """The operand as a signed number."""
    return int.from_bytes(operand, "little", signed=True)

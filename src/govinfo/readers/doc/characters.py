"""Characters that are not plain: deleted, hidden or inserted text, and what is struck or raised."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

import regex

from govinfo.readers.doc.damage import damaged
from govinfo.readers.doc.pieces import PieceTable
from govinfo.readers.doc.runs import PAGE, pages
from govinfo.readers.doc.sprms import HIDDEN, MARKED_DELETED, MARKED_INSERTED, RAISED, STRUCK, STRUCK_TWICE, sprms

Manner = Literal["deleted", "hidden", "struck", "raised", "inserted"]
"""``deleted``, ``inserted``: by a tracked change.  ``struck``: struck out.  ``raised``: a superscript or subscript."""

_MANNERS: dict[int, Manner] = {
    MARKED_DELETED: "deleted",
    HIDDEN: "hidden",
    STRUCK: "struck",
    STRUCK_TWICE: "struck",
    RAISED: "raised",
    MARKED_INSERTED: "inserted",
}
_ORDER: tuple[Manner, ...] = ("deleted", "hidden", "struck", "raised", "inserted")
_SUSPECT = regex.compile(b"|".join(regex.escape(struct.pack("<H", code)) for code in _MANNERS))
_OFF = (b"\x00", b"\x80")
"""Operands that switch a property off, or leave it to the style."""


class Stretch(NamedTuple):
    """Characters of the text that are not plain."""

    start: int
    stop: int
    manner: Manner


def stretches(word: bytes, plc: bytes, table: PieceTable) -> list[Stretch]:
    """The stretches that are not plain, in order of the text.

    Raises:
        SourceError: the pages of characters are damaged.
    """
    runs = sorted(_suspects(word, plc))
    if any(before[1] > after[0] for before, after in pairwise(runs)):
        raise damaged("the pages of characters are out of order", "字符属性页混乱")
    lasts = [last for _, last, _ in runs]
    found: list[Stretch] = []
    for piece in table.pieces:
        if piece.modifiers and (manner := _manner(piece.modifiers)):
            found.append(Stretch(piece.start, piece.stop, manner))
        end = piece.offset + (piece.stop - piece.start) * piece.width
        for number in range(bisect_right(lasts, piece.offset), len(runs)):
            first, last, properties = runs[number]
            if first >= end:
                break
            if manner := _manner(properties + piece.modifiers):
                start = piece.start + max(first - piece.offset, 0) // piece.width
                stop = piece.start + (min(last, end) - piece.offset) // piece.width
                found.append(Stretch(start, stop, manner))
    return sorted(found)


def _suspects(word: bytes, plc: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Place and modifiers of the runs that may hold such characters."""
    for page in pages(word, plc):
        if not _SUSPECT.search(page):
            continue
        count = page[PAGE - 1]
        if 5 * count + 4 >= PAGE:
            raise damaged("a page of characters overflows", "字符属性页有误")
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for number in range(count):
            place = 2 * page[4 * (count + 1) + number]
            properties = page[place + 1 : place + 1 + page[place]] if place else b""
            first, last = bounds[number : number + 2]
            if first < last and _SUSPECT.search(properties):
                yield first, last, properties


def _manner(properties: bytes) -> Manner | None:
    """How characters with these modifiers are shown; the last word on each property counts."""
    state: dict[Manner, dict[int, bool]] = {}
    for code, operand in sprms(properties, _MANNERS):
        state.setdefault(_MANNERS[code], {})[code] = operand not in _OFF
    return next((manner for manner in _ORDER if any(state.get(manner, {}).values())), None)

"""The piece table: where the characters of the text stand ([MS-DOC] 2.4.1, 2.9.38)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from govinfo.errors import SourceError
from govinfo.readers.doc.damage import damaged

MAX_CHARACTERS = 2_000_000
"""Longest text that is read; the longest reports known have some ten thousand characters."""

_PROPERTIES, _TABLE = 1, 2
_COMPRESSED = 0x4000_0000
_PRM_CODES = {
    0x0C: 0x260A,
    0x18: 0x2416,
    0x19: 0x2417,
    0x41: 0x0800,
    0x42: 0x0801,
    0x57: 0x0837,
    0x5C: 0x083C,
    0x68: 0x2A48,
    0x73: 0x2A53,
}
"""Codes of the modifiers that matter here, by their short names in a piece (Prm0, [MS-DOC] 2.9.215)."""


class Piece(NamedTuple):
    """A stretch of the text.

    Attributes:
        start, stop: its first character, and the one behind its last.
        offset: where it stands in the stream WordDocument.
        width: bytes of a character, 1 (Windows-1252) or 2 (UTF-16).
        modifiers: properties of all of its characters, laid over their own.
    """

    start: int
    stop: int
    offset: int
    width: int
    modifiers: bytes


class PieceTable:
    """The pieces of the text in order."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def at(self, place: int) -> tuple[Piece, int]:
        """The piece of a character, and where the character stands in the stream WordDocument."""
        number = bisect_right(self._starts, place) - 1 if len(self.pieces) > 1 else 0
        piece = self.pieces[number]
        return piece, piece.offset + (place - piece.start) * piece.width

    def text(self, word: bytes, start: int, stop: int) -> str:
        """The text of a range, one character of the result for each of the file.

        Raises:
            SourceError: the range is not all there.
        """
        parts = []
        for piece in self.pieces:
            first, last = max(piece.start, start), min(piece.stop, stop)
            if first < last:
                begin = piece.offset + (first - piece.start) * piece.width
                parts.append(_decoded(word[begin : begin + (last - first) * piece.width], piece.width))
        text = "".join(parts)
        if len(text) != stop - start:
            raise damaged("part of the text is missing", "缺少部分正文")
        return text


def piece_table(clx: bytes) -> PieceTable:
    """Read the piece table from a Clx.

    Raises:
        SourceError: it is damaged or the text is too long.
    """
    try:
        modifiers, plc = _split(clx)
        count = (len(plc) - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", plc)
        descriptors = list(struct.iter_unpack("<2xIH", plc[4 * (count + 1) : 4 * (count + 1) + 8 * count]))
    except (struct.error, IndexError) as error:
        raise damaged("the piece table is incomplete", "文本块表不完整") from error
    if count < 1 or bounds[0] or any(before >= after for before, after in pairwise(bounds)):
        raise damaged("the piece table is out of order", "文本块表混乱")
    if bounds[-1] > MAX_CHARACTERS:
        raise SourceError(
            f"more than {MAX_CHARACTERS} characters, which no report has; was the right file chosen?",
            f"超过{MAX_CHARACTERS}字，年报不会这么长；请核对是否选错了文件",
        )
    pieces = []
    for (start, stop), (fc, prm) in zip(pairwise(bounds), descriptors, strict=True):
        narrow = fc & _COMPRESSED
        offset = (fc & ~_COMPRESSED) // 2 if narrow else fc
        pieces.append(Piece(start, stop, offset, 1 if narrow else 2, _modifiers(prm, modifiers)))
    return PieceTable(tuple(pieces))


def _split(clx: bytes) -> tuple[list[bytes], bytes]:
    """The lists of modifiers in front of the piece table, and the table."""
    place = 0
    modifiers = []
    while clx[place] == _PROPERTIES:
        (size,) = struct.unpack_from("<H", clx, place + 1)
        modifiers.append(clx[place + 3 : place + 3 + size])
        place += 3 + size
    if clx[place] != _TABLE:
        raise IndexError(place)
    (size,) = struct.unpack_from("<I", clx, place + 1)
    return modifiers, clx[place + 5 : place + 5 + size]


def _modifiers(prm: int, lists: list[bytes]) -> bytes:
    if prm & 1:
        return lists[prm >> 1] if prm >> 1 < len(lists) else b""
    code = _PRM_CODES.get(prm >> 1 & 0x7F)
    return struct.pack("<HB", code, prm >> 8) if code else b""


def _decoded(data: bytes, width: int) -> str:
    if width == 1:
        return data.decode("cp1252", "replace")
    text = data.decode("utf-16-le", "surrogatepass") if len(data) % 2 == 0 else ""
    if len(text) * 2 != len(data):
        return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))
    return text

"""Records of Excel 97 workbooks (BIFF8): their numbers, and the texts in them.

After "[MS-XLS]: Excel Binary File Format (.xls) Structure"; section numbers are of that document.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govinfo.errors import SourceError

BOF, EOF, CONTINUE, FILEPASS = 0x0809, 0x000A, 0x003C, 0x002F
BOUNDSHEET, DATEMODE, FONT, FORMAT, XF, SST = 0x0085, 0x0022, 0x0031, 0x041E, 0x00E0, 0x00FC
ROW, COLINFO, MERGECELLS = 0x0208, 0x007D, 0x00E5
NUMBER, RK, MULRK, LABELSST, LABEL, RSTRING = 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6
BLANK, MULBLANK, BOOLERR, FORMULA, STRING = 0x0201, 0x00BE, 0x0205, 0x0006, 0x0207

MAX_RECORDS = 1_000_000
"""So many records are read from a workbook; those of reports have some thousands."""

MAX_STRING = 32_767
"""Longest text in characters (2.5.293 XLUnicodeRichExtendedString)."""

_WIDE, _PHONETIC, _RICH = 1, 4, 8


class Record(NamedTuple):
    """A record: its kind, its data, and the data of the records that continue it."""

    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()


class RichText(NamedTuple):
    """A text, and from which character on it is in which font; before the first in that of its cell."""

    text: str
    fonts: tuple[tuple[int, int], ...] = ()


def damaged(what: str) -> SourceError:
    """The error for a workbook that breaks its format."""
    return SourceError(
        f"the workbook is damaged or cut off ({what}); open and save it again with an office program",
        f"工作簿已损坏或不完整（{what}）；请用办公软件打开后重新保存",
    )


class Records:
    """Reads the records of a stream; all readings together stay within `MAX_RECORDS`."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._left = MAX_RECORDS

    def substream(self, start: int) -> Iterator[Record]:
        """Yield the records of the part that begins at an offset; parts inside it (charts) are left out.

        Raises:
            SourceError: the part has no end, or a limit is passed.
        """
        depth = 0
        pending: Record | None = None
        for kind, data in self._records(start):
            if kind == CONTINUE and pending is not None:
                pending = pending._replace(more=(*pending.more, data))
                continue
            if pending is not None:
                yield pending
                pending = None
            if kind == BOF:
                depth += 1
            elif kind == EOF:
                depth -= 1
                if depth <= 0:
                    return
            elif depth == 1:
                pending = Record(kind, data)
            elif depth == 0:
                break
        raise damaged(f"offset {start}")

    def version(self, start: int) -> int:
        """The version of the format of the part at an offset: 0x0600 for BIFF8, less for older ones; 0 for none."""
        kind, data = next(self._records(start), (0, b""))
        return int.from_bytes(data[:2], "little") if kind == BOF else 0

    def _records(self, start: int) -> Iterator[tuple[int, bytes]]:
        stream, position = self._stream, start
        while position + 4 <= len(stream):
            kind, length = struct.unpack_from("<HH", stream, position)
            if position + 4 + length > len(stream):
                return
            self._left -= 1
            if self._left < 0:
                raise SourceError(
                    f"the workbook has more than {MAX_RECORDS} records, which no report has; was it the right file?",
                    f"工作簿超过{MAX_RECORDS}条记录，年报不会这么大；请核对是否选错了文件",
                )
            yield kind, stream[position + 4 : position + 4 + length]
            position += 4 + length


def short_text(data: bytes) -> str:
    """A text with a length of one byte (2.5.240 ShortXLUnicodeString)."""
    length, flags = data[0], data[1]
    return _decoded(data[2 : 2 + (length * 2 if flags & _WIDE else length)], flags)


def text_of(record: Record, offset: int) -> RichText:
    """The text at an offset of a record (2.5.293)."""
    return _Pieces((record.data[offset:], *record.more)).text()


def shared_texts(record: Record) -> Iterator[RichText]:
    """Yield the texts of the table that cells refer to (2.4.265 SST)."""
    pieces = _Pieces((record.data, *record.more))
    _, count = struct.unpack("<II", pieces.take(8))
    if count > MAX_RECORDS:
        raise damaged("SST")
    for _ in range(count):
        yield pieces.text()


def _decoded(data: bytes, flags: int) -> str:
    return data.decode("utf-16-le" if flags & _WIDE else "latin-1", "replace")


class _Pieces:
    """Data that go on in further records; the characters of a text say anew there how they are stored."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = [memoryview(piece) for piece in pieces]
        self._piece = 0
        self._position = 0

    def take(self, length: int) -> bytes:
        """So many bytes, wherever they stand."""
        found = []
        while length:
            rest = self._rest()
            part = rest[:length]
            found.append(part)
            self._position += len(part)
            length -= len(part)
        return b"".join(found)

    def text(self) -> RichText:
        length, flags = struct.unpack("<HB", self.take(3))
        if length > MAX_STRING:
            raise damaged("text")
        runs = struct.unpack("<H", self.take(2))[0] if flags & _RICH else 0
        phonetic = struct.unpack("<I", self.take(4))[0] if flags & _PHONETIC else 0
        text = self._characters(length, flags)
        fonts = tuple(struct.iter_unpack("<HH", self.take(4 * runs)))
        self.take(phonetic)
        return RichText(text, fonts)

    def _characters(self, length: int, flags: int) -> str:
        found: list[str] = []
        while length:
            before = self._piece
            rest = self._rest()
            if found and self._piece != before:
                flags, rest = rest[0], rest[1:]
                self._position += 1
            size = 2 if flags & _WIDE else 1
            part = rest[: length * size]
            part = part[: len(part) // size * size]
            if not part:
                raise damaged("text")
            found.append(_decoded(bytes(part), flags))
            self._position += len(part)
            length -= len(part) // size
        return "".join(found)

    def _rest(self) -> memoryview:
        """What is left of the present piece, or the next one that has something."""
        while self._piece < len(self._pieces) and self._position >= len(self._pieces[self._piece]):
            self._piece += 1
            self._position = 0
        if self._piece >= len(self._pieces):
            raise damaged("text")
        return self._pieces[self._piece][self._position :]

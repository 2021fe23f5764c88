"""The file information block: where everything stands ([MS-DOC] 2.5)."""

from __future__ import annotations

import struct
from typing import NamedTuple

from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.doc.damage import damaged

_WORD_97 = 0xA5EC
_WORD_6 = 0xA5DC
_WORD_2 = 0xA5DB
_FIRST_FIB = 0x00C1
"""nFib of Word 97; Word 6 and 95 have less than 0x69."""

_ENCRYPTED = 0x0100
_TABLE_1 = 0x0200

_BASE = 32
_COUNTS = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "text_boxes", "header_text_boxes")
_FIRST_COUNT = 3
"""Place of ccpText among the long words of FibRgLw97."""

_PLACES = {"styles": 1, "sections": 6, "characters": 12, "paragraphs": 13, "pieces": 33, "lists": 73, "overrides": 74}
"""Number of the pair of offset and length in FibRgFcLcb97."""


class Span(NamedTuple):
    """A stretch of the table stream."""

    start: int
    size: int

    def of(self, table: bytes) -> bytes:
        """The bytes of the stretch; fewer where the stream ends before."""
        return table[self.start : self.start + self.size]


class Fib(NamedTuple):
    """What the block tells.

    Attributes:
        table: name of the table stream.
        counts: characters of each range of the text, by name, in the order in which they follow each other.
        spans: stretches of the table stream, by name.
    """

    table: str
    counts: dict[str, int]
    spans: dict[str, Span]

    def range_of(self, name: str) -> tuple[int, int]:
        """First character of a range of the text, and the one behind its last."""
        start = 0
        for other, count in self.counts.items():
            if other == name:
                return start, start + count
            start += count
        raise KeyError(name)


def fib_of(word: bytes) -> Fib:
    """Read the block at the beginning of the stream WordDocument.

    Raises:
        SourceError: the file is encrypted or damaged.
        UnsupportedFormat: it was written by Word 95 or earlier.
    """
    try:
        magic, version, flags = struct.unpack_from("<HH6xH", word)
        if magic in {_WORD_6, _WORD_2} or (magic == _WORD_97 and version < _FIRST_FIB):
            raise UnsupportedFormat(
                "the file was written by Word 95 or earlier; save it as docx with an office program",
                "这是Word 95或更早版本的文件；请用办公软件另存为docx",
            )
        if magic != _WORD_97:
            raise damaged("the mark of a Word file is missing", "缺少Word文件标记")
        if flags & _ENCRYPTED:
            raise SourceError("the file is encrypted; save it without a password", "文件已加密；请取消密码后另存")
        words_at = _BASE + 2
        longs_at = words_at + 2 * struct.unpack_from("<H", word, _BASE)[0] + 2
        longs = struct.unpack_from("<H", word, longs_at - 2)[0]
        counts = struct.unpack_from(f"<{len(_COUNTS)}i", word, longs_at + 4 * _FIRST_COUNT)
        pairs_at = longs_at + 4 * longs + 2
        spans = {name: Span(*struct.unpack_from("<2I", word, pairs_at + 8 * place)) for name, place in _PLACES.items()}
    except struct.error as error:
        raise damaged("its beginning is incomplete", "文件开头不完整") from error
    if min(counts) < 0:
        raise damaged("negative lengths", "长度为负")
    table = "1Table" if flags & _TABLE_1 else "0Table"
    return Fib(table, dict(zip(_COUNTS, counts, strict=True)), spans)

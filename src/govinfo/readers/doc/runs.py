"""Runs of characters and paragraphs with their properties, from formatted disk pages ([MS-DOC] 2.9.33, 2.9.175)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from govinfo.readers.doc.damage import damaged

PAGE = 512
"""Size of a formatted disk page in bytes."""

_PAGE_NUMBER = 0x3F_FFFF
_PARAGRAPH_ENTRY = 13
"""Bytes that describe one run of a page of paragraphs (BxPap)."""


class ParagraphRuns:
    """The properties of paragraphs by where they stand in the stream WordDocument."""

    def __init__(self, word: bytes, plc: bytes) -> None:
        """Read all pages.

        Raises:
            SourceError: they are damaged.
        """
        self._starts: list[int] = []
        self._stops: list[int] = []
        self._properties: list[bytes] = []
        for page in pages(word, plc):
            count = page[PAGE - 1]
            if 4 * (count + 1) + _PARAGRAPH_ENTRY * count >= PAGE:
                raise damaged("a page of paragraphs overflows", "段落属性页有误")
            bounds = struct.unpack_from(f"<{count + 1}I", page)
            self._starts.extend(bounds[:-1])
            self._stops.extend(bounds[1:])
            entries = 4 * (count + 1)
            places = page[entries : entries + _PARAGRAPH_ENTRY * count : _PARAGRAPH_ENTRY]
            known = {place: _entry(page, 2 * place) for place in set(places)}
            self._properties.extend([known[place] for place in places])
        if any(map(int.__gt__, self._starts, self._starts[1:])):
            raise damaged("the pages of paragraphs are out of order", "段落属性页混乱")

    def at(self, offset: int) -> bytes | None:
        """Style number and modifiers of the paragraph at a place; None where no page describes it."""
        number = bisect_right(self._starts, offset) - 1
        return self._properties[number] if number >= 0 and offset < self._stops[number] else None


def pages(word: bytes, plc: bytes) -> Iterator[bytes]:
    """Yield the formatted disk pages that a table of pages names.

    Raises:
        SourceError: a page is missing.
    """
    count = (len(plc) - 4) // 8
    if count < 0 or count > len(word) // PAGE + 1:
        raise damaged("the table of property pages is wrong", "属性页表有误")
    for entry in struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)):
        start = (entry & _PAGE_NUMBER) * PAGE
        page = word[start : start + PAGE]
        if len(page) < PAGE:
            raise damaged("a page of properties is missing", "缺少属性页")
        yield page


def _entry(page: bytes, place: int) -> bytes:
    """The properties at a place of a page of paragraphs; none at 0."""
    if not place:
        return b""
    size = 2 * page[place] - 1
    place += 1
    if size < 0:
        size = 2 * page[place]
        place += 1
    return page[place : min(place + size, PAGE - 1)]

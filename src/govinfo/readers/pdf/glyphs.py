"""The characters of a page with their places, sorted by how they are printed."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from govinfo.errors import SourceError
from govinfo.readers.pdf.drawings import TextObject
from govinfo.readers.pdf.geometry import Matrix
from govinfo.readers.pdf.page import Box, Glyph, around

MAX_GLYPHS = 400_000
"""So many characters may a file have; the longest reports known have some ten thousand."""

UNKNOWN = "\ufffd"
"""Stands for a character of which the file does not tell which it is."""

_BLANKS = frozenset((0x9, 0xA, 0xD, 0x20, 0xA0, 0x3000, 0x200B, 0xFEFF, 0xAD))
_SPACES = frozenset((0x20, 0xA0))
_RADICALS = range(0x2E80, 0x2FE0)
_PRIVATE = (range(0xD800, 0xF900), range(0xF0000, 0x110000))


@attrs.define
class Content:
    """The characters of a page; for the attributes see `Page`."""

    glyphs: list[Glyph] = attrs.Factory(list)
    sideways: list[tuple[str, Box]] = attrs.Factory(list)
    unmapped: int = 0
    unseen: int = 0
    slanted: int = 0
    recognised: bool = False


def glyphs_of(text: Any, objects: Mapping[int, TextObject], mapping: Matrix, turns: int, most: int) -> Content:
    """Read the characters of a page.

    Args:
        text: the text of the page.
        objects: how its texts are printed, by address.
        mapping: from the coordinates of the file to those of the page.
        turns: the direction in which most of the text runs, in quarter turns counter-clockwise.
        most: how many characters may be read.

    Raises:
        SourceError: there are more.
    """
    count = pdfium.FPDFText_CountChars(text)
    if count > most:
        raise SourceError(
            f"the PDF file holds more than {MAX_GLYPHS} characters, which no report has; was the right file chosen?",
            f"PDF文件的文字超过{MAX_GLYPHS}个，年报不会这么长；请核对是否选错了文件",
        )
    content = Content()
    numbers = _read(text, max(count, 0), mapping, content)
    plain = all(entry.quarter == turns and not entry.invisible and not entry.pale for entry in objects.values())
    if not plain:
        _sort(text, numbers, objects, turns, content)
    return content


def _read(text: Any, count: int, mapping: Matrix, content: Content) -> list[int]:
    """Read the characters that are no blanks; gives the number of each in the text."""
    numbers: list[int] = []
    glyphs = content.glyphs
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    rectangle = pdfium.FS_RECTF()
    reference = ctypes.byref(rectangle)
    right, down = mapping.e, mapping.f
    moved = mapping[:4] == (1, 0, 0, -1)
    blank = False
    for number in range(count):
        code = unicode_of(text, number)
        if code in _BLANKS:
            blank = code in _SPACES and not pdfium.FPDFText_IsGenerated(text, number)
            continue
        char = chr(code) if 0x3000 < code < 0xD800 else _character(text, number, code)
        if blank:
            char, blank = " " + char, False
        box_of(text, number, reference)
        edges = rectangle.left, rectangle.top, rectangle.right, rectangle.bottom
        if moved:
            glyphs.append(Glyph(char, edges[0] + right, down - edges[1], edges[2] + right, down - edges[3]))
        else:
            glyphs.append(Glyph(char, *mapping.box(*edges)))
        numbers.append(number)
    content.unmapped = sum(UNKNOWN in glyph.text for glyph in glyphs)
    return numbers


def _character(text: Any, number: int, code: int) -> str:
    """The character of a code: a hyphen as such, radicals as the characters that they look like.

    A code without a known meaning is only the number of a shape in its font.
    """
    if pdfium.FPDFText_HasUnicodeMapError(text, number):
        return UNKNOWN
    if code == 0x2 and pdfium.FPDFText_IsHyphen(text, number):
        return "-"
    if code < 0x20 or code in (0xFFFD, 0xFFFE, 0xFFFF) or any(code in private for private in _PRIVATE):
        return UNKNOWN
    if code in _RADICALS:
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


def _sort(text: Any, numbers: Sequence[int], objects: Mapping[int, TextObject], turns: int, content: Content) -> None:
    """Sort the characters by how they are printed; an invisible layer counts where it is most of the page."""
    owners = [_owner(text, number, objects) for number in numbers]
    glyphs, content.glyphs = content.glyphs, []
    content.recognised = sum(owner is not None and owner.invisible for owner in owners) * 2 > len(owners)
    runs: dict[int, list[Glyph]] = {}
    unseen: set[int] = set()
    slanted: set[int] = set()
    for glyph, owner in zip(glyphs, owners, strict=True):
        if owner is None:
            content.glyphs.append(glyph)
        elif owner.pale or (owner.invisible and not content.recognised):
            unseen.add(id(owner))
        elif owner.quarter == turns:
            content.glyphs.append(glyph)
        elif owner.quarter is None or (owner.quarter - turns) % 4 == 2:
            slanted.add(id(owner))
        else:
            runs.setdefault(id(owner), []).append(glyph)
    content.unseen, content.slanted = len(unseen), len(slanted)
    for run in runs.values():
        place = around([Box(*glyph[1:]) for glyph in run])
        content.sideways.append(("".join(glyph.text for glyph in run).strip(), place))


def _owner(text: Any, number: int, objects: Mapping[int, TextObject]) -> TextObject | None:
    handle = pdfium.FPDFText_GetTextObject(text, number)
    return objects.get(ctypes.cast(handle, ctypes.c_void_p).value or 0)

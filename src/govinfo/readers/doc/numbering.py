"""The numbers that Word prints in front of the paragraphs of lists; they are no part of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import regex

from govinfo.readers.doc.lists import Level, NumberedList
from govinfo.readers.doc.paragraphs import Properties
from govinfo.readers.doc.styles import Style, list_of

_PLACE = regex.compile("[\x00-\x08]")
_DIGITS = "〇一二三四五六七八九"
_MOST = 99
_LAST_CIRCLED = 20

_ARABIC = frozenset((0, 14, 19))
_UNNUMBERED = frozenset((23, 255))
"""Formats of numbers (MSONFC, [MS-OSHARED] 2.2.1.3)."""


class Numbering:
    """Counts the paragraphs of lists in the order of the text."""

    def __init__(self, lists: Mapping[int, NumberedList], styles: list[Style]) -> None:
        """Take the lists of the file and its styles; without lists it `is_empty`."""
        self._lists = lists
        self._styles = styles
        self._counts: dict[int, list[int | None]] = {}
        self.is_empty = not lists

    def label(self, paragraph: Properties) -> str:
        """What is printed in front of the paragraph that comes next; empty where nothing is, or nothing known."""
        if not self._lists:
            return ""
        number, level = paragraph.list, paragraph.list_level
        if number is None:
            number, by_style = list_of(self._styles, paragraph.style)
            level = by_style if level is None else level
        found = self._lists.get(number or 0)
        level = level or 0
        if found is None or not 0 <= level < len(found.levels):
            return ""
        counts = self._counts.setdefault(found.definition, [None] * len(found.levels))
        before = counts[level]
        counts[level] = found.levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (len(counts) - level - 1)
        return _printed(found, level, counts)


def _printed(found: NumberedList, level: int, counts: list[int | None]) -> str:
    """The text of a level with the numbers in place; empty where one cannot be written."""
    parts: list[str] = []
    place = 0
    if found.levels[level].format in _UNNUMBERED:
        return ""
    for match in _PLACE.finditer(found.levels[level].text):
        number = ord(match[0])
        if number >= len(found.levels):
            return ""
        written = _written(found.levels[number], counts[number])
        if not written:
            return ""
        parts += (found.levels[level].text[place : match.start()], written)
        place = match.end()
    return "".join([*parts, found.levels[level].text[place:]])


def _written(level: Level, count: int | None) -> str:
    """A number in the format of a level; empty for a format that is not known here."""
    number = level.start if count is None else count
    if level.format in _ARABIC:
        return str(number)
    write = next((write for formats, write in _WRITERS if level.format in formats), None)
    return write(number) if write and 1 <= number <= _MOST else ""


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= _LAST_CIRCLED else ""


_WRITERS: tuple[tuple[frozenset[int], Callable[[int], str]], ...] = (
    (frozenset((10, 11, 33, 35, 37, 39)), _chinese),
    (frozenset((18, 28)), _circled),
    (frozenset((26,)), "{}.".format),
    (frozenset((27,)), "（{}）".format),
)
"""How numbers are written, by format."""

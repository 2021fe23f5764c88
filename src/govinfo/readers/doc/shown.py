"""What of a paragraph is shown: results of fields but not their codes, no special characters, nothing deleted."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import regex

from govinfo.readers.doc.characters import Manner, Stretch

Kind = Manner | Literal["code", "shown"]
"""``code``: the instruction of a field.  ``shown``: plain text.  See `Manner` for the others."""

_ORDER: tuple[Kind, ...] = ("deleted", "hidden", "code", "struck", "raised", "inserted")

GONE: frozenset[Kind] = frozenset(("deleted", "hidden"))
"""Kinds of text that are not shown at all."""

_PLAIN: frozenset[Kind] = frozenset(("shown", "inserted"))
_PRINTED: frozenset[Kind] = _PLAIN | {"struck", "raised"}

_FIELD = regex.compile("[\x13-\x15]")
_BEGIN, _SEPARATOR = "\x13", "\x14"
_CELL = "\x07"

_SPECIAL = regex.compile("[\x00-\x08\x0a-\x1f\ud800-\udfff]")
_SPECIAL_BESIDE_MARKS = regex.compile("[\x00-\x06\x08\x0a-\x0c\x0e-\x1f\ud800-\udfff]")
_PICTURES = regex.compile("[\x01\x08]")
_TRANSLATED = {code: None for code in range(0x20) if code != 0x09} | {
    0x0B: "\n",
    0x0C: "\n",
    0x0E: "\n",
    0x1E: "-",
}
"""Breaks of lines, pages and columns, and the hyphen that does not break ([MS-DOC] 2.8.26); the rest shows nothing.

What shows nothing includes the marks of footnotes and comments, and optional hyphens.
"""

MAX_MARK = 4
"""Longest raised text in characters that is taken for the mark of a footnote."""


class Part(NamedTuple):
    """A part of a paragraph whose characters are all of one kind; `text` without special characters."""

    text: str
    kind: Kind
    pictures: int = 0


class ShownText:
    """A range of the text, of which paragraphs are asked for by their first and last character."""

    def __init__(self, text: str, start: int, stretches: Sequence[Stretch]) -> None:
        """Take the text of a range, where it starts, and what does not count in the file.

        `is_plain` is True where all of it is shown as it stands, but for the marks of cells and paragraphs.
        """
        self._text = text
        self._start = start
        self._cuts = list(_apart((*stretches, *_codes(text, start))))
        self.is_plain = not self._cuts and not _SPECIAL_BESIDE_MARKS.search(text)
        self._cut_starts = [cut[0] for cut in self._cuts]

    def is_gone(self, place: int) -> bool:
        """Tell whether a character is deleted or hidden."""
        if not self._cuts:
            return False
        number = bisect_right(self._cut_starts, place) - 1
        return number >= 0 and place < self._cuts[number][1] and self._cuts[number][2] in GONE

    def parts(self, start: int, stop: int) -> list[Part]:
        """The parts from a character to the one before another; empty ones left out."""
        if self.is_plain:
            return [Part(self._text[start - self._start : stop - self._start], "shown")]
        found: list[Part] = []
        number = max(bisect_right(self._cut_starts, start) - 1, 0)
        while start < stop:
            while number < len(self._cuts) and self._cuts[number][1] <= start:
                number += 1
            first, last, kind = self._cuts[number] if number < len(self._cuts) else (stop, stop, "shown")
            if first > start:
                found.append(self._part(start, min(first, stop), "shown"))
                start = min(first, stop)
            else:
                found.append(self._part(start, min(last, stop), kind))
                start = min(last, stop)
        return found

    def _part(self, start: int, stop: int, kind: Kind) -> Part:
        text = self._text[start - self._start : stop - self._start]
        if not _SPECIAL.search(text):
            return Part(text, kind)
        pictures = len(_PICTURES.findall(text))
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Part(whole.translate(_TRANSLATED), kind, pictures)


class CellText(NamedTuple):
    """The text of a cell, and whether digits of it come from several pieces or were left out."""

    text: str
    pieces: bool


def cell_text(paragraphs: Sequence[Sequence[Part]]) -> CellText:
    """The text of a cell: without what is struck, and without marks of footnotes beside other text."""
    if len(paragraphs) == 1 and len(paragraphs[0]) <= 1 and all(part.kind == "shown" for part in paragraphs[0]):
        return CellText(one_line(paragraphs[0][0].text if paragraphs[0] else ""), False)
    plain = " ".join("".join(part.text for part in parts if _counts(part)) for parts in paragraphs)
    left_out = [part.text for parts in paragraphs for part in parts if part.kind in {"struck", "raised"}]
    plain = one_line(plain)
    if not left_out:
        return CellText(plain, False)
    if not plain:
        raised = "".join(part.text for parts in paragraphs for part in parts if part.kind == "raised")
        return CellText(" ".join(raised.split()), False)
    return CellText(plain, _has_digit(plain) and any(map(_has_digit, left_out)))


def one_line(text: str) -> str:
    """A text on one line."""
    return text if text.isalnum() else " ".join(text.split())


def paragraph_text(parts: Sequence[Part]) -> str:
    """The text of a paragraph outside tables, struck and raised text included."""
    return "".join(part.text for part in parts if part.kind in _PRINTED)


def _counts(part: Part) -> bool:
    return part.kind in _PLAIN or (part.kind == "raised" and len(part.text.strip()) > MAX_MARK)


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _codes(text: str, start: int) -> Iterator[tuple[int, int, Kind]]:
    """The instructions of fields with their marks; a field that does not end is none."""
    open_fields: list[tuple[int, int | None]] = []
    for match in _FIELD.finditer(text):
        place = match.start()
        if match[0] == _BEGIN:
            open_fields.append((place, None))
        elif open_fields and match[0] == _SEPARATOR:
            open_fields[-1] = (open_fields[-1][0], place)
        elif open_fields:
            begin, separator = open_fields.pop()
            end = (place if separator is None else separator) + 1
            if _CELL not in text[begin:end]:
                yield start + begin, start + end, "code"


def _apart(cuts: Iterable[tuple[int, int, Kind]]) -> Iterator[tuple[int, int, Kind]]:
    """The cuts without overlaps; what is gone or a code counts before what is struck or raised."""
    events = [event for first, last, kind in cuts for event in ((first, kind, 1), (last, kind, -1))]
    active: Counter[Kind] = Counter()
    before = 0
    for place, kind, change in sorted(events):
        found = next((order for order in _ORDER if active[order]), None)
        if found and place > before:
            yield before, place, found
        active[kind] += change
        before = place

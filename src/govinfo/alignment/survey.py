"""What a strip shows at first sight: the tables that are printed as a form prints them, and the texts around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govinfo.alignment.patterns import Pattern
from govinfo.alignment.strip import Row
from govinfo.alignment.usual import UsualTable, usual_at
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value

MAX_LABELS = 6
"""So many cells at the beginning of a row are looked at for its label."""


class Survey:
    """A strip, gone through once for all who ask what stands in it.

    Attributes:
        strip: the document.
        tables: the tables that are printed as a form prints them.
        texts: the texts around them by key, bare digits left out; of several with one key the last.
        lines: the keys of the texts that stand in a row alone and are no numbers.
        labels: the keys of what may be a label in front of numbers, in these tables and elsewhere.
        has_numbers: whether a text around the tables is a number.
        has_letters: whether one that stands alone is a single character.
        has_cells: whether a row around them has several cells, in a layout that knows its blocks.
    """

    def __init__(self, strip: Sequence[Row], patterns: Mapping[str, Sequence[Pattern]]) -> None:
        """Go through a strip.

        Args:
            strip: the document.
            patterns: the tables of the forms by their first key.
        """
        self.strip = strip
        self.tables: list[UsualTable] = []
        self.texts: dict[str, str] = {}
        self.lines: set[str] = set()
        self.labels: set[str] = set()
        self.has_numbers = self.has_letters = self.has_cells = False
        self._last = ""
        behind = 0
        for place, row in enumerate(strip):
            texts = row.texts if place >= behind else ()
            if not texts:
                continue
            key = fold(texts[0])
            table = usual_at(strip, place, patterns[key]) if key in patterns else None
            if table is not None:
                self._add_table(table)
                behind = table.stop
            elif len(texts) == 1:
                self._add_line(texts[0], key)
            else:
                self._add_row(texts)
                self.has_cells = self.has_cells or row.block is not None

    def _add_table(self, table: UsualTable) -> None:
        self.tables.append(table)
        self.labels |= table.pattern.rows
        self._last = table.pattern.last

    def _add_line(self, text: str, key: str) -> None:
        if is_value(text):
            self.has_numbers = True
        elif text:
            self.lines.add(key)
            self._last = key
        if text.isdigit():
            self.has_numbers = True
        elif text:
            self.texts[key] = text
        if len(text) == 1:
            self.has_letters = True

    def _add_row(self, texts: Sequence[str]) -> None:
        """Add a row of several texts; its label may begin in the row above."""
        numbers = [bool(text) and is_value(text) for text in texts]
        words = [fold(text) for text, number in zip(texts[:MAX_LABELS], numbers, strict=False) if text and not number]
        if words and any(numbers[1:]):
            self.labels.update(words)
            self.labels.add(self._last + words[0])
        self._last = words[-1] if words else self._last
        self.texts.update([(fold(text), text) for text in texts if text and not text.isdigit()])
        self.has_numbers = self.has_numbers or any(numbers) or any(map(str.isdigit, texts))
        self.has_letters = self.has_letters or len("".join(texts)) == 1

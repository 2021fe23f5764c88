"""Text that is in the file and not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.document import Note
from govinfo.readers.doc.shown import Part
from govinfo.source import Source

MAX_SHOWN = 40
"""So many characters of left out text are told."""


class LeftOut:
    """Gathers what was left out, for one note on all of it."""

    def __init__(self) -> None:
        self._found: list[tuple[Source, str]] = []
        self._changed: Source | None = None

    def look_at(self, parts: Sequence[Part], source: Source) -> None:
        """Take what is hidden of a paragraph, and whether it bears tracked changes."""
        kinds = {part.kind for part in parts}
        if self._changed is None and not kinds.isdisjoint(("deleted", "inserted")):
            self._changed = source
        if "hidden" in kinds:
            self.add(source, "".join(part.text for part in parts if part.kind == "hidden").strip())

    def add(self, source: Source, text: str) -> None:
        """Take a text that is not shown; nothing where it is empty."""
        if text:
            self._found.append((source, text))

    def notes(self) -> Iterator[Note]:
        """One note on all texts, with the place and the beginning of the first, and one on tracked changes."""
        if self._changed:
            yield Note("X35", self._changed)
        if self._found:
            source, text = self._found[0]
            shortened = text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
            yield Note("X40", source, (("count", str(len(self._found))), ("text", shortened)))

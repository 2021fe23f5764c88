"""Images where a table should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.document import Document, Figure, Paragraph
from govinfo.narrative.sections import Outline
from govinfo.report import Observation


def figures(document: Document, outline: Outline, observations: Sequence[Observation]) -> Iterator[Observation]:
    """An image within the section of a missing table may be that table; one elsewhere is not."""
    missing = {entry.expected: entry.table for entry in observations if entry.kind == "missing_table"}
    if not missing or not any(isinstance(block, Figure) for block in document.blocks):
        return
    stop = len(document.blocks)
    for section in reversed(outline.sections):
        if section.heading is None:
            continue
        start = _place(document, section.heading, stop)
        inside = document.blocks[start:stop] if section.title in missing else ()
        found = next((block for block in inside if isinstance(block, Figure)), None)
        if found is not None:
            yield Observation("figure", missing[section.title], source=found.source)
        stop = start


def _place(document: Document, heading: str, stop: int) -> int:
    """The number of the last paragraph before a block that is a heading; that block where there is none."""
    for number in range(stop - 1, -1, -1):
        block = document.blocks[number]
        if isinstance(block, Paragraph) and block.text.strip() == heading:
            return number
    return stop

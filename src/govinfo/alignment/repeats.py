"""Texts of which a program has left out every line that was there before, numbers included."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.reading import TableReading
from govinfo.alignment.strip import Row
from govinfo.findings import Finding, spec
from govinfo.text.fold import fold

MIN_LABELS = 12
"""So many labels that differ show that nothing is repeated; table two alone prints one of its headers four times."""


def left_out(strip: Sequence[Row], reading: TableReading, index: LabelIndex) -> Finding | None:
    """The finding on numbers that may have been left out, where nothing in the tables is printed twice."""
    if reading.alignment is None:
        return None
    texts = [text.strip() for row in strip for text in row.texts if text]
    if len(set(texts)) < len(texts) or sum(fold(text) in index.vocabulary for text in texts) < MIN_LABELS:
        return None
    cells = tuple(cell.id for cell in reading.cells if cell.value is not None)
    return spec("X37").finding(cells=cells, count=str(len(cells))) if cells else None

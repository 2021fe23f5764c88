"""Layout: intact tables with rows, cells and spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Grid, GridCell, Paragraph, spread


def rows(document: Document) -> Sequence[Row]:
    """The rows of all tables, and between them the paragraphs as rows of their own."""
    if not any(isinstance(block, Grid) for block in document.blocks):
        return ()
    return list(_rows(document))


def _rows(document: Document) -> Iterator[Row]:
    for number, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            table = block.source.table
            lines = [own for own, _ in spread(block)]
            spacers = _spacers(lines)
            for own in lines:
                kept = [cell for cell in own if cell[1] not in spacers or cell[2] > cell[1] + 1] if spacers else own
                tokens = [
                    Token(cell.text, cell.source, start, False, cell.rowspan, cell.pieces, cell.doubtful)
                    for cell, start, _ in kept
                ]
                yield Row(tuple(tokens), "row", table, number)
        elif isinstance(block, Paragraph) and block.text.strip():
            yield Row((Token(block.text.strip(), block.source),), bounds="row", block=number)


def _spacers(lines: Sequence[Sequence[tuple[GridCell, int, int]]]) -> set[int]:
    """The columns that hold no text in any row, as page designers put between others."""
    empty = {start for own in lines for cell, start, stop in own if not cell.text and stop == start + 1}
    if not empty or len(lines) == 1:
        return set()
    return empty - {start for own in lines for cell, start, stop in own if cell.text and stop == start + 1}

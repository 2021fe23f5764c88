"""Layout: intact tables with rows, cells and spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Grid, Paragraph, spread


def rows(document: Document) -> Sequence[Row]:
    """The rows of all tables, and between them the paragraphs as rows of their own."""
    if not any(isinstance(block, Grid) for block in document.blocks):
        return ()
    return list(_rows(document))


def _rows(document: Document) -> Iterator[Row]:
    for block in document.blocks:
        if isinstance(block, Grid):
            table = block.source.table
            for own, _ in spread(block):
                tokens = [
                    Token(cell.text, cell.source, start, False, cell.rowspan, cell.pieces) for cell, start, _ in own
                ]
                yield Row(tuple(tokens), "row", table)
        elif isinstance(block, Paragraph) and block.text.strip():
            yield Row((Token(block.text.strip(), block.source),), bounds="row")

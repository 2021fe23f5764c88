"""Copies of documents, for those who might write into them."""

from __future__ import annotations

import attrs

from govinfo.document.model import Block, Document, Figure, Grid, GridCell, Paragraph


def copied(document: Document) -> Document:
    """The same document with paragraphs, cells and places of its own."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            blocks.append(Grid(tuple(tuple(map(_cell, row)) for row in block.rows), block.source.copied()))
        elif isinstance(block, Paragraph):
            blocks.append(Paragraph(block.text, block.source.copied(), block.level, block.linked))
        else:
            blocks.append(Figure(block.text, block.source.copied()))
    return attrs.evolve(document, blocks=tuple(blocks))


def _cell(cell: GridCell) -> GridCell:
    return GridCell(cell.text, cell.source.copied(), cell.rowspan, cell.colspan, cell.pieces, cell.doubtful)

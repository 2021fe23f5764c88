"""Copies of documents, for those who might write into them."""

from __future__ import annotations

from copy import copy

import attrs

from govinfo.document.model import Block, Document, Figure, Grid, GridCell, Paragraph


def copied(document: Document) -> Document:
    """The same document with paragraphs, cells and places of its own."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            blocks.append(Grid(tuple(tuple(map(_cell, row)) for row in block.rows), copy(block.source)))
        elif isinstance(block, Paragraph):
            blocks.append(Paragraph(block.text, copy(block.source), block.level, block.linked))
        else:
            blocks.append(Figure(block.text, copy(block.source)))
    return attrs.evolve(document, blocks=tuple(blocks))


def _cell(cell: GridCell) -> GridCell:
    return GridCell(cell.text, copy(cell.source), cell.rowspan, cell.colspan, cell.pieces, cell.doubtful)

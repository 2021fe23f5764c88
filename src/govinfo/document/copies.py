"""Copies of documents, for those who might write into them."""

from __future__ import annotations

import attrs

from govinfo.document.model import Block, Document, Grid, GridCell, Paragraph


def copied(document: Document) -> Document:
    """The same document with paragraphs and cells of its own; places are shared."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            blocks.append(attrs.evolve(block, rows=tuple(tuple(map(_cell, row)) for row in block.rows)))
        elif isinstance(block, Paragraph):
            blocks.append(Paragraph(block.text, block.source, block.level, block.linked))
        else:
            blocks.append(block)
    return attrs.evolve(document, blocks=tuple(blocks))


def _cell(cell: GridCell) -> GridCell:
    return GridCell(cell.text, cell.source, cell.rowspan, cell.colspan, cell.pieces, cell.doubtful)

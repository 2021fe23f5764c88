"""The neutral document between readers and parsers."""

from govinfo.document.copies import copied
from govinfo.document.model import Block, Document, Figure, Grid, GridCell, Note, Paragraph
from govinfo.document.spans import SpreadRow, spread

__all__ = ["Block", "Document", "Figure", "Grid", "GridCell", "Note", "Paragraph", "SpreadRow", "copied", "spread"]

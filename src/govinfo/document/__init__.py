"""The neutral document between readers and parsers."""

from govinfo.document.model import Block, Document, Figure, Grid, GridCell, Note, Paragraph
from govinfo.document.spans import PlacedCell, placed_rows

__all__ = ["Block", "Document", "Figure", "Grid", "GridCell", "Note", "Paragraph", "PlacedCell", "placed_rows"]

"""The mark of pages and workbooks that this package makes about reports, so that none is read as a report."""

from __future__ import annotations

from govinfo.document.model import Document

GENERATOR = "generator"
"""Name of the `meta` element that tells which program made a page (HTML Standard, 4.2.5.1), and of a property."""

CHECK_SHEET = "check-sheet"
"""What `NotAReport.kind` says of a page or workbook that shows the findings of a check."""

MARK = "govinfo check"
"""What a check sheet says of its generator."""


def is_check_sheet(document: Document) -> bool:
    """Tell whether a page or workbook shows the findings of a check, and reports only for these."""
    return any(name.lower() == GENERATOR and value == MARK for name, value in document.metadata)

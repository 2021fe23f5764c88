"""The paper of a Word file: A4 after GB/T 9704-2012, lying on its long side for tables that are too wide for it."""

from __future__ import annotations

import attrs
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt

from govinfo.document import Grid
from govinfo.writers.tables import fitted, widths

SHORT, LONG = Mm(210), Mm(297)
"""A4."""

TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
"""Margins of GB/T 9704-2012, 5.2.2; the text is 156 mm wide, and 225 mm on a page that lies on its long side."""

CELL_MARGIN = 40
"""Left and right of the text of a cell, in twentieths of a point."""

SIZES = (Pt(10.5), Pt(9), Pt(7.5))
"""Sizes of the letters in tables: five, small five and six."""

_RULE = 10
"""Twentieths of a point that the rules around a cell take."""


@attrs.frozen
class Setting:
    """How a table is printed.

    Attributes:
        sideways: on a page that lies on its long side.
        size: size of the letters.
        columns: widths of the columns in twentieths of a point.
    """

    sideways: bool
    size: Length
    columns: tuple[int, ...]


def setting(grid: Grid) -> Setting:
    """The largest print in which no number of a table is broken over lines, upright if that is nearly as large.

    A table that lies on its long side has room for its labels, too.
    """
    usual, smaller, smallest = SIZES
    upright = ((False, usual, True), (False, smaller, True))
    aside = ((True, usual, False), (True, smaller, False), (True, smallest, False), (True, smallest, True))
    for sideways, size, halves in (*upright, *aside):
        room = text_width(sideways=sideways)
        columns = fitted(grid, room, 20 * size.pt, 2 * CELL_MARGIN + _RULE, halves=halves)
        if columns:
            return Setting(sideways, size, tuple(columns))
    return Setting(sideways=True, size=smallest, columns=tuple(widths(grid, text_width(sideways=True))))


def text_width(*, sideways: bool) -> int:
    """Width of the text in twentieths of a point."""
    width: float = Length(LONG - TOP - BOTTOM if sideways else SHORT - LEFT - RIGHT).pt
    return round(20 * width)


def put(section: Section, *, sideways: bool) -> None:
    """Give the pages of a section their size and margins."""
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if sideways else (SHORT, LONG)
    margins = (LEFT, BOTTOM, RIGHT, TOP) if sideways else (TOP, LEFT, BOTTOM, RIGHT)
    section.top_margin, section.left_margin, section.bottom_margin, section.right_margin = margins


def turn(document: Document, *, sideways: bool) -> bool:
    """Go on on a new page if the last one lies otherwise, and tell whether it did."""
    last = document.sections[-1]
    if (last.orientation == WD_ORIENT.LANDSCAPE) == sideways:
        return False
    put(document.add_section(WD_SECTION.NEW_PAGE), sideways=sideways)
    holder = document.element.body.p_lst[-1]
    above = holder.getprevious()
    if above is not None and above.tag == qn("w:p"):
        above.set_sectPr(holder.pPr.sectPr)
        document.element.body.remove(holder)
    else:
        lines = document.paragraphs[-1].paragraph_format
        lines.line_spacing, lines.space_before, lines.space_after = Pt(1), Pt(0), Pt(0)
    return True

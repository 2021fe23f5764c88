"""What tables of web pages need before and beside their cells: rows that are implied, captions, frames."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from lxml import etree

from govinfo.document import Document, Grid, Paragraph
from govinfo.errors import SourceError
from govinfo.source import Source

_LOOSE = etree.XPath("//td[not(parent::tr)] | //th[not(parent::tr)]")
_FRAMESET = regex.compile(rb"<frameset[\s>]", regex.IGNORECASE)
_FRAME = regex.compile(rb"""<frame\b[^>]{0,500}?\ssrc\s*=\s*["']?([^"'\s>]{1,200})""", regex.IGNORECASE)
_CELL = frozenset(("td", "th"))


def complete_rows(root: etree._Element) -> None:
    """Put cells that stand outside a row into one, as browsers do (HTML Standard, 13.2.6.4.13)."""
    row: etree._Element | None = None
    loose = _LOOSE(root)
    for cell in loose if isinstance(loose, list) else ():
        parent, before = cell.getparent(), cell.getprevious()
        around = _row_around(cell)
        if around is not None:
            around.addprevious(cell)
        elif row is not None and before is row:
            row.append(cell)
        elif parent is not None and parent.tag not in _CELL:
            row = etree.Element("tr")
            cell.addprevious(row)
            row.append(cell)


def _row_around(cell: etree._Element) -> etree._Element | None:
    """The element within a row of the same table that a cell stands in, such as a form; None if there is none."""
    inner = cell
    for outer in cell.iterancestors():
        if outer.tag == "tr":
            return inner
        if outer.tag == "table" or outer.tag in _CELL:
            return None
        inner = outer
    return None


def caption_of(table: etree._Element) -> Iterator[Paragraph]:
    """The caption of a table, if it has one."""
    caption = table.find("caption")
    if caption is not None:
        text = " ".join("".join(caption.itertext()).split())
        if text:
            yield Paragraph(text, Source(line=caption.sourceline))


def refuse_frames(data: bytes, document: Document) -> None:
    """Refuse a page that only shows others in frames, as an Excel workbook saved as a web page does.

    Raises:
        SourceError: it has frames and no table.
    """
    if not _FRAMESET.search(data) or any(isinstance(block, Grid) for block in document.blocks):
        return
    pages = ", ".join(match[1].decode("ascii", "replace") for match in _FRAME.finditer(data))[:200]
    raise SourceError(
        f"the page only shows other pages in frames ({pages}); give the page that holds the tables, such as "
        "sheet001.htm in the folder beside it, or save as one file",
        f"该网页只是框架，内容在其他网页中（{pages}）；请给出含有表格的网页，如旁边文件夹中的sheet001.htm，或另存为单个文件",
    )

"""What tables of web pages need before and beside their cells: rows that are implied, captions, frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import regex
from lxml import etree

from govinfo.document import Document, Grid, Note, Paragraph
from govinfo.errors import SourceError
from govinfo.source import Source

_IRREGULAR: Callable[[etree._Element], Any] = etree.XPath(
    "count(//td) + count(//th) != count(//tr/*) or count(//tr/td) + count(//tr/th) != count(//tr/*)"
)
_LOOSE: Callable[[etree._Element], Any] = etree.XPath("//td[not(parent::tr)] | //th[not(parent::tr)]")
_HAS_TEXT_OUTSIDE_CELLS: Callable[[etree._Element], Any] = etree.XPath(
    " or ".join(f"boolean(//{tag}/text()[normalize-space()])" for tag in ("tr", "table", "tbody", "thead", "tfoot"))
)
_STRAY_TEXT: Callable[[etree._Element], Any] = etree.XPath("//tr[td or th]/text()[normalize-space()]")
_BETWEEN_ROWS: Callable[[etree._Element], Any] = etree.XPath(
    "//table/text()[normalize-space()] | //tbody/text()[normalize-space()]"
    " | //thead/text()[normalize-space()] | //tfoot/text()[normalize-space()]"
    " | //tr[not(td or th)]/text()[normalize-space()]"
)
_STRAY_ELEMENTS: Callable[[etree._Element], Any] = etree.XPath(
    "//tr/*[not(self::td or self::th or self::script or self::style or self::template)][normalize-space()]"
)
_FRAMESET = regex.compile(rb"<frameset[\s>]", regex.IGNORECASE)
_FRAME = regex.compile(rb"""<frame\b[^>]{0,500}?\ssrc\s*=\s*["']?([^"'\s>]{1,200})""", regex.IGNORECASE)
_LOST: Callable[[etree._Element], Any] = etree.XPath(
    "//tr[not(parent::table or ../parent::table or ancestor::table)] | (//tbody | //table/form | //tbody/form)"
    "/*[not(self::tr or self::tbody or self::script or self::style or self::template or descendant::td)]"
    "[normalize-space()]"
)
_CELL = frozenset(("td", "th"))
_FORBIDDEN = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that libxml2 reads in HTML and refuses to write into a tree (XML 1.0, 2.2)."""


def complete_rows(root: etree._Element) -> None:
    """Put cells that stand outside a row into one, and text that stands outside a cell into the cell before it.

    Browsers do the first (HTML Standard, 13.2.6.4.13) and show the text above the table; here it stays in order.
    """
    if _HAS_TEXT_OUTSIDE_CELLS(root):
        for text in _STRAY_TEXT(root):
            if text.strip():
                _into_a_cell(text)
        _into_the_last_cells(root, _BETWEEN_ROWS(root))
    if _IRREGULAR(root):
        _wrap_cells(root)
        _wrap_elements(root)


def _wrap_cells(root: etree._Element) -> None:
    row: etree._Element | None = None
    for cell in _LOOSE(root):
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


def _wrap_elements(root: etree._Element) -> None:
    for element in _STRAY_ELEMENTS(root):
        before = element.getprevious()
        if before is None or before.tag not in _CELL:
            before = etree.Element("td")
            element.addprevious(before)
        etree.SubElement(before, "div").append(element)


def _into_a_cell(text: Any) -> None:
    """Put a text of a row into the cell before it, else into a new one."""
    host = text.getparent()
    if text.is_tail and host.tag in _CELL:
        _append(host, text)
        host.tail = None
        return
    cell = etree.Element("td")
    _append(cell, text)
    if text.is_tail:
        host.tail = None
        host.addnext(cell)
    else:
        host.text = None
        host.insert(0, cell)


def _into_the_last_cells(root: etree._Element, texts: Iterable[Any]) -> None:
    """Put texts between the rows of a table into the last cell before them; above the first row they are left."""
    waiting = {(text.getparent(), bool(text.is_tail)): text for text in texts if text.strip()}
    if not waiting:
        return
    last: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag == "table":
            last = None
        elif event == "start" and element.tag in _CELL:
            last = element
        tail = event == "end"
        text = waiting.get((element, tail))
        if text is not None and last is not None and last is not element:
            _append(last, text)
            if tail:
                element.tail = None
            else:
                element.text = None


def _append(cell: etree._Element, text: Any) -> None:
    piece = etree.SubElement(cell, "div")
    piece.text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


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


def rows_lost(root: etree._Element) -> Iterator[Note]:
    """A note on the first row or text of a table that the markup leaves outside of it."""
    for element in _LOST(root)[:1]:
        detail = "rows or text of a table stand outside of it"
        yield Note("X21", Source(line=element.sourceline), (("detail", detail),))


def caption_of(table: etree._Element) -> Iterator[Paragraph]:
    """The caption of a table, if it has one."""
    caption = next(table.iterchildren("caption"), None)
    if caption is not None:
        text = " ".join("".join(caption.itertext()).split())
        if text:
            yield Paragraph(text, Source(line=caption.sourceline))


def refuse_frames(data: bytes, document: Document) -> None:
    """Refuse a page that only shows others in frames, as an Excel workbook saved as a web page does.

    Raises:
        SourceError: it has frames and no table.
    """
    if any(isinstance(block, Grid) for block in document.blocks) or not _FRAMESET.search(data):
        return
    pages = ", ".join(match[1].decode("ascii", "replace") for match in _FRAME.finditer(data))[:200]
    raise SourceError(
        f"the page only shows other pages in frames ({pages}); give the page that holds the tables, such as "
        "sheet001.htm in the folder beside it, or save as one file",
        f"该网页只是框架，内容在其他网页中（{pages}）；请给出含有表格的网页，如旁边文件夹中的sheet001.htm，或另存为单个文件",
    )

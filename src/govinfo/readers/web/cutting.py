"""Tables cut out of the markup of a page before it is parsed, and put back where they stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from lxml import etree

from govinfo.readers.web.usual import UsualTable, read_usual

MARK = "govinfo-table"
"""Attribute of the last cell that stands for a table that was cut out: its number, counted from 0."""

MAX_LINE = 65_534
"""The last line that the parser of the tree can tell (libxml2, `xmlNode.line`)."""

MAX_DEPTH = 200
"""Within so many elements may such a table stand; the parser takes 256, with those inside of it."""

_BEGIN, _END = "<table", "</table>"
_MARKED: Callable[[etree._Element], Any] = etree.XPath(f"//td[@{MARK}]")


class Cut(NamedTuple):
    """Markup without the tables that were read by patterns, and these."""

    markup: str
    tables: Sequence[UsualTable]

    def has_others(self, lower: bytes) -> bool:
        """Tell whether a page may hold tables besides, or pieces of some.

        Args:
            lower: the page in lower case, in which a table, a row, the cells that are left and one more stand for each.
        """
        tags = sum(len(table.left) + 3 for table in self.tables)
        return lower.count(b"<t") - (b"<title" in lower) > tags


def without_tables(markup: str) -> Cut:
    """Cut out the tables that are written as most are.

    Each leaves its first tag, a row of the cells that are left to the tree and one more, and its line feeds.
    """
    rest: list[str] = []
    tables: list[UsualTable] = []
    place = before = 0
    end = -1 if MARK in markup else markup.find(_END)
    while end >= 0:
        start, stop = markup.rfind(_BEGIN, before, end), end + len(_END)
        table = read_usual(markup[start:stop]) if start >= 0 else None
        if table is not None:
            rest += (markup[place:start], _left_of(table, len(tables)))
            tables.append(table)
            place = stop
        before, end = stop, markup.find(_END, stop)
    return Cut("".join([*rest, markup[place:]]), tables)


def _left_of(table: UsualTable, number: int) -> str:
    cells = "".join([f"<td>{content}</td>" for content in table.left.values()])
    size = " style=font" * table.is_sized
    feeds = "\n" * (table.feeds - cells.count("\n"))
    return f"{table.head}<tr>{cells}<td {MARK}={number}{size}>{'1' * any(table.texts)}</td></tr>{feeds}</table>"


def located(root: etree._Element, tables: Sequence[UsualTable]) -> Mapping[etree._Element, UsualTable] | None:
    """The tables by the elements that stand for them; None where one does not, or was given text from outside.

    Args:
        root: the page.
        tables: the tables in their order.
    """
    marked = _MARKED(root) if tables else ()
    if len(marked) != len(tables):
        return None
    found = {}
    for number, (cell, usual) in enumerate(zip(marked, tables, strict=True)):
        row = cell.getparent()
        table = row.getparent()
        alone = len(cell) == 0 and len(row) == len(usual.left) + 1 and len(table) == 1 and not _has_text(table)
        whole = (table.tag, row.tag, cell.get(MARK)) == ("table", "tr", str(number))
        deep = sum(1 for _ in table.iterancestors()) > MAX_DEPTH
        if not whole or not alone or deep or table.sourceline + usual.feeds > MAX_LINE:
            return None
        found[table] = usual
    return found


def _has_text(table: etree._Element) -> bool:
    """Tell whether text stands in a table of one row outside of its cells."""
    row = table[0]
    texts = (table.text, row.text, row.tail, *(cell.tail for cell in row))
    return any(text and not text.isspace() for text in texts)

"""What lies over the cells of a sheet of an Office Open XML workbook: pictures, and texts in boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from govinfo.document import Block, Figure, Paragraph
from govinfo.readers.package import Package
from govinfo.readers.workbooks.sheet import place
from govinfo.readers.workbooks.sheet_xml import bounded_xml

Drawn = tuple[int, Block]
"""The row at which something begins, and what it is."""


def drawn_on(package: Package, parts: Iterable[str], name: str) -> Iterator[Drawn]:
    """Yield what the drawings of a sheet show (ECMA-376-1, 20.5.2), each at the cell of its upper left corner.

    Args:
        package: the workbook.
        parts: the parts with the drawings of the sheet.
        name: name of the sheet.
    """
    for part in parts:
        if part in package.names:
            for anchor in bounded_xml(package, part):
                row, column = (_counted(anchor, f"{{*}}from/{{*}}{side}") for side in ("row", "col"))
                where = place(name, row, column)
                yield from ((row, Figure("", where)) for _ in anchor.iter("{*}pic"))
                yield from ((row, Paragraph(text, where)) for text in _texts(anchor))


def with_drawn(blocks: Iterable[Block], drawn: Iterable[Drawn]) -> Iterator[Block]:
    """The blocks of a sheet with what is drawn over them, each before the first one that begins below it."""
    pending = sorted(drawn, key=lambda entry: entry[0])
    for block in blocks:
        while pending and pending[0][0] < (block.source.row or 0):
            yield pending.pop(0)[1]
        yield block
    yield from (block for _, block in pending)


def _counted(anchor: etree._Element, path: str) -> int:
    """A row or column of an anchor, from 1; 1 for one that is tied to none."""
    text = (anchor.findtext(path) or "").strip()
    return int(text) + 1 if text.isascii() and text.isdigit() and len(text) <= 7 else 1


def _texts(anchor: etree._Element) -> Iterator[str]:
    """The paragraphs of the boxes; what is written beside a picture or for other programs is none."""
    for box in anchor.iter("{*}txBody"):
        for paragraph in box.iterfind("{*}p"):
            text = "".join(run.text or "" for run in paragraph.iterfind("{*}r/{*}t")).strip()
            if text:
                yield text

"""Reader: PDF files with a text layer.

The place of every glyph and ruling line is read; lines become cells, glyphs become words in them.  A page without
text is an image, which only character recognition could read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from govinfo.contracts import Hint
from govinfo.document import Block, Document, Figure, Grid, GridCell, Note, Paragraph
from govinfo.errors import SourceError
from govinfo.readers.pdf.columns import LooseTable
from govinfo.readers.pdf.flow import Piece, passages, pieces_of, right_margins, with_loose_tables, without_margins
from govinfo.readers.pdf.page import Box, is_cut
from govinfo.readers.pdf.pdfium import opened, pages_of, title_of
from govinfo.readers.pdf.stitch import belongs, stitch
from govinfo.readers.pdf.tables import PageContent, PageTable, content_of
from govinfo.readers.pdf.words import Line
from govinfo.readers.properties import likely_title
from govinfo.source import Source
from govinfo.text.numbers import is_value

_COUNTED = (("unmapped", "X50"), ("unseen", "X52"), ("slanted", "X53"), ("annotations", "X58"))


def read(data: bytes, _hint: Hint) -> Document:
    """Read a PDF file.

    Raises:
        SourceError: it is damaged, encrypted, over a limit, or holds images in place of text.
    """
    with opened(data) as document:
        contents = [content_of(page) for page in pages_of(document)]
        title = title_of(document)
    if not any(content.words or content.tables for content in contents):
        _refuse(contents)
    pages = [pieces_of(content) for content in contents]
    pages = without_margins(pages, [content.page.height for content in contents])
    pages = [with_loose_tables(pieces) for pieces in pages]
    notes: list[Note] = []
    margins = right_margins(pages, [content.page.width for content in contents])
    windows = [content.page.window for content in contents]
    blocks = tuple(_blocks(pages, margins, windows, notes))
    return Document(blocks=blocks, title=likely_title(title, blocks), notes=(*_notes(contents), *notes))


def _refuse(contents: Sequence[PageContent]) -> None:
    images = sum(len(content.page.images) for content in contents)
    if images:
        raise SourceError(
            "the PDF file is a scan: its pages are images without a text layer. Run character recognition (OCR) on it, "
            "or ask for a version with text",
            "PDF文件是扫描件，页面为图片，没有文字层；请先做文字识别（OCR），或索取文字版",
        )
    raise SourceError(
        "the PDF file holds no text; was it exported correctly?", "PDF文件里没有文字；请核对文件是否正确导出"
    )


def _blocks(
    pages: Sequence[Sequence[Piece]], margins: Mapping[int, float], windows: Sequence[Box | None], notes: list[Note]
) -> Iterator[Block]:
    number = 0
    contents = [piece.content for pieces in pages for piece in pieces]
    broken = any(isinstance(content, LooseTable) and content.broken for content in contents)
    for kind, group in groupby((piece for pieces in pages for piece in pieces), key=lambda piece: type(piece.content)):
        pieces = list(group)
        if kind is Line:
            for passage in passages(pieces, margins):
                yield Paragraph(passage.text, Source(page=passage.page, box=passage.box.rounded()))
        elif kind is PageTable:
            for parts in _whole_tables([piece.content for piece in pieces if isinstance(piece.content, PageTable)]):
                number += 1
                yield _grid(parts, number, notes)
        elif kind is LooseTable:
            for table in [piece.content for piece in pieces if isinstance(piece.content, LooseTable)]:
                number += 1
                notes.append(Note("X57", Source(page=table.page), (("page", str(table.page)),)))
                yield _loose_grid(table, number, windows[table.page - 1], broken=broken)
        else:
            yield from (Figure("", Source(page=piece.page, box=piece.box.rounded())) for piece in pieces)


def _whole_tables(tables: Sequence[PageTable]) -> Iterator[list[PageTable]]:
    """The parts of each table; only those that follow each other without anything between belong together."""
    parts: list[PageTable] = []
    for table in tables:
        if parts and not belongs(parts[-1], table):
            yield parts
            parts = []
        parts.append(table)
    yield parts


def _grid(parts: Sequence[PageTable], number: int, notes: list[Note]) -> Grid:
    whole = stitch(parts, number)
    for part in parts:
        notes += [
            Note("X54", Source(page=part.page, box=box.rounded()), (("page", str(part.page)),))
            for box in part.lattice.ragged[:1]
        ]
    notes += [Note("X55", place, (("page", str(place.page)),)) for place in whole.joined]
    return whole.grid


def _loose_grid(table: LooseTable, number: int, window: Box | None, *, broken: bool) -> Grid:
    rows = tuple(
        tuple(
            GridCell(
                chunk.text,
                Source(table=number, row=row, cell=cell, page=table.page, box=chunk.box.rounded()),
                pieces=broken and is_value(chunk.text),
                doubtful=is_value(chunk.text) and is_cut(chunk.box, window),
            )
            for cell, chunk in enumerate(chunks, 1)
        )
        for row, chunks in enumerate(table.rows, 1)
    )
    return Grid(rows, Source(table=number, page=table.page, box=table.box.rounded()))


def _notes(contents: Sequence[PageContent]) -> Iterator[Note]:
    """Doubts about whole pages."""
    for content in contents:
        page = content.page
        place = Source(page=page.number)
        for name, code in _COUNTED:
            count = getattr(page, name) + (content.stamps if name == "slanted" else 0)
            if count:
                yield Note(code, place, (("page", str(page.number)), ("count", str(count))))
        if page.recognised:
            yield Note("X51", place, (("page", str(page.number)),))
        if page.images and not page.glyphs:
            yield Note("X56", place, (("page", str(page.number)),))

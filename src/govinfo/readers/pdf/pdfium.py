"""PDF files through pdfium: opened within limits, and closed whatever happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from govinfo.errors import SourceError
from govinfo.readers.pdf.drawings import Drawings, drawings_of
from govinfo.readers.pdf.geometry import Matrix, upright
from govinfo.readers.pdf.glyphs import MAX_GLYPHS, glyphs_of
from govinfo.readers.pdf.nests import check_nests
from govinfo.readers.pdf.page import Box, Glyph, Page

MAX_PAGES = 500
"""So many pages may a file have; the longest reports known have some dozens."""

WIDE = 0.5
"""A part of a page that is shown is at least this share of its width."""

MAX_ANNOTATIONS = 10_000
"""So many annotations of a page are looked at."""

_LOCK = Lock()
_SILENT = frozenset((pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_TEXT))
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: (
        "the file is encrypted with a password; save it without one",
        "文件已用密码加密；请取消密码后另存",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "the file is encrypted in a way that is not supported; save it without encryption",
        "不支持该文件的加密方式；请取消加密后另存",
    ),
}


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a file; pdfium serves one thread at a time, so others wait.

    Raises:
        SourceError: it is damaged, needs a password, has no page or more than `MAX_PAGES`, or forms without end.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            message, chinese = _REASONS.get(
                error.err_code,
                (
                    "the PDF file is damaged or cut off; download or save it again",
                    "PDF文件已损坏或不完整；请重新下载或保存",
                ),
            )
            raise SourceError(message, chinese) from error
        try:
            if not 0 < len(document) <= MAX_PAGES:
                raise SourceError(
                    f"the PDF file has {len(document)} pages; 1 to {MAX_PAGES} are read. Was the right file chosen?",
                    f"PDF文件有{len(document)}页，只读取1至{MAX_PAGES}页的文件；请核对是否选错了文件",
                )
            check_nests(document)
            yield document
        finally:
            document.close()


def title_of(document: pypdfium2.PdfDocument) -> str | None:
    """The title among the properties; None where it is no text, as where it was cut off within a character."""
    try:
        return str(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return None


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Read the pages one after the other.

    Raises:
        SourceError: a page cannot be loaded, or the file holds more text or drawings than any report.
    """
    left = MAX_GLYPHS
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            try:
                found = _page(page, number, left)
            finally:
                page.close()
        except pypdfium2.PdfiumError as error:
            raise SourceError(
                f"page {number} of the PDF file is damaged; download or save it again",
                f"PDF文件第{number}页已损坏；请重新下载或保存",
            ) from error
        left -= len(found.glyphs)
        yield found


def _page(page: pypdfium2.PdfPage, number: int, most: int) -> Page:
    drawings = drawings_of(page)
    turns = _turns(page, drawings)
    bounds = page.get_bbox()
    mapping = upright(Box(*bounds), turns)
    text = page.get_textpage()
    try:
        content = glyphs_of(text, drawings.texts, mapping, turns, most)
    finally:
        text.close()
    rows, columns, images = drawings.placed(mapping)
    place = mapping.box(*bounds)
    return Page(
        number=number,
        width=place.right,
        height=place.bottom,
        glyphs=content.glyphs,
        sideways=content.sideways,
        rows=rows,
        columns=columns,
        images=images,
        unmapped=content.unmapped,
        unseen=content.unseen,
        slanted=content.slanted,
        annotations=_annotations(page),
        recognised=content.recognised,
        window=_window(drawings, mapping, place.width, content.glyphs),
    )


def _window(drawings: Drawings, mapping: Matrix, width: float, glyphs: Sequence[Glyph]) -> Box | None:
    """The part of the page that is shown, where the characters beyond it have been left out.

    The windows of single cells are much narrower than the page.
    """
    windows = [window for ends in drawings.windows if (window := mapping.box(*ends)).width > WIDE * width]
    if not windows:
        return None
    shown = min(windows, key=lambda window: window.width)
    beyond = any(glyph.left >= shown.right or glyph.right <= shown.left for glyph in glyphs)
    return None if beyond else shown


def _annotations(page: pypdfium2.PdfPage) -> int:
    """How many annotations show something over the page: all but links, and comments in windows of their own."""
    count = 0
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        count += pdfium.FPDFAnnot_GetSubtype(annotation) not in _SILENT
        pdfium.FPDFPage_CloseAnnot(annotation)
    return count


def _turns(page: pypdfium2.PdfPage, drawings: Drawings) -> int:
    """By how many quarter turns the page must be rotated so that most of its texts stand upright."""
    weights = [0, 0, 0, 0]
    for text in drawings.texts.values():
        if text.quarter is not None:
            weights[text.quarter] += 1
    rotation: int = pdfium.FPDFPage_GetRotation(page)
    return weights.index(max(weights)) if any(weights) else rotation

"""Writer: a Word file in the official form, ready to print.

Page and fonts follow GB/T 9704-2012, the format of official documents: A4, headings in black type, text in
FangSong of size three.  A table whose numbers would be broken over lines is printed in smaller letters, or on a page
that lies on its long side.  The same reports give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import IO

import docx
import regex
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from govinfo.contracts import Context
from govinfo.document import Grid
from govinfo.report import Report
from govinfo.writers.paper import CELL_MARGIN, SIZES, Setting, put, setting, turn
from govinfo.writers.printed import Printed, printed
from govinfo.writers.tables import Placed, placed

_SONG, _HEI, _FANG = "宋体", "黑体", "仿宋"
_TITLE, _TEXT, _CELL = Pt(22), Pt(16), SIZES[0]
"""Sizes two and three of GB/T 9704-2012, and size five for the cells."""

MAX_TOGETHER = 20
"""Tables of at most so many rows are kept on one page; more of them may not fit on it."""

_INDENT = Pt(32)
_LINE = Pt(28)
_CELL_STYLE = "TableText"
_TEXT_STYLE = "Body Text"
_STYLES = ("Title", "heading 1", _CELL_STYLE, _TEXT_STYLE)
"""Styles that are used, by the names that Word has for them."""

_UNUSED_PARTS = frozenset(("stylesWithEffects", "thumbnail", "customXml", "numbering", "webSettings"))
MAX_PROPERTY = 255
"""Longest property of a file in characters that Word shows and python-docx takes."""

_WHEN = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_NO_XML = regex.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(reports: Sequence[Report], stream: IO[bytes], context: Context) -> None:
    """Write reports one behind the other, each on a new page with its sections and the tables of its form."""
    document = docx.Document()
    _lay_out(document)
    pages = [printed(report, context.form(report.form)) for report in reports]
    for number, page in enumerate(pages):
        if number and not turn(document, sideways=False):
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _add_report(document, page)
    _prune(document)
    properties = document.core_properties
    properties.title = _clean(pages[0].title)[:MAX_PROPERTY] if pages and reports[0].year is not None else ""
    properties.author = properties.comments = ""
    properties.created = properties.modified = _WHEN
    saved = BytesIO()
    document.save(saved)
    stream.write(_timeless(saved.getvalue()))


def _add_report(document: Document, page: Printed) -> None:
    _add(document, page.title, "Title")
    for line in page.opening:
        _add(document, line)
    for section in page.sections:
        table = setting(section.table) if section.table else None
        turn(document, sideways=table is not None and table.sideways)
        if section.heading:
            _add(document, section.heading, "Heading 1")
        for line in section.paragraphs:
            _add(document, line)
        if section.table and table:
            _add_table(document, section.table, table)
    if page.closing:
        turn(document, sideways=False)
    for line in page.closing:
        _add(document, line).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add(document: Document, text: str, style: str = _TEXT_STYLE) -> Paragraph:
    return document.add_paragraph(_clean(text), style)


def _lay_out(document: Document) -> None:
    """Set the page and the fonts of the styles."""
    put(document.sections[0], sideways=False)
    normal = _style(document, "Normal", _FANG, _CELL)
    normal.paragraph_format.space_after = Pt(0)
    for name, font in ((_TEXT_STYLE, _FANG), ("Heading 1", _HEI)):
        text = _style(document, name, font, _TEXT)
        text.paragraph_format.first_line_indent = _INDENT
        text.paragraph_format.line_spacing = _LINE
        text.paragraph_format.space_before = text.paragraph_format.space_after = Pt(0)
    title = _style(document, "Title", _SONG, _TITLE)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.line_spacing = 1.5
    border = title.element.find(".//" + qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    document.styles.add_style(_CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    cell = _style(document, _CELL_STYLE, _FANG, _CELL)
    cell.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    cell.paragraph_format.line_spacing = 1.0
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(1)


def _style(document: Document, name: str, font: str, size: Pt) -> ParagraphStyle:
    style: ParagraphStyle = document.styles[name]
    style.font.name, style.font.size, style.font.bold = font, size, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(attribute), None)
    fonts.set(qn("w:eastAsia"), font)
    return style


def _prune(document: Document) -> None:
    """Drop what the template holds and the document does not need."""
    for owner in (document.part, document.part.package):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED_PARTS:
                owner.rels.pop(name)
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1" and style.name_val not in _STYLES:
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)


def _add_table(document: Document, grid: Grid, how: Setting) -> None:
    head = grid.rows[0][0].rowspan if grid.rows[0][0].rowspan > 1 else 0
    together = head if len(grid.rows) > MAX_TOGETHER else len(grid.rows) - 1
    rows = "".join(
        _row(row, how, repeated=number < head, kept=number < together) for number, row in enumerate(placed(grid))
    )
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="{CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    across = "".join(f'<w:gridCol w:w="{width}"/>' for width in how.columns)
    document.element.body.insert_element_before(
        parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(how.columns)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            f"<w:tblGrid>{across}</w:tblGrid>{rows}</w:tbl>"
        ),
        "w:sectPr",
    )


def _row(cells: Sequence[Placed], how: Setting, *, repeated: bool, kept: bool) -> str:
    head = "<w:tblHeader/>" if repeated else ""
    written = "".join(_cell(cell, how, kept=kept) for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{written}</w:tr>"


def _cell(cell: Placed, how: Setting, *, kept: bool) -> str:
    width = sum(how.columns[cell.start : cell.stop])
    across = f'<w:gridSpan w:val="{cell.stop - cell.start}"/>' if cell.stop - cell.start > 1 else ""
    down = {"begins": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>", "single": ""}[cell.down]
    text = escape(_clean(cell.text), quote=False)
    run = f'<w:r>{_size(how.size)}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_CELL_STYLE}"/>{"<w:keepNext/>" if kept else ""}</w:pPr>{run}</w:p></w:tc>'
    )


def _size(size: Length) -> str:
    """The properties of a run in letters that are smaller than those of the cells' style."""
    halves = round(2 * size.pt)
    return f'<w:rPr><w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr>' if size < _CELL else ""


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold; a replacement character shows their place."""
    return str(_NO_XML.sub("\ufffd", text))


def _timeless(data: bytes) -> bytes:
    """The same archive without the time of day."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return stream.getvalue()

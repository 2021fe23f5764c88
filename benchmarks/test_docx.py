"""Reading and checking a Word file beside what others need to open it.

Compare within one run only: the group's first line unpacks and parses the text part alone.
"""

import io
import zipfile

import docx
import pytest
from lxml import etree

import govinfo
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.writers.docx import write

_OFFICE = {
    b"<w:r><w:t": b'<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:ascii="FangSong" w:hAnsi="FangSong" w:cs="SimSun" '
    b'w:hint="eastAsia"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    b"</w:rPr><w:t",
    b"<w:p><w:pPr>": b'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:widowControl/>'
    b'<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/><w:rPr><w:rFonts w:ascii="FangSong"/>'
    b'<w:kern w:val="0"/><w:sz w:val="21"/></w:rPr>',
    b"<w:vAlign": b'<w:tcBorders><w:top w:val="single" w:sz="4"/><w:left w:val="nil"/><w:bottom w:val="single"/>'
    b'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:vAlign',
}
"""Markup of this package's writer, and what Word makes of it."""


@pytest.fixture(scope="session", params=["small", "office"])
def file(request):
    """A file as this package writes it, or with the markup that Word adds to every paragraph and run."""
    stream = io.BytesIO()
    write([random_report("2021", 1, "county")], stream, Registry.default().context)
    if request.param == "small":
        return stream.getvalue()
    grown = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(grown, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                for lean, office in _OFFICE.items():
                    part = part.replace(lean, office)
            target.writestr(name, part)
    return grown.getvalue()


def floor(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def whole(data):
    report = govinfo.parse(data)
    return report, govinfo.check(report)


def cells_by_python_docx(data):
    return [cell.text for table in docx.Document(io.BytesIO(data)).tables for row in table.rows for cell in row.cells]


def test_all_cells_are_read(file):
    report, _ = whole(file)
    assert report.parser.reader == "docx"
    assert all(cell.value is not None for cell in report.cells())


@pytest.mark.benchmark(group="docx")
def test_floor_unzip_and_lxml(benchmark, file):
    benchmark(floor, file)


@pytest.mark.benchmark(group="docx")
def test_govinfo_parse_and_check(benchmark, file):
    benchmark(whole, file)


@pytest.mark.benchmark(group="docx")
def test_peer_python_docx_open(benchmark, file):
    benchmark(lambda: docx.Document(io.BytesIO(file)))


@pytest.mark.benchmark(group="docx")
def test_peer_python_docx_cells(benchmark, file):
    benchmark(cells_by_python_docx, file)

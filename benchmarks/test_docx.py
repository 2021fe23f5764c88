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

_RUN = b"<w:r><w:rPr>"
_OFFICE_RUN = (
    b'<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:hint="eastAsia"/>'
    b'<w:color w:val="000000"/><w:kern w:val="0"/><w:szCs w:val="21"/>'
)


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
                part = part.replace(_RUN, _OFFICE_RUN).replace(
                    b"<w:pPr>", b'<w:pPr><w:widowControl/><w:snapToGrid w:val="0"/><w:autoSpaceDE/>'
                )
                part = part.replace(b"<w:tcPr>", b"<w:tcPr><w:tcBorders><w:top/><w:left/><w:bottom/></w:tcBorders>")
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

"""Reading a PDF file beside what others need for its bare text.

Compare within one run only: the group's first line is pdfium's own time for the text of all pages.  Aims: the reader
at most five times the floor; nine times would be a failure.
"""

import io

import pytest

import govinfo
from govinfo.contracts import Hint

pdfium = pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
pytest.importorskip("reportlab", reason="reportlab draws the PDF file of this benchmark")
from tests.fixtures.pdf import Style, print_pdf  # noqa: E402

from govinfo.readers.pdf import read  # noqa: E402 - only where pdfium is installed


@pytest.fixture(scope="module")
def data(parts):
    """Three pages with lines around every cell."""
    return print_pdf(parts, Style(size=9))


def bare_text(data):
    document = pdfium.PdfDocument(data)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def test_all_cells_are_read(data):
    assert all(cell.value is not None for cell in govinfo.parse(data).cells())


@pytest.mark.benchmark(group="pdf")
def test_floor_pdfium_text(benchmark, data):
    benchmark(bare_text, data)


@pytest.mark.benchmark(group="pdf")
def test_govinfo_read(benchmark, data):
    benchmark(read, data, Hint("report.pdf"))


@pytest.mark.benchmark(group="pdf")
def test_govinfo_parse(benchmark, data):
    benchmark(govinfo.parse, data)


@pytest.mark.benchmark(group="pdf")
def test_peer_pdfplumber(benchmark, data):
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is only compared with")

    def tables():
        with pdfplumber.open(io.BytesIO(data)) as document:
            return [page.extract_tables() for page in document.pages]

    benchmark(tables)

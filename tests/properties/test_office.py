"""A report that is written as a Word file reads back as itself, and so does what office programs make of it."""

import contextlib
import io
import re
import time
import zipfile
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.office import archive, opendocument, p, tbl, tc, tr, word, word_part
from tests.fixtures.programs import pandoc, soffice

import govinfo
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import web_page
from govinfo.writers import docx

BOX = "<w:pict><w:txbxContent><w:p><w:r>", "</w:r></w:p></w:txbxContent></w:pict>"
KINDS = [(form, size) for form in ("2019", "2021") for size in ("zero", "county", "province")]


def written(*reports):
    stream = io.BytesIO()
    docx.write(reports, stream, Registry.default().context)
    return stream.getvalue()


def assert_same(read, report):
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert read.diagnostics == ()
    assert (read.form, read.title, read.agency, read.year) == (report.form, report.title, report.agency, report.year)
    assert read.published == report.published
    assert [section.text for section in read.sections] == [section.text for section in report.sections]


@given(st.sampled_from(KINDS), st.integers(0, 10**6))
@settings(deadline=None, max_examples=40)
def test_what_is_written_reads_back(kind, seed):
    report = random_report(kind[0], seed, kind[1])
    assert_same(govinfo.parse(written(report)), report)


@pytest.mark.parametrize(
    ("form", "size", "suffix"),
    [("2021", "county", "odt"), ("2021", "zero", "fodt"), ("2021", "province", "docx"), ("2019", "province", "odt")],
)
def test_through_libreoffice(form, size, suffix, tmp_path):
    report = random_report(form, 11, size)
    source = tmp_path / "source" / "report.docx"
    source.parent.mkdir()
    source.write_bytes(written(report))
    read = govinfo.parse(soffice(source, suffix, tmp_path))
    assert read.parser.reader == suffix.replace("fodt", "odt")
    assert_same(read, report)


@pytest.mark.parametrize("suffix", ["odt", "docx"])
@pytest.mark.parametrize(("form", "size"), [("2019", "county"), ("2021", "province")])
def test_pages_saved_by_office_programs(form, size, suffix, tmp_path):
    report = random_report(form, 12, size)
    page = tmp_path / "page.html"
    page.write_bytes(web_page(report))
    assert_same(govinfo.parse(soffice(page, suffix, tmp_path, infilter="HTML (StarWriter)")), report)
    assert_same(govinfo.parse(pandoc(page, suffix, tmp_path)), report)


SHAPE = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{}</v:shape></w:pict></w:r></w:p>'


def with_tables(report, made):
    """The file of a report with something else in the place of each table."""
    with zipfile.ZipFile(io.BytesIO(written(report))) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    markup = re.sub(r"<w:tbl>.*?</w:tbl>", made, parts["word/document.xml"].decode(), flags=re.DOTALL)
    return archive({**parts, "word/document.xml": markup.encode()})


def test_tables_that_are_pictures_are_said_to_be():
    read = govinfo.parse(with_tables(random_report("2021", 8), SHAPE.format("<v:imagedata/>")))
    assert {cell.status for cell in read.cells()} == {"absent"}
    assert [finding.rule for finding in govinfo.check(read, select=["S"])].count("S07") == 3


def test_tables_in_text_boxes_are_read():
    report = random_report("2021", 8)
    box = SHAPE.format(r"<v:textbox><w:txbxContent>\g<0><w:p/></w:txbxContent></v:textbox>")
    assert_same(govinfo.parse(with_tables(report, box)), report)


def test_tables_in_a_layout_table_are_read():
    report = random_report("2019", 8)
    cell = r"<w:tbl><w:tr><w:tc>\g<0><w:p/></w:tc></w:tr></w:tbl>"
    assert_same(govinfo.parse(with_tables(report, cell)), report)


def test_cells_name_their_place_in_the_file():
    report = random_report("2021", 3, "province")
    stream = io.BytesIO(written(report))
    with zipfile.ZipFile(stream) as package:
        assert "word/document.xml" in package.namelist()
    import_docx = pytest.importorskip("docx")
    tables = import_docx.Document(stream).tables
    for cell in govinfo.parse(stream.getvalue()).cells():
        place = cell.source
        row = tables[place.table - 1].rows[place.row - 1]
        texts = ["".join(text.text for text in tc.iter("{*}t")) for tc in row._tr.tc_lst]  # noqa: SLF001 - cells as Word counts them
        assert texts[place.cell - 1] == cell.raw


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(word("".join("<w:tbl><w:tr><w:tc>" for _ in range(60)) + p("1") + "</w:tc></w:tr></w:tbl>" * 60),
                     id="nested tables"),
        pytest.param(word("<w:sdt><w:sdtContent>" * 100 + p("1") + "</w:sdtContent></w:sdt>" * 100), id="controls"),
        pytest.param(word("<w:sdt><w:sdtContent>" * 500 + p("1") + "</w:sdtContent></w:sdt>" * 500), id="too deep"),
        pytest.param(word("<w:p><w:r>" + BOX[0] * 50 + BOX[1] * 50 + "</w:r></w:p>"), id="boxes"),
        pytest.param(word(tbl(*[tr("规章", "1", "2")] * 20_000)), id="many rows"),
        pytest.param(word(tbl(*[tr(tc("规章", '<w:gridSpan w:val="999999"/>'), "1")] * 50)), id="wide"),
        pytest.param(word(tbl(*[tr(tc("1", "<w:vMerge/>"), "1")] * 5_000)), id="tall"),
        pytest.param(archive({"word/document.xml": word_part("document", "<w:body/>") + " " * 20_000_000}), id="bomb"),
        pytest.param(opendocument("<table:table>" + '<table:table-row table:number-rows-repeated="9999999">'
                     '<table:table-cell table:number-columns-repeated="9999999"><text:p>1</text:p></table:table-cell>'
                     "</table:table-row>" * 20 + "</table:table>"), id="repeated"),
        pytest.param(opendocument("<text:p>" + '<text:s text:c="999999999"/>' * 50 + "</text:p>"), id="spaces"),
    ],
)  # fmt: skip
def test_monsters_end_soon(data):
    start = time.process_time()
    with pytest.raises(govinfo.GovinfoError):
        govinfo.parse(data)
    assert time.process_time() - start < 1 + 20 * len(data) / 2**20 + 10


def read_or_refuse(data):
    """Read a file; anything but a report or a GovinfoError fails."""
    with contextlib.suppress(govinfo.GovinfoError):
        assert list(govinfo.parse(data, filename="a.docx").cells())


GOOD = written(random_report("2021", 5, "county"))


@given(st.integers(0, len(GOOD)), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_a_damaged_archive_is_refused_or_read(cut, chance: Random):
    data = bytearray(GOOD[:cut] if chance.random() < 0.3 else GOOD)
    for _ in range(chance.randint(0, 8) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read_or_refuse(bytes(data))


@given(st.randoms(use_true_random=False), st.integers(1, 6))
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_markup_is_refused_or_read(chance: Random, times):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    name = chance.choice(["word/document.xml", "word/document.xml", "word/styles.xml", "docProps/core.xml"])
    markup = parts[name]
    for _ in range(times):
        start = chance.randrange(len(markup))
        stop = start + chance.choice([0, 1, 1, 40])
        markup = markup[:start] + chance.choice([b"", b"9", b"<w:p>", b"</w:tc>", b'"', markup[:60]]) + markup[stop:]
    read_or_refuse(archive({**parts, name: markup}))

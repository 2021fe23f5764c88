"""Word files that this package writes: cells truly merged, fonts that print, the same bytes for the same report."""

import io
import zipfile
from itertools import accumulate

import attrs
import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from govinfo.forms import official_form
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report
from govinfo.writers.blank import blank_report
from govinfo.writers.docx import MAX_TOGETHER, write
from govinfo.writers.paper import CELL_MARGIN, SIZES, text_width


def written(*reports):
    stream = io.BytesIO()
    write(reports, stream, Registry.default().context)
    return stream.getvalue()


def opened(*reports):
    return docx.Document(io.BytesIO(written(*reports)))


def columns_of(table):
    return [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]  # noqa: SLF001 - the grid has no other name


def test_the_same_report_gives_the_same_bytes():
    report = random_report("2021", 4, "county")
    data = written(report)
    assert data == written(random_report("2021", 4, "county"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_row_covers_every_column(form):
    for table in opened(random_report(form, 1, "province")).tables:
        columns = len(table._tbl.tblGrid.findall(qn("w:gridCol")))  # noqa: SLF001 - the grid has no other name
        assert columns > 1
        for row in table._tbl.tr_lst:  # noqa: SLF001 - cells as they are written
            assert sum(cell.grid_span for cell in row.tc_lst) == columns
        widths = columns_of(table)
        room = text_width(sideways=sum(widths) > text_width(sideways=False))
        assert room * 0.99 < sum(widths) <= room
        assert min(widths) > 400


DIGIT = 0.5
"""Width of a digit in the fonts of official documents, in parts of the size of the letters."""


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
def test_no_number_is_broken_over_lines(form, size):
    for table in opened(random_report(form, 1, size)).tables:
        ends = [0, *accumulate(columns_of(table))]
        for row in table._tbl.tr_lst:  # noqa: SLF001 - as above
            for cell in row.tc_lst:
                words = "".join(text.text for text in cell.iter(qn("w:t"))).encode("ascii", "ignore").split()
                halves = cell.find(".//" + qn("w:sz"))
                letter = 10 * int(halves.get(qn("w:val"))) if halves is not None else 20 * SIZES[0].pt
                room = ends[cell.grid_offset + cell.grid_span] - ends[cell.grid_offset] - 2 * CELL_MARGIN
                assert all(len(word) * DIGIT * letter <= room for word in words)


def test_a_table_of_short_numbers_is_printed_upright_in_the_usual_size():
    document = opened(random_report("2021", 1, "zero"))
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT]
    assert not [size for table in document.tables for size in table._tbl.iter(qn("w:sz"))]  # noqa: SLF001 - as above


def test_a_table_too_wide_for_the_page_lies_on_its_long_side_with_its_heading():
    document = opened(random_report("2021", 1, "province"), random_report("2021", 1, "zero"))
    upright, turned, after = document.sections
    assert turned.orientation == WD_ORIENT.LANDSCAPE
    assert turned.page_width > turned.page_height
    assert [section.orientation for section in (upright, after)] == [WD_ORIENT.PORTRAIT] * 2
    headings = [part.text for part in turned.iter_inner_content() if isinstance(part, Paragraph) and part.text]
    assert headings == [heading.label.zh for heading in official_form("2021").headings if heading.number in (3, 4)]


def test_a_table_that_fits_no_page_is_printed_all_the_same():
    report = random_report("2021", 1, "zero")
    long = [attrs.evolve(cell, value=10**13) for cell in report.all_cells]
    assert len(opened(attrs.evolve(report, all_cells=tuple(long))).tables) == 3


def test_merged_cells_show_one_text():
    table = opened(sample_report("2021")).tables[1]
    corner = table.cell(0, 0)
    assert corner.text
    assert corner._tc is table.cell(2, 2)._tc  # noqa: SLF001 - the merged cell is one element


def test_page_and_fonts():
    document = opened(sample_report("2021"))
    page = document.sections[0]
    assert (page.page_width.mm, page.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    names = {style.name: style.element.rPr.rFonts.get(qn("w:eastAsia")) for style in document.styles if style.type == 1}
    assert names == {"Normal": "仿宋", "Title": "宋体", "Heading 1": "黑体", "TableText": "仿宋", "Body Text": "仿宋"}


def test_headings_have_their_level_and_sections_without_text_stay_empty():
    form = official_form("2021")
    document = opened(blank_report(form))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [heading.label.zh for heading in form.headings]
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Normal"] == []


def test_texts_that_xml_cannot_hold():
    report = sample_report("2021", texts={1: "前\x0b后 <b>&amp; \ud800 ]]>"})
    texts = [paragraph.text for paragraph in opened(report).paragraphs]
    assert "前" in texts
    assert "后 <b>&amp; \ufffd ]]>" in texts


def test_cells_keep_markup_as_text():
    report = sample_report("2021")
    odd = attrs.evolve(report.all_cells[0], value=None, status="unreadable", raw="<1 & \x00>")
    table = opened(attrs.evolve(report, all_cells=(odd, *report.all_cells[1:]))).tables[0]
    assert "<1 & \ufffd>" in [cell.text for row in table.rows for cell in row.cells]


def test_several_reports_and_none():
    document = opened(sample_report("2021"), sample_report("2019"))
    assert len(document.tables) == 6
    assert document.core_properties.title == sample_report("2021").title
    assert opened().tables == []


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_header_stays_with_the_rows_below_it(form):
    for table in opened(random_report(form, 1, "county")).tables:
        kept = [bool(row._tr.findall(".//" + qn("w:keepNext"))) for row in table.rows]  # noqa: SLF001
        assert kept[0]
        assert not kept[-1]
        assert len(kept) > MAX_TOGETHER or all(kept[:-1])


def test_an_empty_form_has_no_title_of_its_own():
    assert opened(blank_report(official_form("2021"))).core_properties.title == ""


def test_what_is_typed_into_a_cell_is_not_indented_like_the_text():
    stream = io.BytesIO()
    write([blank_report(official_form("2021"))], stream, Registry.builtin().context)
    styles = docx.Document(io.BytesIO(stream.getvalue())).styles
    assert styles["Normal"].paragraph_format.first_line_indent is None
    assert styles["Body Text"].paragraph_format.first_line_indent is not None

"""The official form as a workbook: numbers that can be summed, no formulas, the same bytes again."""

import datetime as dt
import io
from decimal import Decimal
from itertools import pairwise

import attrs
import pytest

import govinfo
from govinfo.cells import Cell
from govinfo.forms import official_form
from govinfo.registry import Registry
from govinfo.report import SignOff
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report
from govinfo.writers import workbook
from govinfo.writers.docx import MAX_TOGETHER
from govinfo.writers.printed import printed
from govinfo.writers.tables import stretched

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl reads the cells independently")


def written(*reports):
    stream = io.BytesIO()
    workbook.write(reports, stream, Registry.builtin().context)
    return stream.getvalue()


def sheets(*reports):
    return [*openpyxl.load_workbook(io.BytesIO(written(*reports))).worksheets]


def contents(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def with_raw(report, cell_id, raw):
    cells = tuple(
        Cell(cell.id, None, raw, "unreadable", cell.source) if cell.id == cell_id else cell for cell in report.all_cells
    )
    return attrs.evolve(report, all_cells=cells)


def test_the_same_reports_give_the_same_bytes():
    reports = [random_report("2021", 1), random_report("2019", 2)]
    assert written(*reports) == written(*reports)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_numbers_are_numbers_and_labels_are_official(form):
    report = random_report(form, 4, "province")
    (sheet,) = sheets(report)
    found = contents(sheet)
    numbers = [cell.value for cell in found if cell.data_type == "n"]
    assert sorted(numbers) == sorted(float(cell.value) for cell in report.cells() if cell.value is not None)
    texts = {cell.value for cell in found}
    assert {place.row.label.zh for place in official_form(form).rows if place.row.label} <= texts
    assert {heading.label.zh for heading in official_form(form).headings} <= texts


def test_an_empty_cell_stays_empty():
    report = random_report("2021", 4)
    cell = report.all_cells[5]
    full, emptied = sheets(report)[0], sheets(change_cell(report, cell.id, None))[0]
    assert len(contents(full)) - len(contents(emptied)) == 1


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "@SUM(A1)", "-1%", "http://example.org", "=HYPERLINK(1)", "１２件"])
def test_no_text_is_a_formula_a_number_or_a_link(text):
    report = with_raw(random_report("2021", 4), "applications.new.natural_person", text)
    report = attrs.evolve(report, title=text, preamble=text)
    (sheet,) = sheets(report)
    found = [cell for cell in contents(sheet) if cell.value == text]
    assert len(found) == 3
    assert {cell.data_type for cell in found} == {"s"}
    assert not any(cell.hyperlink for cell in found)


def test_characters_that_xml_forbids_do_no_harm():
    report = attrs.evolve(random_report("2021", 4), preamble="甲\x00乙\ud800丙\ufffe丁\x1b[31m")
    read = govinfo.parse(written(report))
    assert read.title == report.title
    assert all(cell.value is not None for cell in read.cells())


def test_long_texts_are_kept_whole():
    long = "推进公开工作。" * 600
    report = sample_report("2021", texts={1: f"{long}\n短句。", 5: "字" * 30_000})
    read = govinfo.parse(written(report))
    assert read.section(1).text == f"{long}\n短句。"
    assert read.section(5).text == "字" * 30_000
    assert read.diagnostics == ()


def test_publication_and_signature_are_printed():
    agency = "青川市林业局"
    report = attrs.evolve(
        random_report("2021", 4),
        index_number="X1/2025-1",
        document_number="青林〔2025〕1号",
        publisher=agency,
        signed=SignOff(agency, dt.date(2025, 1, 20), None),
    )
    read = govinfo.parse(written(report))
    assert (read.index_number, read.document_number) == ("X1/2025-1", "青林〔2025〕1号")
    assert (read.signed.agency, read.signed.date) == (agency, dt.date(2025, 1, 20))


@pytest.mark.parametrize(
    ("agency", "year", "name"),
    [
        ("林业局", 2024, "林业局2024"),
        ("林[业]:局*?/\\", 2024, "林业局2024"),
        ("'林业局'", None, "林业局"),
        (None, 2024, "2024"),
        (None, None, "1"),
        ("局" * 50, 2024, "局" * 27 + "2024"),
        ("History", None, "History (2)"),
    ],
)
def test_sheets_have_valid_names(agency, year, name):
    report = attrs.evolve(random_report("2021", 4), agency=agency, year=year)
    assert workbook.sheet_name(report, ()) == name
    assert [sheet.title for sheet in sheets(report)] == [name]


def test_reports_of_one_name_have_sheets_of_their_own():
    reports = [random_report("2021", seed) for seed in range(3)]
    titles = [sheet.title for sheet in sheets(*reports)]
    assert titles == ["青川市林业局2024", "青川市林业局2024 (2)", "青川市林业局2024 (3)"]


def test_no_reports_give_an_empty_workbook():
    assert [contents(sheet) for sheet in sheets()] == [[]]


def test_money_that_no_spreadsheet_holds_exactly_is_written_as_text():
    exact = Decimal("123456789012.123456")
    report = sample_report("2021", {"proactive.fees.amount": exact})
    (cell,) = [cell for cell in contents(sheets(report)[0]) if cell.value == str(exact)]
    assert cell.data_type == "s"


def test_the_page_is_printed_on_a4():
    (sheet,) = sheets(random_report("2021", 4))
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_labels_have_more_columns_than_numbers(form):
    grids = [section.table for section in printed(random_report(form, 1, "county"), official_form(form)).sections]
    grid = next(grid for grid in grids if grid and len(grid.rows) > MAX_TOGETHER)
    edges = stretched(grid, 15)
    across = [stop - start for start, stop in pairwise(edges)]
    assert (edges[0], edges[-1]) == (0, 15)
    assert min(across) == 1
    assert across[2] == max(across) > 1


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize(("size", "least"), [("zero", 6), ("county", 6), ("province", 7)])
def test_columns_are_as_wide_as_their_numbers(form, size, least):
    (sheet,) = sheets(random_report(form, 4, size))
    spans = {str(merged).split(":")[0]: merged.max_col - merged.min_col + 1 for merged in sheet.merged_cells.ranges}
    width = sheet.column_dimensions["A"].width
    numbers = [(str(cell.value), spans.get(cell.coordinate, 1)) for cell in contents(sheet) if cell.data_type == "n"]
    assert all(len(text) + 1 < width * columns for text, columns in numbers)
    assert width >= least

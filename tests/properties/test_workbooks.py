"""A report made by chance, written as a workbook, reads back as itself, and so it does through LibreOffice."""

import io
import shutil
import subprocess
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import Size, random_report
from govinfo.testing.layouts import web_page
from govinfo.testing.samples import sample_report
from govinfo.writers import workbook

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
SEEDS = st.integers(0, 10**6)
SOFFICE = shutil.which("soffice")
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
ALL: list[tuple[str, Size]] = [(form, size) for form in ("2019", "2021") for size in ("zero", "county", "province")]


@st.composite
def reports(draw):
    return random_report(draw(FORMS), draw(SEEDS), draw(SIZES))


def written(*reports: Report) -> bytes:
    stream = io.BytesIO()
    workbook.write(reports, stream, Registry.builtin().context)
    return stream.getvalue()


def values(report: Report):
    return {cell.id: cell.value for cell in report.cells()}


def texts(report: Report):
    return [(section.heading, section.text) for section in report.sections]


def assert_same(read: Report, report: Report):
    assert (read.form, values(read), texts(read)) == (report.form, values(report), texts(report))
    assert (read.title, read.agency, read.year) == (report.title, report.agency, report.year)
    assert read.published == report.published
    assert read.diagnostics == ()


@given(reports())
@settings(deadline=None, max_examples=60)
def test_a_written_workbook_reads_back_as_the_report(report):
    read = govinfo.parse(written(report))
    assert_same(read, report)
    assert read.parser.reader == "workbook"
    assert govinfo.check(read, select=["A"]) == ()


@given(reports(), st.data())
@settings(deadline=None, max_examples=60)
def test_an_empty_cell_changes_no_other_cell(report, data):
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    read = govinfo.parse(written(change_cell(report, cell, None)))
    assert (read[cell].value, read[cell].status) == (None, "blank")
    assert {**values(read), cell: report[cell].value} == values(report)


@given(reports(), st.data())
@settings(deadline=None, max_examples=40)
def test_rows_of_empty_cells_stay_rows(report, data):
    rows = sorted({cell.id.rsplit(".", 1)[0] for cell in report.cells()})
    row = data.draw(st.sampled_from(rows))
    emptied = report
    for cell in report.cells():
        if cell.id.rsplit(".", 1)[0] == row:
            emptied = change_cell(emptied, cell.id, None)
    read = govinfo.parse(written(emptied))
    assert values(read) == values(emptied)
    assert {read[cell.id].status for cell in report.cells() if emptied[cell.id].value is None} == {"blank"}


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Reports of both forms and all sizes, converted by one run of LibreOffice for each kind."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("books")
    for form, size in ALL:
        (folder / f"{form}-{size}.xlsx").write_bytes(written(random_report(form, 7, size)))
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"

    def convert(kind, source, *options):
        files = sorted(str(path) for path in folder.glob(f"2*.{source}"))
        command = [SOFFICE, profile, "--headless", *options, "--convert-to", kind, "--outdir", str(folder), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=300)

    for kind in ("xls", "ods", CSV):
        convert(kind, "xlsx")
    for form, size in ALL:
        (folder / f"{form}-{size}.html").write_bytes(web_page(random_report(form, 7, size)))
    convert("xlsm:Calc Office Open XML", "html", "--infilter=HTML (StarCalc)")
    return folder


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".csv", ".xlsm"])
@pytest.mark.parametrize(("form", "size"), ALL)
def test_a_workbook_converted_by_libreoffice_reads_back_as_the_report(converted, form, size, suffix):
    (path,) = converted.glob(f"{form}-{size}*{suffix}")
    read = govinfo.parse(path)
    assert_same(read, random_report(form, 7, size))
    assert read.parser.reader == ("delimited" if suffix == ".csv" else "workbook")


@pytest.mark.parametrize("value", ["12.34", "0.1", "8326.37", "99999999.99", "123456789012", "0.00001"])
def test_money_is_exact(value):
    report = sample_report("2021", {"proactive.fees.amount": Decimal(value)})
    assert govinfo.parse(written(report))["proactive.fees.amount"].value == Decimal(value)


@given(reports())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_every_cell_stands_where_its_source_says(report):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl reads the cells independently")
    data = written(report)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell in govinfo.parse(data).cells():
        stored = book[cell.source.sheet].cell(cell.source.row, cell.source.cell).value
        assert Decimal(str(stored)) == cell.value

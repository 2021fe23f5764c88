"""Reading and checking a workbook beside what others need for its cells alone.

Compare within one run only: the group's first line is the time to unzip and parse the markup of its parts.
"""

import io
import zipfile

import openpyxl
import pandas as pd
import pytest
import python_calamine
from lxml import etree

import govinfo
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.writers import workbook


@pytest.fixture(scope="session")
def data():
    stream = io.BytesIO()
    workbook.write([random_report("2021", 1, "county")], stream, Registry.builtin().context)
    return stream.getvalue()


def unzipped(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml")
        return [etree.fromstring(archive.read(part)) for part in parts]


def whole(data: bytes):
    report = govinfo.parse(data)
    return report, govinfo.check(report)


def test_all_cells_are_read(data):
    report, _ = whole(data)
    assert all(cell.value is not None for cell in report.cells())


@pytest.mark.benchmark(group="workbook")
def test_floor_unzip_and_lxml(benchmark, data):
    benchmark(unzipped, data)


@pytest.mark.benchmark(group="workbook")
def test_floor_calamine(benchmark, data):
    benchmark(lambda: python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python())


@pytest.mark.benchmark(group="workbook")
def test_govinfo_parse_and_check(benchmark, data):
    benchmark(whole, data)


@pytest.mark.benchmark(group="workbook")
def test_govinfo_write(benchmark, data):
    report = govinfo.parse(data)
    benchmark(lambda: workbook.write([report], io.BytesIO(), Registry.builtin().context))


@pytest.mark.benchmark(group="workbook")
def test_peer_openpyxl(benchmark, data):
    benchmark(lambda: [list(sheet.values) for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets])


@pytest.mark.benchmark(group="workbook")
def test_peer_pandas(benchmark, data):
    benchmark(lambda: pd.read_excel(io.BytesIO(data), header=None, engine="openpyxl"))

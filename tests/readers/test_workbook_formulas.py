"""Formulas that no program has calculated: their cells are not read, and the way out is named."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.compound import compound_file
from tests.fixtures.office import archive, opendocument
from tests.fixtures.workbooks import book

import govinfo
from govinfo.contracts import Hint
from govinfo.document import Grid
from govinfo.readers.workbooks import biff_records as biff
from govinfo.readers.workbooks import reader as workbook
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl writes formulas without results")

HINT = Hint("report.xlsx")


def with_sums(report, stored):
    """The report as a workbook whose row totals in table three are formulas, with what is stored as their result."""
    source = openpyxl.load_workbook(io.BytesIO(book([("年报", printed(report))])))
    for row in source.active.iter_rows():
        numbers = [cell for cell in row if isinstance(cell.value, (int, float))]
        if len(numbers) == 7:
            numbers[-1].value = f"=SUM({numbers[0].coordinate}:{numbers[-2].coordinate})"
    stream = io.BytesIO()
    source.save(stream)
    return rewritten(stream.getvalue(), ("<v></v>", stored), ("<v />", stored))


def rewritten(data, *changes):
    """The package with some strings of all its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for old, new in changes:
        parts = {name: text.replace(old, new) for name, text in parts.items()}
    return archive(parts)


@given(
    st.sampled_from(["2019", "2021"]),
    st.integers(0, 999),
    st.sampled_from(["county", "zero"]),
    st.sampled_from(["", "<v></v>", "<v>0</v>"]),
)
@settings(deadline=None, max_examples=12)
def test_a_sum_that_was_never_calculated_is_no_zero(form, seed, size, stored):
    report = random_report(form, seed, size)
    read = govinfo.parse(with_sums(report, stored), filename="report.xlsx")
    people = [cell.id for cell in report.cells() if cell.id.endswith(".natural_person")]
    totals = {cell.removesuffix("natural_person") + "total" for cell in people}
    for cell in report.cells():
        assert read[cell.id].value == (None if cell.id in totals else cell.value)
    (note,) = [finding for finding in read.diagnostics if finding.rule == "X66"]
    assert note.source == read["applications.new.total"].source
    assert f"({len(totals)})" in note.message("en")
    assert note.fix is not None
    assert "保存" in note.fix("zh")
    assert {cell for finding in read.diagnostics if finding.rule == "X12" for cell in finding.cells} == totals


def test_a_program_that_calculates_may_store_zero():
    report = random_report("2021", 1, "zero")
    data = book([("年报", printed(report))])
    formulas = ("<v>0</v>", "<f>1-1</f><v>0</v>")
    assert {finding.rule for finding in govinfo.parse(rewritten(data, formulas)).diagnostics} >= {"X66"}
    read = govinfo.parse(rewritten(data, formulas, (' fullCalcOnLoad="1"', "")))
    assert read.diagnostics == ()
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]


def texts(data):
    (grid,) = [block for block in workbook.read(data, HINT).blocks if isinstance(block, Grid)]
    return [cell.text for row in grid.rows for cell in row]


def codes(data):
    return [note.code for note in workbook.read(data, HINT).notes]


def test_a_line_of_signs_of_equality_is_no_formula():
    data = book([("表", ["=====", "===="])])
    assert codes(data) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<table:table-cell table:formula="of:=SUM([.A1:.A1])"/>', "=SUM([.A1:.A1])"),
        ('<table:table-cell table:formula="of:=[.A1]"><text:p>3</text:p></table:table-cell>', "3"),
    ],
)
def test_a_formula_of_open_document(cell, expected):
    row = f'<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell>{cell}'
    body = f'<table:table table:name="表">{row}</table:table-row></table:table>'
    data = opendocument(body, kind="spreadsheet")
    assert texts(data) == ["甲", expected]
    assert codes(data) == (["X66"] if expected.startswith("=") else [])


EMPTY_TEXT = b"\x03\0\0\0\0\0\xff\xff"
FORMULAS = {
    "the sum of an area": (b"\x25\0\0\0\0\0\xc0\x01\xc0\x19\x10\0\0", True),
    "the sum of two cells": (b"\x44\0\0\0\xc0\x44\0\0\x01\xc0\x42\x02\x04\0", True),
    "an addition": (b"\x44\0\0\0\xc0\x44\0\0\x01\xc0\x03", True),
    "another cell": (b"\x44\0\0\0\xc0", False),
    "an empty text": (b"\x17\0\0", False),
}


@pytest.mark.parametrize(("parsed", "is_sum"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_of_excel_97(parsed, is_sum):
    formula = struct.pack("<HHH", 0, 1, 0) + EMPTY_TEXT + bytes(6) + struct.pack("<H", len(parsed)) + parsed
    label = struct.pack("<HHHHB", 0, 0, 0, 1, 0) + b"A"
    last = struct.pack("<HHHHB", 0, 2, 0, 1, 0) + b"B"
    data = old_workbook([(biff.LABEL, label), (biff.FORMULA, formula), (biff.LABEL, last)])
    assert texts(data) == (["A", "=…", "B"] if is_sum else ["A", "B"])
    assert codes(data) == (["X66"] if is_sum else [])


def old_workbook(cells):
    """An Excel 97 workbook of one sheet with some records of cells."""
    begin, end = (biff.BOF, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)), (biff.EOF, b"")
    name = b"S"
    shared = [begin, (biff.BOUNDSHEET, struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name), end]
    size = len(records(shared))
    shared[1] = (biff.BOUNDSHEET, struct.pack("<IBBBB", size, 0, 0, len(name), 0) + name)
    return compound_file({"Workbook": records(shared) + records([begin, *cells, end])})


def records(listed):
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in listed)

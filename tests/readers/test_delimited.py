"""Delimited text: sheets as spreadsheet programs export them; running text stays with the text reader."""

import csv
import io
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.contracts import Hint
from govinfo.document import Grid, Paragraph, spread
from govinfo.errors import GovinfoError, NotAReport, SourceError, UnsupportedFormat
from govinfo.readers.sniff_delimited import sniff
from govinfo.readers.workbooks import delimited
from govinfo.registry import Registry
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

WIDTH = 15
HINT = Hint("report.csv")
BUILTIN = Registry.builtin()


def records(parts, *, trimmed=False):
    for part in parts:
        if isinstance(part, str):
            yield [part] if trimmed else [part, *[""] * (WIDTH - 1)]
            continue
        for row in spread(part):
            fields = [""] * WIDTH
            for cell, start, _ in row.own:
                fields[start] = cell.text
            yield fields


def exported(parts, delimiter=",", *, trimmed=False, quoting=csv.QUOTE_MINIMAL, ending="\r\n"):
    stream = io.StringIO()
    target = csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=ending)
    target.writerows(records(parts, trimmed=trimmed))
    return stream.getvalue()


@given(
    st.sampled_from(["2019", "2021"]),
    st.integers(0, 10**6),
    st.sampled_from(["zero", "county", "province"]),
    st.sampled_from(",\t;|"),
    st.booleans(),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)
@settings(deadline=None, max_examples=120)
def test_an_exported_sheet_reads_back_as_the_report(form, seed, size, delimiter, trimmed, quoting, ending, encoding):
    report = random_report(form, seed, size)
    text = exported(printed(report), delimiter, trimmed=trimmed, quoting=quoting, ending=ending)
    read = govinfo.parse(text.encode(encoding), filename="report.csv")
    assert [(cell.id, cell.value) for cell in read.cells()] == [(cell.id, cell.value) for cell in report.cells()]
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert (read.title, read.published, read.diagnostics) == (report.title, report.published, ())
    assert read.parser.reader == "delimited"


@given(st.sampled_from(["2019", "2021"]), st.integers(0, 10**6), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=80)
def test_empty_cells_change_no_other_cell_in_silence(form, seed, chance):
    report = random_report(form, seed, "county")
    emptied = report
    for cell in chance.sample(sorted(report.by_id), 20):
        emptied = change_cell(emptied, cell, None)
    read = govinfo.parse(exported(printed(emptied)).encode(), filename="report.csv")
    named = {cell for diagnostic in read.diagnostics for cell in diagnostic.cells}
    wrong = {cell.id for cell in emptied.cells() if read[cell.id].value != cell.value}
    assert wrong <= named


def test_places_are_records_and_fields():
    text = exported(printed(random_report("2021", 1)))
    rows = list(csv.reader(io.StringIO(text)))
    for cell in govinfo.parse(text.encode(), filename="report.csv").cells():
        assert rows[cell.source.row - 1][cell.source.cell - 1] == cell.raw


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"page"}))
def test_running_text_stays_with_the_text_reader(layout):
    report = random_report("2021", 2)
    read = govinfo.parse(LAYOUTS[layout](printed(report)).encode())
    assert read.parser.reader == "text"


def test_an_even_table_without_suffix_is_delimited_text():
    rows = exported(printed(random_report("2021", 2)))
    assert sniff(rows.encode()[:4096], Hint("report.txt")) > 0
    assert sniff("一、总体情况\n公开,共享,开放,便民,高效\n二、其他\n三、其他\n四、其他\n".encode(), Hint("a.txt")) == 0


@pytest.mark.parametrize("head", [b"\x89PNG\r\n\x1a\n", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04"])
def test_binary_data_is_no_delimited_text(head):
    assert sniff(head, HINT) == 0


def test_a_text_named_csv_is_left_to_the_text_reader():
    with pytest.raises(UnsupportedFormat):
        delimited.read("只有文字，没有表格。\n第二行\n".encode(), HINT)
    report = random_report("2021", 2)
    read = govinfo.parse(LAYOUTS["lines"](printed(report)).encode(), filename="report.csv")
    assert read.parser.reader == "text"


def test_our_own_long_form_is_no_report():
    stream = io.BytesIO()
    BUILTIN.writer("csv").write([random_report("2021", 2)], stream, BUILTIN.context)
    with pytest.raises(NotAReport):
        govinfo.parse(stream.getvalue(), filename="cells.csv")


def test_a_declared_delimiter_is_believed():
    found = delimited.read("sep=;\n甲;1,5;2;3;4\n".encode(), HINT)
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[0]] == ["甲", "1,5", "2", "3", "4"]
    assert (grid.rows[0][0].source.row, grid.rows[0][1].source.cell) == (2, 2)


def test_a_quoted_field_may_have_several_lines():
    rows = '"一、总体情况\n有序推进",,,,\n' + "甲,1,2,3,4\n" * 4
    found = delimited.read(rows.encode(), HINT).blocks
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["一、总体情况", "有序推进"]


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(delimited, "MAX_CELLS", 10)
    with pytest.raises(SourceError, match="larger than any report"):
        delimited.read(b"1,2,3,4,5\n" * 9, HINT)


def test_a_field_without_end_is_refused():
    with pytest.raises(SourceError, match="cannot be read"):
        delimited.read(b'1,2,3,4,5\n"' + b"x\n" * csv.field_size_limit(), HINT)


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=150)
def test_damage_raises_nothing_but_our_errors(noise):
    rows = exported(printed(random_report("2021", 2))).encode()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for data in (noise, rows[:500] + noise + rows[500:], b"1,2,3,4,5\n" * 5 + noise):
            assert sniff(data[:4096], HINT) >= 0
            try:
                delimited.read(data, HINT)
            except GovinfoError as error:
                assert error.zh  # noqa: PT017 - either is right

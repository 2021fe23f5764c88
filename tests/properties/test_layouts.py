"""A report made by chance, printed in any layout, reads back as itself; damage never passes in silence."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.testing.damage import change_cell, labels, misspell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed, web_page

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
SEEDS = st.integers(0, 10**6)
NAMES = st.sampled_from(sorted(LAYOUTS))


@st.composite
def reports(draw):
    return random_report(draw(FORMS), draw(SEEDS), draw(SIZES))


def values(report: Report):
    return {cell.id: cell.value for cell in report.cells()}


def arithmetic(report: Report):
    return [finding for finding in govinfo.check(report, select=["A"]) if finding.rule <= "A06"]


@given(reports(), NAMES)
@settings(deadline=None, max_examples=120)
def test_a_consistent_report_reads_back_as_itself(report, layout):
    read = govinfo.parse(LAYOUTS[layout](printed(report)).encode())
    assert (read.form, values(read)) == (report.form, values(report))
    assert (read.title, read.agency, read.year, read.published) == (
        report.title,
        report.agency,
        report.year,
        report.published,
    )
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert read.diagnostics == ()
    assert govinfo.check(read, select=["A"]) == ()


@given(reports())
@settings(deadline=None, max_examples=40)
def test_the_page_that_the_writer_makes_reads_back_as_the_report(report):
    read = govinfo.parse(web_page(report))
    assert values(read) == values(report)
    assert read.diagnostics == ()


@given(reports(), NAMES)
@settings(deadline=None, max_examples=40)
def test_every_cell_stands_where_its_source_says(report, layout):
    text = LAYOUTS[layout](printed(report))
    lines = text.split("\n")
    for cell in govinfo.parse(text.encode()).cells():
        if cell.source.table is None:
            assert lines[cell.source.line - 1][cell.source.column - 1 : cell.source.end_column - 1] == cell.raw
        else:
            assert f">{cell.raw}<" in lines[cell.source.line - 1]


@given(reports(), NAMES, st.data())
@settings(deadline=None, max_examples=120)
def test_one_changed_cell_gives_a_finding_that_names_it(report, layout, data):
    tied = sorted({cell for entry in official_form(report.form).identities for cell in (*entry.left, *entry.right)})
    cell = data.draw(st.sampled_from(tied))
    wrong = change_cell(report, cell, int(report[cell].value) + data.draw(st.integers(1, 999)))
    read = govinfo.parse(LAYOUTS[layout](printed(wrong)).encode())
    assert values(read) == values(wrong)
    found = arithmetic(read)
    assert found
    assert all(cell in finding.cells for finding in found)


@given(reports(), NAMES, st.data())
@settings(deadline=None, max_examples=120)
def test_an_empty_cell_changes_no_other_cell(report, layout, data):
    cell = data.draw(st.sampled_from([cell.id for cell in report.cells()]))
    read = govinfo.parse(LAYOUTS[layout](printed(change_cell(report, cell, None))).encode())
    assert (read[cell].value, read[cell].status) == (None, "blank")
    assert {**values(read), cell: report[cell].value} == values(report)


@given(reports(), NAMES, st.randoms(use_true_random=False), st.integers(1, 2))
@settings(deadline=None, max_examples=200)
def test_a_misspelt_label_changes_no_cell_in_silence(report, layout, chance: Random, times):
    parts = printed(report)
    place = chance.choice(labels(parts))
    read = govinfo.parse(LAYOUTS[layout](misspell(parts, place, times, chance)).encode())
    named = {cell for diagnostic in read.diagnostics for cell in diagnostic.cells}
    changed = {cell.id for cell in report.cells() if read[cell.id].value != cell.value}
    assert changed <= named


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_row_with_an_unreadable_label_is_placed_by_its_neighbours_and_said_so(form):
    report = random_report(form, 5, "county")
    text = LAYOUTS["tabs"](printed(report)).replace("4.保护第三方合法权益", "4.口口口口口口")
    read = govinfo.parse(text.encode())
    assert values(read) == values(report)
    assert [finding.rule for finding in read.diagnostics] == ["X02"]

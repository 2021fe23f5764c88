"""Tables as crawlers print them: bars behind, below and between the cells, and texts that end anywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.testing.damage import change_cell
from govinfo.testing.dumps import DUMPS
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed
from govinfo.testing.web_dumps import WEB_DUMPS

FORMS = st.sampled_from(["2019", "2021"])
SIZES = st.sampled_from(["zero", "county", "province"])
PRINTERS = {**LAYOUTS, **DUMPS, **WEB_DUMPS}


def read(text):
    return govinfo.parse(text.encode())


def silently_wrong(found, report):
    told = {cell for finding in found.diagnostics for cell in finding.cells}
    values = {cell.id: cell.value for cell in found.cells() if cell.value is not None}
    return [
        cell.id
        for cell in report.cells()
        if cell.id in values and values[cell.id] != cell.value and cell.id not in told
    ]


@pytest.mark.parametrize("name", sorted(WEB_DUMPS))
@given(FORMS, st.integers(0, 999), SIZES)
@settings(deadline=None, max_examples=12)
def test_every_cell_is_read_without_doubt_and_stands_where_its_source_says(name, form, seed, size):
    report = random_report(form, seed, size)
    text = WEB_DUMPS[name](printed(report))
    found = read(text)
    assert found.parser.parser == "bars"
    assert [cell.value for cell in found.cells()] == [cell.value for cell in report.cells()]
    assert found.diagnostics == ()
    assert [section.text for section in found.sections] == [section.text for section in report.sections]
    lines = text.split("\n")
    for cell in found.cells():
        place = cell.source
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw


@pytest.mark.parametrize("name", sorted(WEB_DUMPS))
@given(FORMS, st.integers(0, 999), st.integers(0, 999))
@settings(deadline=None, max_examples=12)
def test_an_empty_cell_moves_no_other_in_silence(name, form, seed, place):
    report = random_report(form, seed, "county")
    cells = list(report.cells())
    found = read(WEB_DUMPS[name](printed(change_cell(report, cells[place % len(cells)].id, None))))
    assert silently_wrong(found, report) == []


@given(st.sampled_from(sorted(PRINTERS)), FORMS, st.integers(0, 999), SIZES, st.integers(1, 999))
@settings(deadline=None, max_examples=60)
def test_a_text_that_ends_anywhere_has_no_wrong_number(name, form, seed, size, share):
    report = random_report(form, seed, size)
    text = PRINTERS[name](printed(report))
    try:
        found = read(text[: len(text) * share // 1000])
    except govinfo.NotAReport:
        return
    assert silently_wrong(found, report) == []

"""Many cells are named in few words, each cell once."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.cells import Cell
from govinfo.findings.naming import gathered, quoted
from govinfo.forms import official_form
from govinfo.rules import blanks, counts
from govinfo.source import Source
from govinfo.testing.layouts import LAYOUTS, printed
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
CELLS = [cell.id for cell in FORM.cells]
COLUMN = [cell for cell in CELLS if cell.startswith("applications.") and cell.endswith(".research")]
ROW = [cell for cell in CELLS if cell.startswith("applications.results.granted.")]


def names(cells):
    return [name.zh for name, _ in gathered(FORM, cells)]


def written(raw, cells, status="unreadable"):
    """The sample report with something else in some cells."""
    report = sample_report()
    changed = {cell: Cell(cell, None, raw.get(cell, ""), status, Source(9)) for cell in cells}
    return attrs.evolve(report, all_cells=tuple(changed.get(cell.id, cell) for cell in report.all_cells))


@given(st.sets(st.sampled_from(CELLS)))
@settings(max_examples=60, deadline=None)
def test_every_cell_is_named_once(cells):
    found = [cell for _, together in gathered(FORM, cells) for cell in together]
    assert sorted(found) == sorted(cells)
    firsts = [CELLS.index(together[0]) for _, together in gathered(FORM, cells)]
    assert firsts == sorted(firsts)


def test_a_column():
    assert names(COLUMN) == ["表三“科研机构”列的25个单元格"]


def test_a_row_and_a_column_that_cross():
    assert names({*ROW, *COLUMN}) == ["表三“科研机构”列的25个单元格", "表三“（一）予以公开”行的6个单元格"]


def test_two_cells_below_each_other_are_no_column():
    assert names(COLUMN[:2]) == [
        "表三“一、本年新收政府信息公开申请数量/科研机构”",
        "表三“二、上年结转政府信息公开申请数量/科研机构”",
    ]


def test_rows_of_different_headers_are_no_column():
    assert len(names([cell for cell in CELLS if cell.endswith(".decisions")])) == 3


def test_the_english_name_of_a_column():
    assert [name.en for name, _ in gathered(FORM, COLUMN)] == [
        "25 cells of table three, column “research institutions”,"
    ]


def test_texts_in_quotation_marks():
    assert quoted(["1", "2", "1"]).zh == "“1”、“2”"
    assert quoted(["1", "2", "3", "4"]).zh == "“1”、“2”、“3”等"
    assert quoted(["1", "2", "3", "4"]).en == "“1”, “2”, “3” …"


@pytest.mark.parametrize(
    ("cells", "place"), [(COLUMN, "“科研机构”列的25个单元格"), (ROW, "“（一）予以公开”行的7个单元格")]
)
def test_one_finding_for_the_glued_numbers_of_a_line(cells, place):
    report = written({cell: "0 0" if index else "000" for index, cell in enumerate(cells)}, cells)
    (found,) = counts.glued.check(report, FORM)
    assert isinstance(found, govinfo.Finding)
    assert found.cells == tuple(cells)
    assert found.message("zh") == f"表三{place}数值位数异常，疑粘连：“000”、“0 0”"


def test_glued_numbers_of_two_lines_are_two_findings():
    cells = ["applications.new.total", "review.reconsideration.total"]
    report = written(dict.fromkeys(cells, "000"), cells)
    assert [found.cells for found in counts.glued.check(report, FORM)] == [(cell,) for cell in cells]


def test_one_finding_for_a_blank_column():
    (found,) = blanks.blank.check(written({}, COLUMN, "blank"), FORM)
    assert isinstance(found, govinfo.Finding)
    assert found.message("zh") == "表三“科研机构”列的25个单元格空白（空白不等于0）"


@pytest.mark.parametrize(
    ("cells", "place"), [(COLUMN, "“科研机构”列的25个单元格"), (ROW[1:], "“（一）予以公开”行的6个单元格")]
)
def test_one_doubt_for_the_words_of_a_line(cells, place):
    report = govinfo.parse(LAYOUTS["page"](printed(written(dict.fromkeys(cells, "详见附件"), cells))).encode())
    (doubt,) = [doubt for doubt in report.diagnostics if doubt.rule == "X12"]
    assert doubt.cells == tuple(cells)
    assert doubt.message("zh") == f"表三{place}的内容“详见附件”不是可用的数字，未读取"


def test_one_doubt_for_one_cell_names_it():
    report = govinfo.parse(LAYOUTS["page"](printed(written({ROW[0]: "若干"}, ROW[:1]))).encode())
    (doubt,) = [doubt for doubt in report.diagnostics if doubt.rule == "X12"]
    assert doubt.message("zh") == "表三“（一）予以公开/自然人”的内容“若干”不是可用的数字，未读取"

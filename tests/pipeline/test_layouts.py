"""Every layout with a different number in every cell: none may be mistaken for another."""

import pytest
from tests.fixtures.layouts import LAYOUTS, OPENING, Draft, html, numbered

import govinfo


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("start", [1, 1000])
def test_every_cell(form, layout, start):
    texts = numbered(form, start)
    name = "report.html" if layout == "html" else "report.txt"
    report = govinfo.parse(LAYOUTS[layout](Draft(form, texts)).encode(), filename=name)
    assert {cell.id: str(cell.value) for cell in report.cells()} == texts
    doubts = [doubt for doubt in report.diagnostics if doubt.rule != "X29"]  # the figures do not add up
    assert (report.form, report.title, doubts) == (form, OPENING[0], [])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "cell", ["applications.new.research", "applications.new.total", "review.litigation_direct.upheld"]
)
@pytest.mark.parametrize("text", ["—", "/", "无", "3件", "１２", "若干", "1.5", "-2"])
def test_one_odd_cell_leaves_the_others_alone(layout, cell, text):
    texts = numbered() | {cell: text}
    report = govinfo.parse(LAYOUTS[layout](Draft(texts=texts)).encode())
    named = {name for doubt in report.diagnostics for name in doubt.cells}
    for found in report.cells():
        if found.id == cell:
            assert str(found.value) in {"None", "3", "12", "-2"}
        elif found.value is None:
            assert found.id in named
        else:
            assert str(found.value) == texts[found.id]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{}</p>",
        "<p class=MsoNormal align=center><span style='font-size:10.5pt'>{}<o:p></o:p></span></p>",
        "<p>\n<font face=宋体><b>{}</b></font>&nbsp;\n</p>",
        "<!-- 1 --><div><span></span>{}</div>",
        "<style>p {{ margin: 0 }}</style><script>5</script>{}",
        "{}<span style='display:none'>5</span>",
    ],
)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_markup_inside_every_cell(form, markup):
    texts = numbered(form)
    report = govinfo.parse(html(Draft(form, texts), cell=markup).encode())
    assert {cell.id: str(cell.value) for cell in report.cells()} == texts
    assert report.diagnostics == ()

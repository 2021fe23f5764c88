"""A download that broke off: what is there must be right, what is not must be known to be missing."""

import pytest
from tests.fixtures.examples import EXAMPLES
from tests.fixtures.layouts import LAYOUTS, Draft, numbered

import govinfo
from govinfo.forms import MONEY, official_form

CUTS = 60


def check(data, name, form, due):
    for part in range(CUTS):
        cut = len(data) * part // CUTS + part % 7
        try:
            report = govinfo.parse(data[:cut], filename=name)
        except govinfo.GovinfoError:
            continue
        assert report.form == form
        named = {cell for doubt in report.diagnostics for cell in doubt.cells}
        wrong = [
            (cell.id, cell.status, cell.raw, cell.value)
            for cell in report.cells()
            if cell.value != due[cell.id] and cell.id not in named
        ]
        assert (cut, data[:cut][-40:], wrong) == (cut, data[:cut][-40:], [])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_examples(example):
    specs = official_form(example.form).by_id
    due = {cell: example.value(cell, money=spec.unit in MONEY) for cell, spec in specs.items()}
    check(example.path.read_bytes(), example.name, example.form, due)


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(form, layout):
    texts = numbered(form)
    due = {cell: int(text) for cell, text in texts.items()}
    name = "a.html" if layout == "html" else "a.txt"
    check(LAYOUTS[layout](Draft(form, texts)).encode(), name, form, due)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_cut_inside_a_number(layout):
    texts = numbered()
    last = texts["applications.carried_over.total"]
    text = LAYOUTS[layout](Draft(texts=texts))
    data = text[: text.index(last) + len(last) - 1].encode()
    report = govinfo.parse(data, filename="a.html" if layout == "html" else "a.txt")
    cell = report["applications.carried_over.total"]
    named = {name for doubt in report.diagnostics for name in doubt.cells}
    assert cell.value is None or cell.id in named

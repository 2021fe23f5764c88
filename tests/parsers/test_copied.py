"""The text of pages as browsers give it, whose cells hold paragraphs or labels broken over lines."""

import pytest

import govinfo
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

PARAGRAPH, BLOCK = 2, 1
"""So many line feeds a browser puts around a paragraph, and around another block."""


def inner_text(nodes):
    """Texts, and between them numbers of line feeds due; of several the largest counts."""
    text, due = "", 0
    for node in nodes:
        if isinstance(node, int):
            due = max(due, node)
        elif node:
            text, due = text + "\n" * (due if text else 0) + node, 0
    return text


def boxed(texts, around):
    return [node for text in texts for node in (around, text, around)]


def halves(text):
    return [text[: len(text) // 2], text[len(text) // 2 :]] if len(text) > 3 else [text]


def whole(text):
    return [text]


CELLS = {
    "paragraphs": (lambda text: boxed([text], PARAGRAPH), lambda text: boxed([text], PARAGRAPH)),
    "several": (lambda text: boxed(halves(text), PARAGRAPH), lambda text: boxed([text], PARAGRAPH)),
    "labels alone": (lambda text: boxed([text], PARAGRAPH), whole),
    "numbers alone": (whole, lambda text: boxed([text], PARAGRAPH)),
    "blocks": (lambda text: boxed([text], BLOCK), lambda text: boxed([text], BLOCK)),
    "several blocks": (lambda text: boxed(halves(text), BLOCK), lambda text: boxed([text], BLOCK)),
}


def page_of(report, label, number):
    nodes = []
    for part in printed(report):
        if isinstance(part, str):
            nodes += boxed([part], PARAGRAPH)
            continue
        for place, row in enumerate(part.rows):
            nodes += ["\n"] if place else [PARAGRAPH]
            for cell_place, cell in enumerate(row):
                nodes += ["\t"] if cell_place else []
                is_number = cell.text == "" or cell.text[-1].isdigit()
                nodes += (number if is_number else label)(cell.text)
        nodes.append(PARAGRAPH)
    return inner_text(nodes)


@pytest.mark.parametrize("kind", CELLS)
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
def test_every_cell_is_read_without_doubt_and_stands_where_its_source_says(kind, form, size):
    report = random_report(form, 7, size)
    text = page_of(report, *CELLS[kind])
    read = govinfo.parse(text.encode())
    assert read.parser.parser == "copied"
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert read.diagnostics == ()
    lines = text.split("\n")
    for cell in read.cells():
        place = cell.source
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw


@pytest.mark.parametrize("kind", CELLS)
@pytest.mark.parametrize("seed", range(8))
def test_an_empty_cell_moves_no_other(kind, seed):
    report = random_report("2021", seed, "county")
    empty = [*report.all_cells][(10 + 29 * seed) % 200]
    last = [cell for cell in report.all_cells if cell.id.startswith("review")][-1]
    for emptied in (empty, last):
        read = govinfo.parse(page_of(change_cell(report, emptied.id, None), *CELLS[kind]).encode())
        named = {cell for found in read.diagnostics for cell in found.cells}
        assert read[emptied.id].value is None
        for cell in report.cells():
            if cell.id != emptied.id:
                assert read[cell.id].value == cell.value or (read[cell.id].value is None and cell.id in named)


def test_text_around_the_tables_is_no_part_of_them():
    report = random_report("2021", 4, "county")
    read = govinfo.parse(page_of(report, *CELLS["several"]).encode())
    assert [section.heading for section in read.sections] == [section.title for section in report.sections]
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert read.published == report.published or read.published is None


def test_indents_are_none():
    report = random_report("2021", 4, "county")
    text = "\n".join("\t" + line for line in page_of(report, whole, whole).split("\n"))
    assert govinfo.parse(text.encode()).parser.parser != "copied"


def broken(text, width):
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


@pytest.mark.parametrize("width", [1, 2, 4, 7])
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_labels_broken_over_lines(width, form):
    report = random_report(form, 5, "county")
    text = page_of(report, lambda label: [broken(label, width)], whole)
    read = govinfo.parse(text.encode())
    assert read.parser.parser == "tabbed"
    assert read.form == form
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]


def test_an_empty_cell_below_a_header_takes_no_label_from_it():
    report = change_cell(random_report("2021", 5, "county"), "review.reconsideration.upheld", None)
    read = govinfo.parse(page_of(report, whole, whole).encode())
    assert read["review.reconsideration.upheld"].value is None
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]

"""Layouts of plain text: every cell, its place, and blank cells placed by their columns."""

import pytest

import govinfo
from govinfo.document import Paragraph, spread
from govinfo.parsers.canvas import Drawn
from govinfo.source import Source
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed
from govinfo.text.width import width


def tabbed(grid):
    """Rows on lines, the cells that begin in them separated by tabs."""
    return ["\t".join(cell.text for cell in row) for row in grid.rows]


def pasted(grid):
    """Rows as a spreadsheet copies them: covered cells are empty."""
    for cells, _ in canvas(grid):
        yield "\t".join(cells)


def canvas(grid):
    """Each row with the texts of its columns, covered ones empty."""
    rows = list(spread(grid))
    count = max(stop for row in rows for stop in [*(own[2] for own in row.own), *(above[1] for above in row.above)])
    for row in rows:
        texts = {start: cell.text for cell, start, _ in row.own}
        yield [texts.get(column, "") for column in range(count)], row


def columns(grid, *, gap="  ", ruler=None, bar=None):
    """Columns as wide as their texts, separated by blanks, under a ruler, or between bars and rules."""
    rows = [cells for cells, _ in canvas(grid)]
    widths = [max(2, *(sum(map(width, cell)) for cell in column)) for column in zip(*rows, strict=True)]

    def line(cells):
        return gap.join(cell + " " * (room - sum(map(width, cell))) for cell, room in zip(cells, widths, strict=True))

    if ruler:
        rule = gap.join(ruler * room for room in widths)
        return [rule, *map(line, rows), rule]
    if bar:
        rule = "+" + "+".join("-" * room for room in widths) + "+"
        return [rule, *(entry for row in rows for entry in (bar + line(row) + bar, rule))]
    return [line(row).rstrip() for row in rows]


def following(grid):
    """Cells separated by one blank, which shows no columns."""
    return [" ".join(cell.text for cell in row) for row in grid.rows]


LAYOUTS = {
    "tabbed": ("tabbed", tabbed),
    "pasted": ("tabbed", pasted),
    "columns": ("spaced", columns),
    "following": ("spaced", following),
    "ruler": ("drawn", lambda grid: columns(grid, gap=" ", ruler="-")),
    "equals": ("drawn", lambda grid: columns(grid, gap="  ", ruler="=")),
    "rules": ("drawn", lambda grid: columns(grid, gap="|", bar="|")),
    "boxes": ("drawn", lambda grid: [boxed(line) for line in columns(grid, gap="|", bar="|")]),
}


def boxed(line):
    return line.replace("|", "│") if line.startswith("|") else line.replace("-", "─").replace("+", "┼")


def text_of(report, layout):
    parts = [[part] if isinstance(part, str) else ["", *layout(part), ""] for part in printed(report)]
    return "\n".join(line for part in parts for line in part)


@pytest.fixture(params=sorted(LAYOUTS))
def layout(request):
    return LAYOUTS[request.param]


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
def test_every_cell_is_read_without_doubt_and_stands_where_its_source_says(layout, form, size):
    name, write = layout
    report = random_report(form, 7, size)
    text = text_of(report, write)
    read = govinfo.parse(text.encode())
    assert read.parser.parser == name
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert read.diagnostics == ()
    lines = text.split("\n")
    for cell in read.cells():
        place = cell.source
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw


@pytest.mark.parametrize("seed", range(6))
def test_an_empty_cell_moves_no_other(layout, seed):
    _, write = layout
    report = random_report("2021", seed, "county")
    empty = report.all_cells[10 + 29 * seed % 175]
    read = govinfo.parse(text_of(change_cell(report, empty.id, None), write).encode())
    named = {cell for found in read.diagnostics for cell in found.cells}
    assert read[empty.id].value is None
    for cell in report.cells():
        if cell.id != empty.id:
            assert read[cell.id].value == cell.value or (read[cell.id].value is None and cell.id in named)


def test_columns_place_an_empty_cell_under_its_header():
    report = random_report("2021", 3, "county")
    emptied = change_cell(report, "applications.results.granted.research", None)
    read = govinfo.parse(text_of(emptied, columns).encode())
    assert read["applications.results.granted.research"].status == "blank"
    assert [cell.value for cell in read.cells()] == [cell.value for cell in emptied.cells()]
    assert [found.rule for found in read.diagnostics] == ["X13"]


def test_cells_without_columns_are_not_placed():
    report = random_report("2021", 3, "county")
    emptied = change_cell(report, "applications.results.granted.research", None)
    read = govinfo.parse(text_of(emptied, following).encode())
    kinds = ("research", "public_welfare", "legal_services", "other_organization")
    assert {read[f"applications.results.granted.{kind}"].status for kind in kinds} == {"conflict"}
    assert all(cell.value in (None, report[cell.id].value) for cell in read.cells())
    assert {"X06", "X32"} <= {found.rule for found in read.diagnostics}


def test_the_number_of_a_page_is_no_cell():
    report = random_report("2021", 3, "county")
    lines = text_of(report, following).split("\n")
    row = next(place for place, line in enumerate(lines) if line.startswith("2.")) + 1
    text = "\n".join([*lines[:row], "- 3 -", "\f" + lines[row], *lines[row + 1 :]])
    read = govinfo.parse(text.encode())
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]


def test_wide_characters_take_two_columns():
    drawn = Drawn(Paragraph("一a\t二", Source(1, 1, 5)))
    assert drawn.starts == [0, 2, 3, 8, 10]
    assert drawn.text(2, 8) == "a\t"
    assert drawn.offset(1) == 1


@pytest.mark.parametrize("mark", ["- 3 -", "— 12 —", "第 2 页", "第2页 共9页"])
@pytest.mark.parametrize("step", [1, 2])
def test_the_number_of_a_page_among_cells_on_lines_is_none(mark, step):
    report = random_report("2021", 3, "county")
    texts = [
        text.replace("\n", "")
        for part in printed(report)
        for text in ([part] if isinstance(part, str) else [cell.text for row in part.rows for cell in row])
    ]
    place = texts.index("2.重复申请") + 4
    text = ("\n" * step).join([*texts[:place], mark, *texts[place:]])
    read = govinfo.parse(text.encode())
    assert read.parser.parser == "lines"
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert read.diagnostics == ()


def test_full_width_digits_are_numbers_of_rows_with_tabs():
    report = random_report("2021", 3, "county")
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    text = text_of(report, lambda grid: ["\t".join(cell.text.translate(wide) for cell in row) for row in grid.rows])
    read = govinfo.parse(text.encode())
    assert read.parser.parser == "tabbed"
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]

"""Tables of bars whose rows run over several lines, or keep empty cells where a merged cell covers them."""

import textwrap

import pytest

import govinfo
from govinfo.contracts import Hint
from govinfo.document import spread
from govinfo.forms import official_form
from govinfo.parsers import drawn
from govinfo.readers import text
from govinfo.testing.damage import change_cell, traced
from govinfo.testing.damage.suite import PRINTERS
from govinfo.testing.damage.traced import NumberCell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import bars, printed


def rows_of(grid):
    """The texts of each row in all columns of the table; covered ones are empty."""
    rows = list(spread(grid))
    count = max(stop for row in rows for stop in [*(own[2] for own in row.own), *(above[1] for above in row.above)])
    for row in rows:
        texts = {start: cell.text for cell, start, _ in row.own}
        yield [texts.get(column, "") for column in range(count)]


def piped(grid):
    """Whole rows between bars, as converters to Markdown write them."""
    return ["| " + " | ".join(row) + " |" for row in rows_of(grid)]


def between(grid):
    """Rows with bars between cells and none around, so that an empty cell at the end leaves a bar there."""
    return [" | ".join(row) for row in rows_of(grid)]


def without_last_bar(grid):
    """Rows of a width of 60, broken behind a bar; rows end without one."""
    for row in grid.rows:
        yield from textwrap.wrap("| ".join(cell.text for cell in row), 60, break_long_words=False)


def fenced(grid):
    """A table of AsciiDoc, whose rows are broken anywhere."""
    text = " ".join("|" + cell for row in rows_of(grid) for cell in row)
    return ["|===", *textwrap.wrap(text, 72, break_long_words=False), "|==="]


def flowing(grid):
    """Cells ended by bars in running text."""
    return textwrap.wrap("|" + " |".join(cell for row in rows_of(grid) for cell in row) + " |", 90)


LAYOUTS = {
    "piped": piped,
    "between": between,
    "without_last_bar": without_last_bar,
    "fenced": fenced,
    "flowing": flowing,
}


def text_of(report, layout):
    parts = [[part] if isinstance(part, str) else ["", *layout(part), ""] for part in printed(report)]
    return "\n".join(line for part in parts for line in part)


def silently_wrong(report, read):
    named = {cell for found in read.diagnostics for cell in found.cells}
    return [cell.id for cell in report.cells() if read[cell.id].value != cell.value and cell.id not in named]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["county", "province"])
def test_no_cell_is_silently_wrong(layout, form, size):
    report = random_report(form, 9, size)
    printed_text = text_of(report, LAYOUTS[layout])
    read = govinfo.parse(printed_text.encode())
    assert silently_wrong(report, read) == []
    right = sum(read[cell.id].value == cell.value for cell in report.cells())
    assert right >= {"piped": 1.0, "between": 1.0, "without_last_bar": 1.0}.get(layout, 0.5) * len(report.all_cells)
    lines = printed_text.split("\n")
    for cell in read.cells():
        if cell.value is not None:
            place = cell.source
            assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == cell.raw


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("column", ["natural_person", "total"])
@pytest.mark.parametrize("row", ["new", "results.granted", "results.refused.state_secret", "results.total"])
def test_an_empty_cell_at_an_end_moves_no_other(layout, column, row):
    report = change_cell(random_report("2021", 9, "county"), f"applications.{row}.{column}", None)
    read = govinfo.parse(text_of(report, LAYOUTS[layout]).encode())
    assert silently_wrong(report, read) == []


def test_an_empty_cell_is_blank_where_rows_keep_covered_cells():
    report = change_cell(random_report("2021", 9, "county"), "applications.results.granted.total", None)
    read = govinfo.parse(text_of(report, piped).encode())
    assert read["applications.results.granted.total"].status == "blank"
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]


def test_numbers_below_each_other_in_a_drawn_cell_are_not_joined():
    rows = [["甲", "乙"], ["1", "2"], ["34", "5"]]
    rule = "+--------+--------+"
    lines = [rule, *(line for row in rows for line in ("|" + "|".join(f" {cell:<7}" for cell in row) + "|", rule))]
    lines.insert(4, "| 9      |        |")
    cells = [[token.text for token in row.tokens] for row in drawn.rows(text.read("\n".join(lines).encode(), Hint()))]
    assert cells == [["甲", "乙"], ["1 9", "2"], ["34", "5"]]


def test_a_number_that_did_not_fit_is_joined_and_marked():
    lines = [
        "+-----+--+",
        "| 123 |1 |",
        "| 45  |  |",
        "+-----+--+",
        "| 1   |2 |",
        "+-----+--+",
        "| 3   |4 |",
        "+-----+--+",
    ]
    first, *_ = drawn.rows(text.read("\n".join(lines).encode(), Hint()))
    assert [(token.text, token.pieces) for token in first.tokens] == [("12345", True), ("1", False)]


def torn(grid, cell_id, digits):
    """Whole rows ended by bars, one number broken after so many digits."""
    for row in grid.rows:
        numbers = [isinstance(cell, NumberCell) and cell_id in cell.cells for cell in row]
        texts = [
            f"{cell.text[:digits]}\n{cell.text[digits:]}" if is_torn else cell.text
            for cell, is_torn in zip(row, numbers, strict=True)
        ]
        yield " | ".join(texts) + " |"


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("digits", [1, 3])
def test_the_rest_of_a_torn_last_number_is_not_lost(form, digits):
    report = random_report(form, 5, "province")
    last = [place.cells[-1] for place in official_form(form).rows if place.row.unit is None]
    for cell_id in (cell for cell in last if len(report[cell].raw) > digits and report[cell].raw.isdigit()):
        parts = [[part] if isinstance(part, str) else torn(part, cell_id, digits) for part in traced(report)]
        read = govinfo.parse("\n".join(line for part in parts for line in part).encode())
        assert silently_wrong(report, read) == []
        assert read[cell_id].value in (None, report[cell_id].value)


@pytest.mark.parametrize("rest", ["3751项", "51.5", "5 ①", ".5"])
def test_a_number_torn_before_a_unit_or_a_point_is_not_cut_off(rest):
    report = random_report("2021", 3, "county")
    cells = [[part] if isinstance(part, str) else bars([part]).split("\n") for part in printed(report)]
    lines = [line for part in cells for line in part]
    place = lines.index("行政许可 |")
    torn_number = [*lines[: place + 1], "7", f"{rest} |", *lines[place + 2 :]]
    read = govinfo.parse("\n".join(torn_number).encode())
    assert read["proactive.licensing.decisions"].value != 7
    assert "proactive.licensing.decisions" in {cell for found in read.diagnostics for cell in found.cells}


@pytest.mark.parametrize("bar", "｜│┃║¦")
@pytest.mark.parametrize("layout", ["bars", "pipes"])
def test_other_bars_end_cells_as_plain_ones_do(layout, bar):
    report = random_report("2021", 9, "county")
    text = PRINTERS[layout](printed(report))
    read, plain = (govinfo.parse(printed_text.encode()) for printed_text in (text.replace("|", bar), text))
    assert read.parser.parser == "bars"
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]
    assert [cell.source for cell in read.cells()] == [cell.source for cell in plain.cells()]


def test_bars_of_columns_of_a_fixed_width_end_no_cells():
    report = random_report("2021", 9, "county")
    text = PRINTERS["columns"](printed(report))
    read, plain = (govinfo.parse(printed_text.encode()) for printed_text in (text.replace("|", "│"), text))
    assert read.parser.parser == plain.parser.parser == "drawn"
    assert [cell.value for cell in read.cells()] == [cell.value for cell in plain.cells()]

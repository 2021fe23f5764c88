"""Numbers whose row is known only by the label in front of them: what is printed beside them must confirm it."""

import attrs
import pytest

import govinfo
from govinfo.document import Grid
from govinfo.testing.damage import judge, traced
from govinfo.testing.damage.suite import PRINTERS
from govinfo.testing.damage.traced import ids
from govinfo.testing.generate import random_report

REPORT = random_report("2021", 11, "province")
TWO, THREE = 0, 1
LOOSE = ("lines", "bars", "bars_below", "rows_opened", "numbers_below")
"""Layouts that do not show where rows end."""


def in_table(number, change):
    """The report in print, with the rows of one of its tables changed."""
    parts = list(traced(REPORT))
    spot = [spot for spot, part in enumerate(parts) if isinstance(part, Grid)][number]
    rows = [list(row) for row in parts[spot].rows]
    parts[spot] = attrs.evolve(parts[spot], rows=tuple(map(tuple, change(rows))))
    return tuple(parts)


def row_of(rows, name):
    return next(number for number, row in enumerate(rows) if any(cell.startswith(name) for c in row for cell in ids(c)))


def labels(row):
    return [cell for cell in row if not ids(cell)]


def numbers(row):
    return [cell for cell in row if ids(cell)]


def read(parts, layout):
    """The report as read, the rules by the cells that they name, and what became of the cells."""
    report = govinfo.parse(PRINTERS[layout](parts).encode())
    by_rule: dict[str, set[str]] = {}
    for found in report.diagnostics:
        by_rule.setdefault(found.rule, set()).update(found.cells)
    return report, by_rule, set(dict(judge(parts, REPORT, report)).values())


def label_behind(rows, *, blank=()):
    """Penalties and coercion with their labels behind their numbers, some of these blank."""
    first = row_of(rows, "proactive.penalties")
    for spot in (first, first + 1):
        row = rows[spot]
        found = [attrs.evolve(cell, text="", shows="blank") if spot - first in blank else cell for cell in numbers(row)]
        rows[spot] = [*found, *labels(row)]
    return rows


@pytest.mark.parametrize("blank", [(), (0,)])
@pytest.mark.parametrize("layout", LOOSE)
def test_numbers_in_front_of_their_labels_are_not_those_of_the_label_before(layout, blank):
    parts = in_table(TWO, lambda rows: label_behind(rows, blank=blank))
    report, _, outcomes = read(parts, layout)
    assert outcomes <= {"right", "missing", "named wrong"}
    named = {cell for found in report.diagnostics if found.severity != "info" for cell in found.cells}
    assert {"proactive.penalties.decisions", "proactive.coercion.decisions"} <= named


def without_number(rows):
    spot = row_of(rows, "proactive.coercion")
    rows[spot] = labels(rows[spot])
    return rows


@pytest.mark.parametrize("layout", LOOSE)
def test_a_number_beside_a_label_without_any_is_in_doubt_where_rows_have_no_ends(layout):
    report, by_rule, _ = read(in_table(TWO, without_number), layout)
    assert by_rule["X71"] == {"proactive.penalties.decisions"}
    assert report["proactive.penalties.decisions"].value == REPORT["proactive.penalties.decisions"].value


@pytest.mark.parametrize("layout", ["pipes", "tabs", "page", "columns"])
def test_a_label_without_a_number_leaves_its_neighbour_alone_where_rows_end(layout):
    _, by_rule, _ = read(in_table(TWO, without_number), layout)
    assert "X71" not in by_rule
    assert "proactive.penalties.decisions" not in set().union(*by_rule.values())


def over_a_page(rows, *, together):
    """The header again below the first row, whose label stands at the end of the page with that of the second."""
    first = row_of(rows, "applications.new")
    above, here = rows[first : first + 2]
    if together:
        above, here = [*labels(above)], [*labels(here), *numbers(above)]
        return [*rows[:first], above, here, *rows[:first], [*above, *numbers(rows[first + 1])], *rows[first + 2 :]]
    return [*rows[: first + 1], *rows[:first], here, *rows[first + 2 :]]


@pytest.mark.parametrize("layout", [*LOOSE, "pipes", "page"])
def test_a_label_that_is_printed_again_with_the_numbers_of_another_row_gives_none(layout):
    report, by_rule, outcomes = read(in_table(THREE, lambda rows: over_a_page(rows, together=True)), layout)
    assert {"applications.new.total", "applications.carried_over.total"} <= by_rule["X69"]
    assert report["applications.new.total"].value is report["applications.carried_over.total"].value is None
    assert "silent wrong" not in outcomes


@pytest.mark.parametrize("layout", [*LOOSE, "pipes", "page"])
def test_a_header_that_is_printed_again_leaves_all_rows_as_they_are(layout):
    _, by_rule, outcomes = read(in_table(THREE, lambda rows: over_a_page(rows, together=False)), layout)
    assert outcomes == {"right"}
    assert not by_rule


def two_headers(rows, order):
    """The labels of the kinds of organisations twice, the first time in another order."""
    spot = row_of(rows, "applications.new") - 1
    return [*rows[:spot], [rows[spot][place] for place in order], *rows[spot:]]


@pytest.mark.parametrize("layout", ["bars", "lines"])
def test_copies_of_a_header_in_two_orders_leave_the_columns_open(layout):
    report, by_rule, _ = read(in_table(THREE, lambda rows: two_headers(rows, (3, 0, 4, 1, 2))), layout)
    assert {report[f"applications.new.{kind}"].value for kind in ("commercial", "research")} == {None}
    assert "applications.new.commercial" in by_rule["X05"]


@pytest.mark.parametrize("layout", ["bars", "lines"])
def test_copies_of_a_header_in_one_order_leave_no_doubt_of_it(layout):
    report, by_rule, _ = read(in_table(THREE, lambda rows: two_headers(rows, range(5))), layout)
    assert "X05" not in by_rule
    assert report["applications.new.commercial"].value == REPORT["applications.new.commercial"].value


def words_for_numbers(rows, text):
    """Rules without numbers, and a word in front of two of the next row."""
    first = row_of(rows, "proactive.rules")
    rows[first] = labels(rows[first])
    below = rows[first + 1]
    rows[first + 1] = [attrs.evolve(labels(below)[0], text=text), *numbers(below)[1:]]
    return rows


@pytest.mark.parametrize("layout", LOOSE)
def test_a_misspelt_label_is_no_word_in_a_number_cell(layout):
    report, _, outcomes = read(in_table(TWO, lambda rows: words_for_numbers(rows, "行政规范文文件")), layout)
    assert report["proactive.rules.in_force"].value is None
    assert "silent wrong" not in outcomes


def serial(rows):
    """Serial numbers in front of the labels of table two; the row of penalties has lost its own number."""
    lost, below = row_of(rows, "proactive.penalties"), 0
    for spot, row in enumerate(rows):
        if numbers(row):
            below += 1
            mark = attrs.evolve(labels(row)[0], text=str(below))
            rows[spot] = [mark, *labels(row), *(() if spot == lost else numbers(row))]
        elif spot + 1 < len(rows) and numbers(rows[spot + 1]):
            rows[spot] = [attrs.evolve(row[0], text="序号"), *row]
    return rows


@pytest.mark.parametrize("layout", ["bars", "bars_below", "lines"])
def test_a_serial_number_is_not_that_of_the_label_before(layout):
    _, _, outcomes = read(in_table(TWO, serial), layout)
    assert "silent wrong" not in outcomes


def one_cell_short(rows):
    """A row a cell short, and below it one with an empty cell."""
    spot = row_of(rows, "applications.results.refused.enforcement_file")
    gone = [cell for cell in rows[spot] if ids(cell)][2]
    rows[spot] = [cell for cell in rows[spot] if cell is not gone]
    return emptied(rows)


def emptied(rows):
    spot = row_of(rows, "applications.results.refused.administrative_inquiry")
    cell = numbers(rows[spot])[4]
    rows[spot] = [attrs.evolve(one, text="", shows="blank") if one is cell else one for one in rows[spot]]
    return rows


def test_an_empty_cell_below_a_row_that_is_a_cell_short_may_be_any():
    name = "applications.results.refused.administrative_inquiry.commercial"
    assert name in read(in_table(THREE, one_cell_short), "tabs")[1]["X29"]
    assert "X29" not in read(in_table(THREE, emptied), "tabs")[1]


def test_a_part_of_a_drawn_table_is_read_although_a_row_of_it_lacks_a_cell():
    parts = in_table(THREE, one_cell_short)
    report, by_rule, outcomes = read(parts, "columns")
    assert report["applications.new.total"].value == REPORT["applications.new.total"].value
    assert outcomes <= {"right", "missing"}
    assert "X08" not in by_rule


def test_numbers_of_the_last_row_below_those_of_the_row_before_have_come_apart():
    def together(rows):
        first = row_of(rows, "applications.results.total")
        above, here = rows[first : first + 2]
        return [*rows[:first], labels(above), [*labels(here), *numbers(above)], numbers(here)]

    parts = in_table(THREE, together)
    end = next(spot for spot, part in enumerate(parts) if isinstance(part, Grid) and len(part.rows) < 5 and spot > 8)
    report, by_rule, _ = read(parts[:end], "bars")
    assert report["applications.carried_forward.total"].value is None
    assert "applications.carried_forward.total" in by_rule["X69"]


def label_hanging(rows):
    """The label of a row alone above the row."""
    spot = row_of(rows, "applications.carried_over")
    return [*rows[:spot], labels(rows[spot]), *rows[spot:]]


@pytest.mark.parametrize("layout", ["tabs", "page", *LOOSE])
def test_a_label_above_itself_leaves_its_row_in_doubt(layout):
    _, by_rule, outcomes = read(in_table(THREE, label_hanging), layout)
    assert outcomes == {"right"}
    assert by_rule["X72"] == {cell.id for cell in REPORT.cells() if cell.id.startswith("applications.carried_over.")}


@pytest.mark.parametrize("layout", ["pipes", "tabs", "page", *LOOSE])
def test_the_label_of_another_row_above_it_is_no_label_twice(layout):
    _, by_rule, _ = read(in_table(TWO, without_number), layout)
    assert "X72" not in by_rule

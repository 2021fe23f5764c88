"""Labels and numbers that do not stand row by row: no row has the numbers of its neighbour in silence."""

import attrs
import pytest

import govinfo
from govinfo.document import Grid
from govinfo.testing.damage import judge, traced
from govinfo.testing.damage.traced import ids
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS

REPORT = random_report("2021", 7, "province")
ROWS = ("applications.results.refused.enforcement_file", "applications.results.refused.administrative_inquiry")


def with_rows(change):
    """The report in print, with the rows of table three changed."""

    def changed(part):
        if isinstance(part, Grid) and len(part.rows) > 20:
            return attrs.evolve(part, rows=tuple(change(list(part.rows))))
        return part

    return tuple(changed(part) for part in traced(REPORT))


def place(rows, name):
    return next(number for number, row in enumerate(rows) if any(cell.startswith(name) for c in row for cell in ids(c)))


def labels(row):
    return tuple(cell for cell in row if not ids(cell))


def numbers(row):
    return tuple(cell for cell in row if ids(cell))


def labels_together(rows):
    """The labels of two rows above the numbers of both."""
    first = place(rows, ROWS[0])
    above, here = rows[first : first + 2]
    return [*rows[:first], labels(above), labels(here) + numbers(above), numbers(here), *rows[first + 2 :]]


def labels_sunk(rows):
    """The numbers of two rows above the labels of both."""
    first = place(rows, ROWS[0])
    above, here = rows[first : first + 2]
    return [*rows[:first], numbers(above), labels(above) + numbers(here), labels(here), *rows[first + 2 :]]


def extra(rows):
    """A row of numbers without a label, and every label with its numbers."""
    first = place(rows, ROWS[0])
    return [*rows[: first + 1], numbers(rows[place(rows, "applications.carried_over")]), *rows[first + 1 :]]


def missing(rows):
    first = place(rows, ROWS[0])
    return [*rows[:first], *rows[first + 1 :]]


def read(change, layout):
    parts = with_rows(change)
    report = govinfo.parse(LAYOUTS[layout](parts).encode())
    outcomes = dict(judge(parts, REPORT, report))
    rules = {finding.rule for finding in report.diagnostics}
    return report, outcomes, rules


APART = [(change, layout) for change in (labels_together, labels_sunk) for layout in LAYOUTS]


def test_numbers_behind_the_labels_of_several_rows_are_read_where_the_table_adds_up_and_named():
    report, outcomes, _ = read(labels_together, "lines")
    assert set(outcomes.values()) == {"right"}
    named = {cell for finding in report.diagnostics if finding.rule == "X64" for cell in finding.cells}
    assert named >= {f"{row}.total" for row in ROWS}


@pytest.mark.parametrize(("change", "layout"), [pair for pair in APART if pair != (labels_together, "lines")])
def test_numbers_between_labels_and_numbers_that_came_apart_are_not_read(change, layout):
    report, outcomes, rules = read(change, layout)
    assert "X69" in rules
    assert all(report[f"{row}.total"].value is None for row in ROWS)
    assert "silent wrong" not in outcomes.values()
    assert "silent missing" not in outcomes.values()


@pytest.mark.parametrize("layout", ["pipes", "tabs", "page"])
@pytest.mark.parametrize("change", [extra, missing])
def test_a_row_more_or_less_has_nothing_come_apart(change, layout):
    _, outcomes, rules = read(change, layout)
    assert "X69" not in rules
    assert "silent wrong" not in outcomes.values()

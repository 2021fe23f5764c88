"""Empty columns between the columns of a table, and rows in which cells are empty beside them."""

import pytest

import govinfo
from govinfo.testing.damage import OPERATORS, change_cell, traced
from govinfo.testing.damage.suite import Case
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, pipes

COLUMNS = ("issued", "repealed", "in_force")
SPACED = Case(("column spacers",), "pipes", "2021", "county", 1, 1.0)


def spaced(report, layout):
    return LAYOUTS[layout](OPERATORS["column spacers"].apply(traced(report), 1.0, SPACED.chance))


@pytest.mark.parametrize("layout", ["pipes", "page"])
@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("others", [True, False])
def test_an_empty_cell_beside_spacers_moves_no_other(layout, column, others):
    report = change_cell(random_report("2021", 4, "province"), f"proactive.rules.{column}", None)
    if others:
        report = change_cell(report, f"proactive.normative_documents.{column}", None)
    read = govinfo.parse(spaced(report, layout).encode())
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]


def test_a_row_with_empty_cells_between_its_numbers_is_not_read_where_no_header_shows_spacers():
    report = random_report("2021", 4, "province")
    text = pipes(traced(report))
    labels = "本年制发件数 | 本年废止件数 | 现行有效件数 |"
    row = "行政规范性文件 | " + " | ".join(report[f"proactive.normative_documents.{column}"].raw for column in COLUMNS)
    assert labels in text
    assert row in text
    text = text.replace(labels, f"{labels} | |").replace(row, "行政规范性文件 | | 4 | | 6 | ")
    read = govinfo.parse(text.encode())
    assert [read[f"proactive.normative_documents.{column}"].status for column in COLUMNS] == ["conflict"] * 3
    assert "X06" in {found.rule for found in read.diagnostics}

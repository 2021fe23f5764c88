"""Empty columns that page designers put between others are no cells; blank cells are."""

import attrs
import pytest

import govinfo
from govinfo.document import Grid, GridCell, spread
from govinfo.source import Source
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed


def spaced(grid):
    """The table with an empty column behind each of its columns."""
    rows = []
    for row in spread(grid):
        cells = []
        for cell, _, _ in row.own:
            cells += [attrs.evolve(cell, colspan=2 * cell.colspan - 1), GridCell("", Source(), cell.rowspan)]
        rows.append(tuple(cells))
    return attrs.evolve(grid, rows=tuple(rows))


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("blanks", [0, 40])
def test_columns_between_the_columns(form, size, blanks):
    report = random_report(form, 21, size)
    names = [cell.id for cell in report.cells()]
    for cell in names[:: len(names) // blanks] if blanks else ():
        report = change_cell(report, cell, None)
    parts = [spaced(part) if isinstance(part, Grid) else part for part in printed(report)]
    read = govinfo.parse(page(parts).encode())
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert read.diagnostics == ()

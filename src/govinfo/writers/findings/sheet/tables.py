"""The tables of a report as printed, their number cells with what was read."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govinfo.cells import Cell
from govinfo.document import GridCell
from govinfo.document.official import official_grid
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.writers.findings.words import STATUS_WORDS, cell_name
from govinfo.writers.printed import shown


@attrs.frozen
class CellView:
    """A number cell.

    Attributes:
        anchor: where it stands on the page.
        name: its labels.
        shown: what is printed for it; empty where there is nothing.
        raw: the text of the source, where it says more than that.
        status: why there is no value; empty where there is one.
        place: its place in words.
    """

    anchor: str
    name: str
    shown: str
    raw: str
    status: str
    place: str


@attrs.frozen
class Square:
    """A square of a printed table: a label, or a number cell."""

    text: str
    rowspan: int
    colspan: int
    scope: str
    cell: CellView | None


@attrs.frozen
class TableView:
    """A table, the section that it stands in, and its squares row by row."""

    name: str
    section: int
    rows: Sequence[Sequence[Square]]


def tables_of(report: Report, form: Form, anchor: str, language: str) -> list[TableView]:
    """The tables of the form with what was read."""
    views = {cell.id: cell_view(cell, form, anchor, language) for cell in report.cells()}
    tables = []
    for table in form.tables:
        grid = official_grid(table, str)
        rows = [[_square(cell, row, views) for cell in row] for row in grid.rows]
        tables.append(TableView(table.number.zh if language == "zh" else table.number.en, table.section, rows))
    return tables


def cell_view(cell: Cell, form: Form, anchor: str, language: str) -> CellView:
    """A cell as it is shown."""
    text = shown(cell)
    return CellView(
        anchor=f"{anchor}-{cell.id}",
        name=cell_name(cell.id, form, language),
        shown=text,
        raw=cell.raw if cell.raw.strip() != text else "",
        status=STATUS_WORDS[cell.status](language),
        place=cell.source.describe(language) if cell.source else "",
    )


def _square(square: GridCell, row: Sequence[GridCell], views: dict[str, CellView]) -> Square:
    """A square of the grid, whose number cells hold the ids of the cells."""
    heads = not any(other.text in views for other in row)
    direction = "col" if heads else "row"
    spans = square.colspan if heads else square.rowspan
    scope = f"{direction}group" if spans > 1 else direction
    return Square(square.text, square.rowspan, square.colspan, scope, views.get(square.text))

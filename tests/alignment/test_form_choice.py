"""Which form the tables follow: told by labels of its own, also glued ones; said where nothing tells it."""

from collections.abc import Sequence

import attrs
import pytest

import govinfo
from govinfo.document import Grid, spread
from govinfo.report import Report
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import Part, page, printed


def parts_of(form: str) -> list[Part]:
    return printed(random_report(form, 3, "county"))


def glued(parts: Sequence[Part]) -> list[Part]:
    """The parts with the first table as lines of text whose cells have run into each other."""
    first = next(place for place, part in enumerate(parts) if isinstance(part, Grid))
    grid = parts[first]
    assert isinstance(grid, Grid)
    lines = ["".join(cell.text for cell, _, _ in row.own) for row in spread(grid)]
    return [*parts[:first], *lines, *parts[first + 1 :]]


def without(parts: Sequence[Part], *words: str) -> list[Part]:
    """The parts without the rows of tables that have one of some words."""
    return [
        part
        if isinstance(part, str)
        else attrs.evolve(
            part,
            rows=tuple(row for row in part.rows if not any(word in cell.text for cell in row for word in words)),
        )
        for part in parts
    ]


def rules(report: Report) -> set[str]:
    return {found.rule for found in report.diagnostics}


def named(report: Report) -> set[str]:
    return {cell for found in report.diagnostics if found.rule == "X15" for cell in found.cells}


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_labels_that_are_glued_to_others_tell_the_form(form):
    parts = without(glued(parts_of(form)), "逾期", "其他处理")
    report = govinfo.parse(page(parts).encode())
    assert report.form == form
    assert "X15" not in rules(report)


def test_where_no_label_tells_the_form_all_cells_are_in_doubt():
    parts = without(parts_of("2021"), "逾期", "其他处理", "信息内容", "本年")
    report = govinfo.parse(page([part for part in parts if part not in parts[:12]]).encode())
    assert "X15" in rules(report)
    assert named(report) == {cell.id for cell in report.cells()}


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_whole_report_leaves_no_doubt(form):
    assert "X15" not in rules(govinfo.parse(page(parts_of(form)).encode()))


def test_a_layout_without_tables_looks_at_those_that_stand_beside():
    parts = parts_of("2021")
    table = next(part for part in parts if isinstance(part, Grid))
    lines = [cell.text for part in parts[parts.index(table) + 1 :] if isinstance(part, Grid) for cell in _cells(part)]
    markup = page(parts[: parts.index(table) + 1]).removesuffix("</body></html>")
    text = "".join(f"<p>{line or '&nbsp;'}</p>" for line in lines if "逾期" not in line)
    report = govinfo.parse((markup + text).encode(), parser="lines")
    assert report.form == "2021"
    assert "X15" not in rules(report)


def _cells(grid: Grid):
    return [cell for row in grid.rows for cell in row]

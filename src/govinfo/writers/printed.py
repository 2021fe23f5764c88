"""A report as it is printed in the official form, whatever the file format."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from govinfo.cells import Cell
from govinfo.document import Grid
from govinfo.document.official import official_grid
from govinfo.forms import Form
from govinfo.report import Report


@attrs.frozen
class PrintedSection:
    """A part of a report in print.

    Attributes:
        heading: heading of the section in the official wording; empty for a further table, or one in no section.
        paragraphs: the text.
        table: the table, if it has one.
    """

    heading: str
    paragraphs: tuple[str, ...]
    table: Grid | None


@attrs.frozen
class Printed:
    """A report in print.

    Attributes:
        title: the title; empty where the report has none.
        opening: lines and paragraphs between the title and the first section.
        sections: the sections, and behind them the tables that stand in none.
        closing: the sign-off, line by line.
    """

    title: str
    opening: tuple[str, ...]
    sections: tuple[PrintedSection, ...]
    closing: tuple[str, ...]


def printed(report: Report, form: Form) -> Printed:
    """Print a report in the form that its tables follow."""
    return Printed(
        report.title or "",
        tuple(_opening(report)),
        tuple(_sections(report, form)),
        tuple(closing_lines(report)),
    )


def _sections(report: Report, form: Form) -> Iterator[PrintedSection]:
    grids: dict[int, list[Grid]] = {}
    for table in form.tables:
        grids.setdefault(table.section, []).append(official_grid(table, lambda cell: shown(report[cell])))
    for section in report.sections:
        own = grids.pop(section.number, [])
        yield PrintedSection(section.title, tuple(section.text.splitlines()), own[0] if own else None)
        yield from (PrintedSection("", (), grid) for grid in own[1:])
    yield from (PrintedSection("", (), grid) for left in grids.values() for grid in left)


def shown(cell: Cell) -> str:
    """What stands in a cell: its value in plain digits, what was printed in place of a number, or nothing.

    A cell in conflict stays empty, because its raw text is that of the whole row.
    """
    if cell.value is not None:
        return f"{cell.value:f}" if not isinstance(cell.value, int) else str(cell.value)
    return cell.raw if cell.status in ("placeholder", "unreadable") else ""


def head_lines(report: Report) -> Iterator[tuple[str, str]]:
    """The lines below the title, each behind the name of the attribute of the report that it tells."""
    named = (
        ("published", "发布日期", report.published),
        ("index_number", "索引号", report.index_number),
        ("document_number", "文号", report.document_number),
        ("publisher", "发布机构", report.publisher),
    )
    yield from ((attribute, f"{name}：{value}") for attribute, name, value in named if value)


def _opening(report: Report) -> Iterator[str]:
    yield from (line for _, line in head_lines(report))
    yield from report.preamble.splitlines()


def closing_lines(report: Report) -> Iterator[str]:
    """The sign-off: agency and date."""
    if report.signed and report.signed.agency:
        yield report.signed.agency
    if report.signed and report.signed.date:
        day = report.signed.date
        yield f"{day.year}年{day.month}月{day.day}日"

"""Writer: a web page in the official form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import IO

import jinja2

from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.writers.official import official_grid


def write(reports: Sequence[Report], stream: IO[bytes]) -> None:
    """Write reports as one page, each with its sections and the tables of its form.

    Cells are printed as in the source; a cell without text stays empty.
    """
    pages = [(report, _sections(report)) for report in reports]
    first = reports[0] if reports else None
    stream.write(_template().render(pages=pages, report=first).encode("utf-8"))


def _sections(report: Report) -> list[tuple[object, list[object]]]:
    form = official_form(report.form)
    grids = {table.section: official_grid(table, lambda cell: report[cell].raw) for table in form.tables}
    return [(section, [grids[section.number]] if section.number in grids else []) for section in report.sections]


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("govinfo.writers")
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("report.html.j2")

"""Writer: a web page in the official form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import IO

import jinja2

from govinfo.contracts import Context
from govinfo.report import Report
from govinfo.writers.printed import printed


def write(reports: Sequence[Report], stream: IO[bytes], context: Context) -> None:
    """Write reports as one page, each with its sections and the tables of its form; UTF-8."""
    pages = [printed(report, context.form(report.form)) for report in reports]
    stream.write(_template().render(pages=pages).encode("utf-8", "backslashreplace"))


@cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("govinfo.writers")
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("report.html.j2")

"""Writer: the long form, one row a cell, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import IO

import regex

from govinfo.contracts import Context
from govinfo.report import Report

COLUMNS = ("agency", "year", "cell_id", "value", "status", "raw", "source", "form", "file")
"""Columns of the long form."""

_NUMBER = regex.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def long_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield one row for each cell of a report, with the columns of `COLUMNS`."""
    for cell in report.cells():
        yield (
            report.agency or "",
            "" if report.year is None else str(report.year),
            cell.id,
            "" if cell.value is None else str(cell.value),
            cell.status,
            cell.raw,
            "" if cell.source is None else str(cell.source),
            report.form,
            report.parser.filename or "",
        )


def write(reports: Sequence[Report], stream: IO[bytes], _context: Context) -> None:
    """Write reports in the long form: UTF-8, line feeds; no text can be taken for a formula."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for report in reports:
        table.writerows([_harmless(value) for value in row] for row in long_rows(report))
    stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text

"""Writer: Markdown with pipe tables (GitHub Flavored Markdown), in the official form.

Pipe tables know no merged cells: the text of a merged cell stands in its first place, the others stay empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

import regex

from govinfo.contracts import Context
from govinfo.document import Grid, spread
from govinfo.report import Report
from govinfo.writers.printed import Printed, printed

_MARKS = regex.compile(r"([\\`*_\[\]<>|~])")
_LINE_MARKS = regex.compile(r"^(\s*)([#>+\-=]|[0-9]+(?=[.)]\s))")


def write(reports: Sequence[Report], stream: IO[bytes], context: Context) -> None:
    """Write reports one below the other: titles and headings as headings, tables as pipe tables; UTF-8."""
    lines = (line for report in reports for line in _lines(printed(report, context.form(report.form))))
    stream.write("\n".join(lines).encode("utf-8", "backslashreplace"))


def _lines(page: Printed) -> Iterator[str]:
    yield from (f"# {_escaped(page.title)}", "")
    for line in page.opening:
        yield from (_paragraph(line), "")
    for section in page.sections:
        if section.heading:
            yield from (f"## {_escaped(section.heading)}", "")
        for paragraph in section.paragraphs:
            yield from (_paragraph(paragraph), "")
        if section.table:
            yield from (*_table(section.table), "")
    for line in page.closing:
        yield from (_paragraph(line), "")


def _table(grid: Grid) -> Iterator[str]:
    rows = list(spread(grid))
    width = max(stop for row in rows for stop in (*(own[2] for own in row.own), *(above[1] for above in row.above)))
    for number, row in enumerate(rows):
        cells = [""] * width
        for cell, start, _ in row.own:
            cells[start] = _escaped(cell.text)
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield "|" + " --- |" * width


def _paragraph(text: str) -> str:
    marked: str = _LINE_MARKS.sub(r"\1\\\2", _escaped(text))
    return marked


def _escaped(text: str) -> str:
    escaped: str = _MARKS.sub(r"\\\1", " ".join(text.split("\n")))
    return escaped

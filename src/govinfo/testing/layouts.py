"""Documents in the layouts in which reports are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO

from govinfo.contracts import Context
from govinfo.document import Grid, GridCell, spread
from govinfo.document.official import official_grid
from govinfo.forms import Form, official_form, official_forms
from govinfo.report import Report
from govinfo.writers import html

Part = str | Grid
"""A document in print: lines of text and tables in turn."""


def printed(report: Report, form: Form | None = None) -> list[Part]:
    """A report as lines and official tables; cells are printed with their raw text."""
    form = form or official_form(report.form)
    grids: dict[int, list[Grid]] = {}
    for table in form.tables:
        grids.setdefault(table.section, []).append(official_grid(table, lambda cell: report[cell].raw))
    parts: list[Part] = [report.title or ""]
    if report.published:
        parts.append(f"发布日期：{report.published}")
    parts.extend(report.preamble.splitlines())
    for section in report.sections:
        if section.heading is not None:
            parts.append(section.heading)
        parts.extend(section.text.splitlines())
        parts.extend(grids.pop(section.number, ()))
    parts.extend(grid for left in grids.values() for grid in left)
    return parts


def bars(parts: Sequence[Part]) -> str:
    """Cells ended by bars, one a line; a row is filled up to the width of its table with bars."""
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else _barred(part)))


def _barred(grid: Grid) -> Iterator[str]:
    width = _width(grid)
    for row in grid.rows:
        yield from (f"{cell.text} |".lstrip() for cell in row)
        if len(row) < width:
            yield "|" * (width - len(row))


def pipes(parts: Sequence[Part]) -> str:
    """Whole rows on one line, cells ended by bars, filled up with empty cells."""
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else _piped(part)))


def _piped(grid: Grid) -> Iterator[str]:
    width = _width(grid)
    for row in grid.rows:
        cells = [*(cell.text for cell in row), *([""] * (width - len(row)))]
        yield " | ".join(cells) + " |"


def lines(parts: Sequence[Part]) -> str:
    """One cell per line with a blank line between; an empty cell leaves its empty line."""
    texts = [text for part in parts for text in ([part] if isinstance(part, str) else _flat(part))]
    return "\n\n".join(texts)


def _flat(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        yield from (cell.text for cell in row)


def tabs(parts: Sequence[Part]) -> str:
    """Cells of a word processor: a tab in front of each, a blank line behind each row."""
    return "\n".join(part if isinstance(part, str) else "\n\n".join(_tabbed(part)) + "\n\n" for part in parts)


def _tabbed(grid: Grid) -> Iterator[str]:
    for row in spread(grid):
        places = [(start, cell.text) for cell, start, _ in row.own] + [(start, "") for start, _ in row.above]
        yield "\n".join(f"\t{text}" for _, text in sorted(places))


def _width(grid: Grid) -> int:
    return max(
        stop for row in spread(grid) for stop in [*(own[2] for own in row.own), *(above[1] for above in row.above)]
    )


def page(parts: Sequence[Part]) -> str:
    """A plain web page with intact tables."""
    return "<html><body>" + "".join(_markup(part) for part in parts) + "</body></html>"


def _markup(part: Part) -> str:
    if isinstance(part, str):
        return f"<p>{part}</p>"
    rows = "".join(
        "<tr>" + "".join(f"<td{_spans(cell)}>{cell.text}</td>" for cell in row) + "</tr>" for row in part.rows
    )
    return f"<table>{rows}</table>".replace("\n", "<br>")


def _spans(cell: GridCell) -> str:
    down = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return down + (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "")


def web_page(report: Report) -> bytes:
    """The page that the built-in writer makes."""
    stream = BytesIO()
    html.write([report], stream, Context(official_forms()))
    return stream.getvalue()


LAYOUTS: Mapping[str, Callable[[Sequence[Part]], str]] = {
    "bars": bars,
    "pipes": pipes,
    "lines": lines,
    "tabs": tabs,
    "page": page,
}
"""The layouts by name."""

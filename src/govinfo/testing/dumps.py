"""Reports as programs print them that keep no tables: text in columns of a fixed width, or cell after cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

from govinfo.document import Grid, spread
from govinfo.testing.layouts import Part
from govinfo.text.numbers import is_value
from govinfo.text.width import width

WIDTH = 76
"""Columns of a line, as antiword has them by default."""

ROWS = 14
"""So many rows stand on a page."""


def columns(parts: Sequence[Part], across: int = WIDTH) -> str:
    """Cells between bars in columns of a fixed width, their text broken over several lines, as antiword prints them.

    Args:
        parts: the document in print.
        across: columns of a line.
    """
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else _ruled(part, across)))


def _ruled(grid: Grid, across: int) -> Iterator[str]:
    rows = [
        sorted([*((start, stop, cell.text) for cell, start, stop in row.own), *((*above, "") for above in row.above)])
        for row in spread(grid)
    ]
    count = max(stop for row in rows for _, stop, _ in row)
    edges = [place * (across - 1) // count for place in range(count + 1)]
    for row in rows:
        rooms = [edges[stop] - edges[start] - 1 for start, stop, _ in row]
        texts = [list(_broken(text, room)) for (_, _, text), room in zip(row, rooms, strict=True)]
        for pieces in zip_longest(*texts, fillvalue=""):
            cells = (piece + " " * (room - sum(map(width, piece))) for piece, room in zip(pieces, rooms, strict=True))
            yield f"|{'|'.join(cells)}|"


def _broken(text: str, room: int) -> Iterator[str]:
    line = ""
    for char in text:
        if char == "\n" or sum(map(width, line + char)) > room:
            yield line
            line = ""
        line += char.strip("\n")
    yield line


def scattered(parts: Sequence[Part]) -> str:
    """Cells as they stand on a page, as pdftotext prints them without options: some on one line, some out of order.

    The label of a group is printed with that of the row in its middle, behind the row below; the last two numbers of
    a row stand on one line, and so do a label and the first number where the label is long.
    """
    lines: list[str] = []
    for part in parts:
        lines += [part, ""] if isinstance(part, str) else _poured(part)
    return "\n".join(lines) + "\n\f"


def _poured(grid: Grid) -> Iterator[str]:
    held: list[str] = []
    waiting: dict[int, list[str]] = {}
    for place, row in enumerate(grid.rows):
        words = [cell for cell in row if not is_value(cell.text)]
        numbers = [cell.text for cell in row if is_value(cell.text)]
        groups = [cell for cell in words if cell.rowspan > 1 and numbers]
        for group in groups:
            waiting.setdefault(place + group.rowspan // 2, []).append(group.text)
            words.remove(group)
        label = " ".join([*waiting.pop(place, ()), *(cell.text for cell in words)])
        apart = len(label) > sum(len(cell.text) for cell in words)
        if place and place % ROWS == 0:
            yield "\f" + (held.pop(0) if held else "")
        if apart and numbers:
            yield from _numbers(numbers)
            held.append(label)
            continue
        if len(label) > 8 and numbers:
            yield from (f"{label} {numbers[0]}", "", *_numbers(numbers[1:]))
        else:
            yield from (label, "", *_numbers(numbers))
        yield from held
        held = []
    yield from held


def _numbers(texts: Sequence[str]) -> Iterator[str]:
    if len(texts) > 2:
        texts = [*texts[:-2], " ".join(texts[-2:])]
    for text in texts:
        yield from (text, "")


DUMPS: Mapping[str, Callable[[Sequence[Part]], str]] = {"columns": columns, "scattered": scattered}
"""The printers by name."""

"""Reports as crawlers print web pages whose cells hold paragraphs: a cell a line, its filling on the same line.

Such a program breaks the line in front of a paragraph only, so that the bars that fill up a row to the width of its
table stand behind its last cell, and the bar in front of a row on a line of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govinfo.document import Grid, spread
from govinfo.testing.layouts import Part

Printer = Callable[[Sequence[Part]], str]
"""What prints a document."""


def filled(parts: Sequence[Part]) -> str:
    """A cell a line, ended by a bar; the bars that fill up a row stand behind its last cell."""
    return _print(parts, _filled)


def opened(parts: Sequence[Part]) -> str:
    """The same, each row with a bar on a line of its own in front of it."""
    return _print(parts, _opened)


def _print(parts: Sequence[Part], rows: Callable[[Grid], Iterator[str]]) -> str:
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else rows(part)))


def _rows(grid: Grid) -> Iterator[tuple[list[str], int]]:
    """The texts of each row, and how many columns of the table they leave."""
    rows = [(row, [*(own[2] for own in row.own), *(above[1] for above in row.above)]) for row in spread(grid)]
    width = max(stop for _, stops in rows for stop in stops)
    for row, _ in rows:
        texts = [cell.text.replace("\n", "") for cell, _, _ in row.own]
        yield texts, width - len(texts)


def _filled(grid: Grid) -> Iterator[str]:
    for texts, left in _rows(grid):
        *lines, last = [f"{text} |".lstrip() for text in texts]
        yield from lines
        yield last + (" " + "|" * left if left else "")


def _opened(grid: Grid) -> Iterator[str]:
    for texts, left in _rows(grid):
        *lines, last = [f"{text} |".lstrip() for text in texts]
        yield from ("|", *lines, last + (" " + "|" * left if left else ""))


WEB_DUMPS: Mapping[str, Printer] = {"filled": filled, "opened": opened}
"""The printers by name."""

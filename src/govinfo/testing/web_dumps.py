"""Reports as crawlers print web pages whose cells hold paragraphs: bars and texts on lines of their own.

Where a cell holds a paragraph, such a program breaks the line before or behind it, so that the bars of a row, and
those that fill it up to the width of its table, come to stand behind a text, below it, or in front of the next row.
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


def below(parts: Sequence[Part]) -> str:
    """Each cell with its bar on the line below; nothing fills up a row."""
    return _print(parts, _below)


def between(parts: Sequence[Part]) -> str:
    """The same, with a bar in front of the first cell of a row, and below its last the bars that fill it up."""
    return _print(parts, _between)


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


def _below(grid: Grid) -> Iterator[str]:
    for texts, _ in _rows(grid):
        for text in texts:
            yield from filter(None, (text, "|"))


def _between(grid: Grid) -> Iterator[str]:
    for texts, left in _rows(grid):
        for place, text in enumerate(texts):
            yield from filter(None, (f"| {text}" if place == 0 else text, "|"))
        yield from filter(None, ("|" * left,))


WEB_DUMPS: Mapping[str, Printer] = {"filled": filled, "opened": opened, "below": below, "between": between}
"""The printers by name."""

"""Reports as crawlers print web pages whose cells hold paragraphs: bars and labels on lines of their own.

Such a program breaks the line at a paragraph only, so that the bar that ends a cell, the bar in front of a row or the
bars that fill it up to the width of its table stand on the line below or behind, as the paragraphs lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from govinfo.document import Grid, spread
from govinfo.testing.layouts import Part
from govinfo.text.numbers import is_blank, is_value

Printer = Callable[[Sequence[Part]], str]
"""What prints a document."""


def bars_below(parts: Sequence[Part]) -> str:
    """Each cell is a paragraph: the bar that ends it stands on the line below."""
    return _print(parts, _below)


def rows_opened(parts: Sequence[Part]) -> str:
    """The same with a bar in front of each row too, and rows filled up to the width of their table with bars."""
    return _print(parts, _opened_below)


def numbers_below(parts: Sequence[Part]) -> str:
    """Each label is a paragraph, a line of its own; the numbers of a row stand on one line."""
    return _print(parts, _numbers_below)


def filled(parts: Sequence[Part]) -> str:
    """A cell a line, ended by a bar; the bars that fill up a row stand behind its last cell."""
    return _print(parts, _filled)


def opened(parts: Sequence[Part]) -> str:
    """The same, each row with a bar on a line of its own in front of it."""
    return _print(parts, _opened)


def _print(parts: Sequence[Part], rows: Callable[[Grid], Iterator[str]]) -> str:
    return "\n".join(line for part in parts for line in ([part] if isinstance(part, str) else rows(part)))


def _rows(grid: Grid) -> Iterator[tuple[list[str], str]]:
    """The texts of each row, an empty one where none begins in it, and the bars that fill up the width of its table."""
    rows = [(row, [*(own[2] for own in row.own), *(above[1] for above in row.above)]) for row in spread(grid)]
    width = max(stop for _, stops in rows for stop in stops)
    for row, _ in rows:
        yield [cell.text for cell, _, _ in row.own] or [""], "|" * (width - len(row.own))


def _below(grid: Grid) -> Iterator[str]:
    for texts, _ in _rows(grid):
        yield from (line for text in texts for line in (text, "|") if line)


def _opened_below(grid: Grid) -> Iterator[str]:
    for (first, *others), filling in _rows(grid):
        texts = [f"| {first}".rstrip(), *others]
        yield from (line for text in texts for line in (text, "|") if line)
        if filling:
            yield filling


def _numbers_below(grid: Grid) -> Iterator[str]:
    for texts, filling in _rows(grid):
        printed = [""]
        for text in texts:
            is_word = bool(text.strip()) and not is_blank(text) and not is_value(text)
            if is_word and printed[-1]:
                printed.append("")
            printed[-1] += f"{text} | ".lstrip(" ")
            if is_word:
                printed.append("")
        if len(printed) > 1 and not printed[-1]:
            printed.pop()
        printed[-1] += filling
        yield from (line.rstrip() for line in printed)


def _filled(grid: Grid) -> Iterator[str]:
    for texts, filling in _rows(grid):
        *lines, last = [f"{text} |".lstrip() for text in _unbroken(texts)]
        yield from lines
        yield f"{last} {filling}".rstrip()


def _opened(grid: Grid) -> Iterator[str]:
    for texts, filling in _rows(grid):
        *lines, last = [f"{text} |".lstrip() for text in _unbroken(texts)]
        yield from ("|", *lines, f"{last} {filling}".rstrip())


def _unbroken(texts: Sequence[str]) -> list[str]:
    return [text.replace("\n", "") for text in texts]


WEB_DUMPS: Mapping[str, Printer] = {
    "bars_below": bars_below,
    "rows_opened": rows_opened,
    "numbers_below": numbers_below,
    "filled": filled,
    "opened": opened,
}
"""The printers by name."""

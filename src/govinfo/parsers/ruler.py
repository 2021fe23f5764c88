"""Tables whose columns are given by a ruler, a line of dashes with gaps between the columns.

Pandoc's simple and multiline tables and the simple tables of reStructuredText are of this kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import attrs
import regex

from govinfo.alignment.strip import Row
from govinfo.document import Paragraph
from govinfo.parsers.canvas import Drawn
from govinfo.parsers.cut import cut, joined

MAX_COLUMNS = 100
"""So many columns at most has a table."""

STROKES = ("--", "==")
"""What rulers are made of."""

_RULER = regex.compile(r"\s*(?:-{2,}(?:\s+-{2,})+|={2,}(?:\s+={2,})+)\s*")
_LINE = regex.compile(r"\s*(?:-{4,}|={4,})\s*")
_STRETCH = regex.compile(r"[-=]+")

Columns = tuple[tuple[int, int], ...]
"""First column and column behind the last of each stretch of a ruler."""


def has_rulers(lines: Sequence[Paragraph]) -> bool:
    """Tell whether a line is a ruler."""
    return any(_columns(line) for line in lines)


def ruler_rows(lines: Sequence[Paragraph]) -> Iterator[Row]:
    """The rows of the tables under rulers; lines outside are rows of their own."""
    rest = 0
    while True:
        start = next((place for place in range(rest, len(lines)) if _columns(lines[place])), None)
        columns = None if start is None else _columns(lines[start])
        if start is None or columns is None:
            break
        head = start
        while head > rest and _follows(lines[head - 1], lines[head]) and _fits(lines[head - 1], columns):
            head -= 1
        yield from map(_whole, lines[rest:head])
        yield from (_row([line], columns) for line in lines[head:start])
        stop = _end(lines, start, columns)
        yield from _body(lines[start:stop], columns)
        rest = stop
    yield from map(_whole, lines[rest:])


def _columns(line: Paragraph) -> Columns | None:
    if line.text.strip()[:1] not in ("-", "=") or not _RULER.fullmatch(line.text):
        return None
    if len(line.text.split()) > MAX_COLUMNS:
        return None
    return tuple(found.span() for found in _STRETCH.finditer(line.text))


def _end(lines: Sequence[Paragraph], start: int, columns: Columns) -> int:
    """Place of the line that ends a table: a further ruler, a rule, or what does not fit into the columns."""
    for place in range(start + 1, len(lines)):
        if _LINE.fullmatch(lines[place].text) or _columns(lines[place]) or not _fits(lines[place], columns):
            closes = _columns(lines[place]) == columns and not _goes_on(lines[place:], columns)
            return place + 1 if closes or _LINE.fullmatch(lines[place].text) else place
    return len(lines)


def _goes_on(lines: Sequence[Paragraph], columns: Columns) -> bool:
    return len(lines) > 1 and _follows(*lines[:2]) and _fits(lines[1], columns)


def _body(lines: Sequence[Paragraph], columns: Columns) -> Iterator[Row]:
    """The rows below a ruler: one a line, or separated by blank lines if there are any."""
    if all(_follows(above, line) for above, line in pairwise(lines)):
        groups = [[line] for line in lines]
    else:
        number = 0
        numbers = [number := number + (not _follows(above, line)) for above, line in pairwise(lines)]
        pairs = zip([0, *numbers], lines, strict=True)
        groups = [[line for _, line in group] for _, group in groupby(pairs, key=lambda pair: pair[0])]
    for group in groups:
        filled = [line for line in group if not (_columns(line) or _LINE.fullmatch(line.text))]
        if filled:
            yield _row(filled, columns)


def _row(lines: Sequence[Paragraph], columns: Columns) -> Row:
    drawn = [Drawn(line) for line in lines]
    bounds = [*(start for start, _ in columns), max(line.end for line in drawn) + 1]
    tokens = []
    for number, (start, stop) in enumerate(pairwise(bounds)):
        pieces = [cut(line.line, line.offset(start if number else 0), line.offset(stop)) for line in drawn]
        filled = [piece for piece in pieces if piece.text] or pieces[:1]
        tokens.append(attrs.evolve(joined(filled, columns[number][1] - columns[number][0]), column=number))
    return Row(tuple(tokens), bounds="row")


def _fits(line: Paragraph, columns: Columns) -> bool:
    """Tell whether the gaps between the columns are blank in a line."""
    drawn = Drawn(line)
    return not any(
        drawn.text(stop, start).strip() or _straddles(drawn, stop) for (_, stop), (start, _) in pairwise(columns)
    )


def _straddles(drawn: Drawn, column: int) -> bool:
    """Tell whether a wide character begins before a column and ends behind it."""
    return drawn.end > column and column not in drawn.starts


def _follows(above: Paragraph, line: Paragraph) -> bool:
    return (line.source.line or 0) == (above.source.line or 0) + 1


def _whole(line: Paragraph) -> Row:
    return Row((cut(line, 0, len(line.text)),), bounds="row")

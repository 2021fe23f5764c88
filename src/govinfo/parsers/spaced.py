"""Layout: tables as blanks alone show them, a row of numbers a line, labels wrapped or not.

Programs that print web pages on a terminal and those that take text out of PDF files write it.  Numbers
are read in their order; a row with fewer of them than the others around it is read by their places, if
the others stand clearly below each other.  Rows are inferred, so their sums must hold or are doubted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
import regex

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Paragraph
from govinfo.parsers.chunks import Chunk, Cut, cuts, level
from govinfo.parsers.cut import cut
from govinfo.parsers.drawn import is_drawn
from govinfo.parsers.positions import TOLERANCE, Metric, Page
from govinfo.parsers.ruler import has_rulers
from govinfo.parsers.separated import is_separated
from govinfo.parsers.stacked import stacked
from govinfo.parsers.torn_tables import is_apart
from govinfo.parsers.wraps import label_above, label_aside, label_below

MIN_LINES = 5
"""So many lines that end in a number behind a blank make this layout."""

MAX_HEADER = 32
"""So many lines above a row of numbers may belong to its header."""

_ENDS = regex.compile(r"[ \u00a0\u3000][0-9.,/+\-—０-９]+\s*$", regex.MULTILINE)
_NUMBERS = regex.compile(r"\s*[^\s|][^\t|]*[ \u00a0\u3000][0-9.,/+\-—０-９]+\s*")


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; lines outside the tables are rows of their own."""
    lines = document.lines
    if len(_ENDS.findall(document.text)) < MIN_LINES:
        return ()
    found = sum([_NUMBERS.fullmatch(line.text) is not None for line in lines])
    if found < MIN_LINES or is_drawn(lines) or has_rulers(lines) or is_apart(document) or is_separated(document):
        return ()
    return list(_rows(lines))


def _rows(lines: Sequence[Paragraph]) -> Iterator[Row]:
    run: list[Cut] = []
    for line in cuts(lines):
        if line.prose:
            yield from _run(run)
            yield _whole(line)
            run = []
        else:
            run.append(line)
    yield from _run(run)


def _run(run: Sequence[Cut]) -> Iterator[Row]:
    """The rows of lines without running text among them."""
    numbers = [place for place, line in enumerate(run) if line.values]
    if not numbers:
        yield from map(_whole, run)
        return
    page = Page.of(run)
    gap: Sequence[Cut] = run[: numbers[0]]
    row: Row | None = None
    for place, following in zip(numbers, [*numbers[1:], len(run)], strict=True):
        line, below = run[place], run[place + 1 : following]
        if row and not line.words and not gap:
            row = row.with_tokens((*row.tokens, *(chunk.token for chunk in line.values)))
            gap = below
            continue
        if row:
            yield row
        aside = label_aside(line, gap, page.metric)
        above = [aside] if aside else label_above(line, gap, page)
        yield from _between(_without(gap, above), line, page.metric)
        words = line.words if aside else line.words[:-1]
        label = [*above, *line.words[len(words) :]]
        tail = label_below(label[-1], line, below, page) if label and level(label[0]) else []
        row = Row((*_labels(words), *_label([*label, *tail]), *page.values(place)), bounds="line")
        gap = _without(below, tail) if tail else below
    if row:
        yield row
    yield from map(_whole, gap)


def _between(lines: Sequence[Cut], row: Cut, metric: Metric) -> Iterator[Row]:
    """The lines above a row of numbers that hold none: its header at the right, and at the left other labels."""
    yield from map(_whole, lines[:-MAX_HEADER])
    start = metric(row.values[0]).start - TOLERANCE
    header: list[list[Chunk]] = []
    for line in lines[-MAX_HEADER:]:
        right = [word for word in line.words if metric(word).start >= start]
        left = [word for word in line.words if metric(word).start < start]
        if len(line.words) == 1 and (left or level(right[0])):
            yield _whole(line)
            continue
        header.append(right)
        if left:
            yield Row(_labels(left), bounds="line")
    tokens = tuple(stacked(header, row.values, metric))
    if tokens:
        yield Row(tokens, bounds="line")


def _without(lines: Sequence[Cut], taken: Sequence[Chunk]) -> list[Cut]:
    """The lines without some chunks, as far as anything of them is left."""
    used = {chunk.token.source for chunk in taken}
    left = [line._replace(words=tuple(word for word in line.words if word.token.source not in used)) for line in lines]
    return [line for line in left if line.words]


def _labels(words: Sequence[Chunk]) -> tuple[Token, ...]:
    """Words as labels; in one piece where one of them alone would be a number or placeholder."""
    if any(word.token.is_number for word in words):
        return (attrs.evolve(words[0].token, text=" ".join(word.token.text for word in words)),)
    return tuple(word.token for word in words)


def _label(pieces: Sequence[Chunk]) -> tuple[Token, ...]:
    text = "".join(piece.token.text for piece in pieces)
    return (attrs.evolve(pieces[0].token, text=text),) if pieces else ()


def _whole(line: Cut) -> Row:
    """What is left of a line in one piece."""
    first, last = line.words[0].characters, (line.values or line.words)[-1].characters
    return Row((cut(line.line, first.start, last.stop),), bounds="line")

"""Tables of bars whose rows were broken into lines of text anywhere, as AsciiDoc and antiword write some.

Only the cells can be told; rows are inferred from labels and numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from govinfo.alignment.strip import BREAK, Break, Row, Token, rows_of
from govinfo.document import Paragraph
from govinfo.parsers.cut import cut
from govinfo.text.numbers import is_value

FENCE = "|==="
"""Line above and below a table of AsciiDoc."""

MIN_BARS = 32
"""So many bars at least show the cells of a table; table four with its header has 40, no row has more than 17."""

MIN_LINES = 2
"""So many lines of several cells end within a cell, and so many behind one, where rows are broken anywhere."""


def is_reflowed(lines: Sequence[Paragraph]) -> bool:
    """Tell whether some lines of cells end within a cell and others behind one."""
    texts = [line.text for line in lines]
    if FENCE in "\n".join(texts) and any(text.startswith(FENCE) for text in texts):
        return True
    whole = [text.strip() for text in texts if text.count("|") > 1 and text.strip(" \t|")]
    closed = sum(text.endswith("|") for text in whole)
    broken = sum(text.startswith("|") and not text.endswith("|") for text in whole)
    return closed >= MIN_LINES and broken >= MIN_LINES


def cells(lines: Sequence[Paragraph]) -> Iterator[Token | Break]:
    """The cells between bars, regardless of lines; a line without bars stands alone."""
    unfinished: Token | None = None
    for line in lines:
        text = line.text
        bars = [place for place, char in enumerate(text) if char == "|"]
        if not bars or text.startswith(FENCE):
            if not bars and unfinished is not None and not unfinished.text and is_value(text.strip()):
                unfinished = cut(line, 0, len(text))
                continue
            if unfinished:
                yield unfinished
            unfinished = None
            yield BREAK
            if not bars and text.strip():
                yield cut(line, 0, len(text))
                yield BREAK
            continue
        starts = [0, *(place + 1 for place in bars)]
        pieces = [cut(line, start, stop) for start, stop in zip(starts, [*bars, len(text)], strict=True)]
        if unfinished and unfinished.text:
            if pieces[0].text:
                yield unfinished
            else:
                pieces[0] = unfinished
        elif unfinished is None and not pieces[0].text:
            del pieces[0]
        yield from pieces[:-1]
        unfinished = pieces[-1]
    if unfinished:
        yield unfinished


def is_flow(lines: Sequence[Paragraph]) -> bool:
    """Tell whether lines with bars hold the cells of a whole table: the first is none that begins and ends as rows do.

    Of the others many do not either.
    """
    if sum([line.text.count("|") for line in lines]) < MIN_BARS:
        return False
    whole = [line.text.strip() for line in lines]
    closed = [text.startswith("|") and text.endswith("|") for text in whole]
    return not closed[0] and 4 * sum(closed) < 3 * len(whole)


def flow(lines: Sequence[Paragraph]) -> Iterator[Row]:
    """The rows of cells that follow each other, each row with an empty cell at its end, as antiword writes tables.

    That of the row above stands before the numbers of a row, and its own behind them.
    """
    for row in rows_of(cells(lines), "cell"):
        tokens = row.tokens
        numbers = next((place for place, token in enumerate(tokens) if not token.text), len(tokens))
        if tokens[-1].text:
            yield row
        elif any(token.text for token in tokens[numbers:]):
            yield row.with_tokens((*tokens[:numbers], *tokens[numbers + 1 : -1]))
        else:
            yield row.with_tokens((*tokens[:-1], attrs.evolve(tokens[-1], padding=True)))

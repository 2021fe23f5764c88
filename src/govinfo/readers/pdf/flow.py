"""Reading order: lines of text, tables and images from top to bottom, without page numbers and running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import attrs
import regex

from govinfo.readers.pdf.columns import LooseTable, loose_tables
from govinfo.readers.pdf.page import Box
from govinfo.readers.pdf.tables import PageContent, PageTable
from govinfo.readers.pdf.words import NUMBERED, Line, join_text, line_text, lines_of

MARGIN = 0.13
"""Page numbers and running heads stand in this share of the page's height at its top or bottom."""

FULL = 1.6
"""A line is full if less than so many characters are missing to the right margin."""

LONG = 0.6
"""The longest lines of running text end behind this share of the page's width."""

STEP = 2.6
"""Lines of one paragraph are no farther apart than so many heights of their text."""

MIN_IMAGE = 20.0
"""Images smaller than so many points are ornaments."""

_NUMBER = r"([0-9０-９]{1,4})"
_PAGES = r"共\s*[0-9０-９]{1,4}\s*页"
_DASH = r"[-—–－―─·•~～]+"
_PAGE_NUMBER = regex.compile(
    rf"\s*(?:第\s*{_NUMBER}\s*页(?:\s*[,，/]?\s*{_PAGES})?|{_PAGES}\s*[,，/]?\s*第\s*{_NUMBER}\s*页"
    rf"|{_DASH}\s*{_NUMBER}\s*{_DASH}|[Pp]age\s*{_NUMBER}(?:\s*of\s*[0-9]+)?|{_NUMBER}(?:\s*/\s*[0-9]{{1,4}})?)\s*"
)
_BROWSER = regex.compile(r"[a-z]+://|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}\W+[0-9]{1,2}:[0-9]{2}")
_DIGITS = regex.compile(r"[0-9]+")


@attrs.frozen
class Piece:
    """A line of text, a table or an image on a page."""

    page: int
    box: Box
    content: Line | PageTable | LooseTable | None

    @property
    def text(self) -> str:
        """The text of a line; empty for anything else."""
        return line_text(self.content) if isinstance(self.content, Line) else ""


@attrs.frozen
class Passage:
    """A paragraph: its text, and the page and place where it begins."""

    page: int
    box: Box
    text: str


def pieces_of(content: PageContent) -> list[Piece]:
    """The pieces of a page in reading order."""
    number = content.page.number
    pieces = [Piece(number, line.box, line) for line in lines_of(content.words)]
    pieces += [Piece(number, table.box, table) for table in content.tables]
    pieces += [Piece(number, box, None) for box in content.page.images if min(box.width, box.height) >= MIN_IMAGE]
    return sorted(pieces, key=lambda piece: (_level(piece), piece.box.left))


def _level(piece: Piece) -> float:
    """Where a piece stands from the top: a line by its middle, anything else by its upper edge."""
    return (piece.box.top + piece.box.bottom) / 2 if isinstance(piece.content, Line) else piece.box.top


def without_margins(pages: Sequence[Sequence[Piece]], heights: Sequence[float]) -> list[list[Piece]]:
    """Leave out page numbers, and running heads and feet but for the first of each.

    Args:
        pages: the pieces of each page.
        heights: height of each page.
    """
    edges = [
        [piece for piece in pieces if piece.text and _is_marginal(piece, height)]
        for pieces, height in zip(pages, heights, strict=True)
    ]
    offsets = Counter(
        offset for pieces in edges for offset in {_offset(piece) for piece in pieces} if offset is not None
    )
    shown = Counter(text for pieces in edges for text in {_shape(piece) for piece in pieces})
    seen: set[str] = set()
    kept: list[list[Piece]] = []
    for pieces, marginal in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for piece in marginal:
            offset, shape = _offset(piece), _shape(piece)
            numbered = offset is not None and (
                offsets[offset] > 1 or (len(pages) == 1 and offset == 0) or not piece.text.strip().isdigit()
            )
            running = shown[shape] > (1 if _BROWSER.search(piece.text) else 2)
            if numbered or (running and shape in seen):
                dropped.add(id(piece))
            seen.add(shape)
        kept.append([piece for piece in pieces if id(piece) not in dropped])
    return kept


def with_loose_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page with tables without lines in the place of the lines of text that they consist of."""
    found: list[Piece] = []
    for is_text, group in groupby(pieces, key=lambda piece: isinstance(piece.content, Line)):
        run = list(group)
        lines = [piece.content for piece in run if isinstance(piece.content, Line)]
        done = 0
        for first, last, table in loose_tables(lines, run[0].page) if is_text else ():
            found += run[done:first]
            found.append(Piece(run[0].page, table.box, table))
            done = last + 1
        found += run[done:]
    return found


def _is_marginal(piece: Piece, height: float) -> bool:
    return piece.box.bottom < MARGIN * height or piece.box.top > (1 - MARGIN) * height


def _offset(piece: Piece) -> int | None:
    """The printed page number less the number of the page; None for other text."""
    match = _PAGE_NUMBER.fullmatch(piece.text)
    if not match:
        return None
    return int(next(group for group in match.groups() if group is not None)) - piece.page


def _shape(piece: Piece) -> str:
    """The text and level of a line, by which running heads are recognised; those of browsers have changing digits."""
    text = _DIGITS.sub("0", piece.text) if _BROWSER.search(piece.text) else piece.text
    return f"{round(piece.box.top / 4)} {text}"


def passages(pieces: Sequence[Piece], margins: Mapping[int, float]) -> Iterator[Passage]:
    """Join the lines of each paragraph.

    A line goes on with the next one if it reaches the right margin and the next is neither indented nor numbered.

    Args:
        pieces: lines that follow each other.
        margins: the right margin of each page.
    """
    before: Piece | None = None
    text, start = "", None
    for piece in pieces:
        more = piece.text
        if before is not None and start is not None and _goes_on(before, piece, start, more, margins[before.page]):
            text = join_text(text, more)
        else:
            if start is not None:
                yield Passage(start.page, start.box, text)
            text, start = more, piece
        before = piece
    if start is not None:
        yield Passage(start.page, start.box, text)


def _goes_on(before: Piece, piece: Piece, start: Piece, text: str, right: float) -> bool:
    size = before.box.height
    return (
        before.box.right > right - FULL * size
        and piece.box.left < start.box.left + 0.5 * size
        and piece.box.left <= before.box.left + 0.5 * size
        and 0.75 * size < piece.box.height < 1.33 * size
        and (piece.page != before.page or piece.box.top - before.box.top < STEP * size)
        and not NUMBERED.match(text)
    )


def right_margins(pages: Sequence[Sequence[Piece]], widths: Sequence[float]) -> dict[int, float]:
    """The right margin of each page: the largest right edge of the lines that stay on a page of the same width.

    Where no line is long, the margin is not told and no line reaches it.
    """
    margins: dict[int, float] = {}
    for pieces, width in zip(pages, widths, strict=True):
        edges = [piece.box.right for piece in pieces if piece.text and piece.box.right < width]
        margins[round(width)] = max([margins.get(round(width), 0.0), *edges])
    told = {width: margin if margin > LONG * width else float(width) for width, margin in margins.items()}
    return {number: told[round(width)] for number, width in enumerate(widths, 1)}

"""Layout: cells that hold paragraphs, with a tab between two of them, as browsers give the text of such a page.

Office programs leave a paragraph in every cell that is pasted into a page.  A browser puts blank lines around
paragraphs, so that the tab between two cells stands on a line of its own; at the end of a row is one line feed more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.alignment.strip import Row, Token
from govinfo.document import Document, Paragraph
from govinfo.parsers.cut import cut

MIN_LINES = 12
"""So many lines that are a tab and nothing else make this layout."""

Cell = list[Token]
"""The paragraphs of a cell."""


def rows(document: Document) -> Sequence[Row]:
    """The rows of a document in this layout; paragraphs outside the tables are rows of their own."""
    lines = document.lines
    step = _step(lines) if document.text.count("\t") >= MIN_LINES else 0
    return list(_rows(lines, step)) if step else ()


def _step(lines: Sequence[Paragraph]) -> int:
    """The line feeds between a cell and the tab behind it: two between paragraphs, one between other blocks, or 0.

    Where tabs begin lines with text, they are indents.
    """
    tabs = [line.text.strip(" ") == "\t" for line in lines]
    if sum(tabs) < MIN_LINES:
        return 0
    begins = [place for place, (above, tab) in enumerate(pairwise(tabs), 1) if tab and not above]
    steps = Counter([_distance(lines[place - 1], lines[place]) for place in begins])
    indented = sum([not tab and line.text.rfind("\t") == 0 for line, tab in zip(lines, tabs, strict=True)])
    alone = steps[1] + steps[2]
    if alone < MIN_LINES or indented > alone:
        return 0
    return 2 if steps[2] >= steps[1] else 1


def _is_tab(line: Paragraph) -> bool:
    """Tell whether a line is a tab and nothing else."""
    return line.text.strip(" ") == "\t"


def _distance(above: Paragraph, line: Paragraph) -> int:
    return (line.source.line or 0) - (above.source.line or 0)


def _rows(lines: Sequence[Paragraph], step: int) -> Iterator[Row]:
    in_table = False
    for stretch in _stretches(lines, step):
        cells = _cells(stretch)
        if len(cells) == 1:
            yield from map(_alone, cells[0])
        else:
            yield from _parted(cells, in_table=in_table)
        in_table = len(cells) > 1


def _stretches(lines: Sequence[Paragraph], step: int) -> Iterator[list[Paragraph]]:
    """The lines between two certain ends of rows."""
    stretch: list[Paragraph] = []
    for line in lines:
        if stretch and _ends(stretch[-1], line, step):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _ends(above: Paragraph, line: Paragraph, step: int) -> bool:
    """Tell whether a row ends between two lines; an empty paragraph between two tabs is an empty cell."""
    distance = _distance(above, line)
    if distance > step:
        return not (_is_tab(above) and _is_tab(line) and distance <= 2 * step + 1)
    return distance < step and ("\t" in above.text or "\t" in line.text)


def _cells(stretch: Sequence[Paragraph]) -> list[Cell]:
    """The cells of some lines, each with its paragraphs."""
    cells: list[Cell] = [[]]
    for line in stretch:
        ends = [*(place for place, char in enumerate(line.text) if char == "\t"), len(line.text)]
        for number, (start, stop) in enumerate(pairwise([-1, *ends])):
            if number:
                cells.append([])
            token = cut(line, start + 1, stop)
            if token.text:
                cells[-1].append(token)
    return cells


def _parted(cells: Sequence[Cell], *, in_table: bool) -> Iterator[Row]:
    """The rows of a stretch: text may stand before its first row, and behind the last number of a table.

    Words behind numbers belong to no cell; the last of them begins the next table where cells follow.
    """
    row: list[Token] = []
    numbers = False
    for place, cell in enumerate(cells):
        count = next((count for count, token in enumerate(cell) if not token.is_number), len(cell))
        values, words = cell[:count], cell[count:]
        if not row and words:
            yield from map(_alone, () if in_table else words[:-1])
            row = [_whole(words if in_table else words[-1:])]
        elif words and (values or numbers):
            yield _row([*row, _whole(values) if values else attrs.evolve(words[0], text="")])
            more = place + 1 < len(cells)
            yield from map(_alone, words[:-1] if more else words)
            row, numbers = words[-1:] if more else [], False
        else:
            row.append(_whole(cell) if cell else _empty(cells, place))
            numbers = numbers or bool(values)
    if row:
        yield _row(row)


def _whole(pieces: Sequence[Token]) -> Token:
    """The paragraphs of a cell as one text; numbers stay apart."""
    gap = " " if all(piece.is_number for piece in pieces) else ""
    return pieces[0] if len(pieces) == 1 else attrs.evolve(pieces[0], text=gap.join(piece.text for piece in pieces))


def _empty(cells: Sequence[Cell], place: int) -> Token:
    """An empty cell; it has the place of the text before it."""
    near = next((cell[-1] for cell in reversed(cells[:place]) if cell), None)
    near = near or next(cell[0] for cell in cells if cell)
    return attrs.evolve(near, text="")


def _alone(token: Token) -> Row:
    return Row((token,), bounds="row")


def _row(tokens: Sequence[Token]) -> Row:
    """A row; empty cells behind its last text may be filling."""
    filled = max((place for place, token in enumerate(tokens) if token.text), default=-1)
    return Row(
        tuple([attrs.evolve(token, padding=True) if place > filled else token for place, token in enumerate(tokens)]),
        bounds="row",
    )

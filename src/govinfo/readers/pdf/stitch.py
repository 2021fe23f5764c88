"""Tables that run over several pages become one: columns made even, repeated headers dropped, cut rows joined."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govinfo.document import Grid, GridCell
from govinfo.readers.pdf.filling import TableCell
from govinfo.readers.pdf.page import Box
from govinfo.readers.pdf.ruling import SNAP
from govinfo.readers.pdf.tables import PageTable
from govinfo.readers.pdf.words import FULL, NUMBERED, join_text
from govinfo.source import Source
from govinfo.text.numbers import is_value

SHIFT = 6.0
"""The edges of two parts of a table differ by no more than so many points."""

_CLOSING = ("Po", "Pe", "Pf")


@attrs.frozen
class Placed:
    """A cell in the columns of the whole table; `row` counts within its part."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str
    pieces: bool
    doubtful: bool
    room: float
    page: int
    box: Box


@attrs.frozen
class Stitched:
    """A whole table, and the places where rows were joined although a line parts them."""

    grid: Grid
    joined: tuple[Source, ...]


def belongs(upper: PageTable, lower: PageTable) -> bool:
    """Tell whether a table at the top of a page may go on with the one at the bottom of the page before."""
    return (
        lower.page == upper.page + 1
        and abs(upper.box.left - lower.box.left) <= SHIFT
        and abs(upper.box.right - lower.box.right) <= SHIFT
        and _common_edges((upper, lower)) is not None
    )


def stitch(parts: Sequence[PageTable], number: int) -> Stitched:
    """Make one grid of the parts of a table, from top to bottom.

    Args:
        parts: the parts; each `belongs` to the one before.
        number: number of the table in the document.
    """
    edges = _common_edges(parts)
    columns = [_even(part, edges) for part in parts]
    rows = _rows(columns[0])
    joined: list[Source] = []
    for (above, part), cells in zip(pairwise(parts), columns[1:], strict=True):
        below = _rows(cells)
        below = below[_repeated(rows, below) :]
        is_open = above.lattice.open_bottom or part.lattice.open_top
        pairs, alike = _pairs(rows, below[0]) if below else ([], False)
        if alike and _continues(pairs, is_open=is_open):
            if not is_open and not _is_told(pairs):
                joined.append(Source(table=number, page=above.page, row=len(rows)))
            rows = _joined(rows, pairs, 1)
            del below[0]
        else:
            labels = [pair for pair in pairs if _spans(*pair, alike=alike)]
            rows = _joined(rows, labels, 0)
            below[:1] = [[cell for cell in row if all(cell is not part for _, part in labels)] for row in below[:1]]
        rows.extend(below)
    first = parts[0]
    source = Source(table=number, page=first.page, box=first.box.rounded())
    return Stitched(Grid(tuple(_finished(rows, number)), source), tuple(joined))


def _finished(rows: Sequence[Sequence[Placed]], table: int) -> Iterator[tuple[GridCell, ...]]:
    for row, cells in enumerate(rows, 1):
        yield tuple(
            GridCell(
                cell.text,
                Source(table=table, row=row, cell=place, page=cell.page, box=cell.box.rounded()),
                cell.rowspan,
                cell.colspan,
                cell.pieces,
                cell.doubtful,
            )
            for place, cell in enumerate(cells, 1)
        )


def _common_edges(parts: Sequence[PageTable]) -> list[float] | None:
    """The edges of the columns of all parts; None where two edges of one part would become one."""
    edges: list[float] = []
    for edge in sorted(edge for part in parts for edge in part.lattice.xs):
        if not edges or edge - edges[-1] > SNAP:
            edges.append(edge)
    for part in parts:
        if len({_nearest(edges, edge) for edge in part.lattice.xs}) < len(part.lattice.xs):
            return None
    return edges


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - place))


def _even(part: PageTable, edges: Sequence[float] | None) -> list[Placed]:
    """The cells of a part in the common columns."""
    xs = part.lattice.xs
    numbers = list(range(len(xs))) if edges is None else [_nearest(edges, edge) for edge in xs]
    return [_placed(entry, part.page, numbers) for entry in part.cells]


def _placed(entry: TableCell, page: int, numbers: Sequence[int]) -> Placed:
    cell = entry.cell
    start, stop = numbers[cell.column], numbers[cell.column + cell.colspan]
    doubts = entry.pieces, entry.doubtful
    return Placed(cell.row, start, cell.rowspan, stop - start, entry.text, *doubts, entry.room, page, cell.box)


def _rows(cells: Sequence[Placed]) -> list[list[Placed]]:
    rows: list[list[Placed]] = [[] for _ in range(max(cell.row + cell.rowspan for cell in cells))]
    for cell in cells:
        rows[cell.row].append(cell)
    return rows


def _repeated(rows: Sequence[Sequence[Placed]], below: Sequence[Sequence[Placed]]) -> int:
    """How many rows at the top of a part only repeat the header of the table."""
    closed = reach = 0
    for count, (first, again) in enumerate(zip(rows, below, strict=False), 1):
        texts = [(cell.column, cell.colspan, cell.text) for cell in first]
        same = texts == [(cell.column, cell.colspan, cell.text) for cell in again]
        if not same or any(map(_is_number, first)) or not any(text for _, _, text in texts):
            break
        reach = max([reach, *(count - 1 + cell.rowspan for cell in again)])
        if reach == count:
            closed = count
    return closed


Pair = tuple[Placed, Placed]
"""A cell that reaches the end of a page, and the one below it at the top of the next."""


def _pairs(rows: Sequence[Sequence[Placed]], first: Sequence[Placed]) -> tuple[list[Pair], bool]:
    """The cells on both sides of a page break in the same columns; True where all cells have such a counterpart."""
    above = {
        (cell.column, cell.colspan): cell
        for number, row in enumerate(rows)
        for cell in row
        if number + cell.rowspan == len(rows)
    }
    below = {(cell.column, cell.colspan): cell for cell in first}
    return [(above[key], below[key]) for key in above if key in below], above.keys() == below.keys()


def _continues(pairs: Sequence[Pair], *, is_open: bool) -> bool:
    """Tell whether the page break has cut one row in two.

    It has where no line closes the row.  Where one does, it has if the numbers stand in one part alone, or go on
    below because they fill their cells, and the label breaks off at the end of a full line or is not repeated.
    """
    own = [pair for pair in pairs if pair[0].rowspan == 1 and pair[1].rowspan == 1]
    if not own or any(_clash(above, below) for above, below in pairs):
        return False
    if is_open:
        return True
    labels = [pair for pair in own if any(cell.text and not _is_number(cell) for cell in pair)]
    upper, lower = (any(_is_number(pair[side]) for pair in pairs) for side in (0, 1))
    if not labels:
        return upper and lower
    if not any(above.text for above, _ in labels) or not (upper or lower):
        return False
    return all(_breaks_off(above, below) for above, below in labels) and (
        lower or any(below.text for _, below in labels)
    )


def _is_number(cell: Placed) -> bool:
    return cell.doubtful or is_value(cell.text)


def _clash(above: Placed, below: Placed) -> bool:
    """Tell whether two texts cannot be the parts of one: a label and a number, or two whole numbers."""
    if not above.text or not below.text:
        return False
    values = _is_number(above) + _is_number(below)
    return values == 1 or (values == 2 and above.room >= FULL)


def _is_told(pairs: Sequence[Pair]) -> bool:
    """Tell whether a label goes on below the page break, so that a wrong joint would show in it."""
    return any(below.text and above.text and not _is_number(below) for above, below in pairs)


def _spans(above: Placed, below: Placed, *, alike: bool) -> bool:
    """Tell whether a label spans rows on both sides of a page break."""
    if not above.text or _is_number(above) or _is_number(below):
        return False
    if alike and above.rowspan == below.rowspan == 1:
        return False
    return _breaks_off(above, below)


def _breaks_off(above: Placed, below: Placed) -> bool:
    """Tell whether a label breaks off at the end of a full line, or is whole.

    A line that is followed by a character with a mark behind it ends one character earlier, as the two never part.
    """
    if not below.text:
        return True
    needed = FULL + (unicodedata.category(below.text[1:2] or "x") in _CLOSING)
    return above.room < needed and not NUMBERED.match(below.text)


def _joined(rows: Sequence[Sequence[Placed]], pairs: Sequence[Pair], shared: int) -> list[list[Placed]]:
    """The rows with the lower parts of cells put into the upper ones; `shared` is 1 where one row is cut in two."""
    lower = {id(above): cell for above, cell in pairs}
    return [[_together(cell, lower[id(cell)], shared) if id(cell) in lower else cell for cell in row] for row in rows]


def _together(above: Placed, below: Placed, shared: int) -> Placed:
    """Two parts of a cell; its place is that of the first part with text."""
    first = above if above.text else attrs.evolve(below, row=above.row)
    text = join_text(above.text, below.text)
    rowspan = above.rowspan + below.rowspan - shared
    cut = _is_number(above) and _is_number(below)
    text = above.text + below.text if cut else text
    pieces, doubtful = cut or above.pieces or below.pieces, above.doubtful or below.doubtful
    return attrs.evolve(first, text=text, rowspan=rowspan, pieces=pieces, doubtful=doubtful)

"""Tables as they were read: their blocks, and which rows of the document they take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import attrs

from govinfo.alignment.cells import RowReading
from govinfo.alignment.columns import Header
from govinfo.alignment.editions import Editions, Run
from govinfo.alignment.labels import LabelIndex, is_label
from govinfo.alignment.rows import Alignment, Match
from govinfo.alignment.strip import Row
from govinfo.cells import Cell, Cells, as_cells
from govinfo.forms import Block, Form, RowPlace
from govinfo.source import Source


@attrs.frozen
class BlockReading:
    """One block of the form as printed: its header, its rows, and later copies of the header."""

    block: Block
    table: str
    header: Header
    rows: tuple[RowReading, ...]
    repeated_headers: tuple[Match, ...]


class Cut(NamedTuple):
    """The row of the form in which a document ends, and the place of its last cell.

    With them stand the rows that the document lacks behind it, whether it shows that the row itself is whole, and
    whether the row has as many cells as the form.
    """

    place: RowPlace
    last: Source
    rest: tuple[RowPlace, ...] = ()
    whole: bool = False
    full: bool = True


@attrs.frozen
class TableReading:
    """All tables of a document.

    Attributes:
        form: the form they were aligned with.
        cells: the cells of the form; those that were not found are absent.
        rows: numbers of the form's rows that were found.
        bounds: numbers of the first and the last of the strip's rows with numbers, by number of the section.
        used: numbers of the strip's rows that belong to the tables.
        cut: the row at which the document ends, if it ends inside a table.
        alone: the tables of which there is one, or parts of them; where all are printed as the form prints them,
            those below a line that says something of them.
        editions: tables of which there are several, and what was chosen.
        extras: subtotals that the form does not have.
        alignment: which printed row is which; None where all tables are printed as the form prints them.
        blocks: the blocks of which at least one row was found; none where all are printed as the form prints them.
        differing: numbers of the form's rows that are printed again with other numbers.
        shifted: numbers of the form's rows that may have the numbers of a neighbour.
    """

    form: Form
    cells: Cells
    rows: frozenset[int]
    bounds: Mapping[int, tuple[int, int]]
    used: frozenset[int]
    cut: Cut | None
    alone: tuple[Run, ...]
    editions: tuple[Editions, ...] = ()
    extras: tuple[Cell, ...] = ()
    alignment: Alignment | None = None
    blocks: tuple[BlockReading, ...] = ()
    differing: frozenset[int] = frozenset()
    shifted: frozenset[int] = frozenset()


def cells_of(blocks: Sequence[BlockReading], doubtful: Collection[int], form: Form) -> Cells:
    """The cells of a form that stand in some blocks; those of doubtful rows, by their number, conflict."""
    found: dict[str, Cell] = {}
    for block in blocks:
        for row in block.rows:
            is_doubtful = row.match.place.index in doubtful
            for cell in row.cells:
                found[cell.id] = attrs.evolve(cell, value=None, status="conflict") if is_doubtful else cell
    absent = (Cell(cell.id, None, "", "absent", None) for cell in form.cells if cell.id not in found)
    found |= {cell.id: cell for cell in absent}
    return as_cells(tuple([found[cell.id] for cell in form.cells]))


def bounds_of(rows: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """The least and the greatest position in each section; `rows` are sections with positions."""
    bounds: dict[int, tuple[int, int]] = {}
    for section, position in rows:
        low, high = bounds.get(section, (position, position))
        bounds[section] = (min(low, position), max(high, position))
    return bounds


def rows_used(strip: Sequence[Row], alignments: Sequence[Alignment], index: LabelIndex) -> frozenset[int]:
    """Rows with numbers of the form, and above them the rows that hold only labels of the tables."""
    rows: set[int] = set()
    labels: set[int] = set()
    for alignment in alignments:
        rows |= {match.row.position for match in (*alignment.matches, *alignment.repeated)}
        rows |= {row.position for row in alignment.unplaced if len(row.values) > 1}
        labels |= {id(token) for match in alignment.matches for token in match.row.label}
    return with_labels_above(rows, strip, index, labels)


def with_labels_above(
    rows: Collection[int], strip: Sequence[Row], index: LabelIndex, labels: Collection[int] = ()
) -> frozenset[int]:
    """Some rows of a strip, and right above them those that hold only labels of the tables.

    Args:
        rows: the numbers of the rows.
        strip: the document.
        index: the form's labels.
        labels: ids of tokens that are known to be labels.
    """
    used = set(rows)
    for number in sorted(rows):
        above = number - 1
        while above >= 0 and above not in used and _is_printed(strip[above], labels, index):
            used.add(above)
            above -= 1
    return frozenset(used)


def _is_printed(row: Row, labels: Collection[int], index: LabelIndex) -> bool:
    """Tell whether a row holds nothing but labels that the form prints in its tables, or pieces of them."""
    texts = [token for token in row.tokens if token.text]
    return all(id(token) in labels or is_label(token.text, index) for token in texts)

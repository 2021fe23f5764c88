"""Reading the tables of a strip: the cells, and everything that was unusual about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, islice

import attrs

from govinfo.alignment.candidates import SERIAL, Candidate, candidates
from govinfo.alignment.captions import UNKNOWN_SUBJECT, Subject
from govinfo.alignment.cells import fit, read_row, usual_shape
from govinfo.alignment.columns import SUBTOTALS, is_header, read_header
from govinfo.alignment.cutoff import cut_of
from govinfo.alignment.editions import sort_editions
from govinfo.alignment.extent import as_printed
from govinfo.alignment.fillers import ends_empty, without_fillers
from govinfo.alignment.inference import LOOSE
from govinfo.alignment.labels import LabelIndex
from govinfo.alignment.lists import without_lists
from govinfo.alignment.namesakes import told_apart
from govinfo.alignment.reading import BlockReading, Cut, TableReading, bounds_of, cells_of, rows_used
from govinfo.alignment.rows import Alignment, Match, align
from govinfo.alignment.settle import settle
from govinfo.alignment.shifted import shifted
from govinfo.alignment.spacers import without_spacers
from govinfo.alignment.strip import Row
from govinfo.alignment.unmerged import put_together
from govinfo.cells import Cell
from govinfo.forms import Form, Group
from govinfo.forms.model import cell_id
from govinfo.text.fold import fold
from govinfo.text.numbers import read_count


def read_tables(strip: Sequence[Row], index: LabelIndex, subject: Subject = UNKNOWN_SUBJECT) -> TableReading:
    """Align a strip with a form and read its cells: find rows and columns by their labels, whatever became of them.

    Args:
        strip: the document.
        index: the form's labels.
        subject: what the report is about, which tells the right one of several tables.
    """
    strip = without_spacers(put_together(strip, index))
    found = without_lists(told_apart(list(candidates(strip, index)), index), index)
    choice = sort_editions(found, strip, index, subject, partial(_values, index=index))
    alignment = align(choice.rows, index)
    blocks = tuple(_settled(list(_read_blocks(alignment, index)), index.form))
    extras = [extra for block in blocks for row in block.rows for extra in row.extras]
    for row in alignment.unplaced:
        extras.extend(_subtotal(row, index.form))
    left_out = [align(run.rows, index) for entry in choice.editions for run in entry.others]
    open_rows = {number for entry in choice.editions if not entry.settled for number in entry.differing}
    differing = frozenset({*_differing(alignment.repeated, blocks), *open_rows})
    apart = shifted(alignment, index)
    staying = (match for match in alignment.matches if match not in alignment.moved)
    return TableReading(
        index.form,
        cells_of(blocks, differing | apart, index.form),
        frozenset(match.place.index for match in alignment.matches),
        bounds_of((match.place.table.section, match.row.position) for match in staying),
        rows_used(strip, [alignment, *left_out], index),
        _cut(alignment, strip, index),
        choice.alone,
        choice.editions,
        tuple(extras),
        alignment,
        blocks,
        differing,
        apart,
    )


def _cut(alignment: Alignment, strip: Sequence[Row], index: LabelIndex) -> Cut | None:
    """Where the document breaks off, if it does."""
    if not alignment.matches:
        return None
    last = max(alignment.matches, key=lambda match: match.row.position)
    full = sum(not token.padding for token in last.row.values) >= len(last.place.cells)
    behind = strip[last.row.position + 1 :]
    return cut_of(last.place, lambda: last.row.values[-1].source, behind, index, full=full)


def _values(rows: Sequence[Candidate], index: LabelIndex) -> dict[int, object]:
    """The contents of printed rows, by the number of the form's row."""
    blocks = _read_blocks(align(rows, index), index)
    rows_read = (row for block in blocks for row in block.rows)
    return {row.match.place.index: [_content(cell) for cell in row.cells] for row in rows_read}


def _content(cell: Cell) -> tuple[object, str, str]:
    """What a cell holds; of one that could not be read, the text."""
    return cell.value, cell.status, cell.raw if cell.status in ("conflict", "unreadable") else ""


def _differing(repeated: Sequence[Match], blocks: Sequence[BlockReading]) -> Iterator[int]:
    first = {row.match.place.index: (row, block.header) for block in blocks for row in block.rows}
    for match in repeated:
        row, header = first[match.place.index]
        again = read_row(match, header, usual_shape([match], len(header.order)))
        if list(map(_content, again.cells)) != list(map(_content, row.cells)):
            yield match.place.index


def _read_blocks(alignment: Alignment, index: LabelIndex) -> Iterator[BlockReading]:
    for table in index.form.tables:
        for block in table.blocks:
            matches = [match for match in alignment.matches if match.place.block is block]
            if not matches:
                continue
            first = min(matches, key=lambda match: match.row.position)
            header = read_header(first.row.header, block, index)
            lines = without_fillers(matches, len(header.order))
            header = as_printed(header, [match.row.values for match in lines])
            if header.moved and any(match.row.bounds in LOOSE for match in matches):
                header = attrs.evolve(header, certain=False)
            if ends_empty(lines) or _is_numbered(first.row):
                header = attrs.evolve(header, inferred=True)
            shape = usual_shape(lines, len(header.order))
            yield BlockReading(
                block,
                table.id,
                header,
                tuple([read_row(match, header, shape) for match in lines]),
                tuple(match for match in matches if match is not first and is_header(match.row.header, block, index)),
            )


def _is_numbered(first: Candidate) -> bool:
    """Tell whether rows whose ends the layout does not show have serial numbers: that of the next may end a row."""
    return first.bounds != "row" and any(fold(token.text) in SERIAL for token in first.header)


def _settled(blocks: Sequence[BlockReading], form: Form) -> Iterator[BlockReading]:
    """The blocks, with those rows read that the equations of the form settle."""
    for _, group in groupby(blocks, lambda block: block.table):
        part = list(group)
        read = tuple([row for block in part for row in block.rows])
        settled = settle(read, form)
        if settled is read:
            yield from part
            continue
        rows = iter(settled)
        yield from (attrs.evolve(block, rows=tuple(islice(rows, len(block.rows)))) for block in part)


def _subtotal(row: Candidate, form: Form) -> Iterator[Cell]:
    """The cells of a row that sums up a group of rows, under the group's id."""
    for table in form.tables:
        for block in table.blocks:
            groups = {group for line in block.rows for group in line.groups}
            group = next((group for group in groups if _names(row, group)), None)
            fitted = fit(row.values, len(block.leaves), None) if group else None
            if group and fitted:
                for leaf, token in zip(block.leaves, fitted, strict=True):
                    reading = read_count(token.text)
                    extra = cell_id(table.id, group.id, leaf.id)
                    yield Cell(extra, reading.value, token.text, reading.status, token.source)


def _names(row: Candidate, group: Group) -> bool:
    pieces = [token.text for token in (*row.header, *row.label)][-2:]
    keys = {fold(piece) for piece in pieces} | {fold("".join(pieces))}
    return any(fold(group.label.zh + suffix) in keys for suffix in ("", *SUBTOTALS))

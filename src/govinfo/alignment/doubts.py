"""What the reading of the tables was unsure of, as observations and as findings of family X."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.cells import RowReading
from govinfo.alignment.cut_doubt import cut_finding, cut_observation
from govinfo.alignment.edition_doubts import edition_findings, second_tables
from govinfo.alignment.form_choice import FormChoice
from govinfo.alignment.inference import unconfirmed
from govinfo.alignment.labels import MIN_LIKENESS, likeness
from govinfo.alignment.missing_doubts import missing
from govinfo.alignment.reading import BlockReading, Cut, TableReading
from govinfo.alignment.rows import Alignment, Match
from govinfo.alignment.unreadable import unreadable
from govinfo.cells import Cell
from govinfo.findings import Finding, Text, spec
from govinfo.forms import ANNUAL_REPORT, Form, Label, RowPlace, Table
from govinfo.report import Observation
from govinfo.text.fold import fold
from govinfo.text.numbers import Manner

_NO_COLUMN = Text("无法确定哪个数字属于哪一列", "which belongs to which column cannot be told")
_NO_HEADER = Text("但表头残缺，无法确定各列的次序", "but of the header too little is left to tell the columns")

NOTE_START = 12
"""So many characters at the beginning of a table's note tell that it is printed."""


@attrs.frozen
class Doubt:
    """An observation, a finding, or both."""

    observation: Observation | None = None
    finding: Finding | None = None


def doubts(reading: TableReading, choice: FormChoice, year: int | None) -> Iterator[Doubt]:
    """Yield everything unusual about the tables, in form order.

    Args:
        reading: the tables.
        choice: why this form was chosen.
        year: reporting year.
    """
    yield from (Doubt(finding=finding) for finding in edition_findings(reading, year))
    yield from (Doubt(observation) for observation in second_tables(reading))
    reason = _form_doubt(choice) if reading.rows else None
    if reason:
        cells_concerned = tuple(cell.id for cell in reading.form.cells)
        yield Doubt(finding=spec("X15").finding(cells=cells_concerned, form=choice.form.id, reason=reason))
    present = {reading.form.rows[number].table.id for number in reading.rows}
    for found in missing(reading, present, choice.keys):
        yield Doubt(found) if isinstance(found, Observation) else Doubt(finding=found)
    if reading.alignment:
        yield from _inferences(reading)
    if reading.cut:
        yield Doubt(cut_observation(reading.cut), cut_finding(reading.cut))
    if reading.alignment:
        yield from _rest(reading, reading.alignment)
    yield from _notes(reading.form, present, choice.keys)
    yield from _values(reading)


def _inferences(reading: TableReading) -> Iterator[Doubt]:
    """What was inferred of headers and rows."""
    rows = ((row, block.header.clean) for block in reading.blocks for row in block.rows)
    broken = reading.cut.place.index if reading.cut and not reading.cut.whole else None
    doubtful = unconfirmed(((row, clean) for row, clean in rows if row.match.place.index != broken), reading.form)
    for block in reading.blocks:
        yield from _header(block, reading.form)
        for row in block.rows:
            yield from _row(row, cut=reading.cut)
            if row.match.place.index in doubtful:
                yield _inferred(row)


def _form_doubt(choice: FormChoice) -> Text | None:
    if choice.votes and choice.against:
        labels = "、".join(choice.against[:5])
        return Text(f"含有另一版本的标签：{labels}", f"hold labels of another form: {labels}")
    if not choice.certain:
        return Text("没有只属于这一版本的标签", "hold no label that only this form has")
    return None


def _header(block: BlockReading, form: Form) -> Iterator[Doubt]:
    table = next(table for table in form.tables if table.id == block.table)
    cells = tuple(cell for row in block.rows for cell in row.match.place.cells)
    if not block.header.found:
        yield Doubt(
            Observation("missing_header", block.table),
            spec("X04").finding(cells=cells, table=table.number, article=block.block.article or table.number)
            if form.kind == ANNUAL_REPORT or len(block.block.leaves) > 1
            else None,
        )
        return
    for label in block.header.labels:
        column, how = label.column, label.likeness.how
        if how == "exact":
            continue
        printed = label.token.text if label.token else ""
        place = label.token.source if label.token else None
        similarity = round(label.likeness.score, 2)
        below = {leaf.id for leaf in column.leaves()}
        concerned = tuple(cell for cell in cells if any(cell.endswith("." + leaf) for leaf in below))
        concerned = concerned if label.token else cells
        yield Doubt(
            Observation("column_label", block.table, column.id, printed, column.label.zh, similarity, how, place),
            None
            if how == "alias"
            else spec("X03").finding(
                cells=concerned, source=place, table=table.number, printed=printed, expected=column.label
            ),
        )
    missing = tuple(cell.id for row in block.rows for cell in row.cells if row.fits and cell.status == "absent")
    if missing:
        yield Doubt(finding=spec("X34").finding(cells=missing, table=table.number))
    if block.header.moved or not block.header.certain:
        yield Doubt(Observation("column_order", block.table), spec("X05").finding(cells=cells, table=table.number))
    for match in block.repeated_headers:
        source = match.row.header[0].source
        yield Doubt(Observation("repeated_header", block.table, match.place.row.id, source=source))


def _row(row: RowReading, cut: Cut | None) -> Iterator[Doubt]:
    place, match = row.match.place, row.match
    names = {"table": place.table.number, "row": place.label}
    source = match.row.label[0].source if match.row.label else row.cells[0].source
    how = match.likeness.how
    if how != "exact":
        yield Doubt(
            Observation(
                "row_label",
                place.table.id,
                place.row.id,
                match.row.printed,
                place.label.zh,
                round(match.likeness.score, 2),
                how,
                source,
            ),
            _label_finding(match, place),
        )
    unread = tuple(cell.id for cell in row.cells if cell.status == "conflict")
    if match.row.bounds == "order":
        yield Doubt(finding=spec("X64").finding(names, cells=place.cells, source=source))
    if not row.fits and not (cut and cut.rest and cut.place is place and not cut.whole):
        due = len(place.cells)
        but = _NO_HEADER if row.count == due else _NO_COLUMN
        yield Doubt(
            Observation("row_width", place.table.id, place.row.id, str(row.count), str(due), source=source)
            if row.count != due
            else None,
            spec("X06").finding(names, cells=unread, source=source, found=str(row.count), due=str(due), but=but)
            if unread
            else None,
        )
    if row.merged and unread:
        yield Doubt(finding=spec("X30").finding(names, cells=unread, source=source))
    if row.settled:
        code = "X32" if row.settled == "all" else "X33"
        read = tuple(cell.id for cell in row.cells if cell.value is not None)
        yield Doubt(finding=spec(code).finding(names, cells=read, source=source))
    if match.row.joined:
        yield Doubt(finding=spec("X31").finding(names, cells=place.cells, source=source))
    if row.filled:
        yield Doubt(finding=spec("X13").finding(names, cells=place.cells, source=source))


def _inferred(row: RowReading) -> Doubt:
    place = row.match.place
    names = {"table": place.table.number, "row": place.label}
    return Doubt(finding=spec("X29").finding(names, cells=place.cells, source=row.cells[0].source))


def _label_finding(match: Match, place: RowPlace) -> Finding | None:
    how, source = match.likeness.how, match.row.label[0].source if match.row.label else None
    if how == "alias":
        return None
    names: dict[str, str | Label] = {"table": place.table.number, "printed": match.row.printed, "expected": place.label}
    if how == "position":
        return spec("X02").finding(names, cells=place.cells, source=source)
    return spec("X01").finding(names, cells=place.cells, source=source, similarity=round(match.likeness.score * 100))


def _rest(reading: TableReading, alignment: Alignment) -> Iterator[Doubt]:
    for match in alignment.moved:
        names = {"table": match.place.table.number, "row": match.place.label}
        source = match.row.label[0].source if match.row.label else None
        crossed = [other for other in alignment.matches if other is not match and _crosses(match, other)]
        cells = tuple(cell for entry in (match, *crossed) for cell in entry.place.cells)
        yield Doubt(
            Observation("row_order", match.place.table.id, match.place.row.id, source=source),
            spec("X25").finding(names, cells=cells, source=source),
        )
    for match in alignment.repeated:
        source = match.row.values[0].source
        names = {"table": match.place.table.number, "row": match.place.label}
        code = "X09" if match.place.index in reading.differing else "X24"
        yield Doubt(
            Observation("duplicate_row", match.place.table.id, match.place.row.id, match.row.printed, source=source),
            spec(code).finding(names, cells=match.place.cells, source=source),
        )
    for row in alignment.unplaced:
        if len(row.values) > 1:
            table = _table_around(alignment, row.position)
            source = row.values[0].source
            yield Doubt(
                Observation("extra_row", table.id, printed=row.printed, source=source),
                spec("X10").finding(
                    cells=_resembled(row, table, alignment), source=source, table=table.number, printed=row.printed
                ),
            )


def _resembled(row: Candidate, table: Table, alignment: Alignment) -> tuple[str, ...]:
    """The cells of the rows next to one without a place that may be their copy or the rest of their numbers.

    A copy has a label like theirs, the rest of numbers that are broken over lines has none; a row without any
    number may have lost them to it.
    """
    matches = [match for match in alignment.matches if match.place.table is table]
    above = [match for match in matches if match.row.position < row.position][-1:]
    below = [match for match in matches if match.row.position > row.position][:1]
    return tuple(
        cell
        for match in (*above, *below)
        if not fold(row.printed)
        or not any(token.text for token in match.row.values)
        or _is_like(row.printed, match.place.label.zh)
        for cell in match.place.cells
    )


def _is_empty(row: Candidate) -> bool:
    """Tell whether all cells of a row are empty."""
    return not any(token.text for token in row.values)


def _is_like(printed: str, label: str) -> bool:
    """Tell whether a text may be a label, however little of its beginning is left."""
    key = fold(printed)
    begins = bool(key) and fold(label).startswith(key)
    return begins or likeness(printed, (label,)).score >= MIN_LIKENESS


def _crosses(one: Match, other: Match) -> bool:
    """Tell whether two rows are printed in another order than the form has them."""
    return (one.row.position < other.row.position) != (one.place.index < other.place.index)


def _table_around(alignment: Alignment, position: int) -> Table:
    before = [match for match in alignment.matches if match.row.position < position]
    return max(before, key=lambda match: match.row.position).place.table


def _notes(form: Form, present: set[str], keys: Collection[str]) -> Iterator[Doubt]:
    printed = "\n".join(keys)
    for table in form.tables:
        note = fold(table.note or "")
        if note and table.id in present and note[:NOTE_START] not in printed:
            yield Doubt(Observation("missing_note", table.id, expected=table.note or ""))


def _values(reading: TableReading) -> Iterator[Doubt]:
    odd = any(row.manners for block in reading.blocks for row in block.rows)
    by_id = {cell.id: cell for cell in reading.cells} if odd else {}
    specs = reading.form.by_id
    for block in reading.blocks:
        for row in block.rows:
            for cell_id, manner in row.manners:
                cell = by_id[cell_id]
                yield Doubt(
                    Observation("normalized", block.table, cell_id, cell.raw, how=manner, source=cell.source),
                    _manner_finding(manner, cell, specs[cell_id].label),
                )
    yield from (Doubt(finding=finding) for finding in unreadable(reading.cells, reading.form))


def _manner_finding(manner: Manner, cell: Cell, label: Label) -> Finding | None:
    if manner == "doubtful":
        return spec("X59").finding(cells=(cell.id,), source=cell.source, cell=label, raw=cell.raw)
    if cell.value is None:
        return None
    value = str(cell.value)
    return spec("X11").finding(cells=(cell.id,), source=cell.source, cell=label, raw=cell.raw, value=value)

"""What the reading of the tables was unsure of, as observations and as findings of family X."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from govinfo.alignment.bare_labels import bare_doubts, bare_rows
from govinfo.alignment.cells import RowReading, columns_of
from govinfo.alignment.cut_doubt import cut_doubt
from govinfo.alignment.doubt import Doubt
from govinfo.alignment.edition_doubts import edition_findings, second_tables
from govinfo.alignment.form_choice import FormChoice
from govinfo.alignment.inference import unconfirmed
from govinfo.alignment.missing_doubts import missing_doubts
from govinfo.alignment.reading import BlockReading, Cut, TableReading
from govinfo.alignment.row_doubts import row_doubts
from govinfo.alignment.rows import Match
from govinfo.alignment.unreadable import unreadable
from govinfo.cells import Cell
from govinfo.findings import Finding, Text, spec
from govinfo.forms import ANNUAL_REPORT, Form, Label, RowPlace
from govinfo.report import Observation
from govinfo.text.fold import fold
from govinfo.text.numbers import Manner

_NO_COLUMN = Text("无法确定哪个数字属于哪一列", "which belongs to which column cannot be told")
_NO_HEADER = Text("但表头残缺，无法确定各列的次序", "but of the header too little is left to tell the columns")

NOTE_START = 12
"""So many characters at the beginning of a table's note tell that it is printed."""

_AS_PRINTED = Text("", "")
_IN_PIECES = Text(
    "；这个数由几段文字拼成，或者略去了旁边的标记、隐藏的文字",
    "; it was put together from several pieces, or marks and hidden text beside it were left out",
)
"""What more is to be said of a number that stands in pieces."""


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
    yield from missing_doubts(reading, present, choice.keys)
    yield from bare_doubts(reading, bare_rows(reading, choice.keys))
    if reading.alignment:
        yield from _inferences(reading)
    if reading.cut:
        yield cut_doubt(reading.cut)
    if reading.alignment:
        yield from row_doubts(reading, reading.alignment)
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
    cells = tuple([cell for row in block.rows for cell in row.match.place.cells])
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
        below = tuple(f".{leaf.id}" for leaf in column.leaves())
        concerned = tuple(cell for cell in cells if cell.endswith(below))
        concerned = concerned if label.token else cells
        yield Doubt(
            Observation("column_label", block.table, column.id, printed, column.label.zh, similarity, how, place),
            None
            if how == "alias"
            else spec("X03").finding(
                cells=concerned, source=place, table=table.number, printed=printed, expected=column.label
            ),
        )
    missing = tuple([cell.id for row in block.rows if row.fits for cell in row.cells if cell.status == "absent"])
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
        found, due = str(row.count), str(len(place.cells))
        but = _NO_HEADER if found == due else _NO_COLUMN
        yield Doubt(
            Observation("row_width", place.table.id, place.row.id, found, due, how=_lost(row), source=source)
            if found != due
            else None,
            spec("X06").finding(names, cells=unread, source=source, found=found, due=due, but=but) if unread else None,
        )
    if row.merged and unread:
        yield Doubt(finding=spec("X30").finding(names, cells=unread, source=source))
    if row.settled:
        code = "X32" if row.settled == "all" else "X33"
        read = tuple(cell.id for cell in row.cells if cell.status != "conflict")
        yield Doubt(finding=spec(code).finding(names, cells=read, source=source))
    if match.row.joined:
        yield Doubt(finding=spec("X31").finding(names, cells=place.cells, source=source))
    if row.filled:
        yield Doubt(finding=spec("X13").finding(names, cells=place.cells, source=source))


def _lost(row: RowReading) -> Literal["", "blanks"]:
    """Why a row may have too few cells: empty ones are not kept where a layout shows no columns."""
    few = row.count < len(row.match.place.cells)
    return "blanks" if few and None in columns_of(row.match.row.values) else ""


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
    how = _IN_PIECES if manner == "pieces" else _AS_PRINTED
    return spec("X11").finding(
        cells=(cell.id,), source=cell.source, cell=label, raw=cell.raw, value=str(cell.value), how=how
    )

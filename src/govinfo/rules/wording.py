"""How cells are named in messages."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from govinfo.findings import Text
from govinfo.forms import Form, RowPlace


def cell_name(form: Form, cell: str) -> Text:
    """The cell with its table, e.g. 表三“（一）予以公开/总计”."""
    found = form.by_id[cell]
    table = next(table.number for table in form.tables if table.id == found.table)
    return Text(f"{table.zh}“{found.label.zh}”", f"{table.en}, “{found.label.en}”")


def gathered(form: Form, cells: Collection[str]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Name many cells in few words: whole tables first, then the cells of a row together.

    Args:
        form: the form of the cells.
        cells: their ids.

    Yields:
        A name and the ids that it stands for, in form order.
    """
    if not cells:
        return
    for table in form.tables:
        every = tuple(cell.id for cell in form.cells if cell.table == table.id)
        if len(every) > 1 and all(cell in cells for cell in every):
            yield Text(f"{table.number.zh}的全部单元格", f"all cells of {table.number.en}"), every
            continue
        for place in form.rows:
            found = tuple(cell for cell in place.cells if cell in cells)
            if place.table.id == table.id and found:
                yield _in_row(form, place, found), found


def _in_row(form: Form, place: RowPlace, cells: tuple[str, ...]) -> Text:
    if len(cells) == 1:
        return cell_name(form, cells[0])
    table, count = place.table.number, len(cells)
    if place.row.label is None:
        return Text(f"{table.zh}的{count}个单元格", f"{count} cells of {table.en}")
    row = place.row.label
    return Text(f"{table.zh}“{row.zh}”行的{count}个单元格", f"{count} cells of {table.en}, row “{row.en}”,")

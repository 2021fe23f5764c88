"""Formulas that nobody has calculated: they stand in their cells with a sign of equality in front."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from govinfo.document import Note
from govinfo.readers.workbooks.sheet import Sheet

UNKNOWN = "…"
"""Stands for a formula that is written in another cell, which shares it."""

MAX_SHOWN = 60
"""So many characters of a formula are shown."""

_SUM = regex.compile(rb"\x19\x10..\Z|[\x22\x42\x62].\x04\x00\Z|[\x03-\x06]\Z", regex.DOTALL)
"""The end of a parsed formula that calculates ([MS-XLS] 2.5.198: PtgAttrSum, PtgFuncVar of SUM, PtgAdd to PtgDiv)."""

_FORMULA = regex.compile(rf"=[\p{{Latin}}({UNKNOWN}+\-.\[$'0-9]")


def uncalculated(sheet: Sheet) -> Iterator[Note]:
    """Note how many formulas of a sheet have no result, with the place and the text of the first."""
    found = [
        (row, column, cell.text)
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
        if cell.text[:1] == "=" and _FORMULA.match(cell.text)
    ]
    if found:
        row, column, text = found[0]
        values = (("count", str(len(found))), ("formula", text[:MAX_SHOWN]))
        yield Note("X66", sheet.place(row, column), values)


def is_calculation(parsed: bytes) -> bool:
    """Tell whether a formula of an Excel 97 workbook can only have a number as its result.

    Args:
        parsed: its tokens ([MS-XLS] 2.5.198.104 Rgce).
    """
    return _SUM.search(parsed) is not None

"""What is said of a document that ends inside its tables (X27)."""

from __future__ import annotations

from govinfo.alignment.doubt import Doubt
from govinfo.alignment.reading import Cut
from govinfo.findings import Text, spec
from govinfo.forms import Label
from govinfo.report import Observation

_NONE = Text("", "")


def cut_doubt(cut: Cut) -> Doubt:
    """The finding, with the last row and those behind it that were not read; an observation, if there are any."""
    place, count = cut.place, len(cut.rest)
    names: dict[str, Text | Label] = {
        "table": place.table.number,
        "row": place.label,
        "last": _NONE if cut.whole else Text("，最后的数字可能不完整", "; its last number may be cut off"),
        "rest": Text(f"，其后的{count}行没有读到", f"; {count} rows behind it were not read") if count else _NONE,
    }
    cells = tuple(cell for row in (*(() if cut.whole else (place,)), *cut.rest) for cell in row.cells)
    inside = bool(count) or not cut.full
    how = ("within" if inside else "last") if not cut.whole else ""
    return Doubt(
        Observation("cut", place.table.id, place.row.id, how=how, source=cut.last) if inside or how else None,
        spec("X27").finding(names, cells=cells, source=cut.last, severity="error" if inside else None),
    )

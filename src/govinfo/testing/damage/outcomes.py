"""What became of every cell of a damaged report when it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, get_args

import govinfo
from govinfo.cells import Cell
from govinfo.errors import GovinfoError
from govinfo.report import Report
from govinfo.testing.damage.traced import NumberCell, Print, all_cells

Outcome = Literal["right", "missing", "silent missing", "named wrong", "silent wrong"]
"""What became of a cell.

``right``: the number that is printed, or none where none is left: for an empty cell the status ``blank``,
for a mark ``placeholder``, for a cell that is gone or unclear a diagnostic that names it.  A cell that shares its
number with another may be read as that number or as empty: layouts without merged cells show it so.
``missing``: none, though a number is printed, and a diagnostic names the cell; a cell of another form than the one
that was read is named by the doubt about the form (X15).  ``silent missing``: none without a diagnostic.
``named wrong``: another number, and a diagnostic of level warning or error names the cell.
``silent wrong``: another number without one.
"""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""All outcomes, the best first."""


def score(parts: Print, original: Report, content: bytes) -> Counter[Outcome]:
    """Read a damaged report and count the outcomes of its cells; a refusal counts as a diagnostic for all."""
    try:
        read = govinfo.parse(content)
    except GovinfoError:
        return Counter({"missing": len(original)})
    return Counter(dict(judge(parts, original, read)).values())


def judge(parts: Print, original: Report, read: Report) -> Iterator[tuple[str, Outcome]]:
    """Yield each cell of the form with its outcome.

    Args:
        parts: the document in print, as damaged.
        original: the report as it was before.
        read: the report as it was read.
    """
    shown: dict[str, set[str]] = {}
    for printed in all_cells(parts):
        if isinstance(printed, NumberCell):
            for name in printed.cells:
                shown.setdefault(name, set()).add(printed.shows)
    named = {cell for found in read.diagnostics for cell in found.cells}
    form_in_doubt = any(found.rule == "X15" for found in read.diagnostics)
    warned = {cell for found in read.diagnostics if found.severity != "info" for cell in found.cells}
    for cell in original.cells():
        if shown.get(cell.id) == {"other"}:
            continue
        found = read.by_id.get(cell.id)
        if found is None:
            yield cell.id, "missing" if form_in_doubt else "silent missing"
        else:
            yield cell.id, _outcome(cell, found, shown.get(cell.id, set()), cell.id in named, cell.id in warned)


def _outcome(cell: Cell, found: Cell, shown: set[str], named: bool, warned: bool) -> Outcome:
    if found.value is not None:
        printed = shown not in ({"blank"}, {"placeholder"})
        if found.value == cell.value and printed:
            return "right"
        return "named wrong" if warned else "silent wrong"
    if shown == {"number"}:
        return "missing" if named else "silent missing"
    if named or found.status in shown or (found.status == "blank" and "merged" in shown):
        return "right"
    return "silent missing"

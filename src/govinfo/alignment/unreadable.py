"""X12: cells whose content is no number that could be read."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.cells import Cells
from govinfo.findings import Finding, spec
from govinfo.findings.naming import gathered, quoted
from govinfo.forms import Form


def unreadable(cells: Cells, form: Form) -> Iterator[Finding]:
    """Yield one finding for the unreadable cells of a row, a column or a table, with what stands there."""
    if "unreadable" not in cells.statuses:
        return
    found = {cell.id: cell for cell in cells if cell.status == "unreadable"}
    for name, together in gathered(form, found):
        raw = quoted([found[cell].raw for cell in together])
        yield spec("X12").finding(cells=together, source=found[together[0]].source, cell=name, raw=raw)

"""A form to fill in."""

from __future__ import annotations

from govinfo.cells import Cell
from govinfo.forms import Form
from govinfo.report import Origin, Report, Section

TITLE = "（机关名称）　　　　年政府信息公开工作年度报告"
"""Title with room for agency and year (article 50 of the regulations names the document)."""


def blank_report(form: Form) -> Report:
    """A report of a form in which every cell is blank and no section has text."""
    return Report(
        form=form.id,
        title=TITLE,
        agency=None,
        year=None,
        published=None,
        period=None,
        index_number=None,
        document_number=None,
        contact=None,
        publisher=None,
        signed=None,
        preamble="",
        sections=tuple(
            Section(heading.number, heading.label.zh, heading.label.zh, "", None) for heading in form.headings
        ),
        all_cells=tuple(Cell(spec.id, None, "", "blank", None) for spec in form.cells),
        extras=(),
        headings=(),
        observations=(),
        sources={},
        diagnostics=(),
        parser=Origin(None, "", "blank", "blank", 0, ()),
    )

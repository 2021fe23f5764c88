"""Reports of which only a beginning was read, as their file was cut off inside the tables (X27)."""

from __future__ import annotations

from govinfo.findings import NotAssessable, not_assessable
from govinfo.forms import Form
from govinfo.report import Report


def is_cut_off(report: Report) -> bool:
    """Tell whether the file ends inside the tables, so that what is missing behind them may stand in the original."""
    return any(doubt.rule == "X27" for doubt in report.diagnostics)


def last_section(report: Report) -> int:
    """The number of the last section of which the heading was read; 0 for none."""
    return max((section.number for section in report.sections if section.heading is not None), default=0)


def last_row(report: Report, form: Form) -> int:
    """The number of the last row of the form of which a cell was read; -1 for none."""
    read = (place.index for place in form.rows if any(report[cell].status != "absent" for cell in place.cells))
    return max(read, default=-1)


def behind_the_cut(rule: str) -> NotAssessable:
    """The outcome of a rule for what stands behind the end of such a file."""
    return not_assessable(rule, "文件在表格处中断，其后的内容没有读到", "the file ends inside the tables")

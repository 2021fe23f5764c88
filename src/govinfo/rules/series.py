"""Y07, M18: each agency has one report for each year."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.collection import Collection
from govinfo.contracts import comparison
from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.beside import related, unknown

_SAME_FILE = Text("文件完全相同", "the files are the same")
_SAME_TABLES = Text("表格数据相同", "the tables are the same")
_DIFFERENT = Text("表格数据不同", "the tables differ")

SHOWN = 5


@comparison("Y07")
def gaps(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Name the years that are missing between a report and the one before it."""
    reason = unknown("Y07", report, collection)
    if reason is not None:
        yield reason
        return
    earlier = [other for other in collection.years(report) if (other.year or 0) < (report.year or 0)]
    if earlier:
        last = earlier[-1]
        missing = [str(year) for year in range((last.year or 0) + 1, report.year or 0)]
        if missing:
            yield spec("Y07").finding(
                related=(related(last),), years=Text("、".join(missing), ", ".join(missing)), last=str(last.year)
            )


@comparison("M18")
def one_a_year(report: Report, _form: Form, collection: Collection) -> Iterator[Finding | NotAssessable]:
    """Name the other reports of the same agency on the same year."""
    reason = unknown("M18", report, collection)
    if reason is not None:
        yield reason
        return
    copies = collection.copies(report)
    if copies:
        yield spec("M18").finding(
            source=report.sources.get("title"),
            related=tuple(related(other) for other in copies[:SHOWN]),
            agency=report.agency or "",
            year=str(report.year),
            count=str(len(copies) + 1),
            how=_how(report, copies),
        )


def _how(report: Report, copies: tuple[Report, ...]) -> Text:
    if any(other.form != report.form or other.values != report.values for other in copies):
        return _DIFFERENT
    same = all(other.parser.sha256 == report.parser.sha256 for other in copies)
    return _SAME_FILE if same else _SAME_TABLES

"""The report of the year before, and how other reports are named in findings."""

from __future__ import annotations

from decimal import Decimal

from govinfo.collection import Collection
from govinfo.findings import NotAssessable, Related, Severity, Text, not_assessable
from govinfo.report import Report
from govinfo.text.agency import relation

_NO_AGENCY = Text(
    "机关名称不明、缺少行政区域或与他机关重名，无法与其他报告对照",
    "the agency is not named, or without its region, or like another one, so that its other reports cannot be told",
)
_NO_YEAR = Text("报告年度不明", "the reporting year is unknown")


def last_report(rule: str, report: Report, collection: Collection) -> Report | NotAssessable:
    """The same agency's report on the year before, or why there is none to compare with."""
    if report.year is None:
        return NotAssessable(rule, _NO_YEAR)
    if collection.agency(report) is None:
        return NotAssessable(rule, _NO_AGENCY)
    year = report.year - 1
    found = collection.on_year(report, year)
    if found is not None:
        return found
    if any(other.year == year for other in collection.years(report)):
        return not_assessable(
            rule,
            f"{year}年的报告不止一份，表格又不相同",
            f"there are several reports on {year} whose tables differ",
        )
    return not_assessable(rule, f"没有该机关{year}年的报告", f"there is no report of the agency on {year}")


def unknown(rule: str, report: Report, collection: Collection) -> NotAssessable | None:
    """Why a report cannot be put beside others; None where agency and year are known."""
    if report.year is None:
        return NotAssessable(rule, _NO_YEAR)
    return NotAssessable(rule, _NO_AGENCY) if collection.agency(report) is None else None


def related(other: Report, cells: tuple[str, ...] = (), what: Text | None = None) -> Related:
    """Another report, and what of it was compared."""
    name, year = other.agency or "?", other.year or "?"
    text = Text(f"{name}{year}年报告", f"the report of {name} on {year}")
    if what is not None:
        text = Text(f"{text.zh}：{what.zh}", f"{text.en}: {what.en}")
    source = other[cells[0]].source if cells and cells[0] in other else None
    return Related(text, other.parser.filename, cells, source)


def is_renamed(report: Report, earlier: Report, collection: Collection) -> bool:
    """Tell whether the agency bears another name than in an earlier report, beyond an abbreviation."""
    this, other = collection.agency(report), collection.agency(earlier)
    if this is None or other is None or (this.body, this.regions[-1:]) == (other.body, other.regions[-1:]):
        return False
    return relation(this.name, other.name) not in {"same", "abbreviated"}


def lighter(report: Report, earlier: Report, collection: Collection) -> Severity | None:
    """Info where the agency was renamed or merged in between, or may be another one of the same name; else as usual."""
    certain = collection.is_certain(report) and collection.is_certain(earlier)
    return None if certain and not is_renamed(report, earlier, collection) else "info"


def both(
    rule: str, report: Report, cells: tuple[str, ...], earlier: Report, earlier_cells: tuple[str, ...]
) -> tuple[tuple[int | Decimal, ...], tuple[int | Decimal, ...]] | NotAssessable:
    """The values of some cells here and of some in an earlier report, or why they cannot be compared."""
    here = [report.values.get(cell) for cell in cells]
    there = [earlier.values.get(cell) for cell in earlier_cells]
    if None in here:
        missing = tuple(cell for cell, value in zip(cells, here, strict=True) if value is None)
        return not_assessable(rule, "有单元格没有数值", "some cells have no value", missing)
    if any(cell not in earlier for cell in earlier_cells):
        return not_assessable(
            rule,
            f"{earlier.year}年的报告用另一版本的表格，没有可比的数字",
            f"the report on {earlier.year} follows another form, without comparable cells",
            cells,
        )
    if None in there:
        return not_assessable(
            rule,
            f"{earlier.year}年的报告有单元格没有数值",
            f"some cells of the report on {earlier.year} have no value",
            cells,
        )
    return tuple(value for value in here if value is not None), tuple(value for value in there if value is not None)

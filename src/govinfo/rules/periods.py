"""M03, M04: the time that the figures cover is stated, is a calendar year, and is the year of the title."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Period, Report
from govinfo.rules.title_parts import title_parts

_FIRST_DAY = (1, 1)
_LAST_DAY = (12, 31)


@rule("M03")
def year_of_period(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare the year of the title with the years in which the period starts and ends."""
    year = title_parts(report.title).year if report.title else None
    if year is None:
        yield not_assessable("M03", "标题没有年度", "the title has no year")
        return
    period = report.period
    years = [day.year for day in (period.start, period.end) if day] if period else []
    if not years:
        yield not_assessable("M03", "未写明统计期限", "no period is stated")
    elif year not in years:
        yield spec("M03").finding(source=report.sources.get("period"), a=str(year), b=str(years[-1]))


@rule("M04")
def calendar_year(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Demand a period from 1 January to 31 December of one year."""
    period = report.period
    if period is None:
        yield spec("M04").finding(problem=Text("未写明统计期限", "no period is stated"))
    elif _breaks_calendar_year(period):
        yield spec("M04").finding(
            source=report.sources.get("period"),
            severity="warning",
            problem=Text(
                f"统计期限“{period.text}”不是1月1日至12月31日",
                f"the period “{period.text}” is not 1 January to 31 December",
            ),
        )
    elif period.start is None or period.end is None:
        yield not_assessable("M04", "统计期限的起止日期不全", "the period has no first or no last day")


def _breaks_calendar_year(period: Period) -> bool:
    start, end = period.start, period.end
    return (
        (start is not None and (start.month, start.day) != _FIRST_DAY)
        or (end is not None and (end.month, end.day) != _LAST_DAY)
        or (start is not None and end is not None and start.year != end.year)
    )

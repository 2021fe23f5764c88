"""M05, M06, M09, M17: the day of publication against the reporting year, the period and the sign-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report

_USUAL_DELAY = dt.timedelta(days=30)
"""A page that appears this long after the sign-off is nothing unusual."""


@rule("M05")
def year_of_publication(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Demand publication in the year after the reporting year."""
    if report.published is None or report.year is None:
        yield not_assessable("M05", "缺少发布日期或报告年度", "the day of publication or the reporting year is missing")
    elif report.published.year != report.year + 1:
        yield spec("M05").finding(
            source=report.sources.get("published"),
            a=str(report.published.year),
            year=str(report.year),
            due=str(report.year + 1),
        )


@rule("M06")
def after_the_period(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Demand publication after the last day that the figures cover."""
    end = _last_day(report)
    if report.published is None or end is None:
        yield not_assessable("M06", "缺少发布日期或统计期限", "the day of publication or the period is missing")
    elif report.published < end:
        yield spec("M06").finding(source=report.sources.get("published"), day=str(report.published), end=str(end))


@rule("M09")
def sign_off_and_page(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare the date below the text with the date of the page."""
    signed = report.signed
    page = report.sources.get("published")
    if signed is None or signed.date is None:
        yield not_assessable("M09", "没有落款日期", "there is no date below the text")
    elif report.published is None or (page is not None and page == signed.source):
        yield not_assessable("M09", "页面没有发布日期", "the page has no date of its own")
    elif not signed.date <= report.published <= signed.date + _USUAL_DELAY:
        yield spec("M09").finding(
            source=signed.source,
            signed=str(signed.date),
            published=str(report.published),
            n=abs((report.published - signed.date).days),
        )


@rule("M17")
def date_is_there(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Demand a day of publication."""
    if report.published is None:
        yield spec("M17").finding()


def _last_day(report: Report) -> dt.date | None:
    """The last day of the stated period; of the reporting year, where none is stated or it is of another year."""
    stated = report.period.end if report.period else None
    if report.year is None or (stated is not None and stated.year == report.year):
        return stated
    return dt.date(report.year, 12, 31)

"""M07, M08: departments publish by 31 January, governments by 31 March."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.title_parts import reporting_body
from govinfo.text.agency import Kind, kind_of


@attrs.frozen
class _Deadline:
    rule: str
    month: int
    day: int
    kinds: tuple[Kind, ...]

    def after(self, year: int) -> dt.date:
        return dt.date(year + 1, self.month, self.day)


_DEADLINES = (_Deadline("M07", 1, 31, ("department", "town")), _Deadline("M08", 3, 31, ("government",)))
_KINDS: dict[Kind, Text] = {
    "department": Text("部门", "department"),
    "town": Text("乡镇或街道", "town or subdistrict"),
    "government": Text("政府", "government"),
}
_NO_NOTE = Text("", "")
_TOWN_NOTE = Text(
    "（条例第四十九条未列明乡镇和街道，此项依地方通行做法）",
    " (article 49 does not name towns and subdistricts; this rests on local practice)",
)


@rule("M07", "M08")
def deadlines(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare the day of publication with the deadline for this kind of body.

    A publication in a later year is left to M05: it is mostly the date of a page that was moved.
    """
    for deadline in _DEADLINES:
        published, year = report.published, report.year
        if published is None or year is None:
            yield not_assessable(
                deadline.rule, "缺少发布日期或报告年度", "the day of publication or the reporting year is missing"
            )
        elif published > deadline.after(year) and published.year == year + 1:
            yield from _of_the_kind(report, published, deadline, deadline.after(year))


def _of_the_kind(
    report: Report, published: dt.date, deadline: _Deadline, due: dt.date
) -> Iterator[Finding | NotAssessable]:
    kind = kind_of(reporting_body(report) or "")
    if kind is None:
        yield not_assessable(deadline.rule, "无法确定机关类别", "it is unclear what kind of body reports")
    elif kind in deadline.kinds:
        found = _late(report, published, deadline, due, kind)
        yield attrs.evolve(found, basis=("G",)) if kind == "town" else found


def _late(report: Report, published: dt.date, deadline: _Deadline, due: dt.date, kind: Kind) -> Finding:
    signed = report.signed.date if report.signed else None
    return spec(deadline.rule).finding(
        source=report.sources.get("published"),
        severity="info" if signed is not None and signed <= due else None,
        kind=_KINDS[kind],
        day=str(published),
        note=_TOWN_NOTE if kind == "town" else _NO_NOTE,
    )

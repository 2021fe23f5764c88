"""M15: the document is an annual report of an agency, not something written about one or in its form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.title_parts import fold_title

INTERPRETATION = Text("年度报告的解读", "an interpretation of a report")
NOTICE = Text("编制年度报告的通知", "a notice on how to draw up reports")
SCHOOL_REPORT = Text("学校的学年信息公开报告", "a school-year report")
INSTITUTION_REPORT = Text("公共企事业单位的信息公开报告", "a report of a public institution or enterprise")

TITLES: tuple[tuple[re.Pattern[str], Text], ...] = (
    (re.compile(r"解读|图解|一图(?:看|读)?懂|问答"), INTERPRETATION),
    (
        re.compile(r"关于.*(?:做好|编制|编写|报送|上报|填报|部署|开展).*通知$"),
        NOTICE,
    ),
    (
        re.compile(
            r"模板|样表|样式|范本|参考文本|格式(?:[(].*[)])?$|(?:[×xX_*]{2,}|某某?)(?:[市县区镇乡]|.{0,8}[局厅委办府])"
        ),
        Text("空白模板或格式", "a blank template"),
    ),
    (re.compile(r"学年"), SCHOOL_REPORT),
    (
        re.compile(r"半年|[一二三四1-4]季度|(?<![\d至月—-])(?:[1-9]|1[01])月(?:份|度)?(?=政|信)"),
        Text("不足一年的阶段性报告", "a report on part of a year"),
    ),
    (re.compile(r"总结(?:和|及|报告|$)|要点|方案|计划$"), Text("工作总结或工作计划", "a summary or plan of work")),
    (re.compile(r"信息公开(?:工作)?(?:指南|目录|制度|办法)$"), Text("政府信息公开指南或目录", "a guide or catalogue")),
    (
        re.compile(r"网站(?:工作)?年度(?:工作)?(?:报表|报告)$"),
        Text("政府网站工作年度报表", "a report on a government website"),
    ),
)
"""What a title says of a document that only looks like an annual report."""

SIGNS = re.compile("[解懂答通模样范参格×xX_*某半季月学结点案划南录制法网]")
"""Each of these titles has one of these characters, and few others do."""

PREAMBLES: tuple[tuple[re.Pattern[str], Text], ...] = (
    (re.compile(r"解读如下"), INTERPRETATION),
    (
        re.compile(
            r"(?:请|望|要求[^。]{0,10}各)[^。]{0,40}(?:报送|上报|填报|编制)[^。]{0,30}(?:年度报告|年报)|通知如下|印发给你们"
        ),
        NOTICE,
    ),
)
"""What the text before section one says where no title of a report was found."""

INSTITUTION = re.compile(r"(?<!行政)(?:医院|大学|学院|学校|中学|小学|幼儿园|公司|集团)$")

SCHOOL_YEAR = ((9, 1), (8, 31))
"""First and last day of a school year (Ministry of Education order 29)."""


@rule("M15")
def kind_of_document(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look at the title, the body, the period and, without a title, at the preamble."""
    kind = _kind(report)
    if kind is not None:
        yield spec("M15").finding(source=report.sources.get("title") or report.sources.get("preamble"), kind=kind)
    elif not report.title:
        yield not_assessable("M15", "未找到标题", "no title was found")


def _kind(report: Report) -> Text | None:
    title = fold_title(report.title) if report.title else ""
    where, patterns = (title, TITLES) if title else (report.preamble, PREAMBLES)
    for pattern, kind in patterns if not title or SIGNS.search(title) else ():
        if pattern.search(where):
            return kind
    period = report.period
    if period and period.start and period.end:
        days = (period.start.month, period.start.day), (period.end.month, period.end.day)
        if days == SCHOOL_YEAR:
            return SCHOOL_REPORT
    return INSTITUTION_REPORT if INSTITUTION.search(report.agency or "") else None

"""M01, M02, M12: the title names the body and the year and uses the statutory name of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.title_parts import fold_title, title_parts
from govinfo.text.agency import Missing

_MISSING: dict[Missing, Text] = {
    "name": Text("机关名称", "the name of the body"),
    "region": Text("所属行政区域的名称", "the name of its region"),
    "body": Text("“局”“委员会”等机关字样", "the word for the kind of body, such as 局 or 委员会"),
}
_YEAR_WITHIN_NAME = re.compile(r"(?:19|20)\d{2}年?(?=年度)|的")


@rule("M01")
def agency_in_title(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for a name without region, without the kind of body, or no name at all."""
    parts = title_parts(report.title) if report.title else None
    if parts is None or not parts.wording:
        yield not_assessable("M01", "未找到可识别的标题", "no title was found that could be taken apart")
    elif missing := parts.missing:
        yield spec("M01").finding(
            source=report.sources.get("title"), x=parts.agency or report.title or "", missing=_MISSING[missing]
        )


@rule("M02")
def year_in_title(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for the year."""
    if not report.title:
        yield not_assessable("M02", "未找到标题", "no title was found")
    elif title_parts(report.title).year is None:
        yield spec("M02").finding(source=report.sources.get("title"), x=report.title)


@rule("M12")
def name_of_document(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare what the document calls itself with the name in the form's own title."""
    if not report.title:
        yield not_assessable("M12", "未找到标题", "no title was found")
        return
    folded = fold_title(report.title)
    expected = _name_of_document(form)
    if expected in folded or expected in _YEAR_WITHIN_NAME.sub("", folded):
        return
    other_subject = "政务公开" in folded and "政府信息公开" not in folded
    yield spec("M12").finding(
        source=report.sources.get("title"),
        severity="warning" if other_subject else None,
        x=title_parts(report.title).wording or report.title,
        expected=expected,
    )


@cache
def _name_of_document(form: Form) -> str:
    return form.title.zh.removeprefix("中华人民共和国").partition("格式")[0]

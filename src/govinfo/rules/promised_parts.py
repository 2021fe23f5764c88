"""S22: the number of parts that the preamble promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.outline import extra_parts, last_section, merged_headings
from govinfo.text.fold import narrow
from govinfo.text.numerals import chinese_number

_PROMISE = re.compile(
    r"(?:本报告|年度报告|年报|报告全文|全文|报告内容|报告(?=由|共|包括|分))"
    r"[^。!?\n]{0,120}?(?:由|包括|包含|含|分为?|共)[^。!?\n]{0,160}?"
    r"(?<![第一二三四五六七八九十\d])(?P<number>\d{1,2}|[一二两三四五六七八九十]{1,3})[个大]?部分"
)


@rule("S22")
def promised_parts(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Compare the number of parts said in the preamble, or in section one, with the parts that are there."""
    promise = _promise(report.preamble) or _promise(report.section(1).text)
    if promise is None:
        return
    opened = {section.number for section in report.sections if section.heading is not None}
    unread = {found.line for found in merged_headings(report) if found.line.section is None}
    found = len(opened) + len(unread) + len(extra_parts(report))
    if last_section(report, form) < len(report.sections):
        yield not_assessable("S22", "文件中断，其后的部分没有读到", "the document breaks off before its last part")
    elif not found:
        yield not_assessable("S22", "没有读到部分标题", "no section headings were read")
    elif found != promise:
        yield spec("S22").finding(source=report.sources.get("preamble"), promised=promise, found=found)


def _promise(text: str) -> int | None:
    match = _PROMISE.search(narrow(text)) if "部分" in text else None
    if not match:
        return None
    number = match["number"]
    return int(number) if number.isascii() else chinese_number(number)

"""V13: tables of zeros beside a text that tells of applications."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.operands import missing
from govinfo.text.sentences import SENTENCE

CLAUSE = re.compile(r"[^，,、：:]+")
COUNTED = re.compile(r"[1-9](?<![\d.].)\d*\s*(?:余|多)?\s*(?:件|条|项|份|起|宗|例|个|次)")
HANDLED = re.compile(r"收到|接收|接到|新收|受理|办理|承办|处理|答复|回复|办结")
APPLICATION = re.compile(r"信息公开[^，,]{0,6}申请|依申请公开|依申请[^，,]{0,6}信息|申请[^，,]{0,6}公开")
ELSEWHERE = re.compile(r"上年|去年|同期|[较比]|全[国省市区县旗镇系]|以来|培训|制度|流程")
"""Clauses about other years, about subordinate bodies, or about something else than handling."""


@rule("V13")
def all_zero(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Applications that the text counts must show in table three."""
    cells = report.all_cells
    if any(cells.values):
        return
    if None in cells.values:
        yield missing("V13", report, cells.ids)
        return
    section = report.section(1)
    if not section.text.strip():
        yield not_assessable("V13", "没有第一部分正文", "section one has no text")
        return
    for text, source in section.paragraphs():
        quote = _handled(text)
        if quote is not None:
            yield spec("V13").finding(cells=("applications.new.total",), source=source, quote=quote)
            return


def _handled(text: str) -> str | None:
    """The first clause that counts applications received or handled by the agency this year."""
    for sentence in SENTENCE.findall(text) if "申请" in text and COUNTED.search(text) else ():
        if "申请" not in sentence or ELSEWHERE.search(sentence):
            continue
        for clause in CLAUSE.findall(sentence):
            if COUNTED.search(clause) and HANDLED.search(clause) and APPLICATION.search(clause):
                return str(clause.strip())
    return None

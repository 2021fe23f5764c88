"""M11: the index number has both its parts and a valid code in front."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.text.creditcode import IndexFault, index_fault

_FAULTS: dict[IndexFault, Text] = {
    "prefix": Text("“/”之前缺少机关代码", "the code of the body before the stroke is missing"),
    "number": Text("“/”之后缺少流水号", "the running number after the stroke is missing"),
    "length": Text("机关代码不是18位", "the code of the body does not have 18 characters"),
    "checksum": Text("统一社会信用代码校验位不符", "the check character of the unified social credit code is wrong"),
}


@rule("M11")
def index_number(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look at the shape of the index number and at the check character of a credit code in it."""
    if not report.index_number:
        yield not_assessable("M11", "页面没有索引号", "the page has no index number")
    elif fault := index_fault(report.index_number):
        yield spec("M11").finding(
            source=report.sources.get("index_number"), x=report.index_number, problem=_FAULTS[fault]
        )

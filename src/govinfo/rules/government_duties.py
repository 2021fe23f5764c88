"""S19: what the report of a government must tell beside the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.text.traces import Traces

_GOVERNMENT = re.compile(r"(?:省|自治区|市|县|区|州|盟|旗)(?:人民)?政府$")
_TOWN = re.compile(r"(?:乡|镇|苏木)(?:人民)?政府$")
_DUTIES = (
    (Text("工作考核", "assessment"), Traces.of("考[核评]", "绩效", "测评", "分值", "权重")),
    (Text("社会评议", "public evaluation"), Traces.of("评[议价估]", "测评", "满意[度率]", "问卷")),
    (
        Text("责任追究", "accountability"),
        Traces.of("追[究责]", "问责", "诫勉", "约谈", "醒(?<=提醒)谈话", "处分", "批评教育", "检讨"),
    ),
)
"""What is to be told, and the words for it."""


@rule("S19")
def duties_of_governments(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for assessment, public evaluation and accountability in the report of a government.

    The duty is the same for all governments; for towns, whose templates often leave it out, it is a hint.
    """
    if report.agency is None:
        yield not_assessable("S19", "没有读到机关名称", "the name of the agency was not read")
        return
    town = _TOWN.search(report.agency)
    if not town and not _GOVERNMENT.search(report.agency):
        return
    if not any(section.text.strip() for section in report.sections):
        yield not_assessable("S19", "没有读到正文", "no text was read")
        return
    missing = [name for name, words in _DUTIES if not words.within(report.wording)]
    if missing:
        yield spec("S19").finding(
            severity="info" if town else None,
            missing=Text("、".join(name.zh for name in missing), ", ".join(name.en for name in missing)),
        )

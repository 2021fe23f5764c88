"""S19: what the report of a government must tell beside the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report

_GOVERNMENT = re.compile(r"(?:省|自治区|市|县|区|州|盟|旗)(?:人民)?政府$")
_TOWN = re.compile(r"(?:乡|镇|苏木)(?:人民)?政府$")
_DUTIES = (
    (Text("工作考核", "assessment"), re.compile(r"考核|绩效|考评|测评|分值|权重")),
    (Text("社会评议", "public evaluation"), re.compile(r"评议|评价|评估|测评|满意[度率]|问卷")),
    (Text("责任追究", "accountability"), re.compile(r"追究|问责|追责|诫勉|约谈|提醒谈话|处分|批评教育|检讨")),
)


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
    missing = [name for name, mention in _DUTIES if not mention.search(report.wording)]
    if missing:
        yield spec("S19").finding(
            severity="info" if town else None,
            missing=Text("、".join(name.zh for name in missing), ", ".join(name.en for name in missing)),
        )

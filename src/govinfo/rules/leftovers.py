"""S17, S25: words that do not belong to the report: instructions of the form, remains of a conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.artefacts import artefacts_within, passages, with_artefacts
from govinfo.rules.quoting import shorten
from govinfo.rules.traces import INSTRUCTIONS, telling

INSTRUCTION = re.compile(
    r"""
    [该本此]部分(?:内容)?(?:应当?|需要?|请)?(?:以|用|采用|采取)(?:表格|文字)[^。\n]{0,6}?(?:报告|填报|填写|填列|反映|体现|描述)
    | 这一[项部]分?报告
    | 填[报表写]说明\s*[:：]
    | (?:此处|在此处|这里)(?:应|请|需)?(?:填写|填报|填入|录入|插入|简述)
    | [(（](?:请|应|需)?(?:据实|如实|(?:根据|结合|按照?)实际(?:情况)?)[^()（）\n]{0,6}
      (?:填写|填报|修改|删减)[^()（）\n]{0,12}[)）]
    | (?<![×X])[×X]{2,4}(?:年|月|日|件|篇|次|条(?![例款约]))
    | _{2,}\s*(?:年|月|日|件|篇|次|条)
    """,
    re.VERBOSE,
)


@rule("S17", concerns=telling(INSTRUCTIONS))
def instructions(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Report instructions of the form, and its blanks, that were left in the text."""
    if not report.wording.strip():
        yield not_assessable("S17", "没有读到正文", "no text was read")
    for piece in passages(report, INSTRUCTIONS):
        for match in INSTRUCTION.finditer(piece.text):
            yield spec("S17").finding(source=piece.source, printed=shorten(match[0]))


@rule("S25", concerns=with_artefacts)
def remains(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Report remains of a conversion, a web page or a mirror site, one finding for each kind."""
    if not report.wording.strip():
        yield not_assessable("S25", "没有读到正文", "no text was read")
    for kind in artefacts_within(report):
        pieces = passages(report, kind.traces)
        found = [(piece, printed) for piece in pieces for printed in kind.within(piece.text)]
        if found:
            piece, printed = found[0]
            yield spec("S25").finding(source=piece.source, printed=shorten(printed), kind=kind.name, times=len(found))

"""S20, S21, S24: sections that say too little or too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.artefacts import without_artefacts
from govinfo.rules.outline import heading_label
from govinfo.rules.quoting import shorten
from govinfo.text.fold import MAX_LABEL, fold

_SHORTEST = 30
_LONGEST = 1000

_REMEDY = re.compile(r"将|拟|计划|下一?步|改进|改为|加强|完善|已|增加|力争|打算|今后|补充|建立|组织|整改")
_EMPTY = Text("为空", "is empty")
_PIECE = re.compile(r"[^。，,；;：:！!\n]+")
_SELF = r"(?:本|我|全)[一-鿿]{0,6}?(?:机关|单位|部门|局|委|办|厅|院|镇|乡|街道|县|市|区|中心|所|政府|处)"
_TIME = r"(?:截至|截止)?(?:目前|当前|\d{4}年度?|本?年度|本年|今年|\d{1,2}月|\d{1,2}日|年底|期间|以来|内|中)"
_OF_WHOM = rf"(?:{_SELF}|{_TIME}){{0,4}}"
_MATTER = (
    r"(?:其他|其它)?(?:(?:需要?|应当?|须)?(?:报告|说明|补充|公开|和|或){1,3})?的?"
    r"(?:其他|其它)?(?:重要|重大|特殊)?(?:事项|情况|内容|事宜)?(?:需要?)?(?:报告|说明)?"
)
_ABOUT = re.compile(rf"{_OF_WHOM}(?:{_MATTER})")
_NOTHING = re.compile(rf"{_OF_WHOM}(?:暂时?|尚|均)?(?:无|没有|不存在|未有)(?:{_MATTER})")


@rule("S20")
def problems(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report a section five that is empty or too short to name a problem and its remedy.

    Where a few words do name both, it is a hint.
    """
    section = report.section(5)
    if section.heading is None:
        yield not_assessable("S20", f"没有“{section.title}”部分", "section five was not found")
        return
    text = without_artefacts(report, section)
    length = _length(text)
    if length < _SHORTEST:
        said = Text(f"仅{length}字：“{shorten(text)}”", f"has only {length} characters: “{shorten(text)}”")
        both = len(re.findall(r"[。；;]", text)) > 1 and _REMEDY.search(text)
        yield spec("S20").finding(
            source=section.source,
            severity="info" if both else None,
            section=heading_label(form, 5),
            detail=said if length else _EMPTY,
        )


@rule("S21")
def other_matters(report: Report, form: Form) -> Iterator[Finding | NotAssessable]:
    """Report a section six that is empty, or only says that there is nothing to report."""
    section = report.section(6)
    if section.heading is None:
        yield not_assessable("S21", f"没有“{section.title}”部分", "section six was not found")
        return
    text = without_artefacts(report, section)
    detail = _EMPTY
    for piece in _pieces(text, report):
        if _ABOUT.fullmatch(piece):
            continue
        if not _NOTHING.fullmatch(piece):
            return
        detail = Text(f"仅写“{shorten(text)}”", f"only says “{shorten(text)}”")
    yield spec("S21").finding(source=section.source, section=heading_label(form, 6), detail=detail)


@rule("S24")
def length_of_section_one(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Count the characters of section one.

    Every character counts but white space: punctuation, digits, the headings below the section's own,
    and what a conversion left behind, as a word processor would count the text as it stands.
    """
    section = report.section(1)
    length = _length(section.text)
    if not length:
        yield not_assessable("S24", "没有读到第一部分的正文", "the text of section one was not read")
    elif length > _LONGEST:
        yield spec("S24").finding(source=section.source, length=length, limit=_LONGEST)


def _length(text: str) -> int:
    return len("".join(text.split()))


def _pieces(text: str, report: Report) -> Iterator[str]:
    """The folded clauses of a text, without the names of the agency and of the sign-off.

    A clause that is too long to fold says something in any case, and is given as it is printed.
    """
    signed = report.signed.agency if report.signed else None
    names = [fold(name) for name in (report.agency, report.publisher, signed) if name]
    for found in _PIECE.finditer(text):
        piece = found[0]
        key = fold(piece) if len(piece) <= MAX_LABEL else piece.strip()
        for name in names:
            key = key.replace(name, "")
        yield key

"""P03 and P06: applicants by name, and members of the staff by name with a mobile number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.privacy import MOBILE, Passage, Passages, mask_mobile, numbered_text, with_long_numbers
from govinfo.rules.traces import LED, NAMES, found
from govinfo.text.surnames import AMBIGUOUS, CLEAR, GIVEN, NO_NAME, masked

NAME = rf"(?P<name>[{CLEAR}](?:{GIVEN}){{1,2}})"
"""A name that nothing but its surname tells from other words."""

LONG_NAME = rf"(?P<name>[{CLEAR}](?:{GIVEN}){{2}})"
"""A name of three characters; one of two is too easily another word."""

LABELLED_NAME = rf"(?P<name>[{CLEAR}{AMBIGUOUS}](?:{GIVEN}){{1,2}})"
"""A name behind a word and a colon, where hardly anything else can stand."""

ROLE = "(?:申请人(?<!被申请人)|原告|上诉人|起诉人|公民|村民|居民|业主|市民)"

ACTION = (
    r"(?=等?[0-9一二三四五六七八九十多]*人?(?:提出|提交|提起|申请|要求|不服|诉|反映|就|通过|于[0-9]|因|以|向|对|来信|来访)"
    r"|的(?:政府)?(?:信息)?公开申请|[(（,，]?(?:身份证|男|女)[,，、号:：])"
)
"""What an applicant does, or what is said of one."""

APPLICANTS = (
    re.compile(rf"{ROLE}{NAME}{ACTION}"),
    re.compile(rf"{ROLE}(?:姓名)?[:：]\s*{LABELLED_NAME}(?=[,，。;；、()（）\s]|$)"),
    re.compile(
        rf"(?:收到|受理|答复|针对|办理了?|因|由){LONG_NAME}"
        r"(?=(?:提出|提交|申请)的?(?:政府)?信息公开|的?(?:政府)?信息公开申请|申请公开)"
    ),
    re.compile(rf"(?<![\u4e00-\u9fff]){NAME}(?<![起投上申胜败应告控公抗])诉(?=[^，。；]{{1,20}}(?:信息公开|答复))"),
)
"""Wordings in which an applicant is named."""

STAFF = re.compile(
    rf"(?:联系人|经办人|承办人|负责人|联络员|工作人员|填报人|审核人|撰稿人)(?:为|是)?\s*[:：]?\s*{LABELLED_NAME}"
    rf"[^0-9\n。]{{0,14}}{MOBILE.pattern}"
)
"""A member of the staff, with a mobile number close behind the name."""


_BESIDE_NAMES = NAMES.letters.union(CLEAR)


def with_names(report: Report) -> bool:
    """Whether an applicant may be named, or there is no text at all."""
    return not _BESIDE_NAMES.isdisjoint(found(report)) or not report.narrative.strip()


@rule("P03", concerns=with_names)
def applicants(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """No applicant is named."""
    yield from _unread("P03", report)
    paragraphs = (paragraph for section in report.sections for paragraph in section.paragraphs())
    lines = (line for line in (*_preamble(report), *paragraphs) if may_name(line[0]))
    yield from _told("P03", lines, _applicants)


@rule("P06", concerns=with_long_numbers)
def staff(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """No member of the staff is named together with a mobile number."""
    yield from _unread("P06", report)
    yield from _told("P06", numbered_text(report, _preamble(report)), _staff)


def _unread(rule_id: str, report: Report) -> Iterator[NotAssessable]:
    if not report.narrative.strip():
        yield not_assessable(rule_id, "没有读出正文", "no text was read")


def _told(
    rule_id: str, lines: Iterable[Passage], search: Callable[[str], Iterator[dict[str, str]]]
) -> Iterator[Finding]:
    seen: list[dict[str, str]] = []
    for text, source in lines:
        for masking in search(text):
            if masking not in seen:
                seen.append(masking)
                yield spec(rule_id).finding(masking, source=source)


def _preamble(report: Report) -> Passages:
    source = report.sources.get("preamble")
    return tuple((line, source) for line in report.preamble.split("\n"))


def may_name(text: str) -> bool:
    """Tell quickly whether a text can name an applicant; most name none."""
    return NAMES.within(text) or LED.search(text) is not None


def _applicants(text: str) -> Iterator[dict[str, str]]:
    for pattern in APPLICANTS:
        for match in pattern.finditer(text):
            if not NO_NAME.match(match["name"]):
                yield {"masked": masked(match["name"])}


def _staff(text: str) -> Iterator[dict[str, str]]:
    for match in STAFF.finditer(text):
        if not NO_NAME.match(match["name"]):
            yield {"masked": masked(match["name"]), "number": mask_mobile(match[2])}

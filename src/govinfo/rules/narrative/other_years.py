"""N23: what was done is told of the reporting year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.quoting import shorten
from govinfo.source import Source

SENTENCE = re.compile(r"[^。！!？?]+")
ASIDE = re.compile(r"《[^《》]*》|“[^“”]*”|\"[^\"]*\"|〔[^〔〕]*〕|[（(][^（()）]*[)）]")
"""Titles, quotations, numbers of documents and remarks in brackets."""

YEAR = re.compile(r"([2２](?<![\d.〔第号].)[0０]\d\d)\s*(?:年度?)(?!\s*\d{1,2}\s*月)")
NARROW = re.compile(YEAR.pattern.replace("[2２]", "2"))
WIDE = re.compile(YEAR.pattern.replace("[2２]", "２"))
"""The same with a first digit of one width, which is found much more quickly."""
ADVERBIAL = re.compile(
    r"(?:^|[,，、：:.．)）\s]|[一二三四五六七八九十]是|(?:我[局镇县市区委办厅院部街乡]|本[局镇县市区机关单位部门]{1,2}))"
    r"(?:在|于|全|截至|截止)?$"
)
"""What stands before a year that says when something was done."""

NOT_WHEN_DONE = re.compile(
    r"^\s*(?:以来|以后|以前|之[前后]|前|后|[年]?[初中底末]|[上下]半年|第?[一二三四1-4]季度|起|至|到|[—–~～-]"
    r"|和|与|及|、|的|版|级|修[订正]|印发|出台|制定|制发|成立|施行|实施|届|批|第|预算|决算|部门|政府信息公开工作年度报告|年度报告|工作要点)"
)
"""What stands behind a year that dates a document, a period or a beginning."""

ANOTHER_TIME = re.compile(
    r"同比|环比|[相对]比|较|比上|上一?年|去年|往年|前年|历年|历史|持平|增[长加]|下降|减少|上升|提高了|结转|预算|决算|计划|规划"
    r"|将|拟|力争|下一步|下步|今后|明年|来年|未来|争取|打算|目标|以来|以前|期间|历经|连续|自20|有效期|期限|到期"
    r"|截至|截止|任期|换届|机构改革|印发|出台|遗留|补充公开|年报|年度报告"
)
"""Words of a sentence that is on purpose on another time, or compares."""

DONE = re.compile(
    r"(?:共|累计|合计|总计|全年|收到|受理|办理|答复|办结|接到|发布|公开|公示|公布|更新|制发|开展|组织|召开|举办|参加|培训|审查|编制|回应|解读)"
)
AMOUNT = re.compile(r"\d|[零〇一二三四五六七八九十百两]+\s*[件条项次份篇场期起个]|未收到|没有收到|未接到")
AHEAD = re.compile(r"要|应|继续|进一步|加强|加大|推进|推动|完善|深化|努力|持续|着力|重点|做好|提升")

PAST = re.compile(r"已|了|完成|收到|受理")
PLANS = 5
"""The section of problems and improvements."""

SECTIONS = (1, 5, 6)
"""The sections with text of their own; the others hold the tables."""


@rule("N23")
def other_years(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for another year where a sentence says when something was done; each year is reported once."""
    if report.year is None:
        yield not_assessable("N23", "报告年度不明", "the reporting year is unknown")
        return
    found: dict[int, list[tuple[str, Source | None]]] = {}
    for number in SECTIONS:
        section = report.section(number)
        for text, source in section.paragraphs() if _names_another(section.text, report.year) else ():
            if _names_another(text, report.year):
                for year, sentence in _misdated(text, report.year, plans=number == PLANS):
                    found.setdefault(year, []).append((sentence, source))
    for year, places in found.items():
        sentence, source = places[0]
        yield spec("N23").finding(
            source=source, y=str(year), year=str(report.year), quote=shorten(sentence), times=str(len(places))
        )


def _names_another(text: str, reporting: int) -> bool:
    """Tell quickly whether a text can name another year; wide digits may be those of the same."""
    return not {str(reporting)}.issuperset(NARROW.findall(text)) or ("２" in text and WIDE.search(text) is not None)


def _misdated(text: str, reporting: int, *, plans: bool) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a paragraph that date what was done to another year, with that year.

    What the section of plans tells of a later year is a plan, unless it is said to be done.
    """
    for sentence in SENTENCE.findall(text):
        plain = ASIDE.sub("", sentence)
        years = {int(match[1]) for match in YEAR.finditer(plain)}
        if len(years) != 1 or reporting in years or ANOTHER_TIME.search(plain):
            continue
        match = YEAR.search(plain)
        if match is None or NOT_WHEN_DONE.match(plain[match.end() :]) or not ADVERBIAL.search(plain[: match.start()]):
            continue
        rest = plain[match.end() :]
        plan = int(match[1]) > reporting and (AHEAD.search(rest) or (plans and not PAST.search(rest)))
        if not plan and DONE.search(rest) and AMOUNT.search(rest):
            yield int(match[1]), sentence.strip()

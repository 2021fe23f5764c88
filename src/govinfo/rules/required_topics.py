"""S18: the five topics of section one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, Severity, Text, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.artefacts import GLOSSES, artefacts_within, without_artefacts
from govinfo.rules.outline import clause
from govinfo.rules.traces import TRADITIONAL, found
from govinfo.text.fold import fold
from govinfo.text.script import simplified


@attrs.frozen(eq=False)
class _Topic:
    """A topic.

    Attributes:
        name: what it is called.
        stem: the part of the name by which a heading shows that it follows the topics.
        heading: how a heading may name it otherwise.
        mention: how a text without headings speaks of it; its name does.
        severity: how grave it is not even to mention it; the usual severity if None.
    """

    name: Text
    stem: str
    heading: re.Pattern[str]
    mention: re.Pattern[str]
    severity: Severity | None = None


_TOPICS = (
    _Topic(
        Text("主动公开", "proactive disclosure"),
        "主动公开",
        re.compile(r"主动公开|信息发布|公开内容|重点领域"),
        re.compile(r"主动公开|发布|公布|公示|刊登|公开[^，。；]{0,12}信息"),
    ),
    _Topic(
        Text("依申请公开", "disclosure on application"),
        "申请公开",
        re.compile(r"依申请|申请公开|公开申请|依法申请|(?:办理|答复|受理|处理)\w{0,4}申请|申请(?:办理|答复|处理)"),
        re.compile(r"依申请|申请公开|公开的?申请|申请人|信息申请|(?:收到|新收|受理|接收)\w{0,4}申请"),
        severity="warning",
    ),
    _Topic(
        Text("政府信息管理", "management of government information"),
        "信息管理",
        re.compile(
            r"(?:信息|公文|文件|内容|制度|规范|动态)\w{0,6}管理|管理制度|信息审[查核]|制度建设|规范管理|管理[与和及、]|[与和及、]管理"
        ),
        re.compile(r"信息\w{0,6}管理|制度|机制|审[查核]|目录|清单|更新|规范性文件|保密"),
    ),
    _Topic(
        Text("平台建设", "platforms"),
        "平台",
        re.compile(r"平台|网站|渠道|载体|新媒体|阵地"),
        re.compile(r"平台|网站|网页|门户|公众号|新媒体|微博|微信|客户端|专栏|公报|公开栏|查阅点|官网"),
    ),
    _Topic(
        Text("监督保障", "supervision and support"),
        "监督",
        re.compile(r"监督|保障|考核|培训|组织领导|评[价议估]|队伍|督[查导]"),
        re.compile(r"监督|考核|评议|评估|培训|保障|追究|问责|领导小组|组织领导|专人|督[查导]|自查"),
    ),
)
_STRUCTURED = 3
_LONGEST_HEADING = 25
_OPENING = re.compile(r"\s*+([^。：:；;\n]++)(?!(?<!\s)。\s*$)")
"""The clause with which a paragraph opens; one of a single sentence has no such opening."""
_COMMA = re.compile("[,，]")


@rule("S18")
def topics(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """Look for the five topics of section one.

    Where the headings of the section follow the topics, a topic needs a heading, or its name in the
    text; otherwise it is enough that the text speaks of it.
    """
    section = report.section(1)
    text = _plain(without_artefacts(report, section), report)
    if not text.strip():
        yield not_assessable("S18", "没有读到第一部分的正文", "the text of section one was not read")
        return
    outline = [clause(line.text) for line in report.headings if line.within == 1 and line.section is None]
    unsure = [topic for topic in _unnamed("\n".join(_folded(outline))) if topic.name.zh not in text]
    if not unsure:
        return
    openings = [found[1].rstrip() for found in map(_OPENING.match, text.split("\n")) if found]
    headings = "\n".join(_folded([*outline, *openings]))
    structured = sum(topic.stem in headings for topic in _TOPICS) >= _STRUCTURED
    unnamed = _unnamed(headings)
    for topic in unsure:
        mentioned = topic in unnamed and bool(topic.mention.search(text))
        if topic in unnamed and (structured or not mentioned):
            severity = None if mentioned else topic.severity
            yield spec("S18").finding(source=section.source, severity=severity, topic=topic.name)


def _plain(text: str, report: Report) -> str:
    """The text in simplified characters, without phonetic glosses; it has mostly neither."""
    changed = GLOSSES in artefacts_within(report) or not TRADITIONAL.isdisjoint(found(report))
    return simplified(text) if changed else text


def _unnamed(headings: str) -> list[_Topic]:
    """The topics that no heading names."""
    return [topic for topic in _TOPICS if not topic.heading.search(headings)]


def _folded(headings: Iterable[str]) -> Iterator[str]:
    """Yield each of some headings and short openings once, folded."""
    for heading in dict.fromkeys(headings):
        words = heading if len(heading) <= _LONGEST_HEADING else _COMMA.split(heading, maxsplit=1)[0]
        if len(words) <= _LONGEST_HEADING:
            yield fold(words)

"""What a conversion, a web page or a mirror site leaves behind in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from govinfo.findings import Text
from govinfo.report import Report, Section
from govinfo.rules import traces
from govinfo.rules.per_report import per_report
from govinfo.rules.traces import may_have
from govinfo.source import Source
from govinfo.text.traces import Traces

_FIELD = re.compile(
    "|".join(
        (
            r"\[\s*(?i:bookmark)\s*:[^\]\n]{0,60}\]|_(?<!\w_)(?i:goback)\b",
            *(rf"{first}(?<!\w{first})(?i:yperlink)\s+\"[^\"\n]*\"" for first in "Hh"),
            *(rf"{first}(?<!\w{first})(?i:ageref)\s+\w+" for first in "Pp"),
            *(rf"{first}(?i:rror! (?:reference source|bookmark) not (?:found|defined))" for first in "Ee"),
            r"错误[!！]\s*(?:未找到引用源|未定义书签)",
        )
    )
)
"""Regardless of case; each begins with a letter in a case of its own, so that it is found quickly."""

_NAVIGATION = re.compile(
    r"(?<![\[【(（ |])[\[【(（ |]*+(?:打印本页|关闭窗口|关闭本页|返回顶部|视力保护色|扫一扫在手机)|分享到\s*(?:[:：]|$)"
    r"|^[^\S\n]*(?:当前位置|您的位置|您所在的位置|责任编辑|浏览次数|点击数|阅读次数|上一篇|下一篇|字号|字体)\s*[:：]"
    r"|^[^\S\n]*(?:网站|网页|原文)?链接(?:地址)?\s*[:：]\s*(?=http)",
    re.MULTILINE,
)
_GLOSS = re.compile(
    r"[(（](?<=[一-鿿].)(?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|[a-zü]{3,6}[)）])"
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aoeiuüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng|n|r)?[)）]"
)


@attrs.frozen
class Artefact:
    """Something left behind.

    Attributes:
        name: what it is.
        pattern: what it looks like.
        traces: what every instance contains.
        before: characters before a match that belong to it.
    """

    name: Text
    pattern: re.Pattern[str]
    traces: Traces
    before: int = 0

    def within(self, text: str) -> Iterator[str]:
        """Yield the instances in a text."""
        return (text[match.start() - self.before : match.end()] for match in self.pattern.finditer(text))


FIELDS = Artefact(Text("书签或域代码", "bookmark or field code"), _FIELD, traces.FIELDS)
NAVIGATION = Artefact(Text("网页导航文字", "navigation of a web page"), _NAVIGATION, traces.NAVIGATION)
GLOSSES = Artefact(Text("注音", "phonetic gloss"), _GLOSS, traces.LATIN_IN_BRACKETS, before=1)
ARTEFACTS = (FIELDS, NAVIGATION, GLOSSES)


@attrs.frozen
class Passage:
    """A piece of the report's running text and its place."""

    text: str
    source: Source | None


def passages(report: Report, traced: Traces) -> tuple[Passage, ...]:
    """The title, the preamble, and those headings and paragraphs of the sections in which one of some traces is."""
    return tuple(piece for piece in _pieces(report) if traced.within(piece.text))


@per_report
def _pieces(report: Report) -> tuple[Passage, ...]:
    return (
        Passage(report.title or "", report.sources.get("title")),
        Passage(report.preamble, report.sources.get("preamble")),
        *(
            Passage(text, source)
            for section in report.sections
            for text, source in ((section.heading or "", section.source), *section.paragraphs())
        ),
    )


@per_report
def artefacts_within(report: Report) -> tuple[Artefact, ...]:
    """The kinds of artefacts that may be in the text at all."""
    return tuple([kind for kind in ARTEFACTS if may_have(report, kind.traces)])


def with_artefacts(report: Report) -> bool:
    """Whether any artefact may be in the text, or there is no text at all."""
    return bool(artefacts_within(report)) or not report.narrative.strip()


def without_artefacts(report: Report, section: Section) -> str:
    """The text of a section without field codes and without lines of navigation."""
    text = section.text
    for kind in artefacts_within(report):
        if kind is NAVIGATION and kind.traces.within(text):
            text = "\n".join(line for line in text.split("\n") if not kind.pattern.search(line))
        elif kind is FIELDS and kind.traces.within(text):
            text = kind.pattern.sub("", text)
    return text

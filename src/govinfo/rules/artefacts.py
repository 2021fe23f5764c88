"""What a conversion, a web page or a mirror site leaves behind in the text."""

from __future__ import annotations

import re

import attrs

from govinfo.findings import Text
from govinfo.report import Report
from govinfo.source import Source

_FIELD = re.compile(
    r"\[\s*bookmark\s*:[^\]\n]{0,60}\]|\b_GoBack\b|\bHYPERLINK\s+\"[^\"\n]*\"|\bPAGEREF\s+\w+|"
    r"错误[!！]\s*(?:未找到引用源|未定义书签)|Error! (?:Reference source|Bookmark) not (?:found|defined)",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"(?<![\[【(（ |])[\[【(（ |]*+(?:打印本页|关闭窗口|关闭本页|返回顶部|视力保护色|扫一扫在手机)|分享到\s*(?:[:：]|$)"
    r"|^[^\S\n]*(?:当前位置|您的位置|您所在的位置|责任编辑|浏览次数|点击数|阅读次数|上一篇|下一篇|字号|字体)\s*[:：]"
    r"|^[^\S\n]*(?:网站|网页|原文)?链接(?:地址)?\s*[:：]\s*(?=http)",
    re.MULTILINE,
)
_GLOSS = re.compile(
    r"[一-鿿][(（](?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|[a-zü]{3,6}[)）])"
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aoeiuüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,3}(?:ng|n|r)?[)）]"
)

_FIELD_TRACE = re.compile(r"bookmark|_goback|hyperlink|pageref|错误[!！]|error!")
_NAVIGATION_WORDS = re.compile(
    "打印本页|关闭窗口|关闭本页|返回顶部|视力保护色|扫一扫在手机|分享到|当前位置|您的位置|您所在的位置|责任编辑|浏览次数|"
    "点击数|阅读次数|上一篇|下一篇|字号|字体|链接"
)
LATIN_IN_BRACKETS = re.compile(r"\([a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]|（[a-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]")
"""How a phonetic gloss begins, as well as some other remarks."""


@attrs.frozen
class Artefact:
    """Something left behind.

    Attributes:
        name: what it is.
        pattern: what it looks like.
        trace: what every instance contains, in lower case, and is found quickly; most texts need no closer look.
    """

    name: Text
    pattern: re.Pattern[str]
    trace: re.Pattern[str]


ARTEFACTS = (
    Artefact(Text("书签或域代码", "bookmark or field code"), _FIELD, _FIELD_TRACE),
    Artefact(Text("网页导航文字", "navigation of a web page"), _NAVIGATION, _NAVIGATION_WORDS),
    Artefact(Text("注音", "phonetic gloss"), _GLOSS, LATIN_IN_BRACKETS),
)


@attrs.frozen
class Passage:
    """A piece of the report's running text and its place."""

    text: str
    source: Source | None


def passages(report: Report) -> tuple[Passage, ...]:
    """The title, the preamble and the sections with their headings, as far as they have text."""
    sources = report.sources
    pieces = [
        Passage(report.title or "", sources.get("title")),
        Passage(report.preamble, sources.get("preamble")),
        *(Passage(f"{section.heading or ''}\n{section.text}", section.source) for section in report.sections),
    ]
    return tuple(piece for piece in pieces if piece.text.strip())


def without_artefacts(text: str) -> str:
    """The text without field codes and without lines of navigation."""
    if _NAVIGATION_WORDS.search(text):
        text = "\n".join(line for line in text.split("\n") if not _NAVIGATION.search(line))
    return _FIELD.sub("", text) if _FIELD_TRACE.search(text.lower()) else text

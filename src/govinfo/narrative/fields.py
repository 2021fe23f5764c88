"""Named fields above the text: index number, document number, dates, publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import attrs
import regex

from govinfo.contracts import LabelAlias
from govinfo.narrative.lines import Line
from govinfo.narrative.titles import is_title
from govinfo.source import Source
from govinfo.text.fold import narrow

USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "index_number": ("索引号码", "信息索引号", "索引号"),
    "document_number": ("发文字号", "发布文号", "文件编号", "文号"),
    "published": (
        "发布日期",
        "发布时间",
        "公开日期",
        "公开时间",
        "发文日期",
        "成文日期",
        "生成日期",
        "印发日期",
        "发表日期",
        "发表时间",
        "发稿日期",
        "发稿时间",
        "更新时间",
        "更新日期",
        "日期",
        "时间",
    ),
    "publisher": (
        "发布机构",
        "发布机关",
        "发布单位",
        "发文机关",
        "发文单位",
        "公开主体",
        "责任部门",
        "信息来源",
        "文章来源",
        "来源",
    ),
    "title": ("标题", "信息名称", "文件名称", "名称"),
    "other": (
        "主题分类",
        "信息分类",
        "组配分类",
        "体裁分类",
        "服务对象分类",
        "分类",
        "文件分类",
        "所属机构",
        "主题词",
        "关键词",
        "关键字",
        "时效性",
        "时效",
        "有效性",
        "效力属性",
        "效力状态",
        "公开方式",
        "公开时限",
        "公开范围",
        "内容概述",
        "字号",
        "字体",
        "浏览次数",
        "点击次数",
        "阅读次数",
        "访问量",
        "作者",
        "编辑",
        "视力保护色",
        "保护视力色",
    ),
}
"""What fields are usually called, by what they are for; ``other`` for names whose values are of no use."""

MAX_BELOW = 40
"""Longest value on the line below its name, a title aside, in characters."""

_AROUND = " 　\xa0\t•·●○◆■□▪|"
"""Blanks, list marks and bars around a value."""

_OTHER_NAME = regex.compile(r"\p{Han}{2,6}\s*[:：](?!\S*\d)")
"""The name of another field, which shows that the value in front of it is empty; no hour, as 下午3:20 has."""

_DOCUMENT_NUMBER = regex.compile(r"\p{Han}{2,14}[〔\[（(【﹝]20[0-9]{2}[〕\]）)】﹞]\s*(?:第\s*)?[0-9]{1,4}\s*号")
_TEXT = regex.compile(r"[。；;]|[:：]$")

TARGET = "metadata."
"""Beginning of the target of a regional wording that names a field."""


@attrs.frozen
class FieldNames:
    """The printed names of fields.

    Attributes:
        attributes: the attribute that each name is for.
        ranks: which names of an attribute are best; lower is better.
        pattern: finds a name and the colon behind it.
        ends: the last characters of the names.
    """

    attributes: dict[str, str]
    ranks: dict[str, int]
    pattern: regex.Pattern[str]
    ends: frozenset[str]

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text has a colon, or ends as a name does; in full width, any ASCII may be that end."""
        return text[-1:] in self.ends or ":" in text or "：" in text or text[-1:] >= "\uff01"


@lru_cache(maxsize=32)
def field_names(aliases: tuple[LabelAlias, ...] = ()) -> FieldNames:
    """The usual names, and before them those of a region."""
    regional = {
        alias.wording: alias.target.removeprefix(TARGET) for alias in aliases if alias.target.startswith(TARGET)
    }
    usual = {name: field for field, names in USUAL_NAMES.items() for name in names if name not in regional}
    attributes = {**regional, **usual}
    alternatives = "|".join(_spaced(name) for name in sorted(attributes, key=len, reverse=True))
    ranks = {name: rank for rank, name in enumerate(attributes)}
    pattern = regex.compile(rf"(?<![\p{{Han}}])(?P<name>{alternatives})\s*(?P<colon>:)?")
    return FieldNames(attributes, ranks, pattern, frozenset([name[-1:] for name in attributes]))


def _spaced(name: str) -> str:
    return r"\s*".join(map(regex.escape, name))


@attrs.frozen
class Field:
    """A named value.

    Attributes:
        attribute: what it is for.
        name: the printed name.
        value: what is printed behind it.
        source: place of the value.
        rank: lower is better among several fields for one attribute.
    """

    attribute: str
    name: str
    value: str
    source: Source
    rank: int


def fields(lines: Sequence[Line], aliases: tuple[LabelAlias, ...] = ()) -> Iterator[tuple[Field, Line]]:
    """Yield the fields in the lines above the text, each with its line.

    A name and its value may share a line, be neighbouring cells of a row, or follow each other on
    two lines.

    Args:
        lines: the lines.
        aliases: regional wordings, of which those for metadata count.
    """
    names = field_names(aliases)
    for number, line in enumerate(lines):
        for place, printed in enumerate(line.texts):
            if not names.may_be_in(printed):
                continue
            text = narrow(printed)
            keys = [
                key for key in names.pattern.finditer(text) if key["colon"] or key.end() == len(text) == key.end("name")
            ]
            for key, following in zip(keys, [*keys[1:], None], strict=False):
                value = text[key.end() : following.start() if following else None].strip(_AROUND)
                source = line.tokens[place].source
                if not value and following is None:
                    after = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
                    if after is None and len(line.tokens) == 1 and number + 1 < len(lines):
                        after = lines[number + 1].tokens[0]
                    attribute = names.attributes["".join(key["name"].split())]
                    if after is not None and _may_be_value(after.text, attribute, names, beside=after in line.tokens):
                        value, source = after.text.strip(_AROUND), after.source
                name = "".join(key["name"].split())
                if value and not _OTHER_NAME.match(value):
                    yield Field(names.attributes[name], name, value, source, names.ranks[name]), line


def bare_number(lines: Sequence[Line]) -> str | None:
    """A document number that stands alone on a line, as above the title of a letter."""
    texts = (line.text.strip() for line in lines)
    return next((text for text in texts if text.endswith("号") and _DOCUMENT_NUMBER.fullmatch(text)), None)


def _may_be_value(text: str, attribute: str, names: FieldNames, *, beside: bool) -> bool:
    """Tell whether a text may be the value of the field whose name stands before it, in its row or on the line above.

    Below an empty field stands another, the title or the text of the report.
    """
    if names.pattern.match(narrow(text).lstrip(_AROUND)):
        return False
    if beside or attribute == "title":
        return True
    return len(text) <= MAX_BELOW and not _TEXT.search(text) and not is_title(text)

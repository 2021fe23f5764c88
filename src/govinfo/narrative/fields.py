"""Named fields above the text: index number, document number, dates, publisher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
import regex

from govinfo.narrative.lines import Line
from govinfo.source import Source
from govinfo.text.fold import narrow

_NAMES: dict[str, tuple[str, ...]] = {
    "index_number": ("索引号码", "索引号"),
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
        "更新时间",
        "更新日期",
        "日期",
        "时间",
    ),
    "publisher": (
        "发布机构",
        "发布机关",
        "发文机关",
        "发文单位",
        "公开主体",
        "责任部门",
        "信息来源",
        "文章来源",
        "来源",
    ),
    "title": ("标题", "信息名称", "名称"),
    "other": (
        "主题分类",
        "信息分类",
        "组配分类",
        "体裁分类",
        "服务对象分类",
        "分类",
        "主题词",
        "关键词",
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

_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names}
_RANK = {name: rank for rank, name in enumerate(name for names in _NAMES.values() for name in names)}


def _spaced(name: str) -> str:
    return r"\s*".join(name)


_KEY = regex.compile(
    r"(?<![\p{Han}])(?P<name>"
    + "|".join(_spaced(name) for name in sorted(_FIELD_OF, key=len, reverse=True))
    + r")\s*(?P<colon>:)?"
)


@attrs.frozen
class Field:
    """A named value: the attribute it is for, the printed name, the value and its place."""

    attribute: str
    name: str
    value: str
    source: Source

    @property
    def rank(self) -> int:
        """Lower is better among several fields for one attribute."""
        return _RANK[self.name]


def fields(lines: Sequence[Line]) -> Iterator[tuple[Field, Line]]:
    """Yield the fields in the lines above the text, each with its line.

    A name and its value may share a line, be neighbouring cells of a row, or follow each other on
    two lines.
    """
    for number, line in enumerate(lines):
        for place, token in enumerate(line.tokens):
            text = narrow(token.text)
            keys = [key for key in _KEY.finditer(text) if key["colon"] or key.end() == len(text) == key.end("name")]
            for key, following in zip(keys, [*keys[1:], None], strict=False):
                value = text[key.end() : following.start() if following else None].strip()
                source = token.source
                if not value and following is None:
                    after = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
                    if after is None and len(line.tokens) == 1 and number + 1 < len(lines):
                        after = lines[number + 1].tokens[0]
                    if after is not None and not _KEY.match(narrow(after.text)):
                        value, source = after.text, after.source
                name = "".join(key["name"].split())
                if value:
                    yield Field(_FIELD_OF[name], name, value, source), line

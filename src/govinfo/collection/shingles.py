"""The wording of a report as it is compared with others: without what every report says."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator

import attrs

from govinfo.report import Report
from govinfo.text.agency import split_name
from govinfo.text.sentences import SENTENCE

SHINGLE = 6
"""Characters in a piece of text that is compared; two texts on one subject share few pieces as long as this."""

_NUMBERING = re.compile(r"^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[(（]?\d{1,2}[)）]?[、.．])\s*")
_HEADING = 14
"""A numbered piece of at most so many characters is a heading."""

_BOILERPLATE = re.compile(
    r"^(?:为[^，,]{0,20}[，,])?(?:根据|按照|依据|依照|遵照)[^，,]{0,40}(?:条例|办公厅|通知|要求|规定|格式|精神)"
    r"|本(?:年度)?报告(?:由|包括|共|中|所列|主要|内容|电子版)|统计(?:期限|时限|时间|范围)|起止(?:时间|日期)"
    r"|(?:如|若)[^，,]{0,12}(?:疑问|咨询)|现(?:将|公布|发布|予以)|下载|网址|联系(?:电话|地址|人|方式)|邮政?编码?"
    r"|(?:未|没有|无|不存在|尚未)(?:收到|接到|受理|发生|产生|涉及|收取|出现|被)|坚持以习近平|深入学习贯彻|以[^，,]{2,30}为指导"
)
_YEAR = re.compile(r"(?:19|20)\d{2}年度?")
_NO_WORD = re.compile(r"[\W_]+")


@attrs.frozen(eq=False)
class Shingles:
    """The pieces of a text as numbers, sorted, each once."""

    numbers: array[int]

    def __len__(self) -> int:
        return len(self.numbers)

    def shared(self, other: Shingles) -> int:
        """How many pieces also stand in another text."""
        return len(frozenset(self.numbers).intersection(other.numbers))


def shingles(report: Report, sections: Iterable[int]) -> Shingles:
    """The pieces of some sections' own wording."""
    data = "\n".join(own_words(report, sections)).encode("utf-32-le", "surrogatepass")
    width = 4 * SHINGLE
    found = {zlib.crc32(data[start : start + width]) for start in range(0, len(data) - width + 1, 4)}
    return Shingles(array("L", sorted(found)))


def own_words(report: Report, sections: Iterable[int]) -> Iterator[str]:
    """The sentences without boilerplate, headings, years, names of the body, and punctuation."""
    names = _names(report.agency or "")
    for number in sections:
        for sentence in SENTENCE.findall(report.section(number).text):
            numbered = _NUMBERING.match(sentence)
            words = sentence[numbered.end() :] if numbered else sentence
            if (numbered and len(words) <= _HEADING) or _BOILERPLATE.search(words):
                continue
            words = _YEAR.sub("", words)
            for name in names:
                words = words.replace(name, "")
            if own := _NO_WORD.sub("", words):
                yield own


def letters(text: str) -> str:
    """A text without spaces and punctuation."""
    return _NO_WORD.sub("", text)


def _names(agency: str) -> tuple[str, ...]:
    """The name of a body and those of its regions, the longest first."""
    parts = split_name(agency) if agency else None
    names = {agency, *(parts.regions if parts else ()), *((parts.body,) if parts and len(parts.body) > 2 else ())}
    return tuple(sorted(filter(None, names), key=lambda name: (-len(name), name)))

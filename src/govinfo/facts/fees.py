"""What the narrative says of 信息处理费: notices issued, amount charged, amount received."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import attrs

from govinfo.report import Report

Kind = Literal["notices", "charged", "received"]

REACH = 100
"""How many characters before and behind a number may tell what it counts."""

AMOUNTS: tuple[Kind, ...] = ("charged", "received")

FEE_SECTION = 6
"""The section in which the fees are to be reported."""

SENTENCE = re.compile(r"[^。；;\n]+")
OTHER_FEE = re.compile(r"行政事业性收费|未按[^，,。；;]{0,8}通知[^，,。；;]*|[^，,。；;\n]{0,6}(?:经费|支出)")
TOPIC = re.compile(r"处理费|(?:收费|缴费|交费|缴纳费用的?)通知")
COST = re.compile(r"收费|费用|缴费|收取[^，,。；;]{0,10}费|免费|免收")
DISCLOSURE = re.compile(r"信息公开|依申请|申请人")
ASSERTION = re.compile(
    r"(?:未|没有|无|免)[^，,。；;]{0,16}(?:收费|费用|收取|缴费)"
    r"|(?:收费|费用|收取)[^，,。；;\d]{0,10}(?:0|零|无|没有|\d[\d.,]*\s*万?元)|免费|免收"
)
OWN_SECTION = re.compile(
    r"(?:未|没有|无|免)[^，,。；;]{0,8}(?:收费|收取[^，,。；;]{0,6}费)"
    r"|收费(?:及减免)?情况|收费[^，,。；;]{0,6}[0零无]|收取[^，,。；;]{0,6}费用"
)
CONTINUED = re.compile(
    r"(?!.*(?:罚|税|采购|保险|保证金|预算|补偿|捐|事业性))"
    r"(?:.*(?:金额|收取|实收|应收|缴)|\W*(?:[1-9一二三]\W+)?(?:暂?无|没有)\W*$)"
)
"""A sentence that goes on about the fees of the sentence before it."""
NONE = re.compile(
    r"(?:未(?!按|能|及时|缴)|没有|无(?!法|正当)|不存在)[^，,。；;]{0,20}?(?:收取|收费|处理费|费用|缴费)"
    r"|(?:处理费|收费|收取|费用)[^。；;\d]{0,12}?(?:：|:|；|情况|为)\s*(?:暂?无|没有|零)(?!法)|免费|免收"
)

NUMBER = re.compile(
    r"(?<![\d.〔第])(?P<digits>\d+(?:[,，]\d{3})*(?:\.\d+)?|(?<=[为是计共：:\s])零|零(?=万?元|[件份]))\s*"
    r"(?:(?P<money>万?元)|(?P<count>人次|[件份次个张条笔宗起])|(?P<bare>(?=[，,。；;、）)\s]|$)))"
)
INTRODUCED = re.compile(r"(?:[\u4e00-\u9fff]\s*[\d.,，零]+|[：:]\s*[\d.,，零]+(?!、))\D?$")
"""A number without a unit is a figure after a word, or after a colon unless it numbers an item."""
NOTICE_BEFORE = re.compile(
    r"(?:(?:收费|缴费|交费|付费|缴纳)[^，,。；;]{0,4}通知|通知(?:收费|缴费)|(?:发出|下发|开具|送达|(?<![\u4e00-\u9fff]))通知)(?:书|单|函)?(?:的|发出|下发|开具|制发)?"
    r"(?:总?(?:件数|份数|数量|次数|数))?[（(为是共合总计有：:，,\s约]*$"
)
NOTICE_AFTER = re.compile(r"\s*(?:的)?(?:信息处理费)?(?:收费|缴费|交费|缴纳费用的?)通知")
NO_NOTICE = re.compile(
    r"(?:未(?!按)|没有|无)[^，,。；;\d]{0,10}?(?:收费|缴费|交费)通知"
    r"|(?:收费|缴费)通知[^，,。；;\d]{0,4}[：:为]?\s*无"
)
RECEIVED = re.compile(r"实际(?:收|缴|到账)|实收|实缴|已收|到账")
CHARGED = re.compile(r"应收|应当收|应缴|应当缴|通知")
COLLECTED = re.compile(r"收取|收到|缴纳|收费")
ASIDE = re.compile(r"(?:事业性|每|单价|超过|上年|去年|同期|以内|以上|以下|标准为?)[^，,。；;：:]*$")
TOTAL = re.compile(r"[\W\d]*(?:收费|收取|涉及|信息处理费|费用|的|总|合计|共|计|金额|数额|为|是|和|及)*\W*")
ALL_ALIKE = re.compile(r"(?:均|都|皆)(?:为|是)?\s*$")


@attrs.frozen
class Figure:
    """A number of the statement: pieces for notices, yuan for amounts; `text` as printed."""

    value: Decimal
    text: str


@attrs.frozen
class FeeStatement:
    """What a report says of processing fees.

    Attributes:
        section: number of the section that says it; 0 for the text before section one.
        text: the sentences.
        notices: numbers of notices issued, as often as the text gives one.
        charged: amounts charged, in yuan.
        received: amounts received, in yuan.
        none_charged: the text says in words that no fee was charged.
    """

    section: int
    text: str
    notices: tuple[Figure, ...] = ()
    charged: tuple[Figure, ...] = ()
    received: tuple[Figure, ...] = ()
    none_charged: bool = False


def fee_statement(report: Report) -> FeeStatement | None:
    """The statement of processing fees: that of section six, else the first elsewhere, else None."""
    return _statement((0, report.preamble), *[(section.number, section.text) for section in report.sections])


@lru_cache(maxsize=16)
def _statement(*texts: tuple[int, str]) -> FeeStatement | None:
    for number, text in sorted(texts, key=lambda numbered: (numbered[0] != FEE_SECTION, numbered[0])):
        sentences = tuple(_sentences(text, number == FEE_SECTION)) if _names_fees(text) else ()
        if sentences:
            return _read("；".join(sentences), number)
    return None


def _names_fees(text: str) -> bool:
    """Tell at once whether a text can be on fees at all."""
    return "费" in text or "免" in text


def _sentences(text: str, own_section: bool) -> Iterator[str]:
    """Yield the sentences on fees, with the figures that follow them."""
    inside = False
    for sentence in SENTENCE.findall(text):
        inside = _on_fees(sentence, own_section) or (inside and CONTINUED.match(sentence) is not None)
        if inside:
            yield sentence.strip()


def _on_fees(sentence: str, own_section: bool) -> bool:
    if not _names_fees(sentence):
        return False
    rest = OTHER_FEE.sub("", sentence)
    if TOPIC.search(rest):
        return True
    if own_section and OWN_SECTION.search(rest):
        return True
    return all(pattern.search(rest) for pattern in (COST, DISCLOSURE, ASSERTION))


def _read(text: str, section: int) -> FeeStatement:
    figures: dict[Kind, list[Figure]] = {"notices": [], "charged": [], "received": []}
    for kind, figure in _figures(text):
        figures[kind].append(figure)
    without = NO_NOTICE.search(text)
    if without and not figures["notices"]:
        figures["notices"].append(Figure(Decimal(0), without[0]))
    positive = any(figure.value for kind in AMOUNTS for figure in figures[kind])
    return FeeStatement(
        section=section,
        text=text,
        notices=tuple(figures["notices"]),
        charged=tuple(figures["charged"]),
        received=tuple(figures["received"]),
        none_charged=not positive and NONE.search(text) is not None,
    )


def _figures(text: str) -> Iterator[tuple[Kind, Figure]]:
    """Yield the numbers of the statement, judged by the words between them."""
    end = 0
    before: Kind | None = None
    for match in NUMBER.finditer(text):
        words, end = text[max(end, match.start() - REACH) : match.start()], match.end()
        digits = match["digits"].replace(",", "").replace("，", "")
        value = Decimal(0) if digits == "零" else Decimal(digits) * (10_000 if match["money"] == "万元" else 1)
        kinds = () if ASIDE.search(words) else tuple(_kinds(words, match, text[end : end + REACH], before))
        for kind in kinds:
            yield kind, Figure(value, (re.split("[，,、；;：:。]", words.rstrip("：: "))[-1] + match[0]).strip())
        before = kinds[-1] if kinds else None


def _kinds(words: str, match: re.Match[str], after: str, before: Kind | None) -> Iterator[Kind]:
    """Tell what a number counts.

    Args:
        words: the words between the number before and this one.
        match: the number with its unit.
        after: the text behind it.
        before: what the number before counted.
    """
    if match["bare"] is not None and not INTRODUCED.search(words + match[0] + after[:1]):
        return
    if ALL_ALIKE.search(words):
        yield from _alike(words)
    elif not match["money"] and (NOTICE_BEFORE.search(words) or NOTICE_AFTER.match(after)):
        yield "notices"
    elif match["count"]:
        return
    elif RECEIVED.search(words):
        yield "received"
    elif CHARGED.search(words) or (before == "notices" and TOTAL.fullmatch(words)):
        yield "charged"
    elif COLLECTED.search(_sentence_before(match) if match["money"] else words):
        yield "received"


def _sentence_before(number: re.Match[str]) -> str:
    """The sentence up to a number."""
    return re.split("[。；;]", number.string[max(0, number.start() - REACH) : number.start()])[-1]


def _alike(words: str) -> Iterator[Kind]:
    """Tell what a list such as 件数、应收金额和实收金额均为0 counts."""
    if "通知" in words:
        yield "notices"
    if re.search("应收|应缴|通知.*金额", RECEIVED.split(words)[0]):
        yield "charged"
    if RECEIVED.search(words) or ("通知" not in words and COLLECTED.search(words)):
        yield "received"

"""What the rules on wording look for first is in everything that they would find."""

import re
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govinfo.rules import artefacts, citations, kind_of_document, leftovers, mirrors, named_people, privacy, traces
from govinfo.rules.narrative import other_readings
from govinfo.text.script import GLOSS

NAVIGATION = (
    "打印本页 关闭窗口 关闭本页 返回顶部 视力保护色 扫一扫在手机 分享到： 当前位置： 您的位置： 您所在的位置： "
    "责任编辑： 浏览次数： 点击数： 阅读次数： 上一篇： 下一篇： 字号： 字体： 链接：http 网站链接地址：http"
)

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

BEHIND = "(?<=[一-鿿].)"
"""Asks for a character before the first one, which hypothesis cannot draw."""

NUMBERS = (privacy.MOBILE, privacy.IDENTITY, privacy.CARD)

FOUND = [
    (leftovers.INSTRUCTION, traces.INSTRUCTIONS.within),
    *((kind.pattern, kind.traces.within) for kind in artefacts.ARTEFACTS),
    (GLOSS, traces.LATIN_IN_BRACKETS.within),
    *((pattern, privacy.may_be_numbered) for pattern in NUMBERS),
    (named_people.STAFF, privacy.may_be_numbered),
    *((pattern, named_people.may_name) for pattern in named_people.APPLICANTS),
    (mirrors.ADVERTISING, traces.GAMBLING.within),
    (other_readings.SPLIT, other_readings.SPLIT_TRACES.within),
    *((pattern, kind_of_document.SIGNS.search) for pattern, _ in kind_of_document.TITLES),
    *((pattern, citations.may_cite) for pattern in (citations.NOTICE, citations.OLD_ORDER, citations.OLD_ARTICLE)),
]


@pytest.mark.parametrize(("pattern", "traced"), FOUND, ids=lambda value: getattr(value, "pattern", "")[:20])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_what_matches_is_traced(pattern, traced, data):
    drawn = pattern.pattern.replace("*+", "*")
    if BEHIND in drawn:
        drawn = "[一-鿿]" + drawn.replace(BEHIND, "", 1)
    text = data.draw(st.from_regex(re.compile(drawn, pattern.flags)))
    assert traced(text) or not pattern.search(text)


@pytest.mark.parametrize("words", NAVIGATION.split())
def test_navigation_is_traced(words):
    navigation = artefacts.ARTEFACTS[1]
    assert navigation.pattern.search(words)
    assert navigation.traces.within(f"正文。\n{words}")


@pytest.mark.parametrize("number", ["13800005678", "138 0000-5678", "11010519491231002X", "6200 0000 0000 0005"])
def test_numbers_in_full_width_are_traced(number):
    assert privacy.may_be_numbered(number.translate(WIDE))


@given(st.sampled_from(["13800005678", "11010519491231002X", "6200 0000 0000 0005"]), st.text("年1 -", max_size=9))
def test_numbers_are_traced_wherever_they_begin(number, before):
    assert privacy.may_be_numbered(f"{before}{number}")


@pytest.mark.parametrize("text", ["电话0000-7163086，邮编255400。", "公开信息1380条，其中网站120条。"])
def test_other_numbers_are_not(text):
    assert not privacy.may_be_numbered(text)


@pytest.mark.parametrize("letter", "号国条第")
def test_folding_makes_no_other_character_a_letter_of_citations(letter):
    others = (chr(code) for code in range(sys.maxunicode + 1) if chr(code) != letter)
    assert not any(letter in unicodedata.normalize("NFKC", other) for other in others)


def test_citations_with_blanks_inside_are_traced():
    assert citations.may_cite("根据国 务 院 令第 492 号")
    assert citations.may_cite("依据条 例第 三十一 条")
    assert not citations.may_cite("依据条例公开信息")

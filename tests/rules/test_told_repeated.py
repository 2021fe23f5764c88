from typing import Any

import attrs
import pytest
from tests.fixtures.told import HANDLED, NEW, codes, fact, findings, parts, told

from govinfo.facts.model import Fact, Place
from govinfo.rules.narrative.repeated import repeated
from govinfo.testing.samples import sample_report

REPORT = sample_report(texts={1: "收到申请3件。" * 9 + "收到申请3件，受理4件。"})
LAST = 63


WORDS = {NEW: "收到申请", HANDLED: "处理申请", "fees.notices": "发出通知"}


def once(topic: str, value: int, text: str = "", **changes: Any) -> Fact:
    """A fact of section one whose clause names what it counts."""
    return fact(topic, value, text or f"{WORDS.get(topic, '作出许可、处罚决定')}{value}件", **changes)


def again(topic: str, value: int, text: str = "", **changes: Any) -> Fact:
    """A fact of section five."""
    return attrs.evolve(once(topic, value, text, **changes), place=Place(5, 0, 0, 1))


def test_two_numbers() -> None:
    facts = told(once(NEW, 3, "收到申请3件"), once(NEW, 4, "全年受理申请4件", start=50))
    (found,) = findings(repeated, facts, REPORT)
    assert (found.rule, found.severity, found.equation) == ("N25", "warning", "3 ≠ 4")
    assert found.cells == ("applications.new.total",)
    assert found.related[0].text.zh == "正文：收到申请3件"


@pytest.mark.parametrize("topic", ["proactive.licensing.decisions", "proactive.penalties.decisions"])
def test_decisions_may_be_of_one_kind(topic: str) -> None:
    assert codes(repeated, told(once(topic, 3), again(topic, 4)), REPORT) == [("N25", "info")]


def test_fees() -> None:
    (found,) = findings(repeated, told(once("fees.notices", 1), again("fees.notices", 2)), REPORT)
    assert (found.rule, found.cells) == ("N25", ())


@pytest.mark.parametrize(
    "changes",
    [{"span": "previous"}, {"scope": "whole"}, {"scope": "part"}, {"scope": "unclear"}, {"bound": "at_least"}],
)
def test_another_meaning(changes: dict[str, str]) -> None:
    facts = told(once(NEW, 3), again(NEW, 4, **changes))
    assert findings(repeated, facts, REPORT) == []


@pytest.mark.parametrize(
    "text", ["其中3件申请", "另3件申请", "上半年收到申请3件", "5月收到申请3件", "通过政府网站收到申请3件"]
)
def test_parts(text: str) -> None:
    assert findings(repeated, told(once(NEW, 4, "共收到申请4件"), again(NEW, 3, text)), REPORT) == []


def test_a_clause_that_names_nothing() -> None:
    assert findings(repeated, told(once(NEW, 4), again(NEW, 3, "3件是咨询")), REPORT) == []


def test_kinds_that_add_up() -> None:
    facts = told(
        once(NEW, 7, "收到申请7件"),
        once(NEW, 3, "收到申请3件"),
        again(NEW, 4, "收到申请4件"),
        again(NEW, 7, "收到申请7件"),
    )
    assert findings(repeated, facts, REPORT) == []


def test_parts_of_a_list() -> None:
    total = once(NEW, 9, "收到申请9件")
    made = parts(total, 3, 4, listing="among", topics=(NEW, NEW))
    assert findings(repeated, told(total, *made.parts, breakdowns=(made,)), REPORT) == []


def test_closed_and_answered() -> None:
    closed, answered = once(HANDLED, 12, "办结申请12件"), again(HANDLED, 10, "答复申请10件")
    assert findings(repeated, told(closed, answered), REPORT) == []
    assert codes(repeated, told(closed, answered, again(HANDLED, 11, "办理申请11件")), REPORT) == [("N25", "warning")]


def test_one_sentence() -> None:
    first, second = once(NEW, 3, "收到申请3件", start=LAST), once(NEW, 4, "受理申请4件", start=LAST + 6)
    assert findings(repeated, told(first, second), REPORT) == []
    assert len(findings(repeated, told(attrs.evolve(first, place=Place(1, 0, 0, 1)), second), REPORT)) == 1
    assert len(findings(repeated, told(attrs.evolve(first, place=Place(5, 0, 0, 1)), second), REPORT)) == 1


def test_told_once_or_alike() -> None:
    assert findings(repeated, told(once(NEW, 3)), REPORT) == []
    assert findings(repeated, told(once(NEW, 3), again(NEW, 3)), REPORT) == []
    assert findings(repeated, told(once("disclosure.total", 3), again("disclosure.total", 9)), REPORT) == []

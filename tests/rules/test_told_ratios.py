from decimal import Decimal
from typing import Any

import attrs
import pytest
from tests.fixtures.told import NEW, codes, fact, findings, missing, told

from govinfo.facts.model import Direction, Fact, Place, Share, Trend
from govinfo.rules.narrative.ratios import shares, trends
from govinfo.testing.samples import sample_report

REPORT = sample_report()
PLACE = Place(1, 0, 5, 6)


def percent(value: str, **changes: Any) -> Fact:
    return fact("", value, f"占{value}%", measure="percent", unit="%", **changes)


def share(value: str, part: int, whole: int, **changes: Any) -> Share:
    return Share(percent(value, **changes), fact("", part), fact(NEW, whole))


@pytest.mark.parametrize(
    ("value", "part", "whole"),
    [
        ("42.86", 3, 7),
        ("42.85", 3, 7),
        ("42.9", 3, 7),
        ("43", 3, 7),
        ("42", 3, 7),
        ("50", 2, 4),
        ("50.00", 2, 4),
        ("100", 4, 4),
        ("0", 0, 4),
        ("33.3", 1, 3),
    ],
)
def test_percentages(value: str, part: int, whole: int) -> None:
    assert findings(shares, told(shares=(share(value, part, whole),)), REPORT) == []


@pytest.mark.parametrize(
    ("value", "part", "whole"), [("42.87", 3, 7), ("42.7", 3, 7), ("44", 3, 7), ("57.1", 3, 7), ("50", 3, 7)]
)
def test_wrong_percentages(value: str, part: int, whole: int) -> None:
    (found,) = findings(shares, told(shares=(share(value, part, whole),)), REPORT)
    assert (found.rule, found.severity) == ("N09", "warning")
    assert found.equation == f"3÷7＝42.86% ≠ {value}%"


@pytest.mark.parametrize(
    ("value", "bound", "found"),
    [
        ("40", "at_least", 0),
        ("43", "at_least", 1),
        ("43", "at_most", 0),
        ("40", "at_most", 1),
        ("45", "about", 0),
        ("60", "about", 1),
    ],
)
def test_bounds_of_percentages(value: str, bound: str, found: int) -> None:
    assert len(findings(shares, told(shares=(share(value, 3, 7, bound=bound),)), REPORT)) == found


@pytest.mark.parametrize(
    "given",
    [
        Share(percent("50"), None, fact(NEW, 7)),
        Share(percent("50"), fact("", 3), None),
        Share(percent("50"), fact("", 3), fact(NEW, 0)),
        Share(percent("50"), fact("", 3, bound="at_least"), fact(NEW, 7)),
        Share(percent("50"), fact("", 30000, "发布3万条"), fact(NEW, 70000)),
    ],
)
def test_percentages_of_unknown_numbers(given: Share) -> None:
    assert findings(shares, told(shares=(given,)), REPORT) == []
    assert missing(shares, told(shares=(given,)), REPORT) == {"N09"}


def test_percentages_that_were_levelled_to_make_a_hundred() -> None:
    given = (share("33.4", 1, 3), share("33.3", 1, 3), share("33.3", 1, 3))
    assert findings(shares, told(shares=given), REPORT) == []
    assert len(findings(shares, told(shares=given[:2]), REPORT)) == 1
    assert len(findings(shares, told(shares=(share("43.9", 3, 7), share("56.1", 4, 7))), REPORT)) == 2


def trend(direction: Direction, current: int, previous: int, amount: Fact | None = None, text: str = "同比") -> Trend:
    return Trend(fact(NEW, current), direction, amount, fact(NEW, previous, span="previous"), text, PLACE)


def pieces(value: int) -> Fact:
    return fact("", value)


def times(value: str) -> Fact:
    return fact("", value, measure="times", unit="倍")


@pytest.mark.parametrize(
    "given",
    [
        trend("up", 12, 10),
        trend("up", 12, 10, percent("20")),
        trend("up", 12, 10, pieces(2)),
        trend("down", 22, 31, percent("29")),
        trend("down", 22, 31, percent("29.03")),
        trend("same", 12, 12),
        trend("same", 12, 11, text="与去年基本持平"),
        trend("up", 30, 10, times("2")),
        trend("up", 30, 10, times("3")),
        trend("up", 3, 0, percent("100")),
        trend("up", 3, 0, times("3")),
    ],
)
def test_comparisons(given: Trend) -> None:
    assert findings(trends, told(trends=(given,)), REPORT) == []
    assert missing(trends, told(trends=(given,)), REPORT) == set()


@pytest.mark.parametrize(
    "given",
    [
        trend("up", 10, 12),
        trend("up", 10, 10),
        trend("down", 12, 10),
        trend("same", 12, 10, text="与去年持平"),
        trend("up", 12, 10, percent("16.7")),
        trend("up", 12, 10, pieces(3)),
        trend("up", 30, 10, times("4")),
        trend("down", 0, 0, percent("5")),
    ],
)
def test_wrong_comparisons(given: Trend) -> None:
    assert codes(trends, told(trends=(given,)), REPORT) == [("N24", "warning")]


def test_the_finding_shows_the_change() -> None:
    (found,) = findings(trends, told(trends=(trend("up", 12, 10, percent("16.7")),)), REPORT)
    assert found.equation == "12－10＝2"
    assert "增加16.7%" in found.message("zh")
    assert "增加2（20%）" in found.message("zh")
    assert "a rise of 16.7%" in found.message("en")


@pytest.mark.parametrize(
    "changes", [{"current": None}, {"previous": None}, {"current": fact(NEW, 264000, "阅读26.4万人次")}]
)
def test_comparisons_without_numbers(changes: dict[str, Any]) -> None:
    given = attrs.evolve(trend("up", 10, 12), **changes)
    assert findings(trends, told(trends=(given,)), REPORT) == []
    assert missing(trends, told(trends=(given,)), REPORT) == {"N24"}


def test_amount_without_value() -> None:
    empty = attrs.evolve(percent("5"), value=None)
    assert findings(trends, told(trends=(trend("up", 12, 10, empty),)), REPORT) == []
    assert findings(shares, told(shares=(Share(empty, fact("", 3), fact(NEW, 7)),)), REPORT) == []
    assert Decimal(5) == percent("5").value


def test_percentage_of_another_number_of_the_paragraph() -> None:
    given = share("42.9", 3, 10)
    other = fact("", 7, start=2)
    assert findings(shares, told(other, shares=(given,)), REPORT) != []
    before = attrs.evolve(given, percent=attrs.evolve(given.percent, place=PLACE))
    assert findings(shares, told(other, shares=(before,)), REPORT) == []


def test_comparison_of_another_number_of_the_paragraph() -> None:
    given = trend("up", 2, 31, percent("45.2"))
    assert findings(trends, told(fact(NEW, 45, start=2), trends=(given,)), REPORT) == []
    assert findings(trends, told(fact(NEW, 44, start=2), trends=(given,)), REPORT) != []


def test_percentage_of_the_total_of_a_table() -> None:
    table = sample_report(values={"applications.results.total.total": 30})
    given = Share(percent("10"), fact("applications.results.granted", 3), fact(NEW, 15))
    assert findings(shares, told(shares=(given,)), table) == []
    assert findings(shares, told(shares=(attrs.evolve(given, percent=percent("11")),)), table) != []
    assert findings(shares, told(shares=(attrs.evolve(given, part=fact("", 3)),)), table) != []


def test_a_number_is_no_percentage_of_a_smaller_one() -> None:
    table = sample_report(values={"applications.results.total.total": 30})
    given = Share(percent("10"), fact("applications.results.granted", 3), fact("", 2))
    assert findings(shares, told(shares=(given,)), table) == []
    assert findings(shares, told(shares=(attrs.evolve(given, percent=percent("11")),)), table) != []
    assert findings(shares, told(shares=(attrs.evolve(given, part=fact("", 3)),)), REPORT) == []

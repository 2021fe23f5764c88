from typing import Any

import attrs
import pytest
from tests.fixtures.told import FORWARD, HANDLED, NEW, OVER, RESULTS, codes, fact, findings, missing, parts, told

from govinfo.facts.model import Breakdown, Place
from govinfo.rules.narrative.breakdowns import sums
from govinfo.testing.samples import sample_report

REPORT = sample_report()
TOTAL = fact("disclosure.total", 10, "共公开信息10条", unit="条")
OUTCOMES = (f"{RESULTS}.granted", f"{RESULTS}.partially_granted", f"{RESULTS}.refused")
CHANNELS = ("applications.channel.online", "applications.channel.letter")


def listed(total: Any, *values: int, **more: Any) -> Breakdown:
    made = parts(total, *values, **more)
    return attrs.evolve(made, parts=tuple(attrs.evolve(part, unit=total.unit) for part in made.parts))


def said(*breakdowns: Breakdown) -> list[tuple[str, str]]:
    return codes(sums, told(breakdowns=breakdowns), REPORT)


@pytest.mark.parametrize(
    ("values", "listing", "expected"),
    [
        ((3, 4, 5), "exhaustive", [("N20", "error")]),
        ((3, 4, 5), "among", [("N20", "error")]),
        ((3, 4, 2), "exhaustive", [("N20", "warning")]),
        ((3, 4, 2), "among", [("N20", "info")]),
        ((3, 4, 3), "exhaustive", []),
        ((3, 4, 3), "among", []),
        ((7,), "among", []),
        ((3, 1), "among", []),
        ((3, 1), "exhaustive", [("N20", "warning")]),
        ((7,), "exhaustive", [("N20", "warning")]),
        ((11,), "among", [("N20", "error")]),
        ((3, 7, 4), "exhaustive", [("N20", "info")]),
    ],
)
def test_parts_and_total(values: tuple[int, ...], listing: Any, expected: list[Any]) -> None:
    assert said(listed(TOTAL, *values, listing=listing)) == expected


def test_the_finding_shows_the_sum() -> None:
    (found,) = findings(sums, told(breakdowns=(listed(TOTAL, 3, 4, 5),)), REPORT)
    assert found.equation == "3＋4＋5＝12 ≠ 10"
    assert "多于" in found.message("zh")
    assert found.source is not None
    assert found.source.line == 7


@pytest.mark.parametrize(
    "total",
    [
        attrs.evolve(TOTAL, bound="at_least"),
        attrs.evolve(TOTAL, bound="about"),
        attrs.evolve(TOTAL, value=None, polarity="all"),
        attrs.evolve(TOTAL, span="cumulative"),
    ],
)
def test_totals_that_are_no_plain_numbers(total: Any) -> None:
    assert said(listed(total, 3, 4, 5)) == []


@pytest.mark.parametrize(
    "changes", [{"bound": "at_least"}, {"measure": "percent"}, {"unit": "次"}, {"span": "previous"}, {"scope": "whole"}]
)
def test_parts_of_another_kind(changes: dict[str, Any]) -> None:
    made = listed(TOTAL, 3, 4, 5)
    odd = attrs.evolve(made, parts=(*made.parts[:2], attrs.evolve(made.parts[2], **changes)))
    assert said(odd) == []


@pytest.mark.parametrize(
    ("values", "listing", "expected"),
    [
        ((30, 4), "overlapping", []),
        ((3, 4), "overlapping", [("N21", "info")]),
        ((9,), "overlapping", []),
        ((3, 7), "overlapping", []),
    ],
)
def test_channels_that_overlap(values: tuple[int, ...], listing: Any, expected: list[Any]) -> None:
    assert said(listed(TOTAL, *values, listing=listing)) == expected


@pytest.mark.parametrize(
    ("values", "expected"), [((3, 8), [("N21", "warning")]), ((3, 7), []), ((3, 6), [("N21", "warning")])]
)
def test_channels_of_requests(values: tuple[int, ...], expected: list[Any]) -> None:
    assert said(listed(fact(NEW, 10), *values, topics=CHANNELS)) == expected


@pytest.mark.parametrize(
    ("topic", "values", "listing", "expected"),
    [
        (HANDLED, (5, 4, 2), "exhaustive", [("N10", "warning")]),
        (HANDLED, (5, 4, 2), "among", [("N10", "warning")]),
        (HANDLED, (5, 3, 1), "exhaustive", [("N10", "warning")]),
        (HANDLED, (5, 3, 1), "among", [("N10", "info")]),
        (HANDLED, (5, 3, 2), "exhaustive", []),
        (NEW, (5, 3, 1), "exhaustive", [("N10", "info")]),
        (NEW, (5, 4, 2), "exhaustive", [("N10", "warning")]),
    ],
)
def test_results(topic: str, values: tuple[int, ...], listing: Any, expected: list[Any]) -> None:
    breakdown = listed(fact(topic, 10), *values, listing=listing, topics=OUTCOMES)
    assert said(breakdown) == expected
    cells = [found.cells for found in findings(sums, told(breakdowns=(breakdown,)), REPORT)]
    assert all(f"{RESULTS}.granted.total" in found for found in cells)


@pytest.mark.parametrize("topic", [FORWARD, OVER, f"{NEW}.natural_person"])
def test_results_behind_another_number(topic: str) -> None:
    assert said(listed(fact(topic, 10), 5, 4, 2, topics=OUTCOMES)) == []


def test_a_result_that_is_divided() -> None:
    reasons = (f"{RESULTS}.refused.state_secret", f"{RESULTS}.refused.enforcement_file")
    assert said(listed(fact(f"{RESULTS}.refused", 10), 5, 6, topics=reasons)) == [("N20", "error")]
    assert said(listed(fact(f"{RESULTS}.refused", 10), 5, 5, topics=reasons)) == []


@pytest.mark.parametrize(("values", "expected"), [((3, 4), []), ((3, 8), [("N20", "error")])])
def test_members_of_a_region(values: tuple[int, ...], expected: list[Any]) -> None:
    made = listed(attrs.evolve(TOTAL, scope="whole"), *values, listing="among")
    members = attrs.evolve(made, parts=tuple(attrs.evolve(part, scope="part") for part in made.parts))
    assert said(members) == expected


@pytest.mark.parametrize(("start", "unit", "found"), [(5, "条", 0), (5, "次", 1), (45, "条", 1)])
def test_the_total_stands_further_before(start: int, unit: str, found: int) -> None:
    breakdown = listed(attrs.evolve(TOTAL, place=Place(1, 0, 44, 46)), 3, 4, 5)
    before = fact("", 12, unit=unit, start=start)
    assert len(findings(sums, told(before, breakdowns=(breakdown,)), REPORT)) == found


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("分为三条四条等。", (3, 4), []),
        ("分为三条四4条等。", (3, 4), []),
        ("分为三条四条等。", (3, 8), [("N20", "error")]),
        ("分为三条四条。等", (3, 4), [("N20", "info")]),
    ],
)
def test_a_list_that_goes_on(text: str, values: tuple[int, ...], expected: list[Any]) -> None:
    made = listed(TOTAL, *values, listing="among")
    places = (Place(1, 0, 2, 4), Place(1, 0, 4, 6))
    placed = tuple(attrs.evolve(part, place=place) for part, place in zip(made.parts, places, strict=True))
    given = told(breakdowns=(attrs.evolve(made, parts=placed),))
    assert codes(sums, given, sample_report(texts={1: text})) == expected


@pytest.mark.parametrize(("start", "value", "found"), [(20, 3, 0), (20, 2, 1), (70, 3, 1)])
def test_a_further_number_completes_the_list(start: int, value: int, found: int) -> None:
    breakdown = listed(TOTAL, 3, 4)
    further = fact("", value, unit="条", start=start)
    assert len(findings(sums, told(further, breakdowns=(breakdown,)), REPORT)) == found


def test_letters_were_split() -> None:
    given = told(breakdowns=(listed(fact(NEW, 10), 13),))
    assert codes(sums, given, sample_report(texts={1: "收到的信件拆分办理。"})) == []
    assert codes(sums, given, sample_report(texts={1: "收到的信件及时办理。"})) == [("N20", "error")]


def test_nested_parts() -> None:
    outer = listed(TOTAL, 6, 4)
    wrong = listed(outer.parts[0], 3, 4)
    right = listed(outer.parts[0], 3, 3)
    assert said(outer, wrong) == [("N22", "info")]
    assert said(outer, right) == []


def test_nothing_to_add() -> None:
    about = listed(attrs.evolve(TOTAL, bound="about"), 3, 7)
    assert missing(sums, told(breakdowns=(about,)), REPORT) == {"N20"}
    assert missing(sums, told(breakdowns=(about, listed(TOTAL, 3, 7))), REPORT) == set()
    assert missing(sums, told(), REPORT) == set()

import pytest

import govinfo
from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import carry
from govinfo.testing.layouts import page, printed
from govinfo.testing.samples import sample_report


def run(rule: CheckRule, report: Report) -> list[Finding | NotAssessable]:
    return list(rule.check(report, official_form(report.form)))


def totals(new: int | None, over: int, forward: int, form: str = "2021") -> Report:
    rows = {"new": new, "carried_over": over, "carried_forward": forward}
    return sample_report(form, {f"applications.{row}.total": value for row, value in rows.items()})


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_more_carried_forward_than_available(form: str) -> None:
    (found,) = run(carry.carried_forward, totals(3, 1, 5, form))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.equation) == ("A15", "error", "5 > 3＋1＝4")


def test_all_carried_forward() -> None:
    assert run(carry.carried_forward, totals(3, 1, 4)) == []


def test_carried_forward_needs_all_operands() -> None:
    (found,) = run(carry.carried_forward, totals(None, 1, 5))
    assert isinstance(found, NotAssessable)
    assert found.cells == ("applications.new.total",)


def test_large_backlog() -> None:
    (found,) = run(carry.backlog, totals(20, 0, 12))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("V17", "info")
    assert "60%" in found.message("zh")


@pytest.mark.parametrize("figures", [(20, 0, 10), (10, 0, 5), (5, 1, 5)])
def test_from_half_and_from_five_on_a_backlog_is_large(figures: tuple[int, int, int]) -> None:
    (found,) = run(carry.backlog, totals(*figures))
    assert f"{100 * figures[2] // figures[0]}%" in found.message("zh")


def test_the_place_is_that_of_what_is_carried_forward() -> None:
    markup = page(printed(totals(20, 0, 30)))
    report = govinfo.parse(markup.encode())
    place = report["applications.carried_forward.total"].source
    for rule in (carry.carried_forward, carry.backlog):
        assert [found.source for found in run(rule, report) if isinstance(found, Finding)] == [place]


@pytest.mark.parametrize("figures", [(20, 0, 4), (4, 0, 4), (200, 10, 40), (0, 3, 3), (21, 0, 10), (1000, 0, 499)])
def test_usual_backlog(figures: tuple[int, int, int]) -> None:
    assert run(carry.backlog, totals(*figures)) == []


@pytest.mark.parametrize("new", [None, 0])
def test_backlog_needs_applications(new: int | None) -> None:
    (found,) = run(carry.backlog, totals(new, 9, 9))
    assert isinstance(found, NotAssessable)

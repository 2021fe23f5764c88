from decimal import Decimal

import pytest

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import stocks
from govinfo.testing.samples import sample_report

DOCUMENTS = "proactive.normative_documents"


def run(rule: CheckRule, report: Report) -> list[Finding | NotAssessable]:
    return list(rule.check(report, official_form(report.form)))


def documents(issued: int | None, repealed: int, in_force: int) -> Report:
    return sample_report(
        values={f"{DOCUMENTS}.issued": issued, f"{DOCUMENTS}.repealed": repealed, f"{DOCUMENTS}.in_force": in_force}
    )


def matters(**rows: tuple[int, int, int]) -> Report:
    columns = ("items_last_year", "items_change", "decisions")
    return sample_report(
        "2019",
        {
            f"proactive.{row}.{column}": value
            for row, triple in rows.items()
            for column, value in zip(columns, triple, strict=True)
        },
    )


def test_fewer_in_force_than_issued_and_kept() -> None:
    (found,) = run(stocks.in_force, documents(3, 1, 1))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("A07", "warning")
    assert found.cells[-1] == f"{DOCUMENTS}.in_force"
    assert found.equation == "1 < 3－1＝2"
    assert "行政规范性文件" in found.message("zh")


@pytest.mark.parametrize("figures", [(3, 1, 2), (3, 1, 40), (0, 5, 0), (0, 0, 0)])
def test_in_force_suffices(figures: tuple[int, int, int]) -> None:
    assert run(stocks.in_force, documents(*figures)) == []


def test_in_force_needs_all_operands() -> None:
    (found,) = run(stocks.in_force, documents(None, 0, 0))
    assert isinstance(found, NotAssessable)
    assert found.cells == (f"{DOCUMENTS}.issued",)


def test_newly_published_above_total() -> None:
    report = sample_report("2019", {f"{DOCUMENTS}.newly_published": 4, f"{DOCUMENTS}.total_published": 3})
    (found,) = run(stocks.published, report)
    assert (found.rule, isinstance(found, Finding)) == ("A08", True)


def test_newly_published_equals_total() -> None:
    report = sample_report("2019", {f"{DOCUMENTS}.newly_published": 3, f"{DOCUMENTS}.total_published": 3})
    assert run(stocks.published, report) == []


def test_published_needs_both() -> None:
    (found,) = run(stocks.published, sample_report("2019", {f"{DOCUMENTS}.total_published": None}))
    assert isinstance(found, NotAssessable)


def test_every_row_is_a_sum_of_matters() -> None:
    found = run(stocks.items_for_decisions, matters(licensing=(40, 6, 46), penalties=(9, -2, 7)))
    assert [finding.rule for finding in found] == ["A09", "A09"]
    assert isinstance(found[1], Finding)
    assert found[1].severity == "info"
    assert found[1].equation == "9＋(-2)＝7"


@pytest.mark.parametrize(
    "rows",
    [
        {"licensing": (40, 6, 46), "penalties": (9, 0, 212)},
        {"licensing": (40, 0, 3)},
        {"licensing": (5, -5, 0)},
        {},
    ],
)
def test_decisions_are_no_sum(rows: dict[str, tuple[int, int, int]]) -> None:
    assert run(stocks.items_for_decisions, matters(**rows)) == []


def test_sum_of_matters_needs_all_rows() -> None:
    report = sample_report("2019", {"proactive.coercion.decisions": None})
    (found,) = run(stocks.items_for_decisions, report)
    assert isinstance(found, NotAssessable)
    assert found.rule == "A09"


def test_more_matters_dropped_than_there_were() -> None:
    (found,) = run(stocks.items_below_zero, matters(licensing=(3, -4, 0), penalties=(3, -3, 0)))
    assert isinstance(found, Finding)
    assert found.rule == "A10"
    assert found.cells[0] == "proactive.licensing.items_last_year"


def test_fee_items_are_matters_too() -> None:
    report = sample_report("2019", {"proactive.fees.items_last_year": 1, "proactive.fees.items_change": -2})
    assert [finding.rule for finding in run(stocks.items_below_zero, report)] == ["A10"]


def test_change_is_missing() -> None:
    (found,) = run(stocks.items_below_zero, sample_report("2019", {"proactive.fees.items_change": None}))
    assert isinstance(found, NotAssessable)


def test_money_is_no_stock() -> None:
    assert run(stocks.in_force, sample_report(values={"proactive.fees.amount": Decimal("2.5")})) == []

import pytest

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable, spec
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import notable
from govinfo.testing.samples import sample_report

SECRET = "applications.results.refused.state_secret.total"  # noqa: S105
SUITS = "review.litigation_direct.total"
HANDLED = "applications.results.total.total"


def run(rule: CheckRule, report: Report) -> list[Finding | NotAssessable]:
    return list(rule.check(report, official_form(report.form)))


@pytest.mark.parametrize(("form", "row"), [("2021", "other_handling.other"), ("2019", "other_handling")])
def test_residual_row_dominates(form: str, row: str) -> None:
    report = sample_report(form, {f"applications.results.{row}.total": 9, HANDLED: 12})
    (found,) = run(notable.residual, report)
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("V14", "info")
    assert "75%" in found.message("zh")


@pytest.mark.parametrize(("other", "handled"), [(1, 1), (4, 12), (0, 0), (9, 9), (49, 100), (15, 12)])
def test_residual_row_is_small(other: int, handled: int) -> None:
    values = {"applications.results.other_handling.other.total": other, HANDLED: handled}
    assert run(notable.residual, sample_report(values=values)) == []


def test_from_half_of_ten_results_on_the_residual_row_dominates() -> None:
    values = {"applications.results.other_handling.other.total": 5, HANDLED: 10}
    (found,) = run(notable.residual, sample_report(values=values))
    assert "50%" in found.message("zh")


def test_residual_needs_the_total() -> None:
    (found,) = run(notable.residual, sample_report(values={HANDLED: None}))
    assert isinstance(found, NotAssessable)


@pytest.mark.parametrize(
    ("rule", "cell", "name"), [(notable.state_secrets, SECRET, "V15"), (notable.direct_suits, SUITS, "V18")]
)
def test_positive_figure(rule: CheckRule, cell: str, name: str) -> None:
    (found,) = run(rule, sample_report(values={cell: 2}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.cells) == (name, "info", (cell,))
    assert run(rule, sample_report()) == []
    (missing,) = run(rule, sample_report(values={cell: None}))
    assert isinstance(missing, NotAssessable)


def test_direct_suits_are_for_later_years() -> None:
    assert spec("V18").first_year == 2024

import pytest

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules.narrative.silence import cases_without_requests, unmentioned_cases
from govinfo.testing.samples import sample_report

REVIEW = "review.reconsideration.total"
DIRECT = "review.litigation_direct.total"
AFTER = "review.litigation_after_reconsideration.total"
NEW = "applications.new.total"


def run(rule: CheckRule, report: Report) -> list[Finding | NotAssessable]:
    return list(rule.check(report, official_form(report.form)))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("全年工作平稳。", (REVIEW, AFTER)),
        ("因信息公开被申请复议。", (AFTER,)),
        ("因信息公开被提起诉讼。", (REVIEW,)),
    ],
)
def test_cases_not_mentioned(text: str, cells: tuple[str, ...]) -> None:
    (found,) = run(unmentioned_cases, sample_report(values={REVIEW: 2, AFTER: 1}, texts={1: text}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.cells) == ("N14", "info", cells)


@pytest.mark.parametrize("section", [1, 3, 5, 6])
def test_cases_mentioned(section: int) -> None:
    report = sample_report(values={REVIEW: 2, DIRECT: 1}, texts={section: "办理了相关行政复议和行政诉讼。"})
    assert run(unmentioned_cases, report) == []


def test_the_heading_of_the_table_is_no_mention() -> None:
    report = sample_report(values={REVIEW: 2}, texts={4: "行政复议、行政诉讼情况见下表。"})
    assert len(run(unmentioned_cases, report)) == 1


def test_no_cases() -> None:
    assert run(unmentioned_cases, sample_report()) == []
    assert run(cases_without_requests, sample_report()) == []


def test_cases_without_requests() -> None:
    (found,) = run(cases_without_requests, sample_report(values={AFTER: 3}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.cells) == ("N26", "info", (NEW, AFTER))
    assert "3件" in found.message("zh")


def test_cases_with_requests() -> None:
    assert run(cases_without_requests, sample_report(values={AFTER: 3, NEW: 1})) == []


@pytest.mark.parametrize("rule", [unmentioned_cases, cases_without_requests])
def test_blank_cells(rule: CheckRule) -> None:
    (found,) = run(rule, sample_report(values={AFTER: None, REVIEW: 1}))
    assert isinstance(found, NotAssessable)
    assert found.cells == (AFTER,)

import pytest

from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules.all_zero import all_zero
from govinfo.testing.samples import sample_report


def run(report: Report) -> list[Finding | NotAssessable]:
    return list(all_zero.check(report, official_form(report.form)))


@pytest.mark.parametrize(
    "text",
    [
        "本年共收到政府信息公开申请3件，均已答复。",
        "办结依申请公开12件。",
        "全年受理信息公开方面的申请 2 份。",
        "答复公开政府信息的事项。我局共接收依申请公开政府信息4条。",
    ],
)
def test_text_counts_applications(text: str) -> None:
    (found,) = run(sample_report(texts={1: text}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("V13", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "本年未收到政府信息公开申请。",
        "收到政府信息公开申请0件。",
        "收到政府信息公开申请数比上年减少3件。",
        "全市共收到政府信息公开申请30件。",
        "2024年，受理行政许可申请26件，公开政府信息300条。",
        "完善依申请公开受理制度3项。",
        "开展依申请公开办理培训2次。",
    ],
)
def test_text_counts_none(text: str) -> None:
    assert run(sample_report(texts={1: text})) == []


def test_tables_are_filled() -> None:
    report = sample_report(values={"proactive.penalties.decisions": 1}, texts={1: "收到政府信息公开申请3件。"})
    assert run(report) == []


def test_cell_missing() -> None:
    (found,) = run(sample_report(values={"review.reconsideration.total": None}))
    assert isinstance(found, NotAssessable)


def test_no_text() -> None:
    (found,) = run(sample_report())
    assert isinstance(found, NotAssessable)

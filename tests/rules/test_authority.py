import pytest

from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules.authority import regulations
from govinfo.testing.samples import sample_report

IN_FORCE = "proactive.rules.in_force"


def run(report: Report) -> list[Finding | NotAssessable]:
    return list(regulations.check(report, official_form(report.form)))


def test_county_department_with_rules() -> None:
    (found,) = run(sample_report(values={IN_FORCE: 6}, agency="云山县林业局"))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("V12", "warning")
    assert found.message("zh") == "云山县林业局没有规章制定权，表二“规章”却填报：现行有效件数6"


def test_trial_form() -> None:
    (found,) = run(sample_report("2019", {"proactive.rules.made": 2}, agency="云山镇人民政府"))
    assert isinstance(found, Finding)


@pytest.mark.parametrize("agency", ["江苏省人民政府", "国家林业和草原局", "凉山彝族自治州人民政府"])
def test_bodies_with_the_power(agency: str) -> None:
    assert run(sample_report(values={IN_FORCE: 60}, agency=agency)) == []


def test_no_rules_reported() -> None:
    assert run(sample_report(values={"proactive.normative_documents.in_force": 6}, agency="云山镇人民政府")) == []


@pytest.mark.parametrize("agency", [None, "苏州市人民政府"])
def test_power_unknown(agency: str | None) -> None:
    (found,) = run(sample_report(values={IN_FORCE: 60}, agency=agency))
    assert isinstance(found, NotAssessable)


def test_cell_missing() -> None:
    (found,) = run(sample_report(values={IN_FORCE: None}))
    assert isinstance(found, NotAssessable)
    assert found.cells == (IN_FORCE,)

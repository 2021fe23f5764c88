import pytest

from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.rules.titles import agency_in_title, name_of_document, year_in_title
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
NAME = "政府信息公开工作年度报告"


def outcome(rule, title):
    return list(rule.check(sample_report(title=title), FORM))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (f"青川市林业2024年{NAME}", "局"),
        (f"市林业局2024年{NAME}", "行政区域"),
        (f"林业局2024年{NAME}", "行政区域"),
        (f"2024年{NAME}", "机关名称"),
    ],
)
def test_incomplete_agency(title, words):
    (finding,) = outcome(agency_in_title, title)
    assert (finding.rule, finding.severity) == ("M01", "warning")
    assert words in finding.message("zh")


@pytest.mark.parametrize(
    "agency",
    ["青川市林业局", "石桥县", "柳川镇", "青川市气象部门", "自然资源部", "国家税务总局青川市税务局"],
)
def test_complete_agency(agency):
    assert outcome(agency_in_title, f"{agency}2024年{NAME}") == []


@pytest.mark.parametrize("title", [None, "年度报告"])
def test_agency_needs_a_title(title):
    assert isinstance(outcome(agency_in_title, title)[0], NotAssessable)


def test_no_year():
    (finding,) = outcome(year_in_title, f"青川市林业局{NAME}")
    assert isinstance(finding, Finding)
    assert finding.rule == "M02"


@pytest.mark.parametrize("year", ["2024年", "二〇二四年", "2024年度", "2024"])
def test_year_in_any_writing(year):
    assert outcome(year_in_title, f"青川市林业局{year}{NAME}") == []


def test_year_needs_a_title():
    assert isinstance(outcome(year_in_title, None)[0], NotAssessable)


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("青川市林业局2024年度政府信息公开工作报告", "info"),
        ("青川市林业局2024年政府信息公开年度报告", "info"),
        ("青川市林业局2024年政务公开工作年度报告", "warning"),
    ],
)
def test_other_name(title, severity):
    (finding,) = outcome(name_of_document, title)
    assert (finding.rule, finding.severity) == ("M12", severity)
    assert NAME in finding.message("zh")


@pytest.mark.parametrize(
    "title",
    [
        f"2024年度青川市林业局{NAME}",
        "青川市林业局 2024年政府信息公开 工作年度报告",
        "青川市林业局政府信息公开工作2024年度报告",
        "关于青川市林业局2024年政府信息公开工作的年度报告",
    ],
)
def test_statutory_name(title):
    assert outcome(name_of_document, title) == []


def test_both_forms_have_the_same_name():
    report = sample_report("2019", title=f"青川市林业局2020年{NAME}")
    assert list(name_of_document.check(report, official_form("2019"))) == []


def test_name_needs_a_title():
    assert isinstance(outcome(name_of_document, None)[0], NotAssessable)

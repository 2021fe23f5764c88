import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import Contact, SignOff
from govinfo.rules.identity import one_body
from govinfo.testing.samples import sample_report

FORM = official_form("2021")


def outcome(**changes):
    return list(one_body.check(sample_report(**changes), FORM))


def sign_off(agency):
    return SignOff(agency, None, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"publisher": "青川市教育局"},
        {"signed": sign_off("北山县林业局")},
        {"preamble": "现将青川市教育局２０２４年政府信息公开工作年度报告公布如下。"},
        {"title": "柳川镇人民政府2024年政府信息公开工作年度报告", "signed": sign_off("石桥镇人民政府")},
    ],
)
def test_different_bodies(changes):
    (finding,) = outcome(**changes)
    assert (finding.rule, finding.severity) == ("M10", "warning")
    assert "不一致" in finding.message("zh")


@pytest.mark.parametrize(
    "changes",
    [
        {"publisher": "青川林业局"},
        {"signed": sign_off("青川林业局")},
        {"contact": Contact(unit="青川林业局")},
        {"preamble": "现将青川林业局2024年政府信息公开工作年度报告公布如下。"},
        {"title": "柳川镇人民政府2024年政府信息公开工作年度报告", "publisher": "东湖区柳川镇"},
    ],
)
def test_abbreviation(changes):
    (finding,) = outcome(**changes)
    assert (finding.rule, finding.severity) == ("M10", "info")
    assert "简称" in finding.message("zh")


@pytest.mark.parametrize(
    "changes",
    [
        {"publisher": "青川市林业局"},
        {"publisher": "市林业局"},
        {"signed": sign_off("江南省青川市林业局")},
        {"publisher": "青川市林业局办公室"},
        {"publisher": "青川市人民政府办公室"},
        {"publisher": "青川市政务公开办公室"},
        {"publisher": "本站编辑"},
        {"contact": Contact(unit="市林业局")},
        {"contact": Contact(unit="综合科")},
        {"contact": Contact(unit="青川市大数据中心")},
        {"preamble": "现将我局贯彻条例的情况和2024年政府信息公开数据公布如下。"},
        {"preamble": "现将市林业局2024年政府信息公开工作年度报告公布如下。"},
        {"title": "青川市2024年政府信息公开工作年度报告", "signed": sign_off("青川市人民政府办公室")},
        {"title": "青川市2024年政府信息公开工作年度报告", "publisher": "青川市行政审批局"},
        {"title": "江南市公安局东城分局2024年政府信息公开工作年度报告", "publisher": "东城公安分局"},
    ],
)
def test_ordinary_names(changes):
    assert outcome(**changes) == []


def test_an_incomplete_title_is_not_the_standard():
    changes = {"title": "青川市林业2024年政府信息公开工作年度报告", "publisher": "青川市林业局"}
    (finding,) = outcome(**changes, contact=Contact(unit="青川林业局"))
    assert finding.severity == "info"
    assert "青川市林业局" in finding.message("zh")


@pytest.mark.parametrize("changes", [{}, {"title": None}, {"title": None, "contact": Contact(unit="市林业局")}])
def test_two_names_are_needed(changes):
    assert isinstance(outcome(**changes)[0], NotAssessable)


@pytest.mark.parametrize("name", ["办公室", "局办公室", "综合科", "信息中心", "原创", "本站"])
def test_an_inner_office_is_no_other_body(name):
    assert outcome(publisher=name) == []


def test_an_office_with_a_name_is_a_body():
    assert outcome(publisher="东岭县水务局办公室") != []

import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.rules.government_duties import duties_of_governments
from govinfo.testing.samples import sample_report


def run(agency, text):
    return list(duties_of_governments.check(sample_report(texts={1: text}, agency=agency), official_form("2021")))


@pytest.mark.parametrize(
    ("agency", "severity"),
    [("青川市人民政府", "warning"), ("云岭自治县人民政府", "warning"), ("柳溪镇人民政府", "info")],
)
def test_s19_names_what_a_government_leaves_out(agency, severity):
    (found,) = run(agency, "组织了社会评议。")
    assert (found.rule, found.severity) == ("S19", severity)
    assert "工作考核、责任追究" in found.message("zh")


@pytest.mark.parametrize(
    "text",
    [
        "纳入年度考核，开展满意度调查，未发生追责情形。",
        "在市级测评中得分90分，发放问卷300份，约谈1家单位。",
        "政务公开分值为3分，群众满意率95%，对2人诫勉谈话。",
    ],
)
def test_s19_accepts_a_government_that_tells_all_three(text):
    assert not run("青川市人民政府", text)


@pytest.mark.parametrize("agency", ["青川市林业局", "青川市人民政府办公室", "城关街道办事处", "高新区管理委员会"])
def test_s19_is_not_for_others(agency):
    assert not run(agency, "一年来工作平稳。")


@pytest.mark.parametrize(("agency", "text"), [(None, "工作平稳。"), ("青川市人民政府", "")])
def test_s19_is_not_assessable_without_agency_or_text(agency, text):
    (outcome,) = run(agency, text)
    assert isinstance(outcome, NotAssessable)

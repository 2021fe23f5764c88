import datetime as dt

import pytest
from tests.fixtures.layouts import LAYOUTS, Draft

import govinfo
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Period
from govinfo.rules.kind_of_document import kind_of_document
from govinfo.testing.samples import sample_report

FORM = official_form("2021")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("一图读懂青川市林业局2024年政府信息公开工作年度报告", "年度报告的解读"),
        ("《青川市林业局2024年政府信息公开工作年度报告》图解", "年度报告的解读"),
        ("关于做好2024年政府信息公开工作年度报告编制工作的通知", "编制年度报告的通知"),
        ("××局2024年政府信息公开工作年度报告", "空白模板或格式"),
        ("XX县XX局2024年政府信息公开工作年度报告", "空白模板或格式"),
        ("2024年政府信息公开工作年度报告（模板）", "空白模板或格式"),
        ("中华人民共和国政府信息公开工作年度报告格式", "空白模板或格式"),
        ("东岭学校2023—2024学年信息公开工作报告", "学校的学年信息公开报告"),
        ("青川市林业局2024年上半年政府信息公开工作报告", "不足一年的阶段性报告"),
        ("青川市林业局2024年第三季度政府信息公开报告", "不足一年的阶段性报告"),
        ("青川市林业局2024年6月政府信息公开情况报告", "不足一年的阶段性报告"),
        ("青川市林业局2024年政务公开工作总结", "工作总结或工作计划"),
        ("青川市林业局政府信息公开指南", "政府信息公开指南或目录"),
        ("青川市林业局政府网站工作年度报表", "政府网站工作年度报表"),
    ],
)
def test_a_title_of_something_else(title, kind):
    (found,) = kind_of_document.check(sample_report(title=title), FORM)
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("M15", "info")
    assert found.message("zh") == f"文档看来是{kind}，并非行政机关的年度报告"


@pytest.mark.parametrize(
    "title",
    [
        "青川市林业局2024年政府信息公开工作年度报告",
        "关于发布青川市林业局2024年政府信息公开工作年度报告的通知",
        "青川市林业局2024年政府信息公开工作年度报告（2025年1月）",
        "青川市林业局2024年1—12月政府信息公开工作年度报告",
        "青川县政府网站管理中心2024年政府信息公开工作年度报告",
        "青川市林业局二〇〇九年政府信息公开工作年度报告",
        "青川市林业局二○二四年政府信息公开工作年度报告",
        "青川市半岛林区管理委员会2024年政府信息公开工作年度报告",
        "青川市格式条款管理办公室2024年政府信息公开工作年度报告",
    ],
)
def test_a_title_of_a_report(title):
    assert list(kind_of_document.check(sample_report(title=title), FORM)) == []


@pytest.mark.parametrize("agency", ["青川市人民医院", "青川市第一中学", "青川市自来水公司"])
def test_a_public_institution(agency):
    (found,) = kind_of_document.check(sample_report(agency=agency), FORM)
    assert isinstance(found, Finding)
    assert "公共企事业单位" in found.message("zh")


@pytest.mark.parametrize("agency", ["青川市大学城管理委员会", "青川市医院管理局", "青川市行政学院", None])
def test_an_agency(agency):
    assert list(kind_of_document.check(sample_report(agency=agency), FORM)) == []


def test_a_school_year_told_by_the_period():
    period = Period(dt.date(2023, 9, 1), dt.date(2024, 8, 31), "2023年9月1日至2024年8月31日")
    (found,) = kind_of_document.check(sample_report(period=period), FORM)
    assert isinstance(found, Finding)
    assert "学年" in found.message("zh")


@pytest.mark.parametrize(
    ("preamble", "kind"),
    [
        ("请各科室于1月10日前按下列格式编制并报送年度报告。", "编制年度报告的通知"),
        ("现将报告的主要内容解读如下。", "年度报告的解读"),
        ("现将模板印发给你们，请遵照执行。", "编制年度报告的通知"),
    ],
)
def test_without_a_title_the_preamble_tells(preamble, kind):
    (found,) = kind_of_document.check(sample_report(title=None, preamble=preamble), FORM)
    assert isinstance(found, Finding)
    assert kind in found.message("zh")


def test_neither_title_nor_a_word():
    (found,) = kind_of_document.check(sample_report(title=None, preamble="本报告由办公室编制。"), FORM)
    assert isinstance(found, NotAssessable)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_look_alike_is_read_and_named(layout):
    draft = Draft(opening=("一图读懂云陵市林业局2024年政府信息公开工作年度报告", "发布日期：2025-01-15"))
    report = govinfo.parse(LAYOUTS[layout](draft).encode())
    assert "M15" in {found.rule for found in govinfo.check(report)}
    assert "M15" not in {found.rule for found in govinfo.check(govinfo.parse(LAYOUTS[layout](Draft()).encode()))}


def test_a_notice_with_the_form_is_named_by_the_field_of_its_page():
    opening = ("标题: | 关于做好2024年政府信息公开工作年度报告编制工作的通知 |", "各科室：", "请按下列格式填报。")
    report = govinfo.parse(LAYOUTS["bars"](Draft(opening=opening)).encode())
    assert [found.message("en") for found in govinfo.check(report, select=["M15"])] == [
        "the document seems to be a notice on how to draw up reports, not the annual report of an agency"
    ]

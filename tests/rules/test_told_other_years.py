import attrs
import pytest

from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules.narrative.other_years import other_years
from govinfo.testing.samples import sample_report


def run(report: Report) -> list[Finding | NotAssessable]:
    return list(other_years.check(report, official_form(report.form)))


def report(text: str, section: int = 1) -> Report:
    return sample_report(texts={section: text}, year=2024)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局收到政府信息公开申请0件。",
        "（二）依申请公开。2023年度共受理申请5件，均已办结。",
        "我局2022年主动公开信息310条。",
        "一是加强培训，2023年组织业务培训3次。",
        "2023年全年未收到公开申请。",
        "在2023年，我镇累计发布信息80条。",
        "２０２３年，我局共公开信息12条。",
        "2025年，我局共收到申请6件。",
    ],
)
def test_another_year(text: str) -> None:
    (found,) = run(report(text))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("N23", "warning")
    assert found.source is not None


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局收到政府信息公开申请0件。",
        "收到申请5件，比2023年减少2件。",
        "2023年收到申请7件，同比增长3件。",
        "2024年收到申请5件；2023年收到申请7件。",
        "公开2023年度部门决算4份。",
        "2023年部门决算和2024年部门预算共公开2份。",
        "印发《2023年政务公开工作要点》，开展培训2次。",
        "公开了“2023年度先进单位”名单1份。",
        "2025年，我局将组织培训4次。",
        "2025年，继续完善制度，开展培训2次。",
        "办结2023年结转的申请2件。",
        "自2019年以来，累计公开信息900条。",
        "2019年以来累计公开信息900条。",
        "截至2023年底，累计发布信息900条。",
        "文件有效期至2027年，共3件。",
        "2023年3月成立领导小组，共有成员5名。",
        "2023年制定的公开指南更新1次。",
        "完成2023年政府信息公开工作年度报告1份。",
        "2023年，我局工作有序推进。",
        "依据国办公开办函〔2021〕30号公开信息3条。",
        "争取2026年建成网站3个，公开信息5条。",
        "2023—2024年度共公开信息12条。",
        "答复申请3件，其中涉及2022年征地信息的2件。",
    ],
)
def test_years_on_purpose(text: str) -> None:
    assert run(report(text)) == []


def test_plans() -> None:
    assert run(report("改进措施是：2025年对30所学校开展评议，更新目录3次。", 5)) == []
    assert len(run(report("改进措施是：2025年对30所学校开展评议，更新目录3次。", 1))) == 1
    assert len(run(report("2025年已对30所学校开展评议3次。", 5))) == 1
    assert len(run(report("2023年对30所学校开展评议3次。", 5))) == 1


def test_one_finding_a_year() -> None:
    (found,) = run(report("2023年公开信息12条。\n2023年举办培训2次。"))
    assert isinstance(found, Finding)
    assert "共2处" in found.message("zh")


def test_sections_with_text() -> None:
    assert len(run(report("2023年，我局收取费用0元，发布公告2份。", 6))) == 1
    assert run(report("2023年公开信息12条。", 2)) == []


def test_year_unknown() -> None:
    (found,) = run(attrs.evolve(report("2023年公开信息12条。"), year=None))
    assert isinstance(found, NotAssessable)

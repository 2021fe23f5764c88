import pytest
from tests.fixtures.layouts import LAYOUTS, Draft

import govinfo

NARRATIVE = """云陵市林业局2016年政府信息公开工作年度报告
一、概述
全年公开信息一百余条。
二、主动公开政府信息情况
以森林防火信息为主。
三、依申请公开政府信息情况
没有收到申请。
四、行政复议、行政诉讼情况
没有发生。
五、存在的主要问题及改进情况
力量不足，已增加一人。
"""

CASES = {
    "news": "青梧镇举行春季植树活动\n今天上午，二百余名居民在河堤种下八百棵柳树。",
    "budget": "云陵市林业局2024年部门预算公开说明\n收入总计1200万元，支出总计1200万元。",
    "notice": "关于做好2024年政府信息公开工作年度报告编制发布工作的通知\n各科室请于1月10日前报送材料。",
    "narrative-report": NARRATIVE,
    "school-year-report": "东岭工学院2022—2023学年信息公开年度报告\n本学年公开信息五百条。",
    "interpretation": "《云陵市林业局2024年政府信息公开工作年度报告》解读\n报告有三个特点。",
    "website-report": "政府网站工作年度报表\n（2024年度）\n网站名称 云陵市林业局",
    "statistics-sheet": "政府信息公开情况统计表\n（2016年度）\n统计指标 单位 统计数",
    "guide": "云陵市林业局政府信息公开指南\n申请人可以当面提交申请表。",
    "annual-report": "云陵市林业局2024年政府信息公开工作年度报告\n详见附件。",
}


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("markup", [False, True])
def test_look_alikes(kind, markup):
    text = CASES[kind]
    if markup:
        lines = text.splitlines()
        body = "".join(f"<p>{line}</p>" for line in lines)
        text = f"<html><head><title>{lines[0]}</title></head><body><h1>{lines[0]}</h1>{body}</body></html>"
    with pytest.raises(govinfo.NotAReport) as caught:
        govinfo.parse(text.encode())
    assert caught.value.kind == kind


CITING = {
    "根据《关于做好2013年政府信息公开年度报告编制工作的通知》，现将2013年度信息公开工作报告如下。": "narrative-report",
    "本報告所列數據的統計時限為2012年1月1日至12月31日，由縣府辦公室編制。": "narrative-report",
    "本报告所列信息公开报告数据的统计期限为2023年，其中更新信息公开指南1条、部门预算公开2条。": "annual-report",
    "青梧镇政府信息公开2023年度报告": "annual-report",
    "一、总体情况\n镇里安排专人办理。\n二、主动公开政府信息情况\n表格见图片。": "annual-report",
    "一、总体情况\n今年植树八百棵。\n二、主要做法\n分段包干。": "news",
    "第四条 各机关负责编制信息公开指南、信息公开目录和信息公开工作年度报告，并按通知的要求公布。": "news",
}


@pytest.mark.parametrize(("text", "kind"), CITING.items())
def test_what_a_text_cites_is_not_what_it_is(text, kind):
    with pytest.raises(govinfo.NotAReport) as caught:
        govinfo.parse(f"首页\n{text}\n详见附件。".encode())
    assert caught.value.kind == kind


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_school_year_report_in_the_statutory_form(layout):
    draft = Draft(opening=("东岭工学院2022—2023学年信息公开工作年度报告",))
    with pytest.raises(govinfo.NotAReport) as caught:
        govinfo.parse(LAYOUTS[layout](draft).encode())
    assert caught.value.kind == "school-year-report"


@pytest.mark.parametrize("kind", CASES)
def test_the_message_names_the_file_and_a_remedy(kind, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(CASES[kind], "utf-8")
    with pytest.raises(govinfo.NotAReport) as caught:
        govinfo.parse(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "Give the page or file" in str(caught.value)


def test_a_blank_form_is_read_as_blank():
    """A template with its tables and no figures: nothing may become a zero."""
    texts = dict.fromkeys((cell.id for cell in govinfo.official_form("2021").cells), "")
    for layout, make in LAYOUTS.items():
        try:
            report = govinfo.parse(make(Draft(texts=texts)).encode())
        except govinfo.NotAReport:
            continue
        assert {cell.value for cell in report.cells()} == {None}, layout


def test_the_form_never_follows_the_year():
    for form, title in (
        ("2019", "云陵市林业局2024年政府信息公开工作年度报告"),
        ("2021", "云陵市林业局2020年政府信息公开工作年度报告"),
    ):
        for make in LAYOUTS.values():
            assert govinfo.parse(make(Draft(form, opening=(title,))).encode()).form == form

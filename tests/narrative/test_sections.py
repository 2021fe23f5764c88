import datetime as dt

import pytest
from tests.fixtures.layouts import LAYOUTS, OPENING, Draft, bars, numbered

import govinfo
from govinfo.forms import official_form

TITLES = [heading.label.zh for heading in official_form("2021").headings]
TEXTS = tuple(f"第{number}部分的文字。\n还有一段。" for number in "甲乙丙丁戊己")


def read(text):
    return govinfo.parse(text.encode())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_texts(layout, form):
    report = read(LAYOUTS[layout](Draft(form, numbered(form), sections=TEXTS)))
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert [section.title for section in report.sections] == TITLES
    assert [section.heading for section in report.sections] == TITLES
    assert [section.text for section in report.sections] == list(TEXTS)
    assert [doubt for doubt in report.diagnostics if doubt.rule != "X29"] == []  # the figures do not add up


@pytest.mark.parametrize("nothing", ["无", "/", "0"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_section_that_only_says_that_there_is_nothing(layout, nothing):
    report = read(LAYOUTS[layout](Draft(sections=(*TEXTS[:5], nothing))))
    assert (report.section(6).heading, report.section(6).text) == (TITLES[5], nothing)
    assert report.section(5).text == TEXTS[4]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("一、总体情况、", 1),
        ("一、总体情况：", 1),
        ("一、 总 体 情 况", 1),
        ("一.总体情况", 1),
        ("一总体情况", 1),
        ("总体情况", 1),
        ("一、概述", 1),
        ("一、2024年政务公开总体情况", 1),
        ("一、信息公开总体情况", 1),
        ("二、主动公开情况", 2),
        ("三、依申请公开情况", 3),
        ("三、收到和处理政府信息公开申请情况：", 3),
        ("四、行政复议、行政诉讼情况", 4),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4),
        ("五、存在的主要问题和改进情况", 5),
        ("五、主要问题及改进措施", 5),
        ("五、存在的问题及改进情况", 5),
        ("六、其他需要报告的情况", 6),
        ("六、其它需要报告的事项", 6),
        ("六、需要报告的其他事项", 6),
    ],
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_headings(layout, printed, number):
    report = read(LAYOUTS[layout](Draft(sections=TEXTS)).replace(TITLES[number - 1], printed))
    assert [section.text for section in report.sections] == list(TEXTS)
    assert report.section(number).heading == printed


@pytest.mark.parametrize("number", [1, 5, 6])
def test_a_missing_heading(number):
    report = read(bars(Draft(sections=TEXTS)).replace(TITLES[number - 1] + "\n", ""))
    section = report.section(number)
    assert (section.heading, section.text, section.source) == (None, "", None)
    assert sum(found.heading is not None for found in report.sections) == 5


def test_a_table_of_contents_is_no_section():
    report = read(bars(Draft(opening=(*OPENING, *TITLES), sections=TEXTS)))
    assert [section.text for section in report.sections] == list(TEXTS)


def test_sentences_about_headings_are_no_headings():
    sections = list(TEXTS)
    sections[0] = "本部分之后依次是主动公开政府信息情况，以及其他需要报告的事项。\n总体情况：良好。"
    report = read(bars(Draft(sections=sections)))
    assert [section.text for section in report.sections] == sections


def test_numbered_headings():
    text = "（一）主动公开。发布三百条。\n1.网站。更新。\n(2)微信。推送。\n一是抓培训。"
    report = read(bars(Draft(sections=(text, *TEXTS[1:]))))
    inner = [(line.text, line.level, line.number, line.within) for line in report.headings if line.section is None]
    assert inner == [("（一）主动公开", 2, 1, 1), ("1.网站", 3, 1, 1), ("(2)微信", 4, 2, 1)]
    outer = [(line.text, line.number, line.section) for line in report.headings if line.section]
    assert outer == [(title, place, place) for place, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize(
    ("closing", "agency", "day"),
    [
        (("云陵市林业局", "2025年1月20日"), "云陵市林业局", dt.date(2025, 1, 20)),
        (("云陵市林业局", "2025 年 1 月 20 日"), "云陵市林业局", dt.date(2025, 1, 20)),
        (("云陵市林业局", "二〇二五年一月二十日"), "云陵市林业局", dt.date(2025, 1, 20)),
        (("云陵市林业局 2025年1月20日",), "云陵市林业局", dt.date(2025, 1, 20)),
        (("青梧镇人民政府", "2025-01-20"), "青梧镇人民政府", dt.date(2025, 1, 20)),
        (("2025年1月20日",), None, dt.date(2025, 1, 20)),
        (("云陵市林业局",), "云陵市林业局", None),
        (
            ("云陵市林业局", "2025年1月20日", "责任编辑：办公室", "【打印】【关闭】"),
            "云陵市林业局",
            dt.date(2025, 1, 20),
        ),
        (
            ("云陵市林业局", "2025年1月20日", "分享到：", "上一篇：没有了", "版权所有：云陵市人民政府"),
            "云陵市林业局",
            dt.date(2025, 1, 20),
        ),
        (("附件：无", "云陵市林业局", "2025年1月20日"), "云陵市林业局", dt.date(2025, 1, 20)),
        (("云陵市林业局", "2025年1月20日", "（此件公开发布）"), "云陵市林业局", dt.date(2025, 1, 20)),
        (("河埠街道办事处", "2025年1月20日"), "河埠街道办事处", dt.date(2025, 1, 20)),
    ],
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_sign_off(layout, closing, agency, day):
    report = read(LAYOUTS[layout](Draft(sections=TEXTS, closing=closing)))
    assert report.signed is not None
    assert (report.signed.agency, report.signed.date) == (agency, day)
    assert report.section(6).text.startswith(TEXTS[5])
    assert "云陵市" not in report.section(6).text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("closing", [(), ("责任编辑：办公室",), ("附件：相关表格.xlsx",), ("扫一扫在手机打开当前页",)])
def test_no_sign_off(layout, closing):
    report = read(LAYOUTS[layout](Draft(sections=TEXTS, closing=closing)))
    assert report.signed is None
    assert report.section(6).text == TEXTS[5]


def test_a_last_sentence_with_a_date_is_no_sign_off():
    sections = (*TEXTS[:5], "本报告于2025年1月20日由局务会审议通过，欢迎监督。")
    report = read(bars(Draft(sections=sections)))
    assert report.signed is None
    assert report.section(6).text == sections[5]


def test_section_six_says_nothing_but_none():
    report = read(bars(Draft(sections=(*TEXTS[:5], "无。"), closing=("云陵市林业局", "2025年1月20日"))))
    assert report.section(6).text == "无。"
    assert report.signed is not None


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_between_the_tables_stays_text(layout):
    """Sentences with figures around the tables must change no cell."""
    texts = numbered()
    sections = list(TEXTS)
    sections[1] = "行政许可372件，行政处罚117件，规章0件。\n行政强制 5"
    sections[2] = "本年新收申请2件，总计2件。"
    sections[3] = "行政复议1件，结果维持1件。"
    report = read(LAYOUTS[layout](Draft(texts=texts, sections=sections)))
    named = {cell for doubt in report.diagnostics for cell in doubt.cells}
    for cell in report.cells():
        assert str(cell.value) == texts[cell.id] or (cell.value is None and cell.id in named)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_reworded_heading_above_its_table_is_a_heading(layout):
    text = LAYOUTS[layout](Draft(sections=TEXTS))
    report = read(text.replace("三、收到和处理政府信息公开申请情况", "三、收到和处理申请情况"))
    assert report.section(3).heading == "三、收到和处理申请情况"
    assert "X19" in {doubt.rule for doubt in report.diagnostics}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_paragraphs_know_their_places(layout):
    text = LAYOUTS[layout](Draft(sections=TEXTS))
    printed = text.split("\n")
    for section in read(text).sections:
        for paragraph, source in section.paragraphs():
            assert paragraph in printed[source.line - 1]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("printed", ["一、工作基本情况", "一、本年工作", "一、推进公开的做法"])
def test_the_first_heading_in_any_words_is_known_by_its_place(layout, printed):
    report = read(LAYOUTS[layout](Draft(sections=TEXTS)).replace(TITLES[0], printed))
    assert (report.section(1).heading, report.section(1).text) == (printed, TEXTS[0])
    assert "X19" in [doubt.rule for doubt in report.diagnostics]


@pytest.mark.parametrize("printed", ["（一）本年工作", "二、本年工作", "一、本年工作如下：公开各类信息若干"])
def test_a_line_that_is_not_the_first_heading_is_none(printed):
    assert read(bars(Draft(sections=TEXTS)).replace(TITLES[0], printed)).section(1).heading is None


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_piece_of_the_sentence_that_names_the_parts_is_no_heading(layout):
    pieces = (
        "本报告由总体情况、主动公开情况、",
        "政府信息公开工作存在的主要问题及改进情况，以及",
        "其他需要报告的事项组成。",
    )
    report = read(LAYOUTS[layout](Draft(opening=(*OPENING, *pieces), sections=TEXTS)))
    assert [section.text for section in report.sections] == list(TEXTS)
    assert "X19" not in [doubt.rule for doubt in report.diagnostics]

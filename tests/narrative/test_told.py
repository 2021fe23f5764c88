"""Year and agency from the first sentences, where a page has lost its title; and fields that pages leave empty."""

import pytest
from tests.fixtures.layouts import SECTIONS, Draft, bars

import govinfo

TITLE = "云陵市林业局2024年政府信息公开工作年度报告"


def read(*opening, first=SECTIONS[0]):
    return govinfo.parse(bars(Draft(opening=opening, sections=(first, *SECTIONS[1:]))).encode())


def codes(report):
    return {found.rule for found in report.diagnostics}


@pytest.mark.parametrize(
    "sentence",
    [
        "根据条例规定，现公布云陵市林业局2024年政府信息公开工作年度报告。",
        "按照条例要求，特编制云陵市林业局2024年度政府信息公开工作年度报告，请予监督。",
        "依照有关规定，特向社会公布2024年云陵市林业局政府信息公开工作年度报告。",
        "现将情况形成《云陵市林业局2024年政府信息公开年报》，供公众查阅。",
        "按照要求，形成了《某网站@:云陵市林业局2024年政府信息公开工作年度报告》。",
        "本报告由云陵市林业局编制而成。现公布2024年政府信息公开工作年度报告。",
    ],
)
def test_the_sentence_that_announces_the_report(sentence):
    report = read(sentence)
    assert (report.title, report.agency, report.year) == (None, "云陵市林业局", 2024)
    assert "X16" in codes(report)
    assert "M15" not in {found.rule for found in govinfo.check(report)}


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("现公布我局2024年政府信息公开工作年度报告。", 2024),
        ("本报告依照条例和《中华人民共和国政府信息公开工作年度报告格式》编制。", None),
        ("现按市里关于编制2024年政府信息公开工作年度报告的通知办理。", None),
        ("现将我镇2024年政府信息公开情况作如下汇报。", 2024),
        ("以下汇报本单位2024年度信息公开工作。", 2024),
        ("我局2023年信息公开年报已发布，现汇报我局2024年信息公开工作。", None),
        ("现公布本单位的政府信息公开工作年度报告。", None),
    ],
)
def test_a_sentence_that_names_no_body(sentence, year):
    report = read(sentence)
    assert (report.agency, report.year) == (None, year)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年，我局公开各类信息三百余条。", 2024),
        ("（一）主动公开情况。2024年我局公开信息三百余条。\n（二）依申请公开情况。2024年，我局收到申请两件。", 2024),
        ("本年度我局公开信息较多。截止2024年12月31日，共公开三百余条。", 2024),
        ("2024年，公开三百余条。2023年，公开两百余条。", None),
        ("全年公开三百余条，比2023年有所增加。", None),
    ],
)
def test_the_year_with_which_sentences_begin(text, year):
    assert read("情况如下。", first=text).year == year


def test_a_title_goes_before_what_the_text_tells():
    report = read(TITLE, "现公布云陵市水务局2023年政府信息公开工作年度报告。", first="2022年，公开三百余条。")
    assert (report.agency, report.year) == ("云陵市林业局", 2024)
    assert "X16" not in codes(report)


def test_what_stands_below_an_empty_field_is_not_its_value():
    report = read(
        "索引号：000014/2025-00007 生成日期：2025-01-20",
        "文号： 关键字：信息，公开",
        "所属机构：云陵市人民政府办 发布机构：",
        TITLE,
        "发文字号：",
        "今年以来，我局认真落实条例，现将情况公布如下：",
    )
    assert (report.document_number, report.publisher) == (None, None)
    assert (report.title, report.agency, report.index_number) == (TITLE, "云陵市林业局", "000014/2025-00007")


def test_a_list_of_fields_with_marks():
    report = read(
        "• 信息索引号：",
        "  • 000014/2025-00007",
        "• 公开方式：",
        "  • 主动公开",
        "• 发布单位：",
        "  • 云陵市林业局",
        f"• {TITLE}",
        "发表日期：2025-01-20",
    )
    assert (report.index_number, report.publisher) == ("000014/2025-00007", "云陵市林业局")
    assert (report.agency, str(report.published)) == ("云陵市林业局", "2025-01-20")


def test_a_document_number_alone_on_its_line():
    assert read("云林发〔2025〕3号", TITLE).document_number == "云林发〔2025〕3号"
    assert read("引用云林发〔2025〕3号文件", TITLE).document_number is None


def test_a_period_that_begins_with_a_verb():
    period = read(TITLE, "数据统计期限自2024年1月1日始至2024年12月31日止。").period
    assert (str(period.start), str(period.end)) == ("2024-01-01", "2024-12-31")


def test_a_title_in_traditional_characters():
    report = read("雲陵市林業局2024年政府信息公開工作年度報告")
    assert (report.agency, report.year) == ("雲陵市林業局", 2024)


def test_a_sentence_is_no_heading():
    report = read(TITLE, first="全年公开三百余条。\n我乡没有因政府信息公开被申请行政复议、提起行政诉讼的情况。")
    assert "X19" not in codes(report)
    assert "S02" not in {found.rule for found in govinfo.check(report)}

import attrs
import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.rules.leftovers import instructions, remains
from govinfo.testing.samples import sample_report


def run(rule, text, **changes):
    return list(rule.check(sample_report(texts={1: text}, **changes), official_form("2021")))


def empty():
    report = sample_report(title=None)
    return attrs.evolve(report, sections=tuple(attrs.evolve(section, heading=None) for section in report.sections))


@pytest.mark.parametrize(
    "text",
    [
        "该部分以表格形式报告。",
        "本部分内容请采用文字方式描述。",
        "这一项报告本机关的有关工作。",
        "填报说明：数字取整数。",
        "此处填写培训次数。",
        "开展培训3次（根据实际情况填写）。",
        "20XX年本局发布信息5条。",
        "发布信息××条。",
        "截至___月底完成。",
    ],
)
def test_s17_raises_instructions_and_blanks(text):
    (found,) = run(instructions, text)
    assert (found.rule, found.severity) == ("S17", "info")


@pytest.mark.parametrize(
    "text",
    [
        "具体数据如下表所示。",
        "以图表形式解读政策5件，填报年度统计表。",
        "指导申请人填写申请表，据实答复。",
        "部分信息以表格方式发布。",
        "落实《XX条例》的要求。",
        "网址为xxgk.example.cn。",
    ],
)
def test_s17_accepts_ordinary_sentences(text):
    assert not run(instructions, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[bookmark: _GoBack]一年来工作有序。", "书签"),
        ("详见错误!未找到引用源。", "书签"),
        ("工作有序。\n【打印本页】【关闭窗口】", "导航"),
        ("分享到：\n上一篇：无", "导航"),
        ("主動公(gong)開信息。", "注音"),
        ("發（fā）布信息。", "注音"),
    ],
)
def test_s25_raises_remains(text, kind):
    (found,) = run(remains, text)
    assert (found.rule, found.severity) == ("S25", "info")
    assert kind in found.message("zh")


@pytest.mark.parametrize("text", ["全年发布信息5条。\n\n \n责任编辑：办公室", "全年发布信息5条。|| 【打印本页】"])
def test_s25_sees_navigation_behind_blank_lines_and_bars(text):
    (found,) = run(remains, text)
    assert "网页导航文字" in found.message("zh")


@pytest.mark.parametrize("filling", ["|", "\n", " ", "【"])
def test_s25_goes_through_long_fillings_once(filling):
    assert not run(remains, filling * 50_000 + "全年发布信息5条。")


def test_s25_counts_the_remains_of_a_kind():
    (found,) = run(remains, "公(gong)開[信息]，政(zheng)(zheng)府(fu)信息。")
    assert "共2处" in found.message("zh")


@pytest.mark.parametrize(
    "text",
    [
        "通过网站（www）和应用(app)发布，扩大人工智能(ai)应用。",
        "完善责任编辑制度，把服务信息分享到社区。",
        "设立书签栏目，浏览次数较多。",
        "“三公”经费[含会议费]已公开。",
    ],
)
def test_s25_accepts_ordinary_sentences(text):
    assert not run(remains, text)


@pytest.mark.parametrize("rule", [instructions, remains])
def test_nothing_is_assessable_without_text(rule):
    (outcome,) = rule.check(empty(), official_form("2021"))
    assert isinstance(outcome, NotAssessable)

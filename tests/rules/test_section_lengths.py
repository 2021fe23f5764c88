import attrs
import pytest

from govinfo.findings import NotAssessable, catalogue
from govinfo.forms import official_form
from govinfo.report import SignOff
from govinfo.rules.section_lengths import length_of_section_one, other_matters, problems
from govinfo.testing.samples import sample_report


def run(rule, number, text, **changes):
    return list(rule.check(sample_report(texts={number: text}, **changes), official_form("2021")))


def without_section(number):
    report = sample_report()
    sections = (
        attrs.evolve(section, heading=None) if section.number == number else section for section in report.sections
    )
    return attrs.evolve(report, sections=tuple(sections))


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "为空"), ("[bookmark: _GoBack]", "为空"), ("无。", "仅2字"), ("人手不足，\n将加强培训。", "仅11字")],
)
def test_s20_raises_an_empty_or_short_section(text, words):
    (found,) = run(problems, 5, text)
    assert (found.rule, found.severity) == ("S20", "warning")
    assert words in found.message("zh")


def test_s20_is_a_hint_where_few_words_name_both():
    (found,) = run(problems, 5, "解读材料少。下一步将增加图解。")
    assert (found.rule, found.severity) == ("S20", "info")
    (found,) = run(problems, 5, "解读材料少，将增加图解。")
    assert (found.rule, found.severity) == ("S20", "warning")


def test_s20_accepts_a_problem_and_its_remedy():
    assert not run(problems, 5, "问题是解读材料形式单一、更新不够及时。下一步将增加图解，并按月检查栏目。")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "暂无。",
        "无其他事项。",
        "本年度无其他需要报告的事项。",
        "2024年度，我局没有需要说明的其它情况。",
        "（一）其他需要报告的事项：无",
        "青川市林业局暂无应报告的重大事项。\n青川市林业局\n2025年1月8日",
        "无其他事项。\n责任编辑：办公室\n【打印本页】",
        "[bookmark: _GoBack]无。",
    ],
)
def test_s21_raises_an_empty_section(text):
    (found,) = run(other_matters, 6, text)
    assert (found.rule, found.severity) == ("S21", "info")


@pytest.mark.parametrize(
    "text",
    [
        "全年未收取信息处理费。无其他事项。",
        "发出收费通知0件，没有其他需要报告的事项。",
        "无信息处理费收取情况。",
        "本年度信息处理费收取情况：无。",
        "我局未收到建议提案。",
    ],
)
def test_s21_accepts_a_section_that_says_something(text):
    assert not run(other_matters, 6, text)


def test_s21_leaves_the_sign_off_out():
    report = sample_report(texts={6: "无。\n青川林业\n2025年1月8日"}, signed=SignOff("青川林业", None, None))
    assert len(list(other_matters.check(report, official_form("2021")))) == 1


@pytest.mark.parametrize("text", ["本局全区" * 4000 + "收费", "本局" * 60 + "公开", "字" * 121])
def test_s21_accepts_a_clause_longer_than_any_label(text):
    assert not run(other_matters, 6, text)


def test_s21_looks_through_the_spaces_around_a_clause():
    (found,) = run(other_matters, 6, "\u3000" * 200 + "无" + " " * 200 + "。")
    assert "无" in found.message("zh")


@pytest.mark.parametrize(("rule", "number"), [(problems, 5), (other_matters, 6)])
def test_a_missing_section_is_not_assessable(rule, number):
    (outcome,) = rule.check(without_section(number), official_form("2021"))
    assert isinstance(outcome, NotAssessable)


def test_s24_counts_all_but_white_space():
    text = "（一）公开，2024年\u3000好。\n\u00a0" + "字" * 989
    (found,) = run(length_of_section_one, 1, text)
    assert (found.rule, found.severity) == ("S24", "info")
    assert "1002字" in found.message("zh")
    assert not run(length_of_section_one, 1, text[:-2])


def test_s24_is_local_practice_for_the_form_of_2021_and_needs_a_text():
    entry = catalogue()["S24"]
    assert entry.local
    assert entry.forms == ("2021",)
    (outcome,) = run(length_of_section_one, 1, " \n")
    assert isinstance(outcome, NotAssessable)


@pytest.mark.parametrize(("characters", "raised"), [(29, 1), (30, 0)])
def test_s20_counts_thirty_characters_without_white_space(characters, raised):
    text = "问题：" + "公" * (characters - 4) + "。"
    assert len(run(problems, 5, f"　{text[:9]}\n {text[9:]}")) == raised


@pytest.mark.parametrize(("characters", "raised"), [(1000, 0), (1001, 1)])
def test_s24_counts_a_thousand_characters_without_white_space(characters, raised):
    text = "公" * (characters - 1) + "。"
    assert len(run(length_of_section_one, 1, f"　{text[:400]}\n {text[400:]}")) == raised

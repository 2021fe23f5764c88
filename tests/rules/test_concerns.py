"""Rules that are left out by one look at a report would have said nothing of it."""

from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.builtin import RULES
from govinfo.contracts import CheckRule
from govinfo.findings import load_catalogue
from govinfo.forms import official_form
from govinfo.registry import Registry
from govinfo.report import HeadingLine
from govinfo.rules.traces import telling
from govinfo.testing.damage import OPERATORS, traced
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS
from govinfo.testing.long_text import with_long_text
from govinfo.testing.samples import sample_report
from govinfo.text.traces import Traces

LOOKING = [rule for rule in RULES if isinstance(rule, CheckRule) and rule.concerns is not None]


def damaged(name, form, seed):
    chance = Random(f"{name}{form}{seed}")  # noqa: S311 - the same in every run
    return LAYOUTS["page"](OPERATORS[name].apply(traced(random_report(form, seed, "county")), 0.1, chance)).encode()


def concerns(rule, report):
    return rule.concerns is None or rule.concerns(report)


def test_there_are_some():
    assert {"A13", "V04", "V08", "S07", "S09", "S17", "M19", "P01", "P03"} <= {
        rule_id for rule in LOOKING for rule_id in rule.ids
    }


def assert_left_out_by_right(report):
    form = official_form(report.form)
    for rule in LOOKING:
        assert concerns(rule, report) or not tuple(rule.function(report, form)), rule.ids


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_what_does_not_concern_them_they_do_not_find_in_damaged_tables(name, form):
    try:
        report = govinfo.parse(damaged(name, form, 5))
    except govinfo.GovinfoError:
        pytest.skip("nothing was read")
    assert_left_out_by_right(report)


WORDS = [
    "打印本页",
    "返回顶部",
    "扫一扫在手机",
    "当前位置：",
    "责任编辑：",
    "[bookmark:_1]",
    "_GoBack",
    "错误！未找到引用源",
    "公(gōng)开(kāi)",
    "（APP）",
    "博彩",
    "bet365",
    "亚博",
    "開務區報總體況應處結",
    "此处填写",
    "（请据实填报）",
    "××年",
    "本部分以表格形式填报",
    "原告张无忌不服",
    "申请人姓名：江山，",
    "李大年诉我局信息公开答复",
    "13800005678",
    "１３８００００５６７８",
    "110105194912310021",
    "银行卡6200000000000005",
    "公开信息12条",
    "本年度未收到申请",
    "。",
    "，",
    "\n",
]


@st.composite
def reports(draw):
    """A report with such words, or nothing at all, in the title, the preamble, the sections and a heading."""
    text = st.lists(st.sampled_from(WORDS), max_size=5).map("".join)
    base = sample_report()
    sections = tuple(
        attrs.evolve(section, text=draw(text), heading=draw(st.sampled_from([section.heading, None])))
        for section in base.sections
    )
    headings = (*base.headings, HeadingLine(draw(text), 2, 1, None, 1, None))
    return attrs.evolve(base, title=draw(text), preamble=draw(text), sections=sections, headings=headings)


@settings(max_examples=300, deadline=None)
@given(reports())
def test_what_does_not_concern_them_they_do_not_find_in_texts(report):
    assert_left_out_by_right(report)


@pytest.mark.parametrize("rule", LOOKING, ids=lambda rule: rule.ids[0])
def test_there_are_faultless_reports_that_do_not_concern_it(rule):
    faultless = (with_long_text(random_report("2021", 1)), sample_report(texts={6: "本年度未收取信息处理费。"}))
    assert not all(concerns(rule, report) for report in faultless)


@given(st.sampled_from(["天气", "天 气", "晴天"]), st.sampled_from(["title", "preamble"]))
def test_traces_of_a_plugin_are_sought_alone(words, place):
    look = telling(Traces.of("气(?<=天气)"))
    report = attrs.evolve(with_long_text(random_report("2021", 1)), **{place: words})
    assert look(report) == (words == "天气")
    assert look(sample_report())


def of_a_plugin(concerns):
    class Plugin:
        @govinfo.hookimpl
        def govinfo_rules(self):
            return [CheckRule(("V90",), lambda _report, _form: [entry.finding()], concerns)]

        @govinfo.hookimpl
        def govinfo_rule_specs(self):
            return [entry]

    entry = make_entry()
    return {found.rule for found in govinfo.check(sample_report(), registry=Registry.builtin().with_plugins(Plugin()))}


def test_a_rule_of_a_plugin_is_left_out_by_its_own_look():
    assert "V90" in of_a_plugin(lambda _: True)
    assert not of_a_plugin(lambda _: False) & {"V90", "X23"}


def test_a_look_of_a_plugin_that_fails_costs_its_rule():
    said = of_a_plugin(lambda report: report.missing)
    assert "X23" in said
    assert "V90" not in said


def make_entry():
    names = ("title", "message", "why", "fix")
    texts = "\n".join(f'{name}_{tongue} = "…"' for name in names for tongue in ("zh", "en"))
    return load_catalogue(f'[V90]\nseverity = "info"\nbasis = ["L"]\n{texts}')["V90"]

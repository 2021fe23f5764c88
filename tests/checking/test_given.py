"""What callers give by mistake is told as such, with what to do; a text is never taken letter by letter."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.fixtures.beside import one

import govinfo
from govinfo.collection import Collection
from govinfo.collection.given import MAX_NAME, no_name
from govinfo.contracts import rule
from govinfo.findings import RuleSpec, Text
from govinfo.hooks import hookimpl

REPORT = one(2024)
NAMES = (
    "青云县林业局",
    "国家税务总局青云县税务局",
    "青云县人民政府办公室（外事办）",
    "中共青云县委办公室、县档案局",
    "110指挥中心",
)


@pytest.mark.parametrize("given", ["report.html", Path("report.html"), b"report", None, 3, [1], ["a.html"], {"a": 1}])
@pytest.mark.parametrize("call", [govinfo.check, govinfo.assess, govinfo.assess_all, Collection.of])
def test_what_is_no_report(call, given):
    with pytest.raises(govinfo.ArgumentError, match=r"due, not .*govinfo\.parse") as raised:
        call(given)
    assert isinstance(raised.value, (govinfo.GovinfoError, TypeError))
    assert "govinfo.parse" in raised.value.message("zh")


@pytest.mark.parametrize("call", [govinfo.check, govinfo.assess, govinfo.assess_all, Collection.of])
def test_a_path_is_named_and_the_way_to_a_report_told(call):
    with pytest.raises(govinfo.ArgumentError, match=r"“report\.html”; read it first"):
        call("report.html")


def test_one_report_where_several_are_due():
    with pytest.raises(govinfo.ArgumentError, match="several reports are due"):
        govinfo.assess_all(REPORT)


@pytest.mark.parametrize("given", [NAMES[0], 3, None, [3], ["0"], ["x" * (MAX_NAME + 1)], ["今年共收到申请3件。"]])
def test_what_is_no_list_of_agencies(given):
    for call in (govinfo.check, govinfo.assess_all, Collection.of):
        with pytest.raises(govinfo.ArgumentError):
            call([REPORT], expected=given)


def test_a_single_name_is_shown_as_the_list_that_is_due():
    with pytest.raises(govinfo.ArgumentError, match=rf"\['{NAMES[0]}'\]"):
        govinfo.check(REPORT, expected=NAMES[0])
    assert [found.rule for found in govinfo.check(REPORT, expected=[NAMES[0]], select="R07")] == []


@pytest.mark.parametrize("name", NAMES)
def test_names_as_agencies_have_them(name):
    assert no_name(name) is None


NO_NAMES = {
    "今年共收到申请3件。": "。",
    "1.青云县林业局": "编号",
    "（一）青云县林业局": "编号",
    "001\t青云县林业局": "\\t",
    "青云县林业局,青云县教育局": ",",
    "青云县林业局2024年政府信息公开工作年度报告": "年份",
    "0": "文字",
    "<td>林业局</td>": "<",
    "县" * 61: "61个字",
}


@pytest.mark.parametrize(("text", "reason"), NO_NAMES.items())
def test_what_is_clearly_no_name(text, reason):
    found = no_name(text)
    assert found is not None
    assert reason in found("zh")


@pytest.mark.parametrize("ask", [Collection.previous, Collection.years, Collection.agency, Collection.members])
def test_a_report_that_is_not_in_the_collection(ask):
    together = Collection.of([REPORT])
    with pytest.raises(govinfo.SelectionError, match="2023 is not in this collection"):
        ask(together, one(2023))
    with pytest.raises(govinfo.ArgumentError):
        ask(together, "report.html")


def test_rules_as_one_text_or_as_several():
    assert govinfo.assess(REPORT, select="A01, a02").outcomes.keys() == {"A01", "A02"}
    assert govinfo.assess(REPORT, select=["A"], ignore="A01").outcomes.keys() < govinfo.assess(REPORT).outcomes.keys()


@pytest.mark.parametrize("given", [3, [3], [None]])
@pytest.mark.parametrize("argument", ["select", "extend_select", "ignore"])
def test_what_is_no_id(argument, given):
    with pytest.raises(govinfo.ArgumentError, match="ids of rules are due"):
        govinfo.check(REPORT, **{argument: given})


@rule("V80", "V81")
def broken(report, form):
    del report, form
    raise ZeroDivisionError("no rest")


def with_broken():
    text = Text("甲", "text")
    specs = [RuleSpec(rule_id, "warning", ("X",), text, text, text, text) for rule_id in broken.ids]
    module = ModuleType("demo")
    for name, given in (("govinfo_rules", [broken]), ("govinfo_rule_specs", specs)):
        setattr(module, name, hookimpl(lambda given=given: given))
    return govinfo.Registry.builtin().with_plugins(module)


def test_a_rule_that_fails_is_not_assessable_with_the_reason():
    assessment = govinfo.assess(REPORT, registry=with_broken())
    told = [missing for missing in assessment.not_assessable if missing.rule in broken.ids]
    assert [missing.rule for missing in told] == ["V80", "V81"]
    assert all("rule V80 of plugin demo failed: ZeroDivisionError: no rest" in missing.text("en") for missing in told)
    assert "插件demo" in told[0].text("zh")


@pytest.mark.parametrize("ignore", [["X23"], "x23", ["X"]])
def test_the_fault_of_a_plugin_is_ignored_where_that_is_asked_for_and_its_rule_stays_not_assessable(ignore):
    registry = with_broken()
    reports = [REPORT, one(2023)]
    heard = [found for found in govinfo.check(reports, registry=registry) if found.rule != "X23"]
    assert list(govinfo.check(reports, registry=registry, ignore=ignore)) == heard
    assessment = govinfo.assess(REPORT, registry=registry, ignore=ignore)
    assert assessment.outcomes["V80"] == "not_assessable"
    assert [missing.rule for missing in assessment.not_assessable if missing.rule in broken.ids] == ["V80", "V81"]


@pytest.mark.parametrize("asked", [{"select": ["V8"]}, {"select": ["V8"], "ignore": ["X22"]}, {"select": "V80,A01"}])
def test_the_fault_of_a_plugin_is_told_whatever_else_is_selected_or_ignored(asked):
    assert [found.rule for found in govinfo.check(REPORT, registry=with_broken(), **asked)] == ["X23"]

"""Several reports: rules of both kinds, their outcomes, and what a broken one costs."""

from types import ModuleType

import attrs
import pytest
from tests.fixtures.beside import COMPARING, one

import govinfo
from govinfo.contracts import comparison, rule
from govinfo.errors import SelectionError
from govinfo.findings import RuleSpec, Text, not_assessable
from govinfo.hooks import hookimpl
from govinfo.registry import Registry

BASE = Registry.builtin()
FORWARD = "applications.carried_forward.total"


def entry(rule_id, **changes):
    text = Text("甲", "text")
    return RuleSpec(rule_id, "warning", ("X",), text, text, text, text, **changes)


def registry(*rules, **changes):
    """The built-ins and some rules, each with an entry of the catalogue for its ids."""
    specs = [entry(rule_id, **changes) for declared in rules for rule_id in declared.ids]
    return BASE.with_plugins(plugin(govinfo_rules=lambda: rules, govinfo_rule_specs=lambda: specs))


def plugin(**hooks):
    module = ModuleType("demo")
    for name, function in hooks.items():
        setattr(module, name, hookimpl(function))
    return module


@comparison("Y91")
def beside(report, form, collection):
    """Finds where there is a report on the year before."""
    del form
    if collection.previous(report):
        yield entry("Y91").finding()
    else:
        yield not_assessable("Y91", "无", "nothing before")


@comparison("Y92")
def broken(report, form, collection):
    del report, form, collection
    yield entry("Y92").finding()
    raise ZeroDivisionError


@attrs.frozen
class Both:
    """A rule of both kinds under one id."""

    ids: tuple[str, ...] = ("Y93",)

    def check(self, report, form):
        del form
        if report.value(FORWARD):
            yield entry("Y93").finding()

    def compare(self, report, form, collection):
        del form
        if collection.previous(report):
            yield entry("Y93").finding()


def outcomes(rule_id, *reports, **options):
    return [one.outcomes[rule_id] for one in govinfo.assess_all(reports, select=[rule_id], **options)]


def test_a_comparing_rule_of_a_plugin_comes_through_the_hook_for_rules():
    both = registry(beside)
    assert both.faults == ()
    assert beside in both.rules
    assert outcomes("Y91", one(2023), one(2024), registry=both) == ["not_assessable", "found"]
    assert outcomes("Y91", one(2024), registry=both) == ["not_applicable"]
    assert govinfo.assess(one(2024), select=["Y91"], registry=both).outcomes == {"Y91": "not_applicable"}


def test_forms_and_years_of_the_entry_count_for_comparing_rules():
    assert outcomes("Y91", one(2023), one(2024), registry=registry(beside, forms=("2019",))) == ["not_applicable"] * 2
    assert outcomes("Y91", one(2023), one(2024), registry=registry(beside, first_year=2024))[0] == "not_applicable"
    unknown = attrs.evolve(one(2024), year=None)
    assert outcomes("Y91", one(2023), unknown, registry=registry(beside, first_year=2024))[1] == "not_assessable"


def test_a_rule_for_expected_agencies_waits_for_the_list():
    waiting = registry(beside, expected=True)
    reports = one(2023), one(2024)
    assert outcomes("Y91", *reports, registry=waiting) == ["not_applicable"] * 2
    assert outcomes("Y91", *reports, registry=waiting, expected=["某县林业局"]) == ["not_assessable", "found"]


def test_a_broken_comparing_rule_costs_one_diagnostic_a_report_and_nothing_else():
    alone, together = (govinfo.assess_all([one(2023), one(2024)], registry=use) for use in (BASE, registry(broken)))
    for before, after in zip(alone, together, strict=True):
        assert after.findings[0].rule == "X23"
        assert after.findings[1:] == before.findings
        assert after.outcomes == {**before.outcomes, "Y92": "not_assessable"}


def test_an_object_that_is_both_is_refused():
    both = registry(Both())
    (fault,) = both.faults
    assert fault.rule == "X23"
    assert "one kind" in fault.message("en")
    assert both.rules == Registry.builtin().rules


def test_what_is_no_rule_is_refused_by_both_names():
    (fault,) = BASE.with_plugins(plugin(govinfo_rules=lambda: [object()])).faults
    assert "Rule or ComparingRule" in fault.message("en")


def test_an_id_is_taken_by_either_kind():
    @rule("Y01")
    def again(report, form):
        del report, form
        return ()

    (fault,) = BASE.with_plugins(plugin(govinfo_rules=lambda: [again])).faults
    assert "'Y01' is taken" in fault.message("en")


def test_reports_come_one_by_one():
    seen = []

    @rule("Y94")
    def watched(report, form):
        del form
        seen.append(f"assessed {report.year}")
        return ()

    def reports():
        for year in (2022, 2023):
            seen.append(f"given {year}")
            yield one(year)

    govinfo.assess_all(reports(), select=["Y94"], registry=registry(watched))
    assert seen == ["given 2022", "assessed 2022", "given 2023", "assessed 2023"]


def test_findings_come_in_the_order_of_the_catalogue_and_reports_as_given():
    reports = one(2024, {"applications.new.total": 1}), one(2023, {FORWARD: 1, "applications.results.total.total": 2})
    found = govinfo.assess_all(reports)
    assert [assessment.report for assessment in found] == list(reports)
    order = list(BASE.catalogue)
    for assessment in found:
        places = [order.index(finding.rule) for finding in assessment.findings]
        assert places == sorted(places)
        assert list(assessment.outcomes) == sorted(assessment.outcomes, key=order.index)
    assert govinfo.check(reports) == tuple(finding for one in found for finding in one.findings)


def test_no_report_is_no_assessment():
    assert govinfo.assess_all([]) == ()
    assert govinfo.check([]) == ()


def test_rules_are_chosen_as_for_one_report():
    reports = one(2023, {FORWARD: 1}), one(2024)
    assert [finding.rule for finding in govinfo.check(reports, select=["Y"])] == ["Y01"]
    assert [finding.rule for finding in govinfo.check(reports, select=["Y"], ignore=["Y01"])] == []
    assert "Y01" in govinfo.assess_all(reports, extend_select=["M16"])[1].outcomes
    with pytest.raises(SelectionError):
        govinfo.assess_all(reports, select=["Y99"])


def test_one_report_is_assessed_as_alone():
    report = one(2024, {FORWARD: 1})
    assert govinfo.assess_all([report]) == (govinfo.assess(report),)
    assert set(govinfo.assess(report, select=COMPARING).outcomes.values()) == {"not_applicable"}

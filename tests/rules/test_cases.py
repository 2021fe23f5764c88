"""Every rule has a case that raises it and a near miss that does not, as data; see `govinfo.testing.cases`."""

from pathlib import Path

import pytest

from govinfo.errors import ConfigurationError
from govinfo.findings import catalogue
from govinfo.forms import official_forms
from govinfo.testing.cases import judge_rule_case, load_rule_cases

FOLDER = Path(__file__).with_name("cases")
CASES = load_rule_cases(FOLDER)
WITHOUT = "X"
"""Doubts of the reading are raised by reading a source; tests/alignment and tests/readers have their cases."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case):
    assert judge_rule_case(case) == []


ELSEWHERE = [rule for rule, entry in catalogue().items() if not any(map(entry.is_for, official_forms()))]
"""Rules for forms of plugins only have their cases in examples/plugins, beside such a form."""


@pytest.mark.parametrize(
    "rule", [rule for rule in catalogue() if not rule.startswith(WITHOUT) and rule not in ELSEWHERE]
)
def test_a_rule_has_a_case_and_a_near_miss(rule):
    outcomes = {case.expect for case in CASES if case.rule == rule}
    assert {"found", "passed"} <= outcomes


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_a_rule_for_forms_of_plugins_is_shown_by_an_example(rule):
    examples = Path(__file__).parents[2] / "examples" / "plugins"
    assert any(rule in path.read_text("utf-8") for path in examples.glob("*/tests/test_*.py"))


def test_every_file_is_named_after_a_rule():
    assert {case.rule for case in CASES} <= set(catalogue())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name: x", "a list of cases"),
        ("- x", "case 1: a mapping"),
        ("- {expect: found, vaules: {}}", "'vaules' is not known"),
        ("- {expect: seen}", "'expect' must be one of found"),
        ("- {expect: found, severity: grave}", "'severity' must be one of error"),
        ("- {expect: found, values: {applications.new.totl: 3}}", "applications.new.totl"),
        ("- {expect: found, form: '1999'}", "no form '1999'"),
        ("- {expect: found, report: {nonsense: 3}}", "nonsense"),
        ("- {expect: [", "not YAML"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(tmp_path, text, words):
    path = tmp_path / "A01.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_rule_cases(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("expect: passed", "passed is due"),
        ("expect: found, severity: info", "severity info is due"),
        ("expect: found, cells: [review.reconsideration.total]", "do not name review.reconsideration.total"),
        ("expect: found, says: 天气", "no message says"),
        ("expect: found, times: 2", "2 findings are due"),
    ],
)
def test_a_case_that_does_not_hold_says_why(tmp_path, changes, words):
    path = tmp_path / "A01.yml"
    values = "applications.new.natural_person: 2, applications.new.total: 3"
    path.write_text(f"- {{values: {{{values}}}, {changes}}}", "utf-8")
    (case,) = load_rule_cases(tmp_path)
    (difference,) = judge_rule_case(case)
    assert words in difference

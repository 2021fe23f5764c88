"""Every rule has a case that raises it and a near miss that does not, as data; see `govinfo.testing.cases`."""

from pathlib import Path

import pytest

from govinfo.errors import ConfigurationError
from govinfo.findings import catalogue
from govinfo.testing.cases import judge_rule_case, load_rule_cases

FOLDER = Path(__file__).with_name("cases")
CASES = load_rule_cases(FOLDER)
WITHOUT = "X"
"""Doubts of the reading are raised by reading a source; tests/alignment and tests/readers have their cases."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case):
    assert judge_rule_case(case) == []


@pytest.mark.parametrize("rule", [rule for rule in catalogue() if not rule.startswith(WITHOUT)])
def test_a_rule_has_a_case_and_a_near_miss(rule):
    outcomes = {case.expect for case in CASES if case.rule == rule}
    assert {"found", "passed"} <= outcomes


def test_every_file_is_named_after_a_rule():
    assert {case.rule for case in CASES} <= set(catalogue())

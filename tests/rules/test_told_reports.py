"""Texts written from the tables agree with them; with one number changed, the rule of that number finds it."""

import pytest
from tests.fixtures.told_reports import SLOTS, told_report

import govinfo
from govinfo.findings import Finding
from govinfo.report import Report


def found_in(report: Report) -> list[Finding]:
    return [found for found in govinfo.check(report, select=["N"]) if found.rule not in {"N14", "N26"}]


@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(25))
def test_consistent_texts(form, seed, size):
    made = told_report(form, seed, size)
    assert [(found.rule, found.message("zh")) for found in found_in(made.report)] == []


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(25))
def test_one_number_changed(form, seed):
    made = told_report(form, seed, "province")
    for slot in made.slots:
        topic, rule = SLOTS[slot]
        changed = made.telling({**made.numbers, slot: made.numbers[slot] + 1_000_003})
        named = [found for found in found_in(changed) if found.rule == rule]
        assert named, (slot, topic)

"""Texts written from the tables agree with them; with one number changed, the rule of that number names its cells."""

import pytest
from tests.fixtures.told_reports import SLOTS, told_report

import govinfo
from govinfo.forms import official_form
from govinfo.rules.narrative.subjects import subject

OF_NONE = {"N01": "N07", "N11": "N13", "N12": "N13"}


def found_in(report):
    return [found for found in govinfo.check(report, select=["N"]) if found.rule not in {"N14", "N26"}]


@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(25))
def test_consistent_texts(form, seed, size):
    made = told_report(form, seed, size)
    assert [(found.rule, found.message("zh")) for found in found_in(made.report)] == []


@pytest.mark.parametrize("size", ["county", "province"])
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("change", [1, 1_000_003])
def test_one_number_changed(form, seed, size, change):
    made = told_report(form, seed, size)
    for slot in made.slots:
        topic, rule = SLOTS[slot]
        changed = made.telling({**made.numbers, slot: made.numbers[slot] + change})
        (found, *more) = [found for found in found_in(changed) if found.rule in (rule, OF_NONE.get(rule))]
        assert (found.cells, more) == (subject(official_form(form), topic).cells, [])
        assert found.related[0].cells == found.cells


def test_equal_tables_with_other_texts_are_not_mistaken_for_each_other():
    made = told_report("2021", 3, "county")
    slot = made.slots[0]
    changed = made.telling({**made.numbers, slot: made.numbers[slot] + 1})
    assert [bool(found_in(report)) for report in (made.report, changed, made.report)] == [False, True, False]

"""Reports that fit together raise nothing; each single break raises its own rule, and only that."""

from decimal import Decimal

import pytest
from tests.fixtures.beside import COMPARING, found, rules

import govinfo
from govinfo.testing.together import changed, random_series, random_tree, tree_of_agencies

SEEDS = range(25)
OLD, NEW, ACROSS = (2019, 2020), (2022, 2023, 2024), (2019, 2020, 2021, 2022)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("years", [OLD, NEW])
def test_a_consistent_series_raises_nothing(seed, size, years):
    assert found(*random_series(seed, years, size)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_across_the_forms_only_the_break_is_told(seed):
    raised = found(*random_series(seed, ACROSS))
    assert {(rule, year) for rule, _, year, _ in raised} <= {("Y10", 2021)}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_consistent_tree_raises_nothing(seed):
    assert found(*random_tree(seed)) == []


def test_a_whole_city_raises_nothing():
    assert found(*tree_of_agencies(86)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_the_reports_makes_no_difference(seed):
    reports = [*random_series(seed, ACROSS), *random_tree(seed), *random_series(seed, NEW, agency="青云县教育局")]
    reports[1] = changed(reports[1], {"applications.carried_over.total": 9, "review.reconsideration.total": 0})
    expected = {id(one.report): one for one in govinfo.assess_all(reports, select=COMPARING)}
    reports = reports[::-1] if seed % 2 else reports[seed:] + reports[:seed]
    for assessment in govinfo.assess_all(reports, select=COMPARING):
        assert assessment == expected[id(assessment.report)]


CARRY = "applications.carried_over.commercial"
STOCK = "proactive.normative_documents.in_force"
MATTERS = "proactive.licensing.items_last_year"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("years", "cell", "rule"), [(NEW, CARRY, "Y01"), (OLD, CARRY, "Y01"), (NEW, STOCK, "Y02"), (OLD, MATTERS, "Y09")]
)
def test_a_single_break_in_a_series_raises_its_rule(seed, years, cell, rule):
    *earlier, last = random_series(seed, years)
    broken = changed(last, {cell: last.values[cell] + 1})
    ((raised, _, year, cells),) = found(*earlier, broken)
    assert (raised, year, cells[-1]) == (rule, years[-1], cell)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_roll_up_below_its_sum_or_a_member_raises_its_rule(seed):
    whole, *members = random_tree(seed)
    cell = "applications.results.granted.total"
    greatest = max(member.values[cell] or 0 for member in members)
    below_sum = changed(whole, {cell: whole.values[cell] - 1})
    if whole.values[cell] > greatest:
        assert [(rule, cells) for rule, *_, cells in found(below_sum, *members)] == [("R01", (cell,))]
    if greatest:
        below_one = changed(whole, {cell: greatest - 1})
        assert [(rule, cells) for rule, *_, cells in found(below_one, *members)] == [("R02", (cell,))]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_report_given_twice_is_told_and_changes_nothing_else(seed):
    series = random_series(seed, NEW)
    assert rules(*series, series[1]) == ["M18"]
    assert [year for _, _, year, _ in found(*series, series[1])] == [2023, 2023]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_missing_year_is_a_gap_and_nothing_else(seed):
    first, _, last = random_series(seed, NEW)
    assert found(first, last) == [("Y07", "青川市林业局", 2024, ())]


def test_amounts_stay_decimal():
    series = random_series(3, NEW, "province")
    assert all(isinstance(report.values["proactive.fees.amount"], Decimal) for report in series)

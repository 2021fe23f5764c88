"""The smallest sets of cells: all of them, none that is larger, none that breaks a rule of the cells."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repair.oracle import CELLS, SMALL, smallest_repairs

from govinfo.forms import official_form
from govinfo.repair import search
from govinfo.repair.code import code, parts
from govinfo.repair.problem import Problem
from govinfo.repair.search import LARGEST, STEPS, fewest, twos
from govinfo.testing.generate import random_report

FORMS = ("2019", "2021")
CHANCE = st.randoms(use_true_random=False)
(SMALL_PART,) = parts(SMALL)


def problem(form, values, part=None):
    part = part or parts(form)[0]
    unvalued = frozenset(cell for cell in part.cells if values[cell] is None)
    return Problem(code(part, unvalued), values, form.by_id)


def new_values(values, found):
    return [{cell: values[cell] + change for cell, change in changes.items()} for changes in found.sets]


def as_sets(repairs):
    return {frozenset(repair.items()) for repair in repairs}


@pytest.mark.parametrize(("form", "identities", "cells"), [("2019", 37, 161), ("2021", 39, 175)])
def test_parts_of_the_official_forms(form, identities, cells):
    """Row sums, seven column sums and seven balances hang together; so does each group of table four."""
    three, *four = parts(official_form(form))
    assert (len(three.identities), len(three.cells)) == (identities, cells)
    assert [(len(part.identities), len(part.cells)) for part in four] == [(1, 5)] * 3


def small_values(chance, changes):
    values = {f"t.{row}.{column}": chance.randint(0, 2) for row in "xy" for column in "ab"}
    for row in "xy":
        values[f"t.{row}.total"] = values[f"t.{row}.a"] + values[f"t.{row}.b"]
    for column in ("a", "b", "total"):
        values[f"t.total.{column}"] = values[f"t.x.{column}"] + values[f"t.y.{column}"]
    return {cell: changes.get(cell, values[cell]) for cell in CELLS}


@given(CHANCE, st.dictionaries(st.sampled_from(CELLS), st.integers(0, 3), min_size=1))
@settings(max_examples=60, deadline=None)
def test_all_smallest_repairs_of_a_small_form_are_found(chance, changes):
    values = small_values(chance, changes)
    asked, due = problem(SMALL, values), smallest_repairs(values)
    if not asked.rest():
        assert due == [{}]
        return
    found = fewest(asked)
    assert found.least > 2 if not due else as_sets(new_values(values, found)) == as_sets(due)


@given(
    CHANCE,
    st.dictionaries(st.sampled_from(CELLS), st.integers(0, 2), min_size=1, max_size=2),
    st.sampled_from(CELLS),
)
@settings(max_examples=60, deadline=None)
def test_all_smallest_repairs_beside_a_blank_cell_are_found(chance, changes, blank):
    values = small_values(chance, changes | {blank: None})
    asked = problem(SMALL, values)
    due = smallest_repairs(values, most=1)
    if not asked.rest() or not due:
        return
    found = fewest(asked)
    repairs = [new | asked.fills(changes) for new, changes in zip(new_values(values, found), found.sets, strict=True)]
    assert as_sets(repairs) == as_sets(due)


@given(st.sampled_from(FORMS), st.sampled_from(["zero", "county", "province"]), st.integers(0, 10**6), st.data())
@settings(max_examples=150, deadline=None)
def test_one_wrong_cell_of_table_three_is_the_only_repair(form_id, size, seed, data):
    form = official_form(form_id)
    values = random_report(form, seed, size).values
    cell = data.draw(st.sampled_from(parts(form)[0].cells))
    wrong = data.draw(st.integers(0, 2 * 10**6).filter(lambda number: number != values[cell]))
    changed = values | {cell: wrong}
    found = fewest(problem(form, changed))
    assert new_values(changed, found) == [{cell: values[cell]}]
    assert found.complete


@given(st.sampled_from(FORMS), st.sampled_from(["county", "province"]), CHANCE, st.integers(2, 4))
@settings(max_examples=80, deadline=None)
def test_several_wrong_cells_are_among_the_repairs_or_fewer_do(form_id, size, chance, number):
    form = official_form(form_id)
    values = random_report(form, chance.randint(0, 10**6), size).values
    true = {cell: values[cell] for cell in chance.sample(parts(form)[0].cells, number)}
    changed = values | {cell: value + chance.randint(1, 50) for cell, value in true.items()}
    found = fewest(problem(form, changed))
    assert found.complete
    assert found.least <= number
    if found.least == number:
        assert true in new_values(changed, found)
    for repair in new_values(changed, found):
        assert len(repair) == found.least
        assert all(number >= 0 for number in repair.values())
        assert not problem(form, changed | repair).rest()


def test_two_changes_of_different_size_have_one_repair():
    """Where two repairs of two cells differ, the four changes are equal; so 3 and 5 can only be theirs."""
    form = official_form("2021")
    values = random_report(form, 5, "county").values
    one, other = "applications.results.granted.commercial", "applications.results.not_processed.repeated.research"
    changed = values | {one: values[one] + 3, other: values[other] + 5}
    assert new_values(changed, fewest(problem(form, changed))) == [{one: values[one], other: values[other]}]


def test_numbers_that_moved_within_a_row_may_have_moved_back_in_any_other():
    form = official_form("2021")
    values = dict.fromkeys(random_report(form, 1, "zero").values, 0)
    changed = values | {
        f"applications.{row}.{column}": 5
        for row in ("new", "results.granted", "results.total")
        for column in ("natural_person", "total")
    }
    other = "applications.results.refused.state_secret"
    changed |= {f"{other}.natural_person": 0, f"{other}.research": 5, f"{other}.total": 5}
    changed |= {"applications.results.total.research": 5, "applications.new.research": 5}
    changed |= {"applications.results.total.total": 10, "applications.new.total": 10}
    moved = changed | {"applications.results.granted.natural_person": 0, "applications.results.granted.research": 5}
    found = fewest(problem(form, moved))
    assert found.least == 2
    true = {"applications.results.granted.natural_person": 5, "applications.results.granted.research": 0}
    back = {f"{other}.natural_person": 5, f"{other}.research": 0}
    assert as_sets(new_values(moved, found)) == as_sets([true, back])


@given(st.sampled_from(FORMS), CHANCE, st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_blank_cells_are_no_changes_and_their_numbers_follow(form_id, chance, blanks):
    form = official_form(form_id)
    values = random_report(form, chance.randint(0, 10**6), "county").values
    part = parts(form)[0]
    wrong, *blank = chance.sample(part.cells, blanks + 1)
    changed = values | {wrong: values[wrong] + chance.randint(1, 30)} | dict.fromkeys(blank)
    asked = problem(form, changed)
    if not asked.rest():
        return
    found = fewest(asked)
    assert found.least == 1
    assert {wrong: values[wrong]} in new_values(changed, found)
    for changes in found.sets:
        fills = asked.fills(changes)
        assert fills.keys() <= set(blank)
        complete = changed | {cell: changed[cell] + change for cell, change in changes.items()} | fills
        if fills.keys() == set(blank):
            assert not problem(form, complete).rest()


def test_a_repair_that_leaves_a_blank_cell_no_number_is_none():
    """With 2 in y.a all equations hold, but then x.a, which is blank, would be -1."""
    values: dict[str, int | None] = dict.fromkeys(CELLS, 0)
    values |= {"t.x.a": None, "t.x.b": 3, "t.x.total": 2, "t.y.total": 2}
    values |= {"t.total.a": 1, "t.total.b": 3, "t.total.total": 4}
    asked = problem(SMALL, values)
    assert asked.fills({"t.y.a": 2}) is None
    assert smallest_repairs(values, most=1) == []
    assert fewest(asked).least == 2


def test_the_search_gives_up_after_a_while():
    form = official_form("2021")
    values = random_report(form, 1, "province").values
    other = random_report(form, 2, "province").values
    found = fewest(problem(form, values | {cell: other[cell] for cell in parts(form)[0].cells[::3]}))
    assert (found.sets, found.complete) == ((), False)
    assert found.least > LARGEST


def test_pairs_that_leave_a_blank_cell_no_number_are_counted_as_well(monkeypatch):
    """Beside many blank cells very many pairs complete a set, and nearly all ask for a negative number in a blank."""
    tried = []

    def counted(*arguments):
        for pair in twos(*arguments):
            tried.append(pair)
            yield pair

    form, chance = official_form("2021"), Random(3)  # noqa: S311 - a sample, no secret
    cells = list(parts(form)[0].cells)
    values = dict(random_report(form, 3, "county").values)
    values |= dict.fromkeys(chance.sample(cells, 45))
    for cell in chance.sample([cell for cell in cells if values[cell] is not None], 6):
        values[cell] += chance.choice([1, 5, 60])
    monkeypatch.setattr(search, "twos", counted)
    assert fewest(problem(form, values)).sets == ()
    assert len(tried) <= STEPS


def test_four_cells_in_two_rows_and_two_columns():
    """All four were 0, so that no other three can take what they have."""
    form = official_form("2021")
    values = dict.fromkeys(random_report(form, 1, "zero").values, 0)
    rows, columns = ("results.granted", "results.refused.state_secret"), ("research", "commercial")
    cells = [f"applications.{row}.{column}" for row in rows for column in columns]
    changed = values | dict(zip(cells, (3, 5, 11, 20), strict=True))
    found = fewest(problem(form, changed))
    assert dict.fromkeys(cells, 0) in new_values(changed, found)
    assert found.least == 4

"""The integer programme finds what the direct search finds, and sets of more cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repair.oracle import CELLS, SMALL, smallest_repairs
from tests.repair.test_offers import seven_wrong

from govinfo.checking import assess
from govinfo.forms import official_form
from govinfo.repair.code import code, parts
from govinfo.repair.problem import Problem
from govinfo.repair.search import fewest
from govinfo.testing.generate import random_report

pytest.importorskip("highspy", reason="the extra repair is not installed")
programme = pytest.importorskip("govinfo.repair.programme")
several = programme.several


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """A busy machine is no reason to find less."""
    monkeypatch.setitem(programme.OPTIONS, "time_limit", 600.0)


def as_set(sets):
    return {frozenset(changes.items()) for changes in sets}


@given(st.dictionaries(st.sampled_from(CELLS), st.integers(0, 3), min_size=1))
@settings(max_examples=25, deadline=None)
def test_all_smallest_repairs_of_a_small_form_are_found(changes):
    values = dict.fromkeys(CELLS, 0) | changes
    problem = Problem(code(parts(SMALL)[0], frozenset()), values, SMALL.by_id)
    due = smallest_repairs(values)
    if problem.rest() and due:
        found = several(problem, 1, 8, 100)
        new = [{cell: values[cell] + change for cell, change in changes.items()} for changes in found.sets]
        assert as_set(new) == as_set(due)
        assert found.complete


@given(st.sampled_from(["2019", "2021"]), st.randoms(use_true_random=False), st.integers(3, 4))
@settings(max_examples=6, deadline=None)
def test_as_many_as_the_direct_search(form_id, chance, number):
    form = official_form(form_id)
    values = random_report(form, chance.randint(0, 10**6), "county").values
    part = parts(form)[0]
    wrong = values | {cell: values[cell] + chance.randint(1, 40) for cell in chance.sample(part.cells, number)}
    problem = Problem(code(part, frozenset()), wrong, form.by_id)
    direct = fewest(problem)
    found = several(problem, max(1, direct.least - 1), 8, 12)
    if found.complete:
        assert as_set(found.sets) == as_set(direct.sets)
    else:
        assert as_set(found.sets) <= as_set(direct.sets)


def test_a_blank_cell_beside_three_wrong_ones():
    form = official_form("2021")
    values = random_report(form, 9, "county").values
    cells = [f"applications.results.granted.{column}" for column in ("commercial", "research", "total")]
    wrong = values | {cell: values[cell] + 10 + place for place, cell in enumerate(cells)}
    blank = "applications.new.legal_services"
    problem = Problem(code(parts(form)[0], frozenset([blank])), wrong | {blank: None}, form.by_id)
    found = several(problem, 1, 8, 5)
    assert found.least == 3
    assert {cell: -10 - place for place, cell in enumerate(cells)} in found.sets
    assert all(problem.fills(changes) == {blank: values[blank]} for changes in found.sets)


def test_seven_wrong_cells_are_named():
    (first, *_) = assess(seven_wrong(), select=["A"]).findings
    (repair,) = first.repairs
    assert repair.unique
    assert [change.value - change.instead for change in repair.changes] == [
        1000 + 7**place for place in (4, 6, 0, 1, 2, 3, 5)
    ]

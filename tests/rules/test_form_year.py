import attrs
import pytest

import govinfo
from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.rules.form_year import form_of_the_year
from govinfo.testing.samples import sample_report


def run(form, **changes):
    return list(form_of_the_year.check(sample_report(form, **changes), official_form(form)))


@pytest.mark.parametrize(("form", "year"), [("2019", 2021), ("2021", 2020), ("2019", 2018)])
def test_s08_raises_the_form_of_another_year(form, year):
    (found,) = run(form, year=year)
    assert (found.rule, found.severity) == ("S08", "warning")
    assert str(year) in found.message("zh")


@pytest.mark.parametrize(
    ("form", "year", "due", "basis"), [("2019", 2023, "2021", "F21"), ("2021", 2020, "2019", "F19")]
)
def test_s08_names_the_form_that_is_due(form, year, due, basis):
    (found,) = run(form, year=year)
    assert official_form(due).basis in found.fix("zh")
    assert found.basis == (basis,)
    checked = govinfo.check(sample_report(form, year=year), select=["S08"])
    assert [finding.basis for finding in checked] == [(basis,)]


@pytest.mark.parametrize(("form", "year"), [("2019", 2019), ("2019", 2020), ("2021", 2021), ("2021", 2030)])
def test_s08_accepts_the_form_of_the_year(form, year):
    assert not run(form, year=year)


def test_s08_is_not_assessable_without_year_or_tables():
    absent = tuple(attrs.evolve(cell, value=None, status="absent") for cell in sample_report().cells())
    for changes in ({"year": None}, {"year": 2019, "all_cells": absent}):
        (outcome,) = run("2021", **changes)
        assert isinstance(outcome, NotAssessable)

"""Reports that agree from year to year and from part to whole raise nothing; one number changed is found."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import pytest
from tests.reports.groups import COUNTY, MEMBERS, YEARS, group

import govinfo
from govinfo.report import Report

REPORTS = tuple(group())


def changed(agency: str, year: int, values: Mapping[str, int]) -> list[Report]:
    """The reports with some numbers of one of them changed."""
    return [
        attrs.evolve(
            report,
            all_cells=tuple(
                attrs.evolve(cell, value=values[cell.id], raw=str(values[cell.id])) if cell.id in values else cell
                for cell in report.all_cells
            ),
        )
        if (report.agency, report.year) == (agency, year)
        else report
        for report in REPORTS
    ]


def test_nothing_is_found_in_a_group_that_agrees() -> None:
    assert len(REPORTS) == len(YEARS) * (len(MEMBERS) + 1)
    assert [(found.rule, found.message("zh")) for found in govinfo.check(REPORTS)] == []


def test_the_years_and_the_parts_are_compared() -> None:
    outcomes = [result.outcomes for result in govinfo.assess_all(REPORTS)]
    for rule in ("Y01", "Y02", "R01", "R02"):
        assert any(outcome[rule] == "passed" for outcome in outcomes), rule


@pytest.mark.parametrize(
    ("agency", "year", "values", "rule"),
    [
        (f"{COUNTY}教育局", 2023, {"applications.carried_over.total": 9}, "Y01"),
        (f"{COUNTY}水利局", 2022, {"proactive.normative_documents.in_force": 3}, "Y02"),
        (f"{COUNTY}人民政府", 2024, {"applications.new.total": 3}, "R02"),
        (f"{COUNTY}人民政府", 2022, {"proactive.penalties.decisions": 60}, "R01"),
    ],
)
def test_one_number_changed(agency: str, year: int, values: Mapping[str, int], rule: str) -> None:
    assert rule in {found.rule for found in govinfo.check(changed(agency, year, values))}

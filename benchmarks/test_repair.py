"""Checking a report with wrong cells beside checking the same report without: what naming the wrong cells costs."""

import attrs
import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report

WRONG = (
    "applications.results.granted.research",
    "applications.results.total.commercial",
    "applications.new.total",
    "applications.results.refused.state_secret.natural_person",
    "applications.carried_forward.legal_services",
)


def report_with(number):
    report = random_report("2021", 1, "county")
    wrong = {cell: report.values[cell] + 7 * place for place, cell in enumerate(WRONG[:number], 1)}
    return attrs.evolve(report, all_cells=sample_report("2021", report.values | wrong).all_cells)


@pytest.mark.benchmark(group="repair")
@pytest.mark.parametrize("number", range(len(WRONG) + 1))
def test_check_with_wrong_cells(benchmark, number):
    report = report_with(number)
    named = {len(repair.changes) for finding in govinfo.check(report) for repair in finding.repairs}
    assert named == ({number} if number else set())
    benchmark.pedantic(govinfo.check, setup=lambda: ((attrs.evolve(report),), {}), rounds=200, warmup_rounds=5)

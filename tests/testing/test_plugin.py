"""The pytest plugin, in runs of its own."""

import pytest
from tests.fixtures.layouts import Draft, bars

from govinfo.testing.conformance import SUFFIX, Case, expectation_of
from govinfo.testing.plugin import CHECKS

pytest_plugins = ["pytester"]


@pytest.fixture
def suite(pytester):
    """A suite with one case."""
    pytester.makeconftest('pytest_plugins = ["govinfo.testing.plugin"]')
    folder = pytester.mkdir("cases")
    source = folder / "report.txt"
    source.write_text(bars(Draft()), "utf-8")
    case = Case(source, folder / f"report{SUFFIX}")
    case.expectation.write_text(expectation_of(case), "utf-8")
    return pytester, case


def run(pytester, *arguments):
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", *arguments)


def test_a_case_that_holds(suite):
    pytester, _ = suite
    result = run(pytester)
    result.assert_outcomes(passed=len(CHECKS))


def test_a_cell_that_differs(suite):
    pytester, case = suite
    text = case.expectation.read_text("utf-8")
    case.expectation.write_text(text.replace('"applications.new.total": 0', '"applications.new.total": 7'), "utf-8")
    result = run(pytester)
    result.assert_outcomes(passed=len(CHECKS) - 1, failed=1)
    result.stdout.fnmatch_lines(["*cell applications.new.total: 7 is due, found 0*"])


def test_an_expectation_without_its_file(suite):
    pytester, case = suite
    case.source.unlink()
    result = run(pytester)
    assert result.parseoutcomes()["failed"] == len(CHECKS)
    result.stdout.fnmatch_lines(["*there is no file beside report.expected.json*"])


def test_a_file_without_its_expectation(suite):
    pytester, case = suite
    case.expectation.unlink()
    run(pytester).assert_outcomes()
    pytester.makeini("[pytest]\ngovinfo_cases = cases\n")
    result = run(pytester)
    assert result.parseoutcomes()["failed"] >= 1
    result.stdout.fnmatch_lines(["*there is no expectation; run*"])

"""Checking reports without faults beside the bare arithmetic of their form: one that tells little, one that tells much.

The arithmetic adds up every row, every column and the three review outcomes of numbers that lie ready in lists.
"""

import itertools

import attrs
import pytest

import govinfo
from govinfo.facts.narrative import facts
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed
from govinfo.testing.long_text import with_long_text

ROWS = 25
COLUMNS = 7
OUTCOMES = 4

LIMIT = 21
"""Largest multiple of the bare arithmetic that checking may take, 25 are aimed at; 15 to 17 were measured."""

LIMIT_OF_NEW_REPORT = 26
"""The same for a report that was never checked before, which is made within the time; 19 to 23 were measured."""

LIMIT_OF_LONG_TEXT = 25
"""The same for a report with two thousand characters of text, whose numbers were read before; 18 to 21 measured."""

LIMIT_OF_NEW_LONG_TEXT = 32
"""The same for such a report that was never checked before, but for its numbers; 23 to 29 were measured."""

REPEATED = 50
"""So often each is done in one round, since a clock of the CPU tells no single microseconds."""


@pytest.fixture(scope="module")
def report(parts):
    return govinfo.parse(LAYOUTS["page"](parts).encode())


@pytest.fixture(scope="module")
def long_report():
    return govinfo.parse(LAYOUTS["page"](printed(with_long_text(random_report("2021", 1, "county")))).encode())


@pytest.fixture(scope="module")
def tables():
    values = random_report("2021", 1, "county").values
    applications = [value for cell, value in values.items() if cell.startswith("applications.")]
    review = [value for cell, value in values.items() if cell.startswith("review.")]
    return (
        [applications[start : start + COLUMNS] for start in range(0, ROWS * COLUMNS, COLUMNS)],
        [review[start : start + OUTCOMES + 1] for start in range(0, len(review), OUTCOMES + 1)],
    )


def arithmetic(tables):
    rows, review = tables
    across = all(sum(row[:-1]) == row[-1] for row in rows)
    columns = list(zip(*rows, strict=True))
    handled = all(sum(column[2:23]) == column[23] for column in columns)
    balance = all(column[0] + column[1] == column[23] + column[24] for column in columns)
    return across and handled and balance and all(sum(row[:-1]) == row[-1] for row in review)


def repeated(call):
    return lambda: [call() for _ in range(REPEATED)]


def test_the_reports_are_without_faults(report, long_report, tables):
    for checked in (report, long_report):
        assert not [finding for finding in govinfo.check(checked) if finding.severity == "error"]
    assert len(long_report.narrative) > 1900
    assert arithmetic(tables)


def test_all_rules_take_no_more_than_a_multiple_of_the_arithmetic(fastest, report, tables):
    checking = fastest(repeated(lambda: govinfo.check(report)))
    assert checking <= LIMIT * fastest(repeated(lambda: arithmetic(tables)))


def test_a_report_that_is_new_takes_little_more(fastest, report, tables):
    checking = fastest(repeated(lambda: govinfo.check(attrs.evolve(report))))
    assert checking <= LIMIT_OF_NEW_REPORT * fastest(repeated(lambda: arithmetic(tables)))


def test_with_a_long_text_they_take_little_more(fastest, long_report, tables):
    checking = fastest(repeated(lambda: govinfo.check(long_report)))
    assert checking <= LIMIT_OF_LONG_TEXT * fastest(repeated(lambda: arithmetic(tables)))


def test_a_new_report_with_a_long_text_too(fastest, long_report, tables):
    checking = fastest(repeated(lambda: govinfo.check(attrs.evolve(long_report))))
    assert checking <= LIMIT_OF_NEW_LONG_TEXT * fastest(repeated(lambda: arithmetic(tables)))


@pytest.mark.benchmark(group="check")
def test_floor_bare_arithmetic(benchmark, tables):
    benchmark(arithmetic, tables)


@pytest.mark.benchmark(group="check")
def test_govinfo_check(benchmark, report):
    benchmark(govinfo.check, report)


@pytest.mark.benchmark(group="check")
def test_govinfo_check_of_a_new_report(benchmark, report):
    """Without what a report keeps once it was worked out, such as its cells by id."""
    benchmark.pedantic(govinfo.check, setup=lambda: ((attrs.evolve(report),), {}), rounds=500, warmup_rounds=5)


@pytest.mark.benchmark(group="check")
def test_govinfo_check_of_a_long_text(benchmark, long_report):
    benchmark(govinfo.check, long_report)


@pytest.mark.benchmark(group="check")
def test_facts_of_a_long_text(benchmark, long_report):
    """Reading the numbers of a text, which is done once for each report; another preamble makes it another text."""
    others = map(str, itertools.count())
    benchmark.pedantic(facts, setup=lambda: ((attrs.evolve(long_report, preamble=next(others)),), {}), rounds=200)

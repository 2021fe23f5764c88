"""Checking a report without faults beside the bare arithmetic of its form.

The arithmetic adds up every row, every column and the three review outcomes of numbers that lie ready in lists.
"""

import attrs
import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS

ROWS = 25
COLUMNS = 7
OUTCOMES = 4

LIMIT = 30
"""Largest multiple of the bare arithmetic that checking may take; 24 where it is quiet, the aim is 25."""

REPEATED = 50
"""So often each is done in one round, since a clock of the CPU tells no single microseconds."""


@pytest.fixture(scope="module")
def report(parts):
    return govinfo.parse(LAYOUTS["page"](parts).encode())


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


def test_the_report_is_without_faults(report, tables):
    assert not [finding for finding in govinfo.check(report) if finding.severity == "error"]
    assert arithmetic(tables)


def test_all_rules_take_no_more_than_a_multiple_of_the_arithmetic(fastest, report, tables):
    def repeated(call):
        return lambda: [call() for _ in range(REPEATED)]

    checking = fastest(repeated(lambda: govinfo.check(report)))
    assert checking <= LIMIT * fastest(repeated(lambda: arithmetic(tables)))


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

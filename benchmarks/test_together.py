"""Many reports of one agency tree checked together: the time must grow with their number and no faster.

Measured in processor time of this process, the least of several runs; only the growth is judged.
"""

import gc
import time

import pytest

import govinfo
from govinfo.testing.together import random_series, tree_of_agencies, with_texts

COUNTS = (125, 250, 500, 1000)
COMPARING = ("Y", "R", "V10", "V11", "V19", "M18", "N27")

RUNS = 3

MOST = 1.5
"""Time a report at the greatest count, beside that at the least; 8 would be quadratic."""


@pytest.fixture(scope="module")
def trees():
    return {count: tree_of_agencies(count) for count in COUNTS}


@pytest.fixture(scope="module")
def copied(trees):
    """The same with one text for all, so that each is like each."""
    texts = long_texts()
    return {count: tuple(with_texts(report, texts) for report in reports) for count, reports in trees.items()}


def long_texts():
    several = [report for seed in range(4) for report in random_series(seed, years=(2024,))]
    return {number: "\n".join(report.section(number).text for report in several) for number in (1, 5)}


def seconds(reports):
    least = float("inf")
    for _ in range(RUNS):
        gc.collect()
        start = time.process_time()
        govinfo.assess_all(reports, select=COMPARING)
        least = min(least, time.process_time() - start)
    return least


@pytest.mark.parametrize("kind", ["trees", "copied"])
@pytest.mark.benchmark(group="together")
def test_growth(kind, request, benchmark):
    reports = request.getfixturevalue(kind)
    taken = {count: seconds(reports[count]) for count in COUNTS}
    benchmark.extra_info["ms a report"] = {count: round(1000 * value / count, 2) for count, value in taken.items()}
    benchmark.pedantic(govinfo.assess_all, args=(reports[COUNTS[0]],), kwargs={"select": COMPARING}, rounds=1)
    assert taken[COUNTS[-1]] / COUNTS[-1] <= MOST * taken[COUNTS[0]] / COUNTS[0]

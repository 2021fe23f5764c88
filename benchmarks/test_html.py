"""Reading and checking a page beside what others need for the page alone.

Compare within one run only: the group's first line is the parser's own time for the page.
"""

import io

import bs4
import lxml.html
import pandas as pd
import pytest

import govinfo

LIMIT = 0.9
"""Largest share of the time of pandas that reading and checking may take.

It is 0.65 to 0.72 where the machine is quiet; the aim is 0.5.
"""


def whole(page: bytes):
    report = govinfo.parse(page)
    return report, govinfo.check(report)


def test_all_cells_are_read(page):
    report, _ = whole(page.encode())
    assert all(cell.value is not None for cell in report.cells())


def test_reading_and_checking_takes_less_time_than_pandas(fastest, page):
    data = page.encode()
    assert fastest(lambda: whole(data)) <= LIMIT * fastest(lambda: pd.read_html(io.StringIO(page)))


@pytest.mark.benchmark(group="page")
def test_floor_lxml(benchmark, page):
    benchmark(lxml.html.fromstring, page)


@pytest.mark.benchmark(group="page")
def test_govinfo_parse_and_check(benchmark, page):
    benchmark(whole, page.encode())


@pytest.mark.benchmark(group="page")
def test_govinfo_check(benchmark, page):
    report = govinfo.parse(page.encode())
    benchmark(govinfo.check, report)


@pytest.mark.benchmark(group="page")
def test_peer_pandas(benchmark, page):
    benchmark(lambda: pd.read_html(io.StringIO(page)))


@pytest.mark.benchmark(group="page")
def test_peer_beautifulsoup(benchmark, page):
    benchmark(bs4.BeautifulSoup, page, "lxml")

"""Reading and checking a page beside what others need for the page alone.

Compare within one run only: the group's first line is the parser's own time for the page.
"""

import io

import bs4
import lxml.html
import pandas as pd
import pytest

import govinfo

LIMITS = {"lean": 0.65, "office": 0.5, "site": 1.4}
"""Largest share of the time of pandas that reading and checking may take.

It is 0.46 to 0.5, 0.38 to 0.41 and 0.98 to 1.07; the aim is 0.5.  Most of a page within a site are lines around the
tables, at which pandas does not look.
"""


def whole(page: bytes):
    report = govinfo.parse(page)
    return report, govinfo.check(report)


def test_all_cells_are_read(page):
    report, _ = whole(page.encode())
    assert all(cell.value is not None for cell in report.cells())


def test_reading_and_checking_takes_its_share_of_the_time_of_pandas(fastest, page, request):
    data = page.encode()
    limit = LIMITS[request.node.callspec.params["page"]]
    assert fastest(lambda: whole(data)) <= limit * fastest(lambda: pd.read_html(io.StringIO(page)))


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

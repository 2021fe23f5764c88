"""Reading a text dump beside scanning its lines for numbers."""

import pytest

import govinfo
from govinfo.testing.layouts import LAYOUTS

LIMIT = 70
"""So many times that of the line scan reading may take; 47 to 55 where it is quiet, the aim is 20."""


@pytest.fixture(params=["bars", "lines", "tabs"])
def dump(request, parts):
    return LAYOUTS[request.param](parts)


def numbers(dump: str):
    return [line.strip(" \t|") for line in dump.splitlines() if line.strip(" \t|").isdigit()]


def test_all_cells_are_read(dump):
    assert all(cell.value is not None for cell in govinfo.parse(dump.encode()).cells())


def test_reading_takes_no_more_than_the_limit(fastest, dump):
    data = dump.encode()
    assert fastest(lambda: govinfo.parse(data)) <= LIMIT * fastest(lambda: numbers(dump), rounds=300)


@pytest.mark.benchmark(group="text")
def test_floor_line_scan(benchmark, dump):
    benchmark(numbers, dump)


@pytest.mark.benchmark(group="text")
def test_govinfo_parse(benchmark, dump):
    benchmark(govinfo.parse, dump.encode())

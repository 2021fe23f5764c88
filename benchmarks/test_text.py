"""Reading a text dump beside splitting it into words."""

import pytest

import govinfo
from govinfo.testing.layouts import LAYOUTS


@pytest.fixture(params=["bars", "lines", "tabs"])
def dump(request, parts):
    return LAYOUTS[request.param](parts)


@pytest.mark.benchmark(group="text")
def test_floor_line_scan(benchmark, dump):
    benchmark(lambda: [line.strip(" \t|") for line in dump.splitlines() if line.strip(" \t|").isdigit()])


@pytest.mark.benchmark(group="text")
def test_govinfo_parse(benchmark, dump):
    benchmark(govinfo.parse, dump.encode())

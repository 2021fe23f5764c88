"""Starting beside an empty interpreter, each in a process of its own."""

import subprocess
import sys

import pytest


def run(code: str):
    subprocess.run([sys.executable, "-I", "-c", code], check=True)


@pytest.mark.benchmark(group="start")
def test_floor_empty_interpreter(benchmark):
    benchmark(run, "pass")


@pytest.mark.benchmark(group="start")
def test_import_govinfo(benchmark):
    benchmark(run, "import govinfo")


@pytest.mark.benchmark(group="start")
def test_import_what_parse_needs(benchmark):
    benchmark(run, "import govinfo; govinfo.parse")

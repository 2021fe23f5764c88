"""Reading and checking a Word 97-2003 file beside what others need for its text alone.

Compare within one run only: the group's first line is the time that the streams of the file take.
"""

import io
import shutil
import subprocess
from pathlib import Path

import olefile
import pytest

import govinfo
from govinfo.contracts import Hint
from govinfo.readers.doc.reader import read

FILE = Path(__file__).parents[1] / "tests" / "fixtures" / "files" / "report.doc"
DATA = FILE.read_bytes()


def streams():
    container = olefile.OleFileIO(io.BytesIO(DATA))
    return [container.openstream(name).read() for name in ("WordDocument", "1Table")]


def whole():
    report = govinfo.parse(DATA)
    return report, govinfo.check(report)


def test_all_cells_are_read():
    report, _ = whole()
    assert all(cell.value is not None for cell in report.cells())


@pytest.mark.benchmark(group="doc")
def test_floor_olefile(benchmark):
    benchmark(streams)


@pytest.mark.benchmark(group="doc")
def test_govinfo_read(benchmark):
    benchmark(read, DATA, Hint())


@pytest.mark.benchmark(group="doc")
def test_govinfo_parse_and_check(benchmark):
    benchmark(whole)


@pytest.mark.benchmark(group="doc")
@pytest.mark.parametrize("program", ["antiword", "catdoc"])
def test_peer_process(benchmark, program):
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    benchmark(subprocess.run, [found, str(FILE)], capture_output=True, check=True)

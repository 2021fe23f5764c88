"""Reports that real programs have turned into text: how many cells are right, and that none is silently wrong."""

import pytest

from govinfo.testing.converters import CONVERTERS, Tally, emptied, intact, measure, misspelt
from govinfo.testing.generate import random_report

# pdftotext without options gives the cells of a row in no order, and antiword leaves out most of tables with
# merged cells.  The figures may only rise.
FLOORS = {"pdftotext": 0.05, "antiword": 0.05, "antiword -w 0": 0.05}

pytestmark = pytest.mark.tools
BY_NAME = pytest.mark.parametrize("converter", CONVERTERS, ids=lambda converter: converter.name)


@pytest.fixture(scope="module")
def clean():
    reports = [random_report("2019", 1, "county"), random_report("2021", 2, "province")]
    return measure(CONVERTERS, [intact(report, 0) for report in reports])


@pytest.fixture(scope="module")
def damaged():
    return measure(
        CONVERTERS,
        [
            emptied(random_report("2021", 3, "county"), 5),
            misspelt(random_report("2019", 4, "county"), 5),
        ],
    )


@BY_NAME
def test_the_output_is_read_and_no_cell_is_silently_wrong(converter, clean):
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    tally = clean[converter.name]
    assert tally.silent == 0
    assert tally.share >= FLOORS.get(converter.name, 1)


@BY_NAME
def test_an_empty_cell_and_a_misspelt_label_make_no_cell_silently_wrong(converter, damaged):
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    assert damaged[converter.name].silent == 0


def test_a_tally_adds_up():
    total = Tally(right=3, missing=1) + Tally(right=1, doubted=2, silent=1)
    assert total == Tally(4, 1, 2, 1)
    assert total.share == 0.5

"""Reports that real programs have turned into text: how many cells are right, and that none is silently wrong."""

import pytest

from govinfo.testing.converters import CONVERTERS, Tally, emptied, intact, measure, misspelt
from govinfo.testing.generate import random_report

# pdftotext without options gives the long numbers of the province in no order, and antiword leaves out table three,
# whose rows are too long for it: of the 198 and 200 cells it prints 37 and 25.  The figures may only rise.
FLOORS = {"pdftotext": 0.45, "antiword": 0.155, "antiword -w 0": 0.155}

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


@pytest.mark.parametrize("size", ["zero", "county"])
def test_all_cells_are_read_of_numbers_and_labels_that_pdftotext_scatters(size):
    converter = next(converter for converter in CONVERTERS if converter.name == "pdftotext")
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    reports = [random_report(form, seed, size) for seed in (5, 6) for form in ("2019", "2021")]
    assert measure([converter], [intact(report, 0) for report in reports])["pdftotext"].share == 1


def test_a_tally_adds_up():
    total = Tally(right=3, missing=1) + Tally(right=1, doubted=2, silent=1)
    assert total == Tally(4, 1, 2, 1)
    assert total.share == 0.5

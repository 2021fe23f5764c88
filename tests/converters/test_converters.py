"""Reports that real programs have turned into text: how many cells are right, and that none is silently wrong."""

import pytest

from govinfo.testing.converters import CONVERTERS, Tally, emptied, intact, measure, misspelt
from govinfo.testing.generate import Size, random_report

# pdftotext without options leaves open six cells of a province in table two, in which nothing adds up, and table four
# where one number is printed elsewhere and may be any of several.  antiword leaves out table three of what LibreOffice
# writes: of the 198 and 200 cells it prints 37 and 25.
FLOORS = {
    "pdftotext": 0.966,
    "antiword": 0.155,
    "antiword -w 0": 0.155,
    "antiword, printed": 0.155,
}

pytestmark = pytest.mark.tools
BY_NAME = pytest.mark.parametrize("converter", CONVERTERS, ids=lambda converter: converter.name)


@pytest.fixture(scope="module")
def clean():
    reports = [
        random_report("2019", 1, "county"),
        random_report("2021", 2, "province"),
        random_report("2019", 3, "province"),
        random_report("2021", 4, "zero"),
    ]
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
    assert (tally.silent, tally.doubted) == (0, 0)
    assert tally.share >= FLOORS.get(converter.name, 1)


@BY_NAME
def test_an_empty_cell_and_a_misspelt_label_make_no_cell_silently_wrong(converter, damaged):
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    assert damaged[converter.name].silent == 0


@pytest.mark.parametrize("name", ["pdftotext", "pdftotext, printed"])
def test_all_cells_are_read_of_numbers_and_labels_that_pdftotext_scatters(name):
    converter = next(converter for converter in CONVERTERS if converter.name == name)
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    sizes: tuple[Size, ...] = ("zero", "county") if name == "pdftotext" else ("zero", "county", "province")
    reports = [random_report(form, seed, size) for seed in (5, 6) for form in ("2019", "2021") for size in sizes]
    assert measure([converter], [intact(report, 0) for report in reports])[name].share == 1


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_all_cells_of_a_province_that_add_up_are_read_of_what_pdftotext_scatters(form):
    converter = next(converter for converter in CONVERTERS if converter.name == "pdftotext")
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    tied = sum(not cell.id.startswith("proactive.") for cell in random_report(form, 7, "province").all_cells)
    for tally in (measure([converter], [intact(random_report(form, seed, "province"), 0)]) for seed in (7, 8)):
        assert tally["pdftotext"].right >= tied
        assert tally["pdftotext"].doubted == tally["pdftotext"].silent == 0


def test_a_tally_adds_up():
    total = Tally(right=3, missing=1) + Tally(right=1, doubted=2, silent=1)
    assert total == Tally(4, 1, 2, 1)
    assert total.share == 0.5

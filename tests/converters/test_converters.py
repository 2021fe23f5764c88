"""Reports that real programs have turned into text: how many cells are right, and that none is silently wrong."""

from collections.abc import Mapping
from functools import cache

import pytest

from govinfo.testing.converters import CONVERTERS, Converter, Tally, emptied, intact, measure, misspelt
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

BY_NAME = pytest.mark.parametrize(
    "converter",
    [
        pytest.param(converter, id=converter.name, marks=[pytest.mark.tools] if converter.package else [])
        for converter in CONVERTERS
    ],
)
"""Those that are Python packages are no part of what the README installs."""


@cache
def clean(*, packages: bool) -> Mapping[str, Tally]:
    """What the programs, or else the packages, make of intact reports."""
    reports = [
        random_report("2019", 1, "county"),
        random_report("2021", 2, "province"),
        random_report("2019", 3, "province"),
        random_report("2021", 4, "zero"),
    ]
    return measure(_chosen(packages=packages), [intact(report, 0) for report in reports])


@cache
def damaged(*, packages: bool) -> Mapping[str, Tally]:
    """What they make of reports with an empty cell and with a misspelt label."""
    reports = [emptied(random_report("2021", 3, "county"), 5), misspelt(random_report("2019", 4, "county"), 5)]
    return measure(_chosen(packages=packages), reports)


def _chosen(*, packages: bool) -> list[Converter]:
    return [converter for converter in CONVERTERS if bool(converter.package) is packages]


@BY_NAME
def test_the_output_is_read_and_no_cell_is_silently_wrong(converter):
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    tally = clean(packages=bool(converter.package))[converter.name]
    assert (tally.silent, tally.doubted) == (0, 0)
    assert tally.share >= FLOORS.get(converter.name, 1)


@BY_NAME
def test_an_empty_cell_and_a_misspelt_label_make_no_cell_silently_wrong(converter):
    if converter.missing:
        pytest.skip(f"{converter.missing} is not installed")
    assert damaged(packages=bool(converter.package))[converter.name].silent == 0


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

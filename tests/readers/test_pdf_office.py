"""PDF files as an office program prints them: every cell right, nothing to doubt but numbers that it breaks."""

import pytest
from tests.fixtures.examples import FOLDER
from tests.fixtures.libreoffice import converted, needs_soffice

import govinfo
from govinfo.report import Report
from govinfo.testing.generate import Size, random_report
from govinfo.testing.layouts import web_page

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
pytestmark = needs_soffice

PRINTED = sorted(path for path in FOLDER.iterdir() if path.suffix in {".html", ".txt"})
SIZES: tuple[Size, ...] = ("zero", "county", "province")
RANDOM = {
    f"{form}-{size}-{seed}": random_report(form, seed, size)
    for form in ("2019", "2021")
    for size in SIZES
    for seed in (1, 2)
}


def values(report: Report):
    return {cell.id: cell.value for cell in report.cells()}


def ruled(report: Report) -> bytes:
    """The page of the writer with borders that LibreOffice understands, on paper wide enough for eight digits."""
    page = web_page(report).replace(b"<table>", b'<table border="1" cellspacing="0">')
    return page.replace(b"<style>", b"<style>@page { size: 420mm 297mm }")


@pytest.fixture(scope="module")
def originals():
    return {**RANDOM, **{path.stem: govinfo.parse(path) for path in PRINTED}}


@pytest.fixture(scope="module")
def direct(tmp_path_factory, originals):
    pages = {f"{name}.html": ruled(report) for name, report in originals.items()}
    return converted(tmp_path_factory.mktemp("direct"), pages, "pdf")


@pytest.fixture(scope="module")
def by_word(tmp_path_factory, originals):
    pages = {f"{name}.html": ruled(report) for name, report in originals.items()}
    folder = tmp_path_factory.mktemp("word")
    words = converted(folder, pages, "docx:MS Word 2007 XML", filter_name="HTML (StarWriter)")
    contents = {f"{name}.docx": data for name, data in words.items()}
    return converted(tmp_path_factory.mktemp("printed"), contents, "pdf")


@pytest.mark.parametrize("route", ["direct", "by_word"])
@pytest.mark.parametrize("name", RANDOM)
def test_a_report_by_chance_reads_back_as_itself(name, route, request):
    read = govinfo.parse(request.getfixturevalue(route)[name])
    report = RANDOM[name]
    assert values(read) == values(report)
    broken = {"X11"} if "province" in name else set()
    assert {finding.rule for finding in read.diagnostics} <= broken
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert (read.title, read.agency, read.published) == (report.title, report.agency, report.published)


@pytest.mark.parametrize("route", ["direct", "by_word"])
@pytest.mark.parametrize("name", [path.stem for path in PRINTED])
def test_an_example_in_print_has_the_same_cells(name, route, request, originals):
    assert values(govinfo.parse(request.getfixturevalue(route)[name])) == values(originals[name])

"""Word files from office programs, and files of other formats that are called .doc."""

import io
import json
from pathlib import Path

import docx
import pytest
from tests.fixtures.libreoffice import converted, needs_soffice

import govinfo
from govinfo.document import Grid, spread
from govinfo.errors import UnsupportedFormat
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed, web_page

FILES = Path(__file__).parents[1] / "fixtures" / "files"
REPORTS = {
    f"{form}-{size}": random_report(form, 11, size)
    for form in ("2019", "2021")
    for size in ("zero", "county", "province")
}


def same_cells(found, report):
    assert found.diagnostics == ()
    assert found.title == report.title
    assert [cell.value for cell in found.cells()] == [cell.value for cell in report.cells()]


def office_file(report):
    """The report as docx, its cells merged as a word processor does it."""
    document = docx.Document()
    for part in printed(report):
        if not isinstance(part, Grid):
            document.add_paragraph(part)
            continue
        rows = list(spread(part))
        table = document.add_table(len(rows), max(stop for row in rows for _, _, stop in row.own))
        for line, row in enumerate(rows):
            for cell, start, stop in row.own:
                made = table.cell(line, start)
                if (stop - start, cell.rowspan) != (1, 1):
                    made = made.merge(table.cell(line + cell.rowspan - 1, stop - 1))
                made.text = cell.text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_file_that_an_office_program_wrote():
    """Made by LibreOffice 7.4 from the page of an invented report; its numbers stand in the file beside it."""
    due = json.loads((FILES / "report.json").read_text("utf-8"))
    found = govinfo.parse(FILES / "report.doc")
    assert found.diagnostics == ()
    assert {cell.id: str(cell.value) for cell in found.cells()} == due
    assert found["applications.new.total"].source.table == 2


@needs_soffice
def test_pages_become_word_files(tmp_path):
    pages = {f"{name}.html": web_page(report) for name, report in REPORTS.items()}
    files = converted(tmp_path, pages, "doc:MS Word 97", filter_name="HTML (StarWriter)")
    assert files.keys() == REPORTS.keys()
    for name, data in files.items():
        same_cells(govinfo.parse(data, filename=f"{name}.doc"), REPORTS[name])


@needs_soffice
def test_docx_files_become_word_files(tmp_path):
    files = converted(
        tmp_path, {f"{name}.docx": office_file(report) for name, report in REPORTS.items()}, "doc:MS Word 97"
    )
    assert files.keys() == REPORTS.keys()
    for name, data in files.items():
        same_cells(govinfo.parse(data, filename=f"{name}.wps"), REPORTS[name])


@needs_soffice
def test_rich_text_is_converted_and_the_report_says_so(tmp_path):
    report = REPORTS["2021-province"]
    (data,) = converted(tmp_path, {"a.html": web_page(report)}, "rtf", filter_name="HTML (StarWriter)").values()
    found = govinfo.parse(data, filename="report.doc")
    assert found.parser.reader == "libreoffice"
    (finding,) = found.diagnostics
    assert (finding.rule, finding.severity) == ("X42", "info")
    assert "LibreOffice" in finding.message("zh")
    assert [cell.value for cell in found.cells()] == [cell.value for cell in report.cells()]


@pytest.mark.parametrize("name", ["report.doc", "report.wps", "report.dot"])
def test_a_page_called_doc_is_a_page(name):
    found = govinfo.parse(web_page(REPORTS["2021-county"]), filename=name)
    assert found.parser.reader == "html"
    same_cells(found, REPORTS["2021-county"])


def test_a_text_called_doc_is_a_text():
    text = LAYOUTS["bars"](printed(REPORTS["2021-county"]))
    assert govinfo.parse(text.encode("gb18030"), filename="report.doc").parser.reader == "text"


def test_a_word_file_by_any_other_name():
    data = (FILES / "report.doc").read_bytes()
    for name in ("report.docx", "report.xls", "report.txt", "report", None):
        assert govinfo.parse(data, filename=name).parser.reader == "doc"


def test_rich_text_without_a_converter(monkeypatch):
    monkeypatch.setenv("GOVINFO_SOFFICE", "")
    with pytest.raises(UnsupportedFormat, match="LibreOffice") as caught:
        govinfo.parse(b"{\\rtf1\\ansi 1}", filename="report.doc")
    assert str(caught.value).startswith("report.doc: an RTF file")
    assert "LibreOffice" in caught.value.zh

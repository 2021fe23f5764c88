"""The workbook of findings, read back with another library."""

import io
import sys
import zipfile

import attrs
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from tests.fixtures.results import HOSTILE, checked, faulty, full_finding, hostile, results, written
from tests.fixtures.workbooks import fill

import govinfo
from govinfo.assessment import Unread
from govinfo.errors import MissingExtra, NotAReport, SourceError
from govinfo.findings import SEVERITY_WORDS
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed
from govinfo.testing.samples import sample_report
from govinfo.writers.findings import workbook

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl reads the cells independently")


def sheets(run):
    return openpyxl.load_workbook(io.BytesIO(written("xlsx", run))).worksheets


def rows(sheet):
    """The rows as mappings by their heads."""
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_one_row_a_finding():
    entries = [checked(faulty(), "a.txt", [full_finding()]), checked(random_report("2019", 2), "b.txt")]
    run = results(*entries)
    found = rows(sheets(run)[0])
    assert len(found) == sum(len(entry.findings) for entry in entries)
    for row, (entry, finding) in zip(found, run.findings, strict=True):
        assert row["severity"] == SEVERITY_WORDS[finding.severity].en
        assert (row["rule"], row["file"], row["year"]) == (finding.rule, entry.path, entry.report.year)
        assert (row["message"], row["equation"]) == (finding.message(), finding.equation)
        assert row["fingerprint"] == finding.fingerprint
        assert row["remedy"] == finding.fix.en
        assert (row["place"] or "") == (finding.source.describe("en") if finding.source else "")
        labels = [entry.form.by_id[cell].label.en for cell in finding.cells]
        assert (row["cells"] or "") == ", ".join(labels)


def test_files_are_ranked_from_the_worst_to_the_best():
    clean, bad = checked(sample_report("2021"), "clean.txt"), checked(faulty(), "bad.txt")
    worse = checked(faulty(), "worse.txt", [full_finding()])
    run = results(clean, bad, worse, attrs.evolve(bad, path="as bad.txt"), unread=[Unread("x", SourceError("gone"))])
    found = rows(sheets(run)[1])
    assert [(row["rank"], row["file"]) for row in found] == [
        (1, "worse.txt"),
        (2, "bad.txt"),
        (2, "as bad.txt"),
        (4, "clean.txt"),
        (None, "x"),
    ]
    assert found[0]["error"] == worse.counts["error"]
    assert found[0]["completeness"] == pytest.approx(199 / 200)
    assert (found[0]["cells read"], found[0]["cells of the form"]) == (199, 200)
    assert found[-1]["why it was not read"] == "gone"
    assert found[-1]["error"] is None


def test_what_was_not_assessable_is_listed():
    entry = checked(faulty(), "a.txt")
    found = rows(sheets(results(entry))[2])
    assert [(row["rule"], row["reason"]) for row in found] == [
        (missing.rule, missing.text.en) for missing in entry.assessment.not_assessable
    ]


@pytest.mark.parametrize(("language", "name", "head"), [("zh", "问题", "程度"), ("en", "findings", "severity")])
def test_headings_are_in_the_language_of_the_results(language, name, head):
    first = sheets(results(checked(faulty()), language=language))[0]
    assert (first.title, first["A1"].value) == (name, head)


def test_heads_stay_in_view_and_filter():
    for sheet in sheets(results(checked(faulty()))):
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
        assert all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[1])


def test_no_text_is_a_formula_and_numbers_are_numbers():
    for agency in ("=1+1", "+1", "-1", "@SUM(A1)", "2024", "\t=1", HOSTILE):
        entry = checked(faulty(agency=agency), "=cmd|' /C calc'!A0")
        for sheet in sheets(results(entry)):
            for row in sheet.iter_rows():
                assert not [cell.coordinate for cell in row if cell.data_type == "f" or cell.hyperlink]
        row = next(sheets(results(entry))[0].iter_rows(min_row=2))
        assert [cell.data_type for cell in row[:5]] == ["s", "s", "s", "s", "n"]


def test_hostile_text_is_shown_harmless():
    run = hostile()
    found = rows(sheets(run)[0])
    assert len(found) == len(run.checked[0].findings)
    assert found[0]["agency"].startswith("</td><script>alert(1)</script>&amp;&#60;]]>\"'=1+1@x\\x00")
    assert "\x1b" not in found[0]["file"]


def test_the_file_holds_no_time_of_day():
    with zipfile.ZipFile(io.BytesIO(written("xlsx", results()))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_more_findings_than_a_sheet_holds_go_to_further_sheets(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    entry = checked(sample_report("2021"), "a.txt", [full_finding()] * 5)
    found = [sheet for sheet in sheets(results(entry)) if sheet.title.startswith("findings")]
    assert sum(len(rows(sheet)) for sheet in found) == len(entry.findings)
    assert [sheet.title for sheet in found[:2]] == ["findings", "findings 2"]


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "govinfo.writers.findings.workbook", raising=False)
    monkeypatch.delitem(sys.modules, "govinfo.writers.workbook", raising=False)
    with pytest.raises(MissingExtra, match=r"govinfo\[xlsx\]"):
        Registry.builtin().with_plugins().findings_writer("xlsx").write(results(), io.BytesIO())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_is_not_read_as_a_report(language):
    book = written("xlsx", results(checked(random_report("2021", 3), "a.html", []), language=language))
    with pytest.raises(NotAReport, match="the sheet of a check by govinfo") as caught:
        govinfo.parse(book, filename="findings.xlsx")
    assert caught.value.kind == "check-sheet"
    assert "核对单" in caught.value.message("zh")


def test_a_workbook_with_properties_of_another_program_is_read():
    report = random_report("2021", 3)
    stream = io.BytesIO()
    target = xlsxwriter.Workbook(stream)
    target.set_custom_property("generator", "another")
    fill(target.add_worksheet(), printed(report), target.add_format({"border": 1}))
    target.close()
    read = govinfo.parse(stream.getvalue())
    assert [cell.value for cell in read.cells()] == [cell.value for cell in report.cells()]

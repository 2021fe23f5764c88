"""The long form: one row a cell, with whose and of which year it is."""

import csv
import io

import attrs

from govinfo.registry import Registry
from govinfo.testing.samples import sample_report
from govinfo.writers import tabular


def rows(*reports):
    stream = io.BytesIO()
    tabular.write(reports, stream, Registry.builtin().context)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode())))


def test_every_row_says_whose_it_is_and_of_which_year():
    report = sample_report("2019", {"applications.new.total": None})
    written = rows(report)
    assert [row["cell_id"] for row in written] == [cell.id for cell in report.cells()]
    assert {(row["agency"], row["year"], row["form"]) for row in written} == {(report.agency, str(report.year), "2019")}
    blank = next(row for row in written if row["cell_id"] == "applications.new.total")
    assert (blank["value"], blank["status"]) == ("", report["applications.new.total"].status)


def test_what_is_not_known_is_empty():
    report = attrs.evolve(sample_report(), agency=None, year=None)
    assert {(row["agency"], row["year"]) for row in rows(report)} == {("", "")}

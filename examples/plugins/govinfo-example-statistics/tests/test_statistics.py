"""The form, its identities, and what else meets a report of it: writers, the check sheet, annual reports beside it."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import attrs
import pytest

import govinfo
from govinfo.forms import Identity
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

REPORTS = Path(__file__).parent / "reports"
GOOD, WRONG = REPORTS / "water-2016.html", REPORTS / "water-2017-with-an-error.txt"
FORM = govinfo.Registry.default().form("statistics-2014")


def test_the_sheet_is_read() -> None:
    report = govinfo.parse(GOOD)
    assert (report.form, report.agency, report.year) == ("statistics-2014", "澜桥市水务局", 2016)
    assert (len(report), report.diagnostics) == (58, ())
    assert report.value("sheet.review.corrected") == 1
    assert report.value("sheet.litigation.other") == 1
    assert report.value("sheet.organisation.funds") == Decimal("18.5")


def test_parts_that_differ_from_their_total_are_found() -> None:
    assert govinfo.check(govinfo.parse(GOOD)) == ()
    (finding,) = govinfo.check(govinfo.parse(WRONG))
    assert (finding.rule, finding.severity) == ("A14", "warning")
    assert "sheet.applications.received" in finding.cells
    assert "28" in finding.message("zh")


def test_a_blank_part_is_not_zero() -> None:
    text = WRONG.read_text("utf-8").replace("传真申请数\t件\t1", "传真申请数\t件\t")
    assert text != WRONG.read_text("utf-8")
    outcome = govinfo.assess(govinfo.parse(text.encode())).outcomes["A14"]
    assert outcome == "not_assessable"


@pytest.mark.parametrize("identity", FORM.identities, ids=lambda identity: identity.right[0])
def test_every_identity(identity: Identity) -> None:
    report = random_report(FORM, 4)
    total = int(report[identity.right[0]].value or 0) + 1
    cells = tuple(
        attrs.evolve(cell, value=total, raw=str(total)) if cell.id == identity.right[0] else cell for cell in report
    )
    found = govinfo.check(attrs.evolve(report, all_cells=cells), select=["A14"])
    assert identity.right[0] in {cell for finding in found for cell in finding.cells}


@pytest.mark.parametrize("name", ["json", "csv", "html", "markdown", "docx"])
def test_writers(name: str) -> None:
    registry, stream = govinfo.Registry.default(), BytesIO()
    registry.writer(name).write([govinfo.parse(GOOD)], stream, registry.context)
    written = stream.getvalue()
    if name == "json":
        assert govinfo.from_json(written.decode()) == govinfo.parse(GOOD)
    elif name != "csv":
        assert govinfo.parse(written, filename=f"again.{name}").values == govinfo.parse(GOOD).values


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("layout", ["page", "pipes", "tabs"])
def test_reports_by_chance(layout: str, seed: int) -> None:
    report = random_report(FORM, seed)
    assert govinfo.parse(LAYOUTS[layout](printed(report, FORM)).encode()).values == report.values
    assert govinfo.assess(report, select=["A14"]).outcomes["A14"] == "passed"


def test_annual_reports_are_not_compared_with_sheets() -> None:
    sheet, annual = govinfo.parse(GOOD), random_report("2019", 1)
    together = govinfo.assess_all([sheet, govinfo.parse(WRONG), annual])
    assert not any(finding.rule == "X23" for one in together for finding in one.findings)
    assert together[-1].outcomes["A14"] == "not_applicable"
    assert together[0].outcomes["S01"] == "not_applicable"

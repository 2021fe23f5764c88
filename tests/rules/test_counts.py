from decimal import Decimal

import attrs
import pytest

from govinfo.cells import Cell, Status
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import counts
from govinfo.source import Source
from govinfo.testing.samples import sample_report

NEW = "applications.new.total"
FEE = "proactive.fees.amount"
CHANGE = "proactive.licensing.items_change"


def run(report: Report) -> list[Finding | NotAssessable]:
    rules = (counts.negative, counts.decimal, counts.no_number, counts.glued)
    return [found for rule in rules for found in rule.check(report, official_form(report.form))]


def printed(raw: str, status: Status = "unreadable", cell: str = NEW, value: int | None = None) -> Report:
    report = sample_report()
    changed = Cell(cell, value, raw, status, Source(5))
    return attrs.evolve(report, all_cells=tuple(changed if old.id == cell else old for old in report.all_cells))


def findings(report: Report) -> list[str]:
    return [found.rule for found in run(report) if isinstance(found, Finding)]


@pytest.mark.parametrize("raw", ["1.2万", "0.5亿"])
def test_a_whole_number_of_ten_thousands_is_no_fraction(raw: str) -> None:
    assert findings(printed(raw)) == ["V03"]


def test_ordinary_report() -> None:
    assert run(sample_report(values={NEW: 12})) == []


def test_negative_count() -> None:
    (found,) = run(sample_report(values={NEW: -1}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.cells) == ("V01", "error", (NEW,))
    assert found.message("zh") == "表三“一、本年新收政府信息公开申请数量/总计”为负数：-1"


def test_negative_change() -> None:
    assert run(sample_report("2019", {CHANGE: -3})) == []


@pytest.mark.parametrize("raw", ["1.5", "１．５", "2.5件", "1,024.5"])
def test_decimal_count(raw: str) -> None:
    assert findings(printed(raw)) == ["V02"]


def test_decimal_amount() -> None:
    assert run(sample_report(values={FEE: Decimal("0.85")})) == []


@pytest.mark.parametrize("raw", ["本单位不制定规章", "详见附件", "3+2"])
def test_words_in_a_cell(raw: str) -> None:
    assert findings(printed(raw)) == ["V03"]


def test_odd_cells_of_a_row_are_one_finding() -> None:
    row = [f"applications.new.{who}" for who in ("natural_person", "commercial", "total")]
    for raw, rule in (("1.5", "V02"), ("详见附件", "V03"), ("012", "V16")):
        report = sample_report()
        odd = {cell: Cell(cell, None, raw, "unreadable", Source(5)) for cell in row}
        report = attrs.evolve(report, all_cells=tuple(odd.get(old.id, old) for old in report.all_cells))
        (found,) = (one for one in run(report) if isinstance(one, Finding))
        assert (found.rule, found.cells) == (rule, tuple(row))
        assert "行的3个单元格" in found.message("zh")
        assert found.message("zh").count(raw) == 1


def test_words_in_the_fee() -> None:
    assert findings(printed("约3.2万", cell=FEE)) == ["V03"]


def test_placeholder_is_no_word() -> None:
    assert run(printed("/", "placeholder")) == []


@pytest.mark.parametrize("raw", ["000", "0 0 0", "02", "1" * 30])
def test_glued_digits(raw: str) -> None:
    assert findings(printed(raw)) == ["V16"]


def test_impossible_number() -> None:
    assert findings(printed("12000345", "reported", value=12_000_345)) == ["V16"]


def test_many_decisions() -> None:
    assert run(sample_report(values={"proactive.penalties.decisions": 5_300_000})) == []


@pytest.mark.parametrize(("raw", "value"), [("0", 0), ("10", 10), ("100", 100), ("+3", 3)])
def test_plain_number(raw: str, value: int) -> None:
    assert run(printed(raw, "reported", value=value)) == []


def test_absent_cell() -> None:
    found = run(printed("", "absent"))
    assert [one.rule for one in found if isinstance(one, NotAssessable)] == ["V01", "V02", "V03", "V16"]
    assert len(found) == 4


def test_several_cells_of_a_row_that_was_not_read_are_not_glued():
    report = sample_report()
    first = {cell.id for cell in report.cells() if cell.id.startswith("applications.new")}
    cells = [
        attrs.evolve(cell, value=None, raw="0 0 0", status="conflict") if cell.id in first else cell
        for cell in report.cells()
    ]
    found = list(counts.glued.check(attrs.evolve(report, all_cells=tuple(cells)), official_form("2021")))
    assert found
    assert all(isinstance(entry, NotAssessable) for entry in found)

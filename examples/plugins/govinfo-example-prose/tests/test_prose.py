"""What the cases do not show: an order of its own, a column that is left out, money in another unit, faults."""

from decimal import Decimal
from pathlib import Path

import govinfo

REPORTS = Path(__file__).parent / "reports"
TEXT = (REPORTS / "city-2024.txt").read_text("utf-8")
NEW = "一、本年新收政府信息公开申请数量：自然人7件，商业企业2件，"


def read(text: str) -> govinfo.Report:
    return govinfo.parse(text.encode(), filename="city.txt")


def test_columns_may_come_in_any_order() -> None:
    assert NEW in TEXT
    report = read(TEXT.replace(NEW, "一、本年新收政府信息公开申请数量：商业企业2件，自然人7件，"))
    assert report.values == read(TEXT).values


def test_a_column_that_is_not_named_is_blank() -> None:
    assert NEW in TEXT
    report = read(TEXT.replace(NEW, "一、本年新收政府信息公开申请数量：自然人7件，"))
    assert report["applications.new.commercial"].status == "blank"
    assert report.value("applications.new.total") == 10


def test_a_column_that_is_named_twice_is_not_read() -> None:
    report = read(TEXT.replace(NEW, "一、本年新收政府信息公开申请数量：自然人7件，自然人2件，"))
    assert report.value("applications.new.natural_person") is None
    assert report.diagnostics


def test_money_in_yuan_is_converted_and_told() -> None:
    assert "收费金额12.5万元" in TEXT
    report = read(TEXT.replace("收费金额12.5万元", "收费金额125000元"))
    assert report.value("proactive.fees.amount") == Decimal("12.5")
    assert "X11" in {doubt.rule for doubt in report.diagnostics}


def test_faults_are_found() -> None:
    report = govinfo.parse(REPORTS / "city-2025-with-an-error.html")
    assert {finding.rule for finding in govinfo.check(report, select=["A"])} == {"A01", "A02", "A03"}

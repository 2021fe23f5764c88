from decimal import Decimal

import pytest

from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules.fee_unit import FEE, fee_in_yuan
from govinfo.testing.samples import sample_report


def run(report: Report) -> list[Finding | NotAssessable]:
    return list(fee_in_yuan.check(report, official_form(report.form)))


def fee(amount: str, text: str = "", agency: str | None = "云山县林业局") -> Report:
    return sample_report(values={FEE: Decimal(amount)}, texts={1: text}, agency=agency)


def test_impossible_amount() -> None:
    (found,) = run(fee("52300"))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.cells) == ("V07", "warning", (FEE,))
    assert "5.23万元" in found.message("zh")


@pytest.mark.parametrize("text", ["全年行政事业性收费3,600元。", "全年行政事业性收费0.36万元。"])
def test_text_gives_the_amount_in_yuan(text: str) -> None:
    (found,) = run(fee("3600", text))
    assert isinstance(found, Finding)


def test_text_confirms_the_unit() -> None:
    assert run(fee("52300", "全年行政事业性收费52300万元。")) == []
    assert run(fee("52300", "全年行政事业性收费5.23亿元。")) == []


@pytest.mark.parametrize(
    ("amount", "agency"),
    [
        ("0", None),
        ("3600", "云山县林业局"),
        ("52300", "苏州市水务局"),
        ("520000", "云山县人民政府"),
        ("1300000", "云南省"),
        ("4000000", "国家知识产权局"),
    ],
)
def test_possible_amount(amount: str, agency: str | None) -> None:
    assert run(fee(amount, agency=agency)) == []


def test_province_in_yuan() -> None:
    assert [found.severity for found in run(fee("13000000000", agency="云南省")) if isinstance(found, Finding)] == [
        "warning"
    ]


def test_agency_unknown() -> None:
    (found,) = run(fee("52300", agency=None))
    assert isinstance(found, NotAssessable)


def test_fee_missing() -> None:
    (found,) = run(sample_report(values={FEE: None}))
    assert isinstance(found, NotAssessable)


@pytest.mark.parametrize(
    ("limit", "agency"),
    [
        (10_000, "云山县林业局"),
        (10_000, "云山县石桥镇人民政府"),
        (100_000, "青川市水务局"),
        (1_000_000, "云山县人民政府"),
        (1_000_000, "青川市人民政府"),
        (100_000_000, "云南省"),
    ],
)
def test_the_least_impossible_amount(limit: int, agency: str) -> None:
    """Just so much is impossible, and a hundredth of ten thousand yuan less is not."""
    assert [finding.rule for finding in run(fee(str(limit), agency=agency))] == ["V07"]
    assert run(fee(f"{limit - 1}.99", agency=agency)) == []


def test_every_mark_ends_a_sentence_about_fees() -> None:
    """An amount of the next sentence is of something else."""
    for mark in "。；！":
        assert run(fee("3600", f"行政事业性收费已公示{mark}培训支出3600元。")) == []

import attrs
import pytest

from govinfo.contracts import CheckRule
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Contact, Report, Section
from govinfo.rules import privacy
from govinfo.source import Source
from govinfo.testing.samples import sample_report

IDENTITY = "11010519491231002X"
"""The example of the national standard."""


def run(rule: CheckRule, report: Report) -> list[Finding | NotAssessable]:
    return list(rule.check(report, official_form(report.form)))


def findings(rule: CheckRule, text: str) -> list[str]:
    return [found.message("zh") for found in run(rule, sample_report(texts={1: text})) if isinstance(found, Finding)]


@pytest.mark.parametrize(
    "text",
    [
        "请拨打13800005678。",
        "手机：138 0000 5678",
        "（+86 138-0000-5678）",
        "电话0000-1234567/13800005678",
        "１３８００００５６７８",
        "邮箱13800005678@example.com",
    ],
)
def test_mobile_number(text: str) -> None:
    assert findings(privacy.mobile_numbers, text) == ["出现手机号码138****5678"]


@pytest.mark.parametrize(
    "text",
    [
        "电话：0000-1234567",
        "索引号/2025-13800005678",
        "编号1380000567812",
        "阅读量13800005678次",
        "https://example.com/content/13800005678.html",
        "网址example.com/13800005678/index",
        "金额13800005678.50",
        "热线12345678901",
    ],
)
def test_no_mobile_number(text: str) -> None:
    assert findings(privacy.mobile_numbers, text) == []


def test_mobile_number_is_reported_once() -> None:
    report = sample_report(texts={6: "无。"}, preamble="联系电话：13800005678。", contact=Contact(phone="13800005678"))
    (found,) = run(privacy.mobile_numbers, report)
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("P01", "warning")
    assert "13800005678" not in str(found.to_dict())


def test_identity_number() -> None:
    (found,) = run(privacy.identity_numbers, sample_report(texts={5: f"申请人身份证{IDENTITY}。"}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("P02", "error")
    assert found.message("zh") == "出现公民身份号码110*************2X"
    assert IDENTITY not in str(found.to_dict())


@pytest.mark.parametrize(
    "text",
    ["110105194912310021", "110105194913310022", "91350100M000100Y43", "11010519491231002X/2025-0001", "6" * 18],
)
def test_no_identity_number(text: str) -> None:
    assert findings(privacy.identity_numbers, text) == []


@pytest.mark.parametrize("text", ["", "申请人", "１１０１０５１９４９１２３１００２X"])
def test_other_text_is_no_identity_number(text: str) -> None:
    assert not privacy.is_identity_number(text)


CARD = "6222000000000000012"
"""Nineteen digits with the check digit of a card; no issuer has given it out."""


def test_card_number() -> None:
    (found,) = run(privacy.card_numbers, sample_report(texts={3: f"应退费用转入申请人银行卡（卡号：{CARD}）。"}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("P05", "error")
    assert found.message("zh") == "疑似出现银行卡号6222***********0012"
    assert CARD not in str(found.to_dict())


@pytest.mark.parametrize(
    "number", ["6222 0000 0000 0000 012", "6222-0000-0000-0000-012", "６２２２０００００００００００００１２"]
)
def test_card_number_in_groups(number: str) -> None:
    assert findings(privacy.card_numbers, f"开户行：青川支行，账号{number}。") == [
        "疑似出现银行卡号6222***********0012"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"索引号{CARD}",
        f"银行卡号{CARD[:-1]}7",
        f"信息处理费缴入财政专户，账号{CARD}。",
        f"收款单位：市财政局，账号{CARD}。",
        f"卡号{CARD}/2025-0001",
        f"卡号1{CARD}",
        f"银行卡号A{CARD}",
        f"账户余额{CARD}.50元",
        f"公民身份号码{IDENTITY}，账号另附。",
        "账号4222000000000000",
    ],
)
def test_no_card_number(text: str) -> None:
    assert findings(privacy.card_numbers, text) == []


@pytest.mark.parametrize(("digits", "holds"), [("4111111111111111", True), ("4111111111111112", False), ("411", False)])
def test_check_digit(digits: str, holds: bool) -> None:
    assert privacy.is_card_number(digits) is holds


@pytest.mark.parametrize("rule", [privacy.mobile_numbers, privacy.identity_numbers, privacy.card_numbers])
def test_no_text(rule: CheckRule) -> None:
    (found,) = run(rule, sample_report())
    assert isinstance(found, NotAssessable)


def test_the_place_is_that_of_the_paragraph():
    section = Section(
        1, "一、总体情况", "一、总体情况", "无事。\n联系人手机13800001234。", Source(4), (Source(5), Source(9))
    )
    report = sample_report()
    report = attrs.evolve(report, sections=(section, *report.sections[1:]))
    (finding,) = run(privacy.mobile_numbers, report)
    assert isinstance(finding, Finding)
    assert finding.source == Source(9)

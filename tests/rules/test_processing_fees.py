from decimal import Decimal

import attrs
import pytest

from govinfo.contracts import Rule
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import processing_fees as fees
from govinfo.testing.samples import sample_report

COMPLETE = "本年发出收费通知2件，应收总金额300元，实际收取总金额200元。"
NIL = "本年发出收费通知0件，应收总金额0元，实际收取总金额0元。"


def run(rule: Rule, report: Report) -> list[Finding | NotAssessable]:
    return list(rule.check(report, official_form(report.form)))


def six(text: str, **values: int | None) -> Report:
    return sample_report(values=values, texts={6: text})


@pytest.mark.parametrize("text", ["无。", "没有其他要报告的情况。", "本年行政事业性收费为0。", ""])
def test_fees_not_stated(text: str) -> None:
    (found,) = run(fees.stated, six(text))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("F01", "warning")


@pytest.mark.parametrize("text", [COMPLETE, "我局没有收取过信息处理费。", "收费情况：无。", "本年未收取费用。"])
def test_fees_stated(text: str) -> None:
    assert run(fees.stated, six(text)) == []


def test_fees_stated_elsewhere() -> None:
    assert run(fees.stated, sample_report(texts={3: "我局从未向申请人收取任何费用。", 6: "无。"})) == []


def test_section_six_missing() -> None:
    report = sample_report()
    sections = (*report.sections[:5], attrs.evolve(report.sections[5], heading=None, source=None))
    (found,) = run(fees.stated, attrs.evolve(report, sections=sections))
    assert isinstance(found, NotAssessable)


def test_statement_without_figures() -> None:
    (found,) = run(fees.complete, six("我局没有收取过信息处理费。"))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("F02", "info")
    assert found.message("zh").endswith("缺少：收费通知件数、应收金额")


def test_statement_without_amount_received() -> None:
    (found,) = run(fees.complete, six("发出收费通知1件，应收金额100元。"))
    assert isinstance(found, Finding)
    assert found.message("zh").endswith("缺少：实收金额")


@pytest.mark.parametrize("text", [COMPLETE, NIL])
def test_complete_statement(text: str) -> None:
    for rule in (fees.complete, fees.received_of_charged, fees.money_without_notice):
        assert run(rule, six(text)) == []


def test_more_received_than_charged() -> None:
    (found,) = run(fees.received_of_charged, six("发出收费通知2件，应收总金额300元，实际收取总金额400元。"))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity, found.equation) == ("F03", "error", "400 > 300")


def test_price_of_one_piece_is_not_the_amount_charged() -> None:
    text = "发出收费通知4件，每件收费100元，应收金额400元，实际收取400元。"
    assert run(fees.received_of_charged, six(text)) == []


def test_several_amounts() -> None:
    text = "发出收费通知1件，应收100元，实收100元；又发出收费通知1件，应收200元，实收200元。"
    (found,) = run(fees.received_of_charged, six(text))
    assert isinstance(found, NotAssessable)


def test_money_without_notice() -> None:
    (found,) = run(fees.money_without_notice, six("发出收费通知0件，实际收取信息处理费100元。"))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("F04", "error")


def test_other_money_beside_no_notice() -> None:
    text = "发出收费通知0件，应收0元，实收0元，行政事业性收费12万元；采购总金额50万元。"
    assert run(fees.money_without_notice, six(text)) == []


@pytest.mark.parametrize("rule", [fees.complete, fees.received_of_charged, fees.money_without_notice])
def test_no_statement(rule: Rule) -> None:
    (found,) = run(rule, six("无。"))
    assert isinstance(found, NotAssessable)


def test_number_of_notices_unknown() -> None:
    (found,) = run(fees.money_without_notice, six("本年收取信息处理费100元。"))
    assert isinstance(found, NotAssessable)


@pytest.mark.parametrize(("over", "severity"), [(0, "error"), (2, "warning"), (None, "warning")])
def test_overdue_without_notice(over: int | None, severity: str) -> None:
    (found,) = run(fees.overdue_without_notice, six(NIL, **{fees.OVERDUE: 1, fees.CARRIED_OVER: over}))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("F05", severity)


def test_overdue_with_notice() -> None:
    assert run(fees.overdue_without_notice, six(COMPLETE, **{fees.OVERDUE: 1})) == []
    assert run(fees.overdue_without_notice, six("无。")) == []


@pytest.mark.parametrize(("text", "overdue"), [("无。", 1), ("我局没有收取过信息处理费。", 1), (NIL, None)])
def test_overdue_not_assessable(text: str, overdue: int | None) -> None:
    (found,) = run(fees.overdue_without_notice, six(text, **{fees.OVERDUE: overdue}))
    assert isinstance(found, NotAssessable)


@pytest.mark.parametrize(("amount", "found"), [("400", 0), ("0", 0), ("0.04万", 0), ("385", 1), ("12.5", 1)])
def test_amounts_of_the_tariff(amount: str, found: int) -> None:
    text = f"发出收费通知1件，应收总金额{amount}元，实际收取总金额{amount}元。"
    codes = [(answer.rule, answer.severity) for answer in run(fees.tariff, six(text)) if isinstance(answer, Finding)]
    assert codes == [("F06", "info")] * found


def test_two_amounts_off_the_tariff() -> None:
    assert len(run(fees.tariff, six("发出收费通知2件，应收总金额385元，实际收取总金额205元。"))) == 2


@pytest.mark.parametrize(("printed", "found"), [("0.03", 1), ("300", 1), ("0", 0), ("30", 0), ("0.02", 1), ("5", 0)])
def test_fees_in_the_wrong_place(printed: str, found: int) -> None:
    report = sample_report(values={"proactive.fees.amount": Decimal(printed)}, texts={6: COMPLETE})
    answers = run(fees.mixed_up, report)
    assert [(answer.rule, answer.severity) for answer in answers if isinstance(answer, Finding)] == [
        ("F07", "info")
    ] * found
    assert not [answer for answer in answers if isinstance(answer, NotAssessable)]


def test_no_fees_in_either_place() -> None:
    assert run(fees.mixed_up, six(NIL)) == []


@pytest.mark.parametrize("rule", [fees.tariff, fees.mixed_up])
def test_amounts_not_assessable(rule: Rule) -> None:
    (found,) = run(rule, six("无。"))
    assert isinstance(found, NotAssessable)


def test_administrative_fee_blank() -> None:
    (found,) = run(fees.mixed_up, six(COMPLETE, **{"proactive.fees.amount": None}))
    assert isinstance(found, NotAssessable)

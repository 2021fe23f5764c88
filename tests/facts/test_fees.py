import pytest

from govinfo.facts.fees import FeeStatement, fee_statement
from govinfo.testing.samples import sample_report


def six(text: str) -> FeeStatement | None:
    return fee_statement(sample_report(texts={6: text}))


@pytest.mark.parametrize(
    ("text", "notices", "charged", "received"),
    [
        ("发出收费通知3件，应收总金额0.12万元；实际收取总金额1,200元。", 3, 1200, 1200),
        ("共发出3份收费通知，应收500元，实收0元。", 3, 500, 0),
        ("收费通知件数为0、应收金额为0、实收金额为0。", 0, 0, 0),
        ("1、发出收费通知0件；2、应收金额0元；3、实收金额0元。", 0, 0, 0),
        ("收费通知的件数、应收总金额及实际收取总金额均为0。", 0, 0, 0),
        ("发出收费通知0份，收取总金额0元，实际收取总金额0元。", 0, 0, 0),
        ("本年未发出收费通知，应收金额零元，实收金额零元。", 0, 0, 0),
        ("上年实收100元，本年发出收费通知1件，应收60元，实收60元。", 1, 60, 60),
        ("信息处理费情况\n发出收费通知1件\n应收金额60元\n实收金额60元\n采购金额70元", 1, 60, 60),
        ("收取信息处理费1件，共计380元。", None, None, 380),
    ],
)
def test_figures(text: str, notices: int | None, charged: int | None, received: int | None) -> None:
    statement = six(text)
    assert statement is not None
    figures = (statement.notices, statement.charged, statement.received)
    assert [found[0].value if found else None for found in figures] == [notices, charged, received]
    assert all(len(found) <= 1 for found in figures)


def test_figure_as_printed() -> None:
    statement = six("本年发出收费通知3件，应收总金额300元。")
    assert statement is not None
    assert (statement.notices[0].text, statement.charged[0].text) == ("本年发出收费通知3件", "应收总金额300元")


@pytest.mark.parametrize(
    "text",
    [
        "我局没有收取过信息处理费。",
        "信息处理费收取情况：无。",
        "政府信息公开收费情况\n无",
        "本年未收取费用。",
        "无收费情况。",
        "向申请人提供信息全部免费。",
    ],
)
def test_no_fee_in_words(text: str) -> None:
    statement = six(text)
    assert statement is not None
    assert statement.none_charged


def test_positive_amount_overrules_words() -> None:
    statement = six("发出收费通知1件，收取信息处理费100元，没有收取其他费用。")
    assert statement is not None
    assert not statement.none_charged


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无其他事项。",
        "本年行政事业性收费2万元。",
        "举办便民缴费活动3场。",
        "1件申请因逾期未按收费通知缴纳费用，不再处理。",
        "全年培训经费0元。",
    ],
)
def test_no_statement(text: str) -> None:
    assert six(text) is None


@pytest.mark.parametrize(
    "text",
    ["公布涉企收费清单，全年公开政府信息1024条。", "收到政府信息公开申请3件，均按期答复。"],
)
def test_other_sections_need_more(text: str) -> None:
    assert fee_statement(sample_report(texts={1: text})) is None


def test_place_of_the_statement() -> None:
    preamble = fee_statement(sample_report(preamble="我局没有收取过信息处理费。"))
    third = fee_statement(sample_report(texts={3: "没有向申请人收取费用。", 6: "无。"}))
    sixth = fee_statement(sample_report(texts={3: "没有向申请人收取费用。", 6: "信息处理费为0元。"}))
    assert [found.section for found in (preamble, third, sixth) if found] == [0, 3, 6]

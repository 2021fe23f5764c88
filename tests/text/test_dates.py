import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.dates import days, periods, years

DAY = dt.date(2025, 1, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月8日",
        "2025年01月08日",
        "2025-01-08",
        "2025-1-8",
        "2025/1/8",
        "2025/01-08",
        "2025.1.8",
        "2025-01-08 17:12",
        "二〇二五年一月八日",
        "二○二五年一月八日",
        "二零二五年一月八日",
        "２０２５年１月８日",
        "2025 年 1 月 8 日",
        "2025 年1 月8日",
        "（2025年1月8日）",
        "发布日期：2025-01-08",
    ],
)
def test_days(text):
    assert [day for day, _, _ in days(text)] == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "2025年2月30日",
        "2025-13-01",
        "2025-00-10",
        "2025-1-0",
        "1825年1月8日",
        "12025-01-08",
        "2025-01-081",
        "2025年1月",
        "电话2025-1234567",
        "20250108",
        "0533-3081517",
        "1月8日",
        "2025年十三月八日",
        "",
    ],
)
def test_no_days(text):
    assert list(days(text)) == []


def test_several_days_with_their_offsets():
    text = "甲2024年3月1日乙2025-01-08丙"
    assert [(day.isoformat(), text[start:stop]) for day, start, stop in days(text)] == [
        ("2024-03-01", "2024年3月1日"),
        ("2025-01-08", "2025-01-08"),
    ]


@pytest.mark.parametrize("text", ["二〇二五年十二月三十一日", "二〇二五年12月31日"])
def test_long_chinese_days(text):
    assert [day for day, _, _ in days(text)] == [dt.date(2025, 12, 31)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2024年政府信息公开", [2024]),
        ("二〇二四年度", [2024]),
        ("2024 年度", [2024]),
        ("２０２４年", [2024]),
        ("2024年比2023年", [2024, 2023]),
        ("国办公开办函〔2021〕30号", []),
        ("12024年", []),
        ("第2024号", []),
        ("1824年", []),
    ],
)
def test_years(text, due):
    assert [year for year, _, _ in years(text)] == due


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月1日至2024年12月31日",
        "2024年1月1日至12月31日",
        "从2024年1月1日起，至2024年12月31日止",
        "从2024年1月1日起,至12月31日止",
        "从2024年1月1日起到2024年12月31日截止",
        "2024年1月1日—2024年12月31日",
        "2024年1月1日——2024年12月31日",
        "2024年1月1日-12月31日",
        "2024年1月1日－12月31日",
        "2024年1月1日～12月31日",
        "2024 年 1 月 1 日 至 12 月 31 日",
        "从2024年1月1日至12月31止",
        "2024年01月01日至2024年12月31日",
        "2024年1月1日起\n至2024年12月31日止",
        "2024年1月1日 开始，至 2024年12月31日止",
    ],
)
def test_periods(text):
    (span,) = periods(text)
    assert (span.start, span.end) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert "1" in text[span.begin : span.stop]


@pytest.mark.parametrize(
    "text",
    ["2024-01-01至2024-12-31", "2024.1.1-2024.12.31", "二〇二四年一月一日至十二月三十一日", "2024/1/1—2024/12/31"],
)
def test_periods_in_other_notations(text):
    assert [(span.start, span.end) for span in periods(text)] == [(dt.date(2024, 1, 1), dt.date(2024, 12, 31))]


def test_impossible_days_of_a_period():
    (span,) = periods("2024年1月1日至2024年11月31日")
    assert (span.start, span.end) == (dt.date(2024, 1, 1), None)


def test_a_lost_year_sign():
    (span,) = periods("20231月1日至2023年12月31日")
    assert (span.start, span.end) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["年月日", "-- ", "// ", ".. "]))
def test_every_day_round_trips(day, signs):
    text = f"于{day.year}{signs[0]}{day.month}{signs[1]}{day.day}{signs[2]}发布"
    assert [found for found, _, _ in days(text)] == [day]


@given(st.text(), st.text("0123456789０年月日一二〇十至-/.（） \n", max_size=40))
def test_no_text_raises(text, dense):
    for sample in (text, dense):
        for _, start, stop in (*days(sample), *years(sample)):
            assert 0 <= start < stop <= len(sample)
        for span in periods(sample):
            assert 0 <= span.begin < span.stop <= len(sample)

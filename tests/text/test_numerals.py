import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.numerals import chinese_number

DIGITS = "零一二三四五六七八九"


def spoken(number):
    """A number below 10**8 as it is said, 一十 spelt out."""

    def below(part):
        text, gap = "", False
        for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
            digit = part // size % 10
            if digit:
                text += ("零" if gap and text else "") + DIGITS[digit] + unit
                gap = False
            else:
                gap = True
        return text

    high, low = divmod(number, 10_000)
    joint = "零" if high and 0 < low < 1000 else ""
    return (below(high) + "万" if high else "") + joint + below(low) or "零"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百", 100),
        ("一百零三", 103),
        ("一百一十", 110),
        ("两百", 200),
        ("三千零五", 3005),
        ("一万", 10_000),
        ("三万五千", 35_000),
        ("十二万", 120_000),
        ("一亿", 100_000_000),
        ("一亿零三百万", 103_000_000),
        ("二〇二四", 2024),
        ("二○二四", 2024),
        ("两", 2),
    ],
)
def test_values(text, value):
    assert chinese_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "甲",
        "十十",
        "百",
        "千",
        "万",
        "亿",
        "一百百",
        "一二十",
        "二两",
        "万一",
        "一亿亿",
        "零万",
        "一百千",
        "十零百",
        "3",
        "一 二",
        "-一",
        "一点五",
        "百三",
    ],
)
def test_no_numerals(text):
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百三", 130),
        ("三千五", 3500),
        ("三万五", 35_000),
        ("一万二", 12_000),
        ("两百五", 250),
        ("一亿五", 150_000_000),
    ],
)
def test_a_last_digit_without_its_unit_takes_the_next_one(text, value):
    """As it is said: 一百三 is one hundred and thirty; to refuse it is as good, 103 is not."""
    assert chinese_number(text) in (value, None)


@given(st.integers(0, 10**8 - 1))
def test_every_number_round_trips(number):
    assert chinese_number(spoken(number)) == number


@given(st.text("零〇○一二两三四五六七八九十百千万亿", max_size=12))
def test_no_numeral_raises(text):
    value = chinese_number(text)
    assert value is None or value >= 0

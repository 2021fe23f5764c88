"""The text of a number cell: the stored number, and what its format adds to it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.readers.workbooks.number_format import BUILT_IN, number_format, plain, printed


def shown(number, code):
    return printed(number, number_format(code))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (12.0, "12"),
        (12.5, "12.5"),
        (12.34, "12.34"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (99999999.0, "99999999"),
        (123456789012.0, "123456789012"),
        (-7.0, "-7"),
        (0.0001, "0.0001"),
        (0.00001, "0.00001"),
        (1e20, "100000000000000000000"),
        (1e300, "1e+300"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_are_printed_in_plain_digits(number, text):
    assert plain(number) == text


@given(st.integers(-(10**12), 10**12), st.integers(0, 3))
def test_numbers_of_reports_are_exact(digits, places):
    number = Decimal(digits).scaleb(-places)
    assert Decimal(plain(float(number))) == number


@pytest.mark.parametrize(
    "code",
    ["General", "0", "0.00", "#,##0", "#,##0.00_);(#,##0.00)", "@", "", "0_ ", '_-* #,##0_-;_-* "-"_-', "[Red]0"],
)
def test_a_format_that_shows_the_number_leaves_the_stored_one(code):
    assert shown(24.5, code) == "24.5"
    assert shown(0.0, code) == "0"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (-5.0, "#,##0_);(#,##0)"),
        (-5.0, '0_ ;[Red]\\-0" "'),
        (-5.0, "0"),
        (101.0, '[>100]0;"少"'),
        (0.0, '[>0]"无";0'),
        (567.0, '[=0]"-";General'),
        (300.0, '[>=10000]0.0,"万";0'),
        (0.0, "0;;"),
        (0.0, "#"),
    ],
)
def test_the_section_for_the_number_counts(number, code):
    assert shown(number, code) == plain(number)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (12.0, '0"件"', "12件"),
        (12.0, "0件", "12件"),
        (12.0, 'General"件"', "12件"),
        (251000.0, '0.00"元"', "251000元"),
        (251000.0, '"¥"#,##0', "¥251000"),
        (251000.0, "[$¥-804]#,##0", "¥251000"),
        (251000.0, '0!.0,"万元"', '251000 [0!.0,"万元"]'),
        (251000.0, "#,##0,", "251000 [#,##0,]"),
        (0.5, "0%", "50%"),
        (0.125, "0.00%", "12.5%"),
        (40000.0, "yyyy-mm-dd", "2009-07-06"),
        (40000.5, "yyyy/m/d h:mm", "2009-07-06 12:00:00"),
        (0.5, "h:mm", "12:00:00"),
        (5.0, "m/d", "1900-01-05"),
        (61.0, "m/d", "1900-03-01"),
        (40000.0, 'yyyy"年"m"月"d"日"', "2009-07-06"),
        (40000.0, BUILT_IN[14], "2009-07-06"),
        (1e9, "yyyy", "1000000000 [?]"),
        (5.0, '"-"0', "-5"),
        (5.0, "(0)", "(5)"),
        (5.0, "0-", "5-"),
        (5.0, "000-0000", "5 [000-0000]"),
        (5.0, ";;;", "5 [;;;]"),
        (-5.0, "0;", "-5 [0;]"),
        (-5.0, '0;"亏损"', '-5 [0;"亏损"]'),
        (5.0, '[>100]0;"少"', '5 [[>100]0;"少"]'),
        (567.0, '[>0]"无";0', '567 [[>0]"无";0]'),
        (20000.0, '[>=10000]0.0,"万";0', '20000 [[>=10000]0.0,"万";0]'),
    ],
)
def test_a_format_that_shows_something_else_says_so(number, code, text):
    assert shown(number, code) == text


def test_dates_may_count_from_1904():
    assert printed(1.0, number_format("yyyy-mm-dd"), since_1904=True) == "1904-01-02"


def test_a_format_longer_than_any_is_not_trusted():
    assert shown(12.0, "0" * 300).startswith("12 [000")

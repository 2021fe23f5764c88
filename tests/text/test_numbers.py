from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.numbers import MAX_DIGITS, PLACEHOLDERS, Reading, is_blank, is_glued, is_value, read_count, read_money


@pytest.mark.parametrize(
    ("text", "value", "manners"),
    [
        ("0", 0, ()),
        ("12", 12, ()),
        (" 12\n", 12, ()),
        ("\u300012\xa0", 12, ()),
        ("1\u200b2", 12, ()),
        ("１２", 12, ("width",)),
        ("1,234", 1234, ("separator",)),
        ("1，234", 1234, ("width", "separator")),
        ("12,345,678", 12345678, ("separator",)),
        ("3件", 3, ("unit",)),
        ("3 件", 3, ("unit",)),
        ("3人次", 3, ("unit",)),
        ("十二", 12, ("chinese",)),
        ("十二件", 12, ("chinese", "unit")),
        ("零", 0, ("chinese",)),
        ("〇", 0, ("chinese",)),
        ("3.0", 3, ("decimal",)),
        ("-3", -3, ("minus",)),
        ("−3", -3, ("minus",)),
        ("+3", 3, ("plus",)),
        ("9" * MAX_DIGITS, int("9" * MAX_DIGITS), ()),
    ],
)
def test_counts(text, value, manners):
    reading = read_count(text)
    assert (reading.value, reading.status) == (value, "reported")
    assert reading.manners == manners
    assert type(reading.value) is int


@pytest.mark.parametrize(
    "text",
    [
        "00",
        "012",
        "1_2",
        "१२",
        "٣",
        "۳",
        "²",
        "①",
        "Ⅳ",
        "½",
        "1e3",
        "0x1F",
        "1.5",
        "1,23",
        "1,2345",
        ",5",
        "5,",
        ".5",
        "5.",
        "1.2.3",
        "--3",
        "3-",
        "1-2",
        "3/4",
        "3元",
        "3万元",
        "inf",
        "nan",
        "NaN",
        "Infinity",
        "1 件 2",
        "约3",
        "3余",
        "3%",
        "共3件",
        "本单位未制作规章",
        "三十余",
        "十十",
        "百",
        "万",
        "一二万三",
        "○○年",
        "3" * (MAX_DIGITS + 1),
        "O",
        "l",
        "1l",
        "１＿２",
        "+",
        "+-3",
        "3件件",
        "3 次 件",
        "一百百",
        "两两",
    ],
)
def test_what_is_no_count(text):
    reading = read_count(text)
    assert (reading.value, reading.status) == (None, "unreadable")
    assert reading.manners == ()


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\xa0\xa0", "\n", "\u200b", "\ufeff"])
def test_blank(text):
    assert (read_count(text).value, read_count(text).status) == (None, "blank")
    assert not is_value(text)


@pytest.mark.parametrize("text", sorted(PLACEHOLDERS | {"------", "----"}))
def test_placeholders(text):
    for padded in (text, f" {text}\xa0"):
        assert (read_count(padded).value, read_count(padded).status) == (None, "placeholder")
        assert is_value(padded)


def test_a_blank_is_never_zero():
    for text in ("", " ", "—", "/", "无", "-", "若干"):
        assert read_count(text).value is None
        assert read_money(text, ten_thousand=True).value is None


@pytest.mark.parametrize(("text", "manners"), [("+3", ()), ("＋3", ("width",)), ("-3", ()), ("3", ())])
def test_signs_in_a_change(text, manners):
    reading = read_count(text, signed=True)
    assert abs(reading.value or 0) == 3
    assert reading.manners == manners


@pytest.mark.parametrize("sign", ["-", "−", "–", "－"])
def test_minus_signs(sign):
    assert read_count(f"{sign}7", signed=True).value == -7


@pytest.mark.parametrize(
    ("text", "value", "manners"),
    [
        ("0", "0", ()),
        ("12.50", "12.50", ()),
        ("1,234.5", "1234.5", ("separator",)),
        ("24.5万元", "24.5", ("unit",)),
        ("24.5万", "24.5", ("unit",)),
        ("245000元", "24.5", ("converted",)),
        ("3.2亿元", "32000", ("converted",)),
        ("5千元", "0.5", ("converted",)),
        ("１２．５", "12.5", ("width",)),
        ("-3.5", "-3.5", ()),
        ("1元", "0.0001", ("converted",)),
        ("0元", "0", ("converted",)),
        ("10000000元", "1000", ("converted",)),
    ],
)
def test_money_in_ten_thousands(text, value, manners):
    reading = read_money(text, ten_thousand=True)
    assert (reading.value, reading.status, reading.manners) == (Decimal(value), "reported", manners)
    assert "E" not in str(reading.value)


def test_money_in_a_unit_of_its_own_is_kept():
    reading = read_money("268.35元", ten_thousand=False)
    assert (reading.value, reading.manners) == (Decimal("268.35"), ("unit",))


@pytest.mark.parametrize(
    "text", ["3件", "1.2.3", "1_2", "१२", "1e5", "nan", "3." + "3" * (MAX_DIGITS + 1), "3美元", "约3万元"]
)
def test_what_is_no_money(text):
    assert read_money(text, ten_thousand=True).status == "unreadable"


@given(st.integers(0, 10**MAX_DIGITS - 1))
def test_digits_round_trip(number):
    wide = "".join(chr(ord(char) + 0xFEE0) for char in str(number))
    assert read_count(str(number)).value == number
    assert read_count(wide).value == number
    assert read_count(f"{number:,}").value == number
    assert read_count(f" {number}件").value == number
    assert read_count(f"-{number}").value == -number
    assert read_money(str(number), ten_thousand=True).value == number
    assert is_value(str(number))


@given(st.decimals(0, 10**9, places=2))
def test_money_round_trip(amount):
    assert read_money(str(amount), ten_thousand=True).value == amount
    assert read_money(f"{amount:,}", ten_thousand=False).value == amount


@given(st.text())
def test_no_text_raises(text):
    for reading in (read_count(text), read_count(text, signed=True), read_money(text, ten_thousand=True)):
        assert (reading.value is None) == (reading.status != "reported")
    is_value(text)


@given(st.text("0123456789０１２३٣一二十百千万亿零〇两,，.．+-−－ 件次万元_eE/\\无", max_size=12))
def test_no_mixture_is_guessed(text):
    reading = read_count(text)
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) > 1 and plain[0] == "0":
        assert reading.status == "unreadable"
    elif plain.isascii() and plain.isdigit() and len(plain) <= MAX_DIGITS:
        assert (reading.value, reading.manners) == (int(plain), ())
    elif reading.value is not None:
        assert reading.manners or plain[0] in "-−－"
    if reading.status != "reported":
        assert reading.manners == ()


@given(st.text("0123456789", min_size=MAX_DIGITS + 1, max_size=5000))
def test_too_long_a_number(text):
    assert read_count(text).status == read_money(text, ten_thousand=True).status == "unreadable"


@pytest.mark.parametrize(("text", "glued"), [("0 0", True), ("12 3", True), ("1\n2", True), ("12", False)])
def test_groups_of_digits_are_told_from_one_number(text, glued):
    assert is_glued(text) is glued
    assert is_value(text)


@pytest.mark.parametrize("text", ["38①", "38*", "38 [1]", "38〔2〕", "38注1", "38[注2]", "38※", "38 ***"])
def test_a_number_with_the_mark_of_a_footnote_is_read_and_said_so(text):
    assert is_value(text)
    assert read_count(text) == Reading(38, "reported", ("marked",))
    assert read_money("1." + text, ten_thousand=True) == Reading(Decimal("1.38"), "reported", ("marked",))


@pytest.mark.parametrize("text", ["38²", "38（1）", "38(1)", "38①1", "38[123]", "038①", "1O", "l0", "O", "5S1"])
def test_a_number_spoilt_by_a_footnote_or_a_letter_is_not_read(text):
    assert read_count(text).status == read_money(text, ten_thousand=True).status == "unreadable"


@pytest.mark.parametrize("text", ["38²", "38（1）", "1O", "l0", "O", "5S1"])
def test_a_number_spoilt_by_a_footnote_or_a_letter_is_a_value_that_is_not_read(text):
    assert is_value(text)
    assert read_count(text).status == read_money(text, ten_thousand=True).status == "unreadable"


@pytest.mark.parametrize("text", ["0/0", "+4/-7", "12 / 3", "５/0"])
def test_two_numbers_in_one_cell_are_a_value_that_is_not_read(text):
    assert is_value(text)
    assert read_count(text, signed=True).status == read_money(text, ten_thousand=True).status == "unreadable"


@pytest.mark.parametrize("text", ["未增未减", "无增减", "不变", " 持平 "])
def test_words_for_no_change_are_zero_where_changes_are_due(text):
    assert is_value(text)
    reading = read_count(text, signed=True)
    assert (reading.value, reading.status, reading.manners) == (0, "reported", ("worded",))
    assert read_count(text).status == read_money(text, ten_thousand=True).status == "unreadable"


@pytest.mark.parametrize("text", ["未增", "增减", "与上年持平", "变化"])
def test_what_is_no_word_for_no_change(text):
    assert not is_value(text)


@pytest.mark.parametrize(("text", "value"), [("31批次", 31), ("4 批", 4), ("12家", 12), ("3笔", 3)])
def test_further_units_behind_a_count(text, value):
    assert (read_count(text).value, read_count(text).manners) == (value, ("unit",))


@pytest.mark.parametrize("text", ["2024/1/5", "5/", "/5", "1/2页", "减/增"])
def test_what_is_no_pair_of_numbers(text):
    assert not is_value(text)


@pytest.mark.parametrize("text", ["③", "注", "表1", "SO", "1.", "[1]", "*1", "38a"])
def test_what_is_no_spoilt_number(text):
    assert not is_value(text)


@pytest.mark.parametrize("text", ["&nbsp;", "&nbsp;&nbsp;", "\xa0", "", "\u200b"])
def test_the_name_of_a_blank_is_a_blank(text):
    assert is_blank(text)
    assert read_count(text).status == "blank"
    assert not is_value(text)


@given(st.text("0９,，.+-−–—／/ 　\xa0\u200b&nbsp;件万元〇两十百无空略…N规章（）", max_size=6))
def test_what_cannot_be_read_as_a_number_is_no_value_and_the_other_way_round(text):
    readings = (read_count(text, signed=True), read_money(text, ten_thousand=True))
    if any(reading.status in ("reported", "placeholder") for reading in readings):
        assert is_value(text)


@pytest.mark.parametrize(("word", "sign"), [("增", 1), ("增加", 1), ("减", -1), ("减少", -1), ("減", -1)])
@given(st.integers(1, 99999))
def test_a_word_is_a_sign_where_one_is_due(word, sign, number):
    assert read_count(f"{word}{number}", signed=True) == (sign * number, "reported", ("worded",))
    assert is_value(f"{word}{number}")
    assert read_count(f"{word}{number}").status == "unreadable"
    assert read_money(f"{word}{number}", ten_thousand=True).status == "unreadable"
    assert read_count(word, signed=True).status == "unreadable"

"""Numbers in running text: their values, and what is none."""

import random
from decimal import Decimal

import pytest

from govinfo.facts.clauses import veiled
from govinfo.facts.quantities import Quantity, quantities

DIGITS = "零一二三四五六七八九"
UNITS = ["件", "条", "项", "份", "起", "宗", "例", "件次", "个", "次", "篇", "期", "场", "人次"]


def read(text: str) -> list[Quantity]:
    return [token for token in quantities(veiled(text)) if isinstance(token, Quantity)]


def chinese(number: int) -> str:
    if number < 10:
        return DIGITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[units] if units else "")
    hundreds, rest = divmod(number, 100)
    gap = "零" if 0 < rest < 10 else "一" if 10 <= rest < 20 else ""
    return DIGITS[hundreds] + "百" + (gap + chinese(rest) if rest else "")


WAYS = {
    "plain": str,
    "wide": lambda number: str(number).translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
    "grouped": "{:,}".format,
    "chinese": chinese,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(30))
def test_a_number_is_read_in_any_writing_and_stands_where_it_says(way: str, seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    number = pick.randrange(2, 1000 if way == "chinese" else 2_000_000)
    printed, unit = WAYS[way](number), pick.choice(UNITS)
    text = f"2024年3月，按第12条要求，共有{printed}{unit}，见〔2024〕7号。"
    (found,) = read(text)
    assert (int(found.value), found.unit, found.bound) == (number, unit, "exact")
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("共30余件", 30, "件", "at_least"),
        ("共三十多件", 30, "件", "at_least"),
        ("超过50件", 50, "件", "at_least"),
        ("50件以上", 50, "件", "at_least"),
        ("上百件", 100, "件", "at_least"),
        ("近60件", 60, "件", "at_most"),
        ("不足8件", 8, "件", "at_most"),
        ("5件以内", 5, "件", "at_most"),
        ("约40条", 40, "条", "about"),
        ("40条左右", 40, "条", "about"),
        ("1.5万余条", 15000, "条", "at_least"),
        ("3万五千件", None, "", ""),
        ("一万二千件", 12000, "件", "exact"),
        ("2亿次", 200_000_000, "次", "exact"),
        ("1 250条", 1250, "条", "exact"),
        ("占比12.5%", Decimal("12.5"), "%", "exact"),
        ("百分之五十", 50, "", "exact"),
        ("收费0.3万元", 3000, "万元", "exact"),
        ("收费20元", 20, "元", "exact"),
    ],
)
def test_scales_and_bounds(text: str, value: object, unit: str, bound: str) -> None:
    found = read(text)
    if value is None:
        assert not [one for one in found if one.value == 5000]
        return
    (one,) = found
    assert (one.value, one.unit, one.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("3至5件", 3, 5), ("10-20件", 10, 20), ("三到五次", 3, 5), ("1～2万条", 10000, 20000)]
)
def test_ranges(text: str, low: int, high: int) -> None:
    (found,) = read(text)
    assert [found.value, found.upper] == [low, high]


@pytest.mark.parametrize(
    "text",
    [
        "2024年度",
        "2023-2024年",
        "2024年1月1日至12月31日",
        "2024-01-05",
        "上午8:30至17:00",
        "条例第20条第3项",
        "国办函〔2021〕30号",
        "拨打12345热线",
        "电话：0533-1234567，邮编：255000",
        "在5个工作日内",
        "分为两个方面、六个部分",
        "开展“三审三校”和“5·12”活动",
        "《2024年12件实事》",
        "24小时在线",
        "进一步统一思想，万无一失，十分重要",
        "1.总体情况",
        "（2）落实责任",
        "7×24服务，A4纸，http://a.gov.cn/b/12",
        "第三方权益",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == []


def test_numbers_without_units_stand_alone() -> None:
    assert [one.value for one in read("受理12，办结11。其中自然人8，法人4")] == [12, 11, 8, 4]

"""Numbers as Word's automatic numbering prints them (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_CHINESE = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CIRCLED = "".join(map(chr, range(0x2460, 0x2474)))
"""The circled numbers from 1 to 20."""

MOST = 999
"""Largest number that is written in another way than in plain digits."""


def _chinese(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    text = f"{_CHINESE[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _CHINESE[tens]) + "十"
    elif hundreds and units:
        text += _CHINESE[0]
    return text + (_CHINESE[units] if units or not number else "")


def _digits(number: int) -> str:
    return "".join(_CHINESE[int(digit)] for digit in str(number)).replace("零", "〇")


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _one_of(signs: str) -> Callable[[int], str]:
    """A format that has a sign for each number; where they end, plain digits follow."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        [
            "chineseCounting",
            "chineseCountingThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "japaneseCounting",
            "ideographEnclosedCircle",
        ],
        _chinese,
    ),
    **dict.fromkeys(["ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"], _digits),
    **dict.fromkeys(["decimalEnclosedCircle", "decimalEnclosedCircleChinese"], _one_of(_CIRCLED)),
    **dict.fromkeys(["decimalFullWidth", "decimalFullWidth2"], _full_width),
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def counted(number: int, form: str) -> str:
    """A number in one of Word's formats; in plain digits where the format is not known."""
    return _FORMATS.get(form, str)(number) if 0 <= number <= MOST else str(number)

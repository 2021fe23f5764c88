"""Chinese numerals."""

from __future__ import annotations

import regex

_DIGITS = {**{char: value for value, char in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_SHAPE = regex.compile(r"[零〇○一二两三四五六七八九十百千万亿]+")
_SHORTENED = regex.compile(r"[百千万亿][一二两三四五六七八九]$")
"""As in 三万五, where the last digit stands for thousands."""

_PART = regex.compile(
    r"(?:(?P<千>[一二两三四五六七八九])千)?零?(?:(?P<百>[一二两三四五六七八九])百)?零?(?:(?P<十>[一二三四五六七八九])?(?P<ten>十))?"
    r"零?(?P<一>[一二两三四五六七八九])?"
)


def chinese_number(text: str) -> int | None:
    """The value of a Chinese numeral, such as 十二, 一百零三, 二〇二四 or 三万五千; None if it is none."""
    if not _SHAPE.fullmatch(text):
        return None
    if _SHORTENED.search(text):
        rounded = chinese_number(text[:-1])
        return None if rounded is None else rounded + _DIGITS[text[-1]] * ({**_UNITS, **_LARGE}[text[-2]] // 10)
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text)) if "两" not in text or len(text) == 1 else None
    total = 0
    rest = text
    for large in ("亿", "万"):
        head, found, tail = rest.partition(large)
        if found:
            value = _below_ten_thousand(head)
            if not value:
                return None
            total += value * _LARGE[large]
            rest = tail.removeprefix("零")
    if not rest:
        return total
    value = _below_ten_thousand(rest)
    return None if value is None else total + value


def _below_ten_thousand(text: str) -> int | None:
    match = _PART.fullmatch(text)
    if not match or not text:
        return None
    value = sum(_DIGITS[match[unit]] * size for unit, size in _UNITS.items() if match[unit])
    if match["ten"] and not match["十"]:
        value += 10
    return value + (_DIGITS[match["一"]] if match["一"] else 0)

"""What a number format of a workbook makes of a stored number.

A number is read as it is stored, not as its format rounds it.  Where the format shows something else
than the number (a date, a percentage, a unit, another scale), the text says so, so that it is never
taken for the plain number.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

GENERAL = "General"
"""The format that shows a number as it is."""

BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((*range(18, 22), *range(45, 48)), "h:mm:ss"),
}
"""Formats known by their number that show no plain number (ECMA-376-1, 18.8.30 numFmt)."""

DIGITS = ".15g"
"""Spreadsheets calculate and show numbers with 15 significant digits (IEEE 754 doubles hold no more for sure)."""

MAX_CODE = 255
"""Longest format code in characters (Excel specifications and limits)."""

MAX_EXPONENT = 20
"""Numbers with more digits keep their exponent; none is the count of anything."""

_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zones
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_GENERAL = regex.compile(GENERAL, regex.IGNORECASE)
_PARTS = regex.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|(?P<code>.)'
)
_PLACEHOLDERS = frozenset("0#?")
_DATE = frozenset("ymdhsYMDHS")
_MARKS = " ()+-"


class NumberFormat(NamedTuple):
    """A number format, read once for all cells that have it.

    Attributes:
        code: as the workbook has it.
        plain: True where it shows the number, however rounded.
        date: True where it shows a date or a time.
        percent: True where it shows a percentage.
        before, behind: what it prints around the number.
        scaled: True where it shows the number in thousands or more, or its digits apart.
    """

    code: str
    plain: bool = True
    date: bool = False
    percent: bool = False
    before: str = ""
    behind: str = ""
    scaled: bool = False


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """Read a format code; its first section counts."""
    if code in {GENERAL, "@", ""}:
        return NumberFormat(code)
    if len(code) > MAX_CODE:
        return NumberFormat(f"{code[:MAX_CODE]}…", plain=False, scaled=True)
    literals = ["", ""]
    codes = ""
    escapes_inside = False
    for part in _PARTS.finditer(_GENERAL.sub("0", code)):
        seen = any(char in _PLACEHOLDERS for char in codes)
        if part["code"] is not None:
            if part["code"] == ";":
                break
            codes += part["code"]
            if part["code"] in _PLACEHOLDERS and literals[1].strip(_MARKS):
                escapes_inside = True
        else:
            literals[seen] += part["quoted"] or part["escaped"] or part["money"] or ""
    if not any(char in _PLACEHOLDERS for char in codes):
        return NumberFormat(code, plain=False, date=any(char in _DATE for char in codes))
    number = codes.rstrip(_MARKS)
    behind = literals[1] + "".join(char for char in codes if ord(char) > 0x7F)
    found = NumberFormat(
        code,
        percent="%" in codes,
        before=literals[0].strip(_MARKS),
        behind=behind.strip(_MARKS),
        scaled=number.rstrip("%").endswith(",") or escapes_inside,
    )
    return found._replace(plain=not (found.percent or found.before or found.behind or found.scaled))


def printed(number: float, form: NumberFormat, *, since_1904: bool = False) -> str:
    """The text of a number cell: the stored number, marked where its format shows something else."""
    if form.plain:
        return plain(number)
    if form.date:
        return _moment(number, _EPOCH_1904 if since_1904 else _EPOCH)
    if form.percent:
        return f"{plain(number * 100)}%"
    if form.scaled:
        return f"{plain(number)} [{form.code}]"
    return f"{form.before}{plain(number)}{form.behind}"


def plain(number: float) -> str:
    """A number in plain digits, without point where it is whole."""
    if number == 0:
        return "0"
    text = format(number, DIGITS)
    if "e" not in text:
        return text
    exact = Decimal(text)
    return format(exact, "f") if abs(exact.adjusted()) <= MAX_EXPONENT else text


def _moment(number: float, epoch: dt.datetime) -> str:
    """A date in ISO notation; the time of day alone below one day."""
    try:
        moment = epoch + dt.timedelta(days=number)
    except OverflowError:
        return f"{plain(number)} [?]"
    if 0 <= number < 1:
        return moment.time().isoformat("seconds")
    return moment.date().isoformat() if number == int(number) else moment.isoformat(" ", "seconds")

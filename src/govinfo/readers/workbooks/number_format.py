"""What a number format of a workbook makes of a stored number.

A number is read as it is stored, not as its format rounds it.  Where the format shows something else
than the number (a date, a percentage, a unit, another scale), the text says so, so that it is never
taken for the plain number.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
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
_LEAP_DAY = 60
"""Excel counts a 29 February 1900, so that the days before are numbered one less (ECMA-376-1, 18.17.4.1)."""

_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_GENERAL = regex.compile(GENERAL, regex.IGNORECASE)
_PARTS = regex.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]'
    r"|\[(?P<condition>[<>=][^\]]*)\]|\[[^\]]*\]|(?P<end>;)|(?P<code>.)"
)
_CONDITION = regex.compile(r"(?P<is>[<>=]{1,2})\s*(?P<limit>[+-]?[0-9.]{1,20})")
_IS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
_PLACEHOLDERS = frozenset("0#?")
_DATE = frozenset("ymdhsYMDHS")
_SIGNS = "()-"
_BLANKS = " +"


class Section(NamedTuple):
    """One of the sections of a number format: how some numbers are shown.

    Attributes:
        condition: for which numbers it is, where the format says so.
        shown: False where it prints no digit of the number.
        date: True where it shows a date or a time.
        percent: True where it shows a percentage.
        before, behind: what it prints around the number.
        scaled: True where it shows the number in thousands or more, or its digits apart.
    """

    condition: str | None = None
    shown: bool = True
    date: bool = False
    percent: bool = False
    before: str = ""
    behind: str = ""
    scaled: bool = False

    def is_for(self, number: float) -> bool:
        """Tell whether the condition holds; one that cannot be read does."""
        read = _CONDITION.fullmatch(self.condition or "")
        return read is None or read["is"] not in _IS or _IS[read["is"]](number, float(read["limit"]))


class NumberFormat(NamedTuple):
    """A number format, read once for all cells that have it.

    Attributes:
        code: as the workbook has it.
        plain: True where it shows numbers from 0 on as they are, however rounded.
        sections: how it shows numbers: of a sign each, or those for which a condition holds.
    """

    code: str
    plain: bool
    sections: tuple[Section, ...]

    def section(self, number: float) -> Section:
        """The section for a number; a stored 0 counts as one, even where its own section prints a dash or nothing."""
        if any(section.condition for section in self.sections):
            return next((section for section in self.sections if section.is_for(number)), self.sections[-1])
        return self.sections[1] if number < 0 and len(self.sections) > 1 else self.sections[0]


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """Read a format code."""
    if code in {GENERAL, "@", ""}:
        return NumberFormat(code, plain=True, sections=(Section(),))
    if len(code) > MAX_CODE:
        return NumberFormat(f"{code[:MAX_CODE]}…", plain=False, sections=(Section(scaled=True),))
    parts: list[list[regex.Match[str]]] = [[]]
    for part in _PARTS.finditer(_GENERAL.sub("0", code)):
        if part["end"]:
            parts.append([])
        else:
            parts[-1].append(part)
    sections = tuple(_section(section, signed=number == 1) for number, section in enumerate(parts))
    return NumberFormat(code, sections[0] == Section(), sections)


def _section(parts: Sequence[regex.Match[str]], *, signed: bool) -> Section:
    """Read a section; `signed` for that of numbers below 0, in which signs and brackets show just that."""
    literals = ["", ""]
    codes = ""
    condition: str | None = None
    escapes_inside = False
    for part in parts:
        seen = any(char in _PLACEHOLDERS for char in codes)
        if part["code"] is not None and part["code"] not in _SIGNS:
            codes += part["code"]
            escapes_inside |= part["code"] in _PLACEHOLDERS and bool(literals[1].strip(_BLANKS))
        else:
            literals[seen] += part["quoted"] or part["escaped"] or part["money"] or part["code"] or ""
            condition = condition or part["condition"]
    if not any(char in _PLACEHOLDERS for char in codes):
        return Section(condition, shown=False, date=any(char in _DATE for char in codes))
    marks = _BLANKS + _SIGNS if signed else _BLANKS
    return Section(
        condition,
        percent="%" in codes,
        before=literals[0].strip(marks),
        behind=(literals[1] + "".join(char for char in codes if ord(char) > 0x7F)).strip(marks),
        scaled=codes.rstrip(_BLANKS).rstrip("%").endswith(",") or escapes_inside,
    )


def printed(number: float, form: NumberFormat, *, since_1904: bool = False) -> str:
    """The text of a number cell: the stored number, marked where its format shows something else."""
    section = form.section(number)
    if section.date:
        return _moment(number, _EPOCH_1904 if since_1904 else _EPOCH)
    if section.percent:
        return f"{plain(number * 100)}%"
    if section.scaled or not section.shown:
        return f"{plain(number)} [{form.code}]"
    return f"{section.before}{plain(number)}{section.behind}"


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
    early = epoch == _EPOCH and 1 <= number < _LEAP_DAY
    try:
        moment = epoch + dt.timedelta(days=number + early)
    except OverflowError:
        return f"{plain(number)} [?]"
    if 0 <= number < 1:
        return moment.time().isoformat("seconds")
    return moment.date().isoformat() if number == int(number) else moment.isoformat(" ", "seconds")

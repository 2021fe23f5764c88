"""Days, years and periods in running text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs
import regex

from govinfo.text.fold import narrow
from govinfo.text.numerals import chinese_number

_CHINESE_DAY = r"[零〇○一二三四五六七八九十]"
_DAY = regex.compile(
    rf"""(?<![0-9])(?P<year>(?:19|20)[0-9][0-9]|二[零〇○]{_CHINESE_DAY}{{2}})\s*(?:年|[-/.])\s*
    (?P<month>[0-9]{{1,2}}|{_CHINESE_DAY}{{1,2}})\s*(?:月|[-/.])\s*
    (?P<day>[0-9]{{1,2}}|{_CHINESE_DAY}{{1,3}})(?![0-9])\s*日?""",
    regex.VERBOSE,
)
_DAY_MARKS = regex.compile(r"[月./．／\-－]")
_YEAR = regex.compile(rf"(?<![0-9])(?P<year>(?:19|20)[0-9][0-9]|二[零〇○]{_CHINESE_DAY}{{2}})\s*(?=年)")
_JOINS = regex.compile(r"[至到\-—–~―－～]")
_JOIN = r"\s*(?:起|始|开始)?[,\s]*(?:至|到|[-—–~―]+)\s*"
_PERIOD = regex.compile(
    rf"""(?<![0-9])(?P<y1>(?:19|20)[0-9][0-9]|二[零〇○]{_CHINESE_DAY}{{2}})\s*(?:年|[-/.])?\s*
    (?P<m1>[0-9]{{1,2}}|{_CHINESE_DAY}{{1,2}})\s*(?:月|[-/.])\s*(?P<d1>[0-9]{{1,2}}|{_CHINESE_DAY}{{1,3}})\s*日?{_JOIN}
    (?:(?P<y2>(?:19|20)[0-9][0-9]|二[零〇○]{_CHINESE_DAY}{{2}})\s*(?:年|[-/.])?\s*)?
    (?P<m2>[0-9]{{1,2}}|{_CHINESE_DAY}{{1,2}})\s*(?:月|[-/.])\s*(?P<d2>[0-9]{{1,2}}|{_CHINESE_DAY}{{1,3}})(?![0-9])\s*日?\s*(?:止|截止)?""",
    regex.VERBOSE,
)


@attrs.frozen
class Span:
    """First and last day found, None where the calendar has no such day, and the offsets of the wording."""

    start: dt.date | None
    end: dt.date | None
    begin: int
    stop: int


def days(text: str) -> Iterator[tuple[dt.date, int, int]]:
    """Yield the days named in a text with the offsets of their wording; impossible days are left out."""
    for match in _DAY.finditer(narrow(text)) if _DAY_MARKS.search(text) else ():
        day = _date(match["year"], match["month"], match["day"])
        if day:
            yield day, match.start(), match.end()


def years(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the years named in a text, such as 2024年 or 二〇二四年, with the offsets of their digits."""
    for match in _YEAR.finditer(narrow(text)) if "年" in text else ():
        year = _number(match["year"])
        if year:
            yield year, match.start("year"), match.end("year")


def periods(text: str) -> Iterator[Span]:
    """Yield the periods from one day to another; the second year may be left out."""
    for match in _PERIOD.finditer(narrow(text)) if _JOINS.search(text) else ():
        yield Span(
            _date(match["y1"], match["m1"], match["d1"]),
            _date(match["y2"] or match["y1"], match["m2"], match["d2"]),
            match.start(),
            match.end(),
        )


def _date(year: str, month: str, day: str) -> dt.date | None:
    parts = [_number(part) for part in (year, month, day)]
    try:
        return dt.date(*(part or 0 for part in parts))
    except ValueError:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() else chinese_number(text)

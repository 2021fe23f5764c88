"""What callers give, looked at before it is used: reports, and names of agencies."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from govinfo.errors import ArgumentError
from govinfo.findings import Text
from govinfo.report import Report
from govinfo.text.visible import visible_path

MAX_NAME = 60
"""Longest name of an agency, in characters; the longest of a real one known has fewer than 40."""

MAX_SHOWN = 30
"""So many characters of what was given are shown."""

_IN_NAMES = frozenset(" \u3000（）()〔〕[]【】《》“”\"'·•・、—–-－&＆.．")
"""What may stand in a name beside letters and digits."""

_NUMBERED = re.compile(r"[（(]?(?:[0-9]+|[一二三四五六七八九十]+)[.．、)）]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*年")


def one_report(value: object) -> Report:
    """What was given as a report.

    Raises:
        ArgumentError: it is none.
    """
    if isinstance(value, Report):
        return value
    zh, en = _told(value)
    if isinstance(value, (str, bytes, os.PathLike)):
        raise ArgumentError(
            f"a report is due, not {en}; read it first, as in govinfo.parse(path)",
            f"这里需要报告，给出的是{zh}；请先读取，如govinfo.parse(路径)",
        )
    raise ArgumentError(
        f"a report is due, not {en}; give what govinfo.parse returns",
        f"这里需要报告，给出的是{zh}；请给出govinfo.parse的结果",
    )


def several_reports(values: object) -> Iterator[Report]:
    """What was given as several reports, one by one.

    Raises:
        ArgumentError: it is nothing that holds reports, or one of them is none.
    """
    if isinstance(values, Report) or not isinstance(values, Iterable):
        zh, en = _told(values)
        raise ArgumentError(
            f"several reports are due, not {en}; give a list of what govinfo.parse returns",
            f"这里需要若干份报告，给出的是{zh}；请给出由govinfo.parse的结果组成的列表",
        )
    for value in [values] if isinstance(values, (str, bytes)) else values:
        yield one_report(value)


def agency_names(values: object) -> tuple[str, ...]:
    """What was given as the names of agencies.

    Raises:
        ArgumentError: it is no list of names; a single name is not taken letter by letter.
    """
    if isinstance(values, str):
        shown = _shown(values)
        raise ArgumentError(
            f"the names of agencies are due as a list, not as a str: [{shown!r}]",
            f"机关名称应以列表给出，不能是一个字符串，如[{shown!r}]",
        )
    if not isinstance(values, Iterable) or isinstance(values, bytes):
        zh, en = _told(values)
        raise ArgumentError(f"a list of names of agencies is due, not {en}", f"这里需要机关名称的列表，给出的是{zh}")
    names = tuple(values)
    for name in names:
        reason = no_name(name) if isinstance(name, str) else Text("不是文字", "it is no text")
        if reason is not None:
            zh, en = _told(name)
            raise ArgumentError(f"{en} is no name of an agency: {reason.en}", f"{zh}不是机关名称：{reason.zh}")
    return names


def no_name(text: str) -> Text | None:
    """Why a text is clearly no name of an agency; None where it may be one."""
    name = text.strip()
    if len(name) > MAX_NAME:
        return Text(f"有{len(name)}个字，机关名称没有这么长", f"it has {len(name)} characters, more than any name")
    if _NUMBERED.match(name):
        return Text("前面有编号，请去掉", "it begins with a number; take it off")
    odd = next((char for char in name if not char.isalnum() and char not in _IN_NAMES), None)
    if odd is not None:
        shown = visible_path(odd)
        return Text(f"含有“{shown}”，机关名称里没有这种符号", f"it holds “{shown}”, which no name has")
    if _YEAR.search(name):
        return Text("含有年份，像是标题", "it names a year, as a title does")
    letters = sum(char.isalpha() for char in name)
    if letters < 2 or 2 * letters < len(name):
        return Text("几乎没有文字", "it has hardly any letters")
    return None


def _told(value: object) -> tuple[str, str]:
    """What was given, in words."""
    if isinstance(value, (str, os.PathLike)):
        shown = _shown(str(value))
        return f"“{shown}”", f"“{shown}”"
    kind = type(value).__name__
    return f"{kind}类型的对象", f"an object of type {kind}"


def _shown(text: str) -> str:
    line = visible_path(text)
    return line if len(line) <= MAX_SHOWN else f"{line[:MAX_SHOWN]}…"

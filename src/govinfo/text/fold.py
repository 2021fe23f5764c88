"""Keys under which printed labels are compared, and the numbers in front of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import attrs
import regex

from govinfo.text.script import TO_SIMPLIFIED, unglossed

MAX_LABEL = 120
"""Longest text that can be a label in characters, spaces included; the longest official one has 37."""

_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}
_WIDE = re.compile("[\uff01-\uff5e\u3000\xa0]")
_CHINESE = "一二三四五六七八九十"
_NUMBERING = regex.compile(
    rf"""\s*(?:
        \((?P<inner>[{_CHINESE}]{{1,3}})\)[.、,:]?      # （一）
      | (?P<outer>[{_CHINESE}]{{1,3}})(?:[、.,:]|(?=\s)) # 一、
      | (?P<item>[0-9]{{1,2}})(?:[.、,:)](?![0-9])|(?=[^0-9\s.,年月日时分件条个次项份宗起例%:-]))  # 1. or 1
      | \((?P<sub>[0-9]{{1,2}})\)                           # (1)
    )\s*""",
    regex.VERBOSE,
)
_LEVELS = ("outer", "inner", "item", "sub")
_NOISE = regex.compile(r"[\W_]+")
_TRANSLATION = regex.compile(r"(?<![A-Za-z])[A-Za-z]{3}[A-Za-z ,.'/()&-]*")
_REMARK = regex.compile(r"(?<=\S)\s*\((?=[^()]*(?:指|含|包括|应提供|一般情况|参考))[^()]{2,}\)?\s*$")
_HAN = regex.compile(r"\p{Han}")


@attrs.frozen
class Numbering:
    """The number in front of a heading or label: level 1 for 一、, 2 for （一）, 3 for 1., 4 for (1)."""

    level: int
    number: int


def narrow(text: str) -> str:
    """Full-width ASCII and spaces as half-width ones; every character keeps its place.

    A text has few different ones, which are replaced one after the other in a fraction of the time that looking at
    every character takes.
    """
    for wide in set(_WIDE.findall(text)):
        text = text.replace(wide, _NARROW[wide])
    return text


def fold(text: str) -> str:
    """The key of a label: simplified and in common width, without leading number, spaces and punctuation.

    English beside Chinese is its translation and left out, and so are the reading behind a character and a remark in
    brackets on what is counted.  A text longer than any label has the empty key.
    """
    return _fold(text) if len(text) <= MAX_LABEL else ""


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
    normal = unglossed(unicodedata.normalize("NFKC", text)).translate(TO_SIMPLIFIED)
    if "(" in normal:
        normal = _REMARK.sub("", normal)
    numbered = _NUMBERING.match(normal)
    text = normal[numbered.end() :] if numbered else normal
    if _TRANSLATION.search(text) and _HAN.search(text):
        text = _TRANSLATION.sub("", text)
    key: str = _NOISE.sub("", text)
    return key


def may_be_numbered(text: str) -> bool:
    """Tell by its first character whether a text may begin with a number, as most that are Chinese do not."""
    first = text[:1]
    return first in _CHINESE or not "\u4e00" <= first <= "\u9fff"


def split_number(text: str) -> tuple[Numbering | None, str]:
    """Separate the leading number of a heading or label from the rest, spaces trimmed."""
    return _split_label(text) if len(text) <= MAX_LABEL else _split(text)


def _split(text: str) -> tuple[Numbering | None, str]:
    normal = unicodedata.normalize("NFKC", text)
    numbered = _NUMBERING.match(normal)
    if not numbered:
        return None, normal.strip()
    for level, name in enumerate(_LEVELS, 1):
        found = numbered[name]
        if found:
            number = int(found) if found.isascii() else small_numeral(found)
            return Numbering(level, number), normal[numbered.end() :].strip()
    raise AssertionError(text)


_split_label = lru_cache(maxsize=2048)(_split)


def small_numeral(text: str) -> int:
    """The value of a Chinese ordinal up to ninety-nine, such as 十二."""
    tens, ten, units = text.rpartition("十")
    if not ten:
        return _CHINESE.index(text[0]) + 1
    return 10 * (_CHINESE.index(tens[0]) + 1 if tens else 1) + (_CHINESE.index(units[0]) + 1 if units else 0)

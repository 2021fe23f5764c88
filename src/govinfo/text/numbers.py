"""From the text of a table cell to a number, or to the reason why there is none."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

import attrs
import regex

from govinfo.text.fold import narrow
from govinfo.text.numerals import chinese_number

MAX_DIGITS = 12
"""Longest accepted number; China has fewer than 10**12 of anything that a report counts."""

MAX_TEXT = 64
"""Longest text that is looked at as a number; longer ones are sentences."""

Manner = Literal[
    "width",
    "chinese",
    "separator",
    "space",
    "unit",
    "converted",
    "plus",
    "minus",
    "worded",
    "decimal",
    "marked",
    "pieces",
    "doubtful",
]
"""How a number deviates from plain digits.

``width``: full-width digits.  ``chinese``: a Chinese numeral.  ``separator``: thousands separators.
``space``: spaces between thousands.  ``unit``: a unit behind the number.  ``converted``: its unit is
not the form's and the number was converted.  ``plus``: a plus sign.  ``minus``: a minus sign where none
is due.  ``worded``: 增 or 减 in place of a sign, or words in place of no change.  ``decimal``: a whole number with a
 point.  ``marked``: with the mark of a footnote behind it.  ``pieces``: put together from several pieces of markup.
``doubtful``: not read, as it may belong to a neighbouring cell.
"""

PLACEHOLDERS = frozenset(
    [
        "/",
        "\\",
        "-",
        "--",
        "---",
        "—",
        "——",
        "–",
        "―",
        "─",
        "－",
        "_",
        "*",
        "×",
        "无",
        "空",
        "略",
        "N/A",
        "n/a",
        "NA",
        "…",
    ]
)
"""What is printed in place of a number."""

_COUNT_UNITS = "件次|人次|批次|件|条|个|次|项|份|宗|起|例|部|篇|批|笔|家|户"
_MONEY_UNITS = {
    "亿元": Decimal(10_000),
    "万元": Decimal(1),
    "万": Decimal(1),
    "千元": Decimal("0.1"),
    "元": Decimal("0.0001"),
}
_SIGN_WORDS = {"增加": 1, "增": 1, "减少": -1, "减": -1, "減少": -1, "減": -1}
_NO_CHANGE = frozenset(["未增未减", "不增不减", "无增减", "未增减", "无增无减", "无变化", "不变", "持平"])
"""Words below a header for changes that say there is none."""

_BLANK_NAME = "&nbsp;"
"""What a converter leaves that does not know the named characters of HTML."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NUMBER = regex.compile(
    rf"""(?:(?P<sign>[+\-\u2212\u2013])|(?P<word>{"|".join(_SIGN_WORDS)}))?\s?
    (?:(?P<whole>[0-9]+)|(?P<grouped>[0-9]{{1,3}}(?:,[0-9]{{3}})+)|(?P<spaced>[0-9]{{1,3}}(?:[ ][0-9]{{3}})+))
    (?P<fraction>\.[0-9]+)?
    \s*(?P<unit>{_COUNT_UNITS}|{"|".join(_MONEY_UNITS)})?""",
    regex.VERBOSE,
)
_OWN = "".join(
    (*sorted(PLACEHOLDERS), *_SIGN_WORDS, *sorted(_NO_CHANGE), _COUNT_UNITS, *_MONEY_UNITS, *map(chr, _INVISIBLE))
)
_NOTE_MARKS = "①②③④⑤⑥⑦⑧⑨⑩¹²³⁴⁵⁶⁷⁸⁹※注〔〕【】"
_CHARACTERS = regex.compile(
    rf"[\s\x20-\x7e\uff01-\uff5e\u2212\u2013零〇○一二两三四五六七八九十百千万{_NOTE_MARKS}{regex.escape(_OWN)}]*"
)
"""What a value is made of; the first word of a sentence has other characters."""

_DASHES = regex.compile(
    r"[-\u2013\u2014\u2015\u2500\uff0d_]{1,6}"
)  # each dash of —— becomes three with some converters
_GLUED = regex.compile(r"[0-9]{1,12}(?:\s+[0-9]{1,12})+")
_SPOILT = regex.compile(
    r"(?=[0-9OolISB]*[0-9]|[OolISB]$)[0-9OolISB]{1,12}\s?(?:[①-⑩¹²³⁴-⁹]|\*{1,3}|※|注[0-9]?|[\[(〔【]注?[0-9]{0,2}[\])〕】])?"
)
"""Digits with a letter among them that a program has misread, or with the mark of a footnote behind."""

_PAIR = regex.compile(r"[+\-]?[0-9]{1,6}\s?/\s?[+\-]?[0-9]{1,6}")
"""Two numbers in one cell, as below a header that names two, such as 增/减."""

_MARKED = regex.compile(r"(?P<number>.*[0-9])\s?(?:[①-⑩]|\*{1,3}|※|注[0-9]{0,2}|\[注?[0-9]{1,2}\]|〔注?[0-9]{1,2}〕)")
"""A number with the mark of a footnote that cannot be part of it; (1) may be a part of what is counted, ² a power."""

_WRITTEN = regex.compile(rf"(?P<numeral>[零〇○一二两三四五六七八九十百千万]+)(?P<unit>{_COUNT_UNITS})?")


class Reading(NamedTuple):
    """A cell as read.

    Attributes:
        value: the number, or None.
        status: ``"reported"``, ``"blank"``, ``"placeholder"`` or ``"unreadable"``.
        manners: how the text deviates from plain digits.
    """

    value: int | Decimal | None
    status: Literal["reported", "blank", "placeholder", "unreadable"]
    manners: tuple[Manner, ...] = ()


_BLANK = Reading(None, "blank")
_PLACEHOLDER = Reading(None, "placeholder")
_UNREADABLE = Reading(None, "unreadable")


def read_count(text: str, *, signed: bool = False) -> Reading:
    """Read a whole number; a minus sign is kept, a plus sign noted unless `signed`; 增 and 减 are signs if `signed`.

    Digits with a zero in front are no number: they are the numbers of several cells glued together, or a code.
    """
    if text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS and (text[0] != "0" or text == "0"):
        return Reading(int(text), "reported")
    number = _parse(text)
    if not isinstance(number, _Number):
        return number
    if number.padded:
        return _UNREADABLE
    manners = list(number.manners)
    if number.unit in _MONEY_UNITS or number.value != number.value.to_integral_value():
        return _UNREADABLE
    if number.worded and not signed:
        return _UNREADABLE
    if number.fraction:
        manners.append("decimal")
    if number.plus and not signed:
        manners.append("plus")
    if number.value < 0 and not signed:
        manners.append("minus")
    return Reading(int(number.value), "reported", tuple(manners))


def read_money(text: str, *, ten_thousand: bool) -> Reading:
    """Read an amount of money.

    Args:
        text: the cell.
        ten_thousand: True where the form counts in 万元; an amount with another unit behind it is
            then converted.  Otherwise the number is kept as it is printed.
    """
    number = _parse(text)
    if not isinstance(number, _Number):
        return number
    if number.padded or number.worded:
        return _UNREADABLE
    manners = list(number.manners)
    value = number.value
    if number.unit and number.unit not in _MONEY_UNITS:
        return _UNREADABLE
    if number.unit and ten_thousand and _MONEY_UNITS[number.unit] != 1:
        value = (value * _MONEY_UNITS[number.unit]).normalize()
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
        manners = ["converted" if manner == "unit" else manner for manner in manners]
    if number.plus:
        manners.append("plus")
    return Reading(value, "reported", tuple(manners))


def is_blank(text: str) -> bool:
    """Tell whether nothing is to be seen of a text, the name of a blank that a converter left behind included."""
    return not text.replace(_BLANK_NAME, "").translate(_INVISIBLE).strip()


@lru_cache(maxsize=4096)
def is_value(text: str) -> bool:
    """Tell whether a text can stand in a number cell: a number, however spoilt, several, or a placeholder; no word."""
    if len(text) > MAX_TEXT or not _CHARACTERS.fullmatch(text):
        return False
    return (text.isascii() and text.isdigit()) or _is_number(text) or is_glued(text)


def _is_number(text: str) -> bool:
    """Tell whether a text is a number or a placeholder, or was a number before it was spoilt."""
    found = _parse(text)
    if found != _UNREADABLE:
        return found != _BLANK
    plain = narrow(text.strip())
    return _SPOILT.fullmatch(plain) is not None or _PAIR.fullmatch(plain) is not None


def is_glued(text: str) -> bool:
    """Tell whether a text is nothing but groups of digits with blanks between: several numbers, or a torn one."""
    return _GLUED.fullmatch(narrow(text)) is not None


@attrs.frozen
class _Number:
    value: Decimal
    plus: bool
    fraction: bool
    unit: str
    manners: tuple[Manner, ...]
    padded: bool = False
    worded: bool = False


def _parse(text: str) -> _Number | Reading:
    if len(text) > MAX_TEXT:
        return _BLANK if text.isspace() else _UNREADABLE
    visible = text.replace(_BLANK_NAME, " ").translate(_INVISIBLE).strip()
    if not visible:
        return _BLANK
    if visible in PLACEHOLDERS or _DASHES.fullmatch(visible):
        return _PLACEHOLDER
    plain = narrow(visible)
    marked = _MARKED.fullmatch(plain)
    match = _NUMBER.fullmatch(marked["number"] if marked else plain)
    if not match:
        return _written_out(plain)
    digits = match["whole"] or (match["grouped"] or match["spaced"]).translate({44: None, 32: None})
    if len(digits) > MAX_DIGITS or len(match["fraction"] or "") > MAX_DIGITS:
        return _UNREADABLE
    manners: list[Manner] = []
    if plain != visible and not visible.isascii():
        manners.append("width")
    manners += ["separator"] if match["grouped"] else []
    manners += ["space"] if match["spaced"] else []
    manners += ["unit"] if match["unit"] else []
    manners += ["worded"] if match["word"] else []
    manners += ["marked"] if marked else []
    sign = match["sign"] or ""
    value = Decimal(digits + (match["fraction"] or ""))
    return _Number(
        -value if (sign and sign != "+") or _SIGN_WORDS.get(match["word"], 1) < 0 else value,
        sign == "+",
        bool(match["fraction"]),
        match["unit"] or "",
        tuple(manners),
        padded=len(digits) > 1 and digits[0] == "0",
        worded=bool(match["word"]),
    )


def _written_out(text: str) -> _Number | Reading:
    if text in _NO_CHANGE:
        return _Number(Decimal(0), plus=False, fraction=False, unit="", manners=("worded",), worded=True)
    match = _WRITTEN.fullmatch(text)
    value = chinese_number(match["numeral"]) if match else None
    if match is None or value is None or value >= 10**MAX_DIGITS:
        return _UNREADABLE
    unit = match["unit"] or ""
    return _Number(
        Decimal(value), plus=False, fraction=False, unit=unit, manners=("chinese", "unit") if unit else ("chinese",)
    )

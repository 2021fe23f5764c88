"""Contact details in the preamble."""

from __future__ import annotations

import regex

from govinfo.report import Contact
from govinfo.text.fold import narrow
from govinfo.text.script import SIMPLIFIED, TO_SIMPLIFIED, unglossed

_END = r"(?=[;,。)\s]|$)"
_UNITS = (
    regex.compile(r"(?:请与|向|与)(?P<value>[\p{Han}（）]{3,40}?)(?=联系|反映|咨询)"),
    regex.compile(r"请联系:?\s*(?P<value>[\p{Han}（）]{3,40}?)(?=联系|反映|咨询|[(,;。])"),
    regex.compile(r"(?:请与|向|与)(?P<value>[\p{Han}（）]{3,40}?)(?=\()"),
)
"""How the office to turn to is named, the surest manner first."""

_PARTS = {
    "address": regex.compile(
        r"(?<!\p{Han})(?:联系|通讯|通信|办公|单位)?地\s*址[:是为]\s*(?P<value>[^;,。()\n]{3,60}?)(?=邮\s*编|邮政编码|联系电话|电\s*话|[;,。)\n]|\s|$)"
    ),
    "postcode": regex.compile(r"(?:邮\s*编|邮政编码)[:是为]?\s*(?P<value>\d{6})(?!\d)"),
    "phone": regex.compile(r"(?:联系|咨询|办公)?电\s*话[:是为]?\s*(?P<value>[+\d(][\d()\-— ]{5,20}\d)"),
    "fax": regex.compile(r"传\s*真[:是为]?\s*(?P<value>[+\d(][\d()\-— ]{5,20}\d)"),
    "email": regex.compile(r"(?P<value>[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4})"),
}
_MARKS = {"address": "址", "postcode": "编", "phone": "话", "fax": "真", "email": "@"}
"""A character without which a text cannot hold the part."""

_TRADITIONAL_MARKS = [old for old, simple in SIMPLIFIED.items() if simple in _MARKS.values()]
_MARK = regex.compile(f"[＠{''.join([*_MARKS.values(), *_TRADITIONAL_MARKS])}]")
"""One of these characters as it may be printed."""


def find_contact(text: str) -> Contact | None:
    """Find the contact details that a text gives; None where it gives none."""
    if not _MARK.search(text):
        return None
    printed = unglossed(narrow(text))
    plain = printed.translate(TO_SIMPLIFIED)
    values = {part: _value(pattern, plain, printed) for part, pattern in _PARTS.items() if _MARKS[part] in plain}
    if not any(values.values()):
        return None
    units = (_value(pattern, plain, printed) for pattern in _UNITS)
    return Contact(unit=next(filter(None, units), None), **values)


def _value(pattern: regex.Pattern[str], text: str, printed: str) -> str | None:
    """What a pattern finds in a text, as it is printed in traditional or simplified characters."""
    match = pattern.search(text)
    return printed[match.start("value") : match.end("value")].strip() if match else None

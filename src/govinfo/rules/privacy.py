"""P01 and P02: mobile numbers and identity numbers in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

import attrs

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.source import Source

MOBILE = re.compile(
    r"(?<![0-9A-Za-z._=%])(?<![A-Za-z]/)(?<![0-9][\-—－])(?:\+?86[- ]?)?(1[3-9][0-9][ \-]?[0-9]{4}[ \-]?[0-9]{4})"
    r"(?![0-9A-Za-z%]|\.[0-9A-Za-z]|[\-—－][0-9]|/[A-Za-z]|\s*[万余多元次条件人个份])"
)
IDENTITY = re.compile(r"(?<![0-9A-Za-z])([1-8][0-9]{16}[0-9Xx])(?![0-9A-Za-z]|[/\-][0-9])")

LONG_NUMBER = re.compile(r"[0-9０-９][\d \-]{9}")
"""What every such number has; most texts have none."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

PROVINCES = frozenset(
    {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 81, 82, 83}
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
"""Weights and check characters of GB 11643."""

OLDEST = dt.date(1900, 1, 1)


@rule("P01")
def mobile_numbers(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A report gives no mobile number."""
    yield from _exposed("P01", report, _mobiles, lambda number: f"{number[:3]}****{number[-4:]}")


@rule("P02")
def identity_numbers(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A report gives no identity number."""
    yield from _exposed("P02", report, _identities, lambda number: f"{number[:3]}{'*' * 13}{number[-2:]}")


def is_identity_number(text: str) -> bool:
    """Tell whether 18 characters are an identity number: region, day of birth and check character hold."""
    if IDENTITY.fullmatch(text) is None or int(text[:2]) not in PROVINCES:
        return False
    try:
        born = dt.date.fromisoformat(f"{text[6:10]}-{text[10:12]}-{text[12:14]}")
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False))
    return born >= OLDEST and CHECKS[total % 11] == text[-1].upper()


def _exposed(
    rule_id: str, report: Report, search: Callable[[str], Iterator[str]], mask: Callable[[str], str]
) -> Iterator[Finding | NotAssessable]:
    if not report.narrative.strip():
        yield not_assessable(rule_id, "没有读出正文", "no text was read")
    seen: set[str] = set()
    for text, source in _passages(report):
        for number in search(text.translate(FULL_WIDTH)) if LONG_NUMBER.search(text) else ():
            if number not in seen:
                seen.add(number)
                yield spec(rule_id).finding(source=source, masked=mask(number))


def _passages(report: Report) -> Iterator[tuple[str, Source | None]]:
    if report.contact is not None:
        parts = attrs.astuple(report.contact, recurse=False)
        yield from ((part, report.sources.get("contact")) for part in parts if part)
    if not LONG_NUMBER.search(report.narrative):
        return
    yield report.preamble, report.sources.get("preamble")
    for section in report.sections:
        yield from section.paragraphs()


def _mobiles(text: str) -> Iterator[str]:
    return (re.sub(r"[ \-]", "", match[1]) for match in MOBILE.finditer(text))


def _identities(text: str) -> Iterator[str]:
    return (match[1] for match in IDENTITY.finditer(text) if is_identity_number(match[1]))

"""P01, P02 and P05: numbers of mobile telephones, of persons and of bank cards in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Contact, Report
from govinfo.rules.per_report import per_report
from govinfo.source import Source

MOBILE = re.compile(
    r"(?<![0-9A-Za-z._=%])(?<![A-Za-z]/)(?<![0-9][\-—－])(?:\+?86[- ]?)?(1[3-9][0-9][ \-]?[0-9]{4}[ \-]?[0-9]{4})"
    r"(?![0-9A-Za-z%]|\.[0-9A-Za-z]|[\-—－][0-9]|/[A-Za-z]|\s*[万余多元次条件人个份])"
)
IDENTITY = re.compile(r"(?<![0-9A-Za-z])([1-8][0-9]{16}[0-9Xx])(?![0-9A-Za-z]|[/\-][0-9])")

CARD = re.compile(
    r"(?<![0-9A-Za-z.])(?<![0-9A-Za-z][ /\-])([3-6][0-9]{15,18}|[3-6][0-9]{3}(?:[ \-][0-9]{4}){3}(?:[ \-][0-9]{1,3})?)"
    r"(?![0-9A-Za-z]|[ ./\-][0-9])"
)
"""A payment card of ISO/IEC 7812-1: the first digit of the issuers that are banks, 16 to 19 digits in all."""

CARD_WORDS = re.compile(r"(?:银行|储蓄|信用|工资|社保|借记)[卡帐账]|卡号|(?:个人)?[账帐][号户]|开户行?")
OFFICE_ACCOUNT = re.compile(r"专户|国库|对公|单位[账帐]户|基本户|财政局|非税")
CARD_REACH = 40
"""How many characters before a number may tell that it is a card or an account of the office."""

NUMBER = re.compile(r"[1１][3-9３-９][0-9０-９ -]{9}|[1-8１-８][0-9０-９ -]{15}")
"""What such numbers have, in whatever width; most texts have none."""

THIRDS = re.compile(3 * "[0-9０-９ -]" + "+")
"""What is left of such a number in every third character of a text; those that match are few."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

PROVINCES = frozenset(
    {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 81, 82, 83}
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
"""Weights and check characters of GB 11643."""

OLDEST = dt.date(1900, 1, 1)

Passage = tuple[str, Source | None]
"""A text and its place."""

Passages = tuple[Passage, ...]


def with_long_numbers(report: Report) -> bool:
    """Whether the text or the contact details have numbers as long as those of persons, or there is no text at all."""
    return bool(_passages(report)) or not report.narrative.strip()


@rule("P01", concerns=with_long_numbers)
def mobile_numbers(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A report gives no mobile number."""
    yield from _exposed("P01", report, _mobiles, mask_mobile)


@rule("P02", concerns=with_long_numbers)
def identity_numbers(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A report gives no identity number."""
    yield from _exposed("P02", report, _identities, lambda number: f"{number[:3]}{'*' * 13}{number[-2:]}")


@rule("P05", concerns=with_long_numbers)
def card_numbers(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """A report gives no number of a bank card."""
    yield from _exposed("P05", report, _cards, lambda number: f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}")


def mask_mobile(number: str) -> str:
    """A mobile number with its middle hidden."""
    digits = re.sub(r"[ \-]", "", number)
    return f"{digits[:3]}****{digits[-4:]}"


def is_card_number(text: str) -> bool:
    """Tell whether 16 to 19 digits have the check digit of a payment card (ISO/IEC 7812-1, Luhn)."""
    if CARD.fullmatch(text) is None:
        return False
    digits = [int(digit) for digit in reversed(text) if digit.isdigit()]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0


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
        for number in search(text):
            if number not in seen:
                seen.add(number)
                yield spec(rule_id).finding(source=source, masked=mask(number))


@per_report
def _passages(report: Report) -> Passages:
    """Where such numbers may stand in the contact details and in the text."""
    contact = report.contact or Contact()
    parts = (contact.unit, contact.address, contact.postcode, contact.phone, contact.fax, contact.email)
    if not may_be_numbered("\n".join([report.narrative, *filter(None, parts)])):
        return ()
    given = tuple((part, report.sources.get("contact")) for part in parts if part)
    return (*numbered(given), *numbered_text(report, ((report.preamble, report.sources.get("preamble")),)))


def numbered_text(report: Report, preamble: Passages) -> Passages:
    """The paragraphs in which such numbers may stand, with half-width digits.

    Args:
        report: the report.
        preamble: the text before its first section, in one piece or several.
    """
    if not _is_numbered(report):
        return ()
    return numbered((*preamble, *(paragraph for section in report.sections for paragraph in section.paragraphs())))


@per_report
def _is_numbered(report: Report) -> bool:
    return may_be_numbered(report.narrative)


def may_be_numbered(text: str) -> bool:
    """Tell quickly whether such a number can be in a text."""
    thirds = THIRDS.finditer(text[::3])
    return any(NUMBER.search(text, max(3 * run.start() - 2, 0), 3 * run.end()) for run in thirds)


def numbered(passages: Passages) -> Passages:
    """Those of some texts in which such numbers may stand, with half-width digits."""
    if not may_be_numbered("\n".join([text for text, _ in passages])):
        return ()
    return tuple((text.translate(FULL_WIDTH), source) for text, source in passages if may_be_numbered(text))


def _mobiles(text: str) -> Iterator[str]:
    return (re.sub(r"[ \-]", "", match[1]) for match in MOBILE.finditer(text))


def _cards(text: str) -> Iterator[str]:
    for match in CARD.finditer(text):
        before = text[max(0, match.start() - CARD_REACH) : match.start()]
        of_a_person = CARD_WORDS.search(before) and not OFFICE_ACCOUNT.search(before)
        if of_a_person and is_card_number(match[1]) and not is_identity_number(match[1]):
            yield re.sub(r"[ \-]", "", match[1])


def _identities(text: str) -> Iterator[str]:
    return (match[1] for match in IDENTITY.finditer(text) if is_identity_number(match[1]))

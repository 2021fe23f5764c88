"""V07: a fee in yuan where the form asks for ten thousand yuan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govinfo.contracts import rule
from govinfo.findings import Finding, NotAssessable, not_assessable, spec
from govinfo.forms import Form
from govinfo.report import Report
from govinfo.rules.bodies import body
from govinfo.rules.operands import operands
from govinfo.text.sentences import SENTENCE

FEE = "proactive.fees.amount"
TEN_THOUSAND = 10_000

SUBJECT = "事业性收费"
AMOUNT = re.compile(r"(?<![\d.])(\d[\d,，]*(?:\.\d+)?)\s*(万|亿)?元")
SCALE = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}

SMALL_LIMIT = Decimal(10_000)
CITY_LIMIT = Decimal(100_000)
LARGE_LIMIT = Decimal(1_000_000)
NO_LIMIT = Decimal(100_000_000)
"""A province collects up to some thousand million yuan of fees, a ministry that issues patents or passports too."""


@rule("V07")
def fee_in_yuan(report: Report, _form: Form) -> Iterator[Finding | NotAssessable]:
    """The text tells the unit; without it, only an impossible amount does."""
    values = operands("V07", report, [FEE])
    if isinstance(values, NotAssessable):
        yield values
        return
    if values[0] <= 0:
        return
    printed = Decimal(values[0])
    told = set(_told(report))
    if printed * TEN_THOUSAND in told:
        return
    if printed not in told:
        if report.agency is None:
            yield not_assessable("V07", "不知道机关名称", "the name of the agency is not known", (FEE,))
            return
        if printed < _limit(report.agency):
            return
    yield spec("V07").finding(
        cells=(FEE,),
        source=report.source_of(FEE),
        amount=f"{printed:f}",
        converted=f"{(printed / TEN_THOUSAND).normalize():f}",
    )


def _told(report: Report) -> Iterator[Decimal]:
    """Yield the amounts, in yuan, that the text tells of administrative fees."""
    for section in report.sections:
        for sentence in SENTENCE.findall(section.text):
            for digits, scale in AMOUNT.findall(sentence) if SUBJECT in sentence else ():
                yield Decimal(re.sub("[,，]", "", digits)) * SCALE[scale]


def _limit(agency: str) -> Decimal:
    """An amount in ten thousand yuan that a body of this kind does not collect in a year."""
    found = body(agency)
    if found.level == "town" or (found.level == "county" and not found.government):
        return SMALL_LIMIT
    if found.level in {"province", "central"}:
        return NO_LIMIT
    return CITY_LIMIT if found.level == "city" and not found.government else LARGE_LIMIT

import datetime as dt

import pytest

from govinfo.forms import official_form
from govinfo.report import Contact, SignOff
from govinfo.rules.details import contact, sign_off
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
DAY = dt.date(2025, 1, 20)


def outcome(rule, **changes):
    return list(rule.check(sample_report(**changes), FORM))


@pytest.mark.parametrize(
    ("signed", "missing"),
    [
        (None, "body and date"),
        (SignOff(None, None, None), "body and date"),
        (SignOff("青川市林业局", None, None), "date"),
        (SignOff(None, DAY, None), "body"),
    ],
)
def test_incomplete_sign_off(signed, missing):
    (finding,) = outcome(sign_off, signed=signed)
    assert (finding.rule, finding.severity, finding.basis) == ("M13", "info", ("G",))
    assert finding.message("en").endswith(f": {missing}")


def test_complete_sign_off():
    assert outcome(sign_off, signed=SignOff("青川市林业局", DAY, None)) == []


@pytest.mark.parametrize("given", [None, Contact(), Contact(unit="办公室", postcode="000000")])
def test_no_contact(given):
    (finding,) = outcome(contact, contact=given)
    assert (finding.rule, finding.severity, finding.basis) == ("M16", "info", ("G",))


@pytest.mark.parametrize("given", [Contact(address="甲路1号"), Contact(email="a@example.org"), Contact(fax="0000-1")])
def test_contact(given):
    assert outcome(contact, contact=given) == []

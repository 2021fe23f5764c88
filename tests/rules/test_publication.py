import datetime as dt

import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import Period, SignOff
from govinfo.rules.publication import after_the_period, date_is_there, sign_off_and_page, year_of_publication
from govinfo.source import Source
from govinfo.testing.samples import sample_report

FORM = official_form("2021")


def outcome(rule, **changes):
    return list(rule.check(sample_report(**changes), FORM))


def signed(year, month, day):
    return SignOff("青川市林业局", dt.date(year, month, day), Source(99))


@pytest.mark.parametrize("published", [dt.date(2026, 1, 20), dt.date(2024, 12, 25)])
def test_other_year_of_publication(published):
    (finding,) = outcome(year_of_publication, published=published)
    assert (finding.rule, finding.severity) == ("M05", "warning")


def test_following_year():
    assert outcome(year_of_publication, published=dt.date(2025, 12, 1)) == []


@pytest.mark.parametrize("changes", [{"published": None}, {"year": None}])
def test_year_of_publication_needs_both(changes):
    assert isinstance(outcome(year_of_publication, **changes)[0], NotAssessable)


@pytest.mark.parametrize("changes", [{}, {"period": None}])
def test_too_early(changes):
    (finding,) = outcome(after_the_period, published=dt.date(2024, 12, 25), **changes)
    assert (finding.rule, finding.severity) == ("M06", "warning")


def test_after_the_period():
    assert outcome(after_the_period) == []
    early_end = Period(dt.date(2024, 1, 1), dt.date(2024, 12, 20), "")
    assert outcome(after_the_period, published=dt.date(2024, 12, 25), period=early_end) == []


def test_a_misprinted_year_of_the_period_is_no_early_publication():
    misprinted = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31), "")
    assert outcome(after_the_period, period=misprinted) == []


@pytest.mark.parametrize("changes", [{"published": None}, {"year": None, "period": None}])
def test_too_early_needs_both(changes):
    assert isinstance(outcome(after_the_period, **changes)[0], NotAssessable)


@pytest.mark.parametrize(("sign_off", "days"), [(signed(2025, 1, 22), "2"), (signed(2024, 12, 1), "50")])
def test_dates_differ(sign_off, days):
    (finding,) = outcome(sign_off_and_page, signed=sign_off)
    assert (finding.rule, finding.severity) == ("M09", "info")
    assert f"{days}天" in finding.message("zh")


def test_published_soon_after_the_sign_off():
    assert outcome(sign_off_and_page, signed=signed(2025, 1, 10)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"signed": None},
        {"signed": SignOff("青川市林业局", None, None)},
        {"signed": signed(2025, 1, 20), "published": None},
        {"signed": signed(2025, 1, 20), "sources": {"published": Source(99)}},
    ],
)
def test_two_dates_are_needed(changes):
    assert isinstance(outcome(sign_off_and_page, **changes)[0], NotAssessable)


def test_date_of_publication():
    (finding,) = outcome(date_is_there, published=None)
    assert (finding.rule, finding.severity) == ("M17", "info")
    assert outcome(date_is_there) == []

import datetime as dt

import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import Period
from govinfo.rules.periods import calendar_year, year_of_period
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
JANUARY, DECEMBER = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


def outcome(rule, **changes):
    return list(rule.check(sample_report(**changes), FORM))


def test_other_year():
    period = Period(dt.date(2023, 1, 1), dt.date(2023, 12, 31), "2023年1月1日至2023年12月31日")
    (finding,) = outcome(year_of_period, period=period)
    assert (finding.rule, finding.severity) == ("M03", "error")
    assert "2024" in finding.message("en")
    assert "2023" in finding.message("en")


@pytest.mark.parametrize(
    "period",
    [
        Period(JANUARY, DECEMBER, ""),
        Period(None, DECEMBER, ""),
        Period(dt.date(2023, 12, 21), dt.date(2024, 12, 20), ""),
    ],
)
def test_same_year(period):
    assert outcome(year_of_period, period=period) == []


@pytest.mark.parametrize("changes", [{"period": None}, {"title": None}, {"title": "青川市林业局政府信息公开年报"}])
def test_years_need_both(changes):
    assert isinstance(outcome(year_of_period, **changes)[0], NotAssessable)


def test_no_period():
    (finding,) = outcome(calendar_year, period=None)
    assert (finding.rule, finding.severity, finding.basis) == ("M04", "info", ("G",))


@pytest.mark.parametrize(
    "period",
    [
        Period(JANUARY, dt.date(2024, 12, 20), "自年初至12月20日"),
        Period(None, dt.date(2024, 12, 20), "截至12月20日"),
        Period(dt.date(2023, 1, 1), DECEMBER, "两年"),
    ],
)
def test_not_a_calendar_year(period):
    (finding,) = outcome(calendar_year, period=period)
    assert (finding.rule, finding.severity) == ("M04", "warning")
    assert period.text in finding.message("zh")


def test_calendar_year():
    assert outcome(calendar_year, period=Period(JANUARY, DECEMBER, "")) == []


def test_half_a_period_is_not_assessable():
    assert isinstance(outcome(calendar_year, period=Period(None, DECEMBER, ""))[0], NotAssessable)

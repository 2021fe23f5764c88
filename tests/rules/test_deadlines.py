import datetime as dt

import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import SignOff
from govinfo.rules.deadlines import deadlines
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
FEBRUARY, APRIL = dt.date(2025, 2, 8), dt.date(2025, 4, 3)


def outcome(**changes):
    return list(deadlines.check(sample_report(**changes), FORM))


def test_late_department():
    (finding,) = outcome(published=FEBRUARY)
    assert (finding.rule, finding.severity, finding.basis) == ("M07", "warning", ("R49",))
    assert finding.message("zh") == "部门年报2025-02-08发布，晚于1月31日"


@pytest.mark.parametrize("agency", ["柳川镇人民政府", "红旗街道办事处"])
def test_late_town_rests_on_local_practice(agency):
    (finding,) = outcome(published=FEBRUARY, agency=agency)
    assert (finding.rule, finding.severity, finding.basis) == ("M07", "warning", ("G",))
    assert "地方通行做法" in finding.message("zh")
    assert "local practice" in finding.message("en")


def test_late_government():
    (finding,) = outcome(published=APRIL, agency="青川市人民政府")
    assert (finding.rule, finding.severity) == ("M08", "warning")


@pytest.mark.parametrize(
    ("agency", "published"),
    [
        ("青川市林业局", dt.date(2025, 1, 31)),
        ("柳川镇人民政府", dt.date(2025, 1, 23)),
        ("青川市人民政府", dt.date(2025, 3, 31)),
        ("青川市人民政府办公室", FEBRUARY),
        ("柳川高新区管理委员会", dt.date(2025, 1, 31)),
    ],
)
def test_in_time(agency, published):
    assert outcome(agency=agency, published=published) == []


def test_the_name_in_the_title_serves_as_well():
    assert [found.rule for found in outcome(agency=None, published=FEBRUARY)] == ["M07"]


def test_signed_in_time():
    (finding,) = outcome(published=FEBRUARY, signed=SignOff("青川市林业局", dt.date(2025, 1, 26), None))
    assert (finding.rule, finding.severity) == ("M07", "info")


def test_the_date_of_a_moved_page_is_left_to_another_rule():
    assert outcome(published=dt.date(2027, 6, 1)) == []


@pytest.mark.parametrize("changes", [{"published": None}, {"year": None}])
def test_without_dates(changes):
    found = outcome(**changes)
    assert [item.rule for item in found] == ["M07", "M08"]
    assert all(isinstance(item, NotAssessable) for item in found)


def test_unknown_kind_of_body():
    (found,) = outcome(published=FEBRUARY, agency="柳川高新区管理委员会")
    assert isinstance(found, NotAssessable)
    assert found.rule == "M07"

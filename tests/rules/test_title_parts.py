import pytest

from govinfo.rules.title_parts import reporting_body, title_parts
from govinfo.testing.samples import sample_report

NAME = "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        (f"青川市林业局2024年{NAME}", "青川市林业局", 2024),
        (f"青川市林业局２０２４年度 {NAME}", "青川市林业局", 2024),
        (f"2024年度青川市林业局{NAME}", "青川市林业局", 2024),
        (f"青川市林业局（本级）2024年{NAME}", "青川市林业局", 2024),
        (f"青川市林业局关于2024年度{NAME}", "青川市林业局", 2024),
        ("关于青川市林业局2024年度政府信息公开工作的报告", "青川市林业局", 2024),
        (f"青川市林业局二〇二四年{NAME}", "青川市林业局", 2024),
        (f"青川市林业局{NAME}（2024年度）", "青川市林业局", 2024),
        (f"2024年{NAME}（青川市林业局）", "青川市林业局", 2024),
        (f"青川市林业局{NAME}（2025年1月20日）", "青川市林业局", None),
        (f"青川市政务公开办公室2024年{NAME}", "青川市政务公开办公室", 2024),
        (f"2024年{NAME}", "", 2024),
        (f"青川市林业局{NAME}", "青川市林业局", None),
    ],
)
def test_agency_and_year(title, agency, year):
    parts = title_parts(title)
    assert (parts.agency, parts.year) == (agency, year)


def test_wording():
    assert title_parts("青川市林业局2024年政务公开工作年报").wording == "政务公开工作年报"
    assert title_parts("青川市林业局").wording == ""


def test_reporting_body():
    assert reporting_body(sample_report(agency="甲县教育局")) == "甲县教育局"
    assert reporting_body(sample_report(agency=None)) == "青川市林业局"
    assert reporting_body(sample_report(agency=None, title=None)) is None

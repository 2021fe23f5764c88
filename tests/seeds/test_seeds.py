"""The five real reports beside the project: cells, places, metadata, and the findings that they must give."""

import os
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import govinfo
from govinfo.forms import official_form
from govinfo.testing.layouts import web_page

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

if not SEEDS.is_dir():
    if os.environ.get("CI"):
        pytest.fail(f"CI needs the real reports beside the checkout, in {SEEDS.name}", pytrace=False)
    pytest.skip("the real reports are not part of the repository and are not beside it", allow_module_level=True)

T3 = "applications."
DINGXI = "定西市应急管理局"

# Read from the reports by eye; every cell that is not named is zero.
TRUTH = {
    "000": {
        "form": "2021",
        "agency": "临淄区应急管理局",
        "year": 2024,
        "title": "临淄区应急管理2024年政府信息公开工作年度报告",
        "published": "2025-01-20",
        "cells": {
            "proactive.licensing.decisions": 372,
            "proactive.penalties.decisions": 117,
            **{
                T3 + row + column: 2
                for row in ("new", "results.unavailable.not_held", "results.total")
                for column in (".natural_person", ".total")
            },
        },
        "must": "M01 M10 M13 S24 F02",
        "traps": "S11 M07 P01 V13 A01 A02 A03 N01 N03 N06 N13 N17 N18 N20 N23 N25",
    },
    "001": {
        "form": "2019",
        "agency": DINGXI,
        "year": 2020,
        "title": DINGXI + "2020年政府信息公开工作年度报告",
        "published": "2021-02-08",
        "cells": {
            "proactive.licensing.items_last_year": 103,
            "proactive.licensing.items_change": 26,
            "proactive.licensing.decisions": 129,
            "proactive.other_services.items_last_year": 37,
            "proactive.other_services.items_change": 25,
            "proactive.other_services.decisions": 62,
            "proactive.penalties.items_last_year": 3,
            "proactive.penalties.items_change": 4,
            "proactive.penalties.decisions": 7,
            "review.reconsideration.upheld": 1,
            "review.reconsideration.total": 1,
            "review.litigation_after_reconsideration.pending": 1,
            "review.litigation_after_reconsideration.total": 1,
        },
        "must": "M07 A09 A09 A09 S12 S12 S21 M04 M13 M16 N14 N26",
        "traps": "F01 V04 A10 S08 P01 S24 N01 N07 N23 N25",
    },
    "002": {
        "form": "2021",
        "agency": "区应急管理局",
        "year": 2023,
        "title": "区应急管理局2023年政务公开工作年度报告",
        "published": None,
        "cells": {
            "proactive.licensing.decisions": 84,
            "proactive.penalties.decisions": 49,
            **{
                T3 + row + column: number
                for row, number in {
                    "new": 4,
                    "results.refused.third_party_rights": 1,
                    "results.refused.enforcement_file": 1,
                    "results.unavailable.not_held": 2,
                    "results.total": 4,
                }.items()
                for column in (".natural_person", ".total")
            },
        },
        "must": "M12 M01 M17 M04 M13 M16 S13 S18 S18 F01 S21 S25 N01",
        "traps": "A01 A02 A03 A04 A05 A06 S10 S26 N06 N17 N18 N23",
        "errors": ["N01"],
    },
    "003": {
        "form": "2021",
        "agency": "中埠镇人民政府",
        "year": 2024,
        "title": "中埠镇人民政府2024年政府信息公开工作年度报告",
        "published": "2025-01-23",
        "cells": {},
        "must": "M11 S12 S11 S11 S11 S11 M10 S04 M13 F02",
        "traps": "V13 F01 S24 M07 S09 N07 N20 N24 N25",
    },
    "004": {
        "form": "2021",
        "agency": "天津市南开区应急管理局",
        "year": 2024,
        "title": "南开区应急管理局2024年度政府信息公开工作报告",
        "published": "2025-01-17",
        "cells": {
            "proactive.penalties.decisions": 51,
            **{
                T3 + row + column: 2
                for row in ("new", "results.unavailable.not_held", "results.total")
                for column in (".natural_person", ".total")
            },
        },
        "must": "M12 S18 S24 M04 M16 S25",
        "traps": "F01 F02 M10 V04 V16 N01 N03 N13 N18 N20 N25",
    },
}


def seed(name):
    (path,) = SEEDS.glob(f"{name}_*.txt")
    return path


@pytest.fixture(params=sorted(TRUTH))
def case(request):
    return TRUTH[request.param], seed(request.param)


def expected_cells(truth):
    form = official_form(truth["form"])
    return {cell.id: Decimal(truth["cells"].get(cell.id, 0)) for cell in form.cells}


def test_every_cell_is_right(case):
    truth, path = case
    report = govinfo.parse(path)
    assert report.form == truth["form"]
    assert {cell.id: cell.value for cell in report.cells()} == expected_cells(truth)


def test_every_cell_stands_where_its_source_says(case):
    _, path = case
    lines = path.read_text("utf-8").split("\n")
    for cell in govinfo.parse(path).cells():
        assert lines[cell.source.line - 1][cell.source.column - 1 : cell.source.end_column - 1] == cell.raw


def test_metadata(case):
    truth, path = case
    report = govinfo.parse(path)
    published = report.published.isoformat() if report.published else None
    found = {"agency": report.agency, "year": report.year, "title": report.title, "published": published}
    assert found == {key: truth[key] for key in found}


def test_all_findings_that_must_fire_do_and_no_trap(case):
    truth, path = case
    findings = govinfo.check(govinfo.parse(path), select=["ALL"])
    found = Counter(finding.rule for finding in findings)
    assert not Counter(truth["must"].split()) - found
    assert not set(truth["traps"].split()) & set(found)
    assert [finding.rule for finding in findings if finding.severity == "error"] == truth.get("errors", [])


def test_the_contradiction_of_002_names_the_cell():
    (found,) = [finding for finding in govinfo.check(govinfo.parse(seed("002"))) if finding.severity == "error"]
    assert (found.rule, found.cells, found.equation) == ("N01", ("applications.new.total",), "正文3 ≠ 表三4")


def test_as_a_published_page_it_has_the_same_cells(case):
    truth, path = case
    page = web_page(govinfo.parse(path))
    again = govinfo.parse(page)
    assert again.form == truth["form"]
    assert {cell.id: cell.value for cell in again.cells()} == expected_cells(truth)


def test_each_damaged_label_of_003_has_its_diagnostic():
    report = govinfo.parse(seed("003"))
    printed = " ".join(finding.message("zh") for finding in report.diagnostics)
    for label in ("2.就法制亍政收禁止公开", "1.申请人无正当理由逾期", "2.申请人逾期未按收费通知", "本年度止件数"):
        assert f"“{label}”" in printed


def test_the_repeated_header_of_002_is_no_data():
    report = govinfo.parse(seed("002"))
    assert [entry.subject for entry in report.observed("repeated_header")] == ["results.unavailable.not_held"]
    assert list(report.observed("extra_row", "duplicate_row", "second_table")) == []


def test_all_five_are_there():
    assert sum(len(govinfo.parse(seed(name)).all_cells) for name in TRUTH) == 998

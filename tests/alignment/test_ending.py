"""Documents that end inside their tables, and those that only end early."""

import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed
from govinfo.testing.web_dumps import WEB_DUMPS

PRINTERS = {name: print_as for name, print_as in {**LAYOUTS, **WEB_DUMPS}.items() if name != "page"}
BEHIND = ["S01", "S07", "S09"]


@pytest.fixture(params=sorted(PRINTERS))
def text(request):
    return PRINTERS[request.param](printed(random_report("2019", 5, "county")))


def read(text):
    return govinfo.parse(text.encode())


def codes(report):
    return [doubt.rule for doubt in report.diagnostics]


@pytest.mark.parametrize(
    "end", ["行政事业", "采购项目数", "（本列数据的勾", "科研机构", "3.危及", "（五）不予", "三、收到和", "尚未审"]
)
def test_what_stands_behind_the_end_is_not_said_to_be_missing(text, end):
    found = read(text[: text.index(end) + len(end)])
    assert "X27" in codes(found)
    assert not [finding for finding in govinfo.check(found) if finding.rule in BEHIND]
    silent = {outcome.rule for outcome in govinfo.assess(found).not_assessable}
    assert "S01" in silent


def test_what_stands_before_the_end_is(text):
    end = text.index("（五）不予")
    start, stop = text.index("二、主动公开"), text.index("第二十条第（一）项")
    found = read(text[:start] + "\n" + text[stop:end])
    assert [finding.severity for finding in govinfo.check(found) if finding.rule == "S01"] == ["warning"]


def test_a_text_that_goes_on_behind_its_tables_was_not_cut(text):
    found = read(text[: text.index("五、存在的主要问题")] + "\n附件：年度报告文本下载")
    assert "X27" not in codes(found)
    assert len([finding for finding in govinfo.check(found) if finding.rule == "S01"]) == 2

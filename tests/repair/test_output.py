"""What the command line shows of repairs."""

import json

import pytest
from click.testing import CliRunner
from tests.repair.test_offers import TOTAL, balanced

from govinfo.cli.main import cli
from govinfo.testing.layouts import LAYOUTS, printed


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "report.html"
    path.write_text(LAYOUTS["page"](printed(balanced(**{TOTAL: 12, "review.reconsideration.total": 4}))), "utf-8")
    return str(path)


def shown(*arguments):
    return CliRunner().invoke(cli, ["check", "--select", "A", *arguments]).stdout


def test_a_proposal_stands_below_the_first_finding_that_it_clears(page):
    lines = [line.strip() for line in shown(page, "--lang", "zh").splitlines() if "疑误：" in line]
    assert lines[:3] == [
        "疑误：三（七）总计·自然人 读作12，若为11则有关各式平衡（改动最少，仅此一种）；三（七）总计·自然人只差一位数字",
        "疑误：同上",
        "疑误：同上",
    ]
    assert lines[3] == "疑误：行政复议·总计 读作4，若为0则有关各式平衡（改动同样少的改法共5种）"
    assert len(lines) == 8


def test_proposals_in_english(page):
    line = next(line.strip() for line in shown(page, "--lang", "en").splitlines() if "perhaps: " in line)
    assert line == (
        "perhaps: “total of results: natural persons” reads 12; with 11 these sums agree "
        "(no other change of so few cells does); total of results: natural persons: one digit differs"
    )


def test_json_carries_every_proposal_with_every_finding(page):
    (checked,) = json.loads(shown(page, "--output-format", "json"))
    assert [len(finding["repairs"]) for finding in checked["findings"]] == [1, 1, 1, 5]
    assert checked["findings"][0]["repairs"][0]["changes"] == [{"cell": TOTAL, "value": 12, "instead": 11}]

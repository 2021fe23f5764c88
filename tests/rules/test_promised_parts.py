import attrs
import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import HeadingLine
from govinfo.rules.promised_parts import promised_parts
from govinfo.testing.samples import sample_report


def run(report):
    return list(promised_parts.check(report, official_form("2021")))


@pytest.mark.parametrize(
    "preamble",
    [
        "本报告由概况、公开、申请等五个部分组成。",
        "现公布年度报告，全文共分7部分。",
        "本年报包括八大部分内容。",
    ],
)
def test_s22_raises_another_number(preamble):
    (found,) = run(sample_report(preamble=preamble))
    assert (found.rule, found.severity) == ("S22", "info")
    assert "实际6个" in found.message("zh")


@pytest.mark.parametrize(
    "preamble",
    [
        "本报告由总体情况等六个部分组成。",
        "全文包括6个部分，数据截至年底。",
        "本报告包括第五部分所述的改进情况。",
        "本报告按要求编制。",
        "年内共有三个部分区域试点。",
        "",
    ],
)
def test_s22_accepts_the_true_number_and_other_numbers(preamble):
    assert not run(sample_report(preamble=preamble))


def test_s22_reads_a_promise_in_section_one_and_counts_extra_parts():
    report = sample_report(texts={1: "本报告由六个部分组成。"})
    assert not run(report)
    headings = tuple(HeadingLine(str(number), 1, number, number, number, None) for number in range(1, 7))
    extra = HeadingLine("七、附则", 1, 7, None, 6, None)
    (found,) = run(attrs.evolve(report, headings=(*headings, extra)))
    assert "实际7个" in found.message("zh")


def test_s22_is_not_assessable_without_sections():
    report = sample_report(preamble="本报告由六个部分组成。")
    sections = tuple(attrs.evolve(section, heading=None) for section in report.sections)
    (outcome,) = run(attrs.evolve(report, sections=sections))
    assert isinstance(outcome, NotAssessable)

"""Wordings that sound like a contradiction and are none, each beside the contradiction that it must not hide."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import govinfo
from govinfo.testing.samples import sample_report

NEW, RESULTS, CASES = "applications.new", "applications.results", "review.reconsideration"

REQUESTS = {f"{NEW}.natural_person": 12, f"{NEW}.commercial": 3, f"{NEW}.research": 2, f"{NEW}.total": 17}
REFUSED = {f"{RESULTS}.unavailable.not_held.total": 6, f"{RESULTS}.unavailable.not_ready_made.total": 2}
DISCLOSED = {f"{RESULTS}.granted.total": 5, f"{RESULTS}.partially_granted.total": 3}
WITHDRAWN = {f"{RESULTS}.other_handling.other.total": 4}
REVIEWED = {f"{CASES}.upheld": 1, f"{CASES}.other": 1, f"{CASES}.total": 2}
HANDLED = {f"{RESULTS}.granted.total": 8, f"{RESULTS}.total.total": 8}
SUITS = {
    "review.litigation_direct.upheld": 1,
    "review.litigation_direct.pending": 1,
    "review.litigation_direct.total": 2,
    "review.litigation_after_reconsideration.upheld": 2,
    "review.litigation_after_reconsideration.pending": 1,
    "review.litigation_after_reconsideration.total": 3,
}
SUIT = {"review.litigation_direct.upheld": 1, "review.litigation_direct.total": 1}


def found(text: str, values: Mapping[str, int], agency: str = "云山县林业局") -> list[str]:
    """The rules of level error and warning that the text raises beside a table."""
    report = sample_report(values=dict(values), texts={1: text}, agency=agency)
    return [finding.rule for finding in govinfo.check(report, select=["N"]) if finding.severity != "info"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("收到申请17件，公民个人提交12件，企业等组织提交5件。", REQUESTS),
        ("收到申请17件，其中自然人12件，其他组织5件。", REQUESTS),
        ("收到申请17件，其中公民12件，其他组织5件。", REQUESTS),
        ("因信息不存在、需另行制作等无法提供8件。", REFUSED),
        ("予以公开和部分公开合计8件。", DISCLOSED),
        ("有1件申请人撤回申请后未再缴费。", WITHDRAWN),
        ("收到信息公开行政复议2件，1件维持，1件作其他处理。", REVIEWED),
        ("因信息公开被申请行政复议2件。此外，全年办理各类行政复议案件40件。", REVIEWED),
        ("县政府复议案件收案33件，由本局承办。", {}),
        ("对7个市（州）、19个单位开展评估。", {}),
        ("发布解读稿件18篇（其中图解9篇、视频5部、撰文4篇）。", {}),
        ("网站公开90条，其中概况类10条，动态类50条，规范性文件4条，其他类26条。", {}),
        ("收到申请17件（2023年12件），由自然人申请12件、企业申请3件、科研机构申请2件。", REQUESTS),
        ("发放问卷50份，回收40份，满意38份，满意率95%。", {}),
        ("办结8件；其中涉及征地的3件，占办结总量的37.5%。", HANDLED),
        ("公开5件、部分公开3件，共占办结总量的100%。", DISCLOSED | {f"{RESULTS}.total.total": 8}),
        ("收到申请17件，增长率为70%，上一年度为10件。", REQUESTS),
        ("因信息公开被诉1件。", SUIT),
        ("被提起信息公开诉讼5件，其中直接起诉2件、经复议后起诉3件，年底未审结2件。", SUITS),
        ("公开信息20条，其中收支4条、CPI12条、其他4条。", {}),
        ("收到申请17件，2023年为12件，增加5件，办结8件。", REQUESTS | HANDLED),
        ("申请已全部答复，1件公开，7件依法提供。", HANDLED),
        ("公开申请的内容涉及规划类3件、行政处罚类2件。", {"proactive.penalties.decisions": 30}),
        ("全部公开和部分公开共8件。", DISCLOSED),
        ("发放问卷50份，收回40份，回收率80%。", {}),
        ("公开规划信息3条、土地信息4条，两大领域合计7条。", {}),
        ("（二）依申请公开。收到申请17件。按来源分：网站12件，邮寄5件。", REQUESTS),
        ("收到申请17件，主要来自网络（10件）和信函（5件）。", REQUESTS),
        ("收到申请17件。申请人通过网络提交12件、信函提交5件。", REQUESTS),
    ],
)
def test_no_contradiction(text: str, values: Mapping[str, int]) -> None:
    assert found(text, values) == []


@pytest.mark.parametrize(
    ("text", "values", "rule"),
    [
        ("收到申请17件，公民个人提交12件，企业等组织提交6件。", REQUESTS, "N02"),
        ("收到申请17件，其中公民11件，其他组织5件。", REQUESTS, "N02"),
        ("因信息不存在、需另行制作等无法提供9件。", REFUSED, "N08"),
        ("予以公开和部分公开合计9件。", DISCLOSED, "N08"),
        ("有5件由申请人撤回申请。", WITHDRAWN, "N08"),
        ("收到信息公开行政复议3件，1件维持，1件作其他处理。", REVIEWED, "N11"),
        ("因信息公开被申请行政复议4件。此外，全年办理各类行政复议案件40件。", REVIEWED, "N11"),
        ("对7个市（州）开展评估，其中优秀5个、良好3个。", {}, "N20"),
        ("发布解读稿件18篇（其中图解9篇、视频5部、撰文14篇）。", {}, "N20"),
        ("收到申请17件（2023年12件），由自然人申请12件、企业申请4件、科研机构申请2件。", REQUESTS, "N02"),
        ("发放问卷50份，回收40份，满意38份，满意率96%。", {}, "N09"),
        ("办结8件；其中涉及征地的3件，占办结总量的38.5%。", HANDLED, "N09"),
        ("公开5件、部分公开3件，共占办结总量的90%。", DISCLOSED | {f"{RESULTS}.total.total": 8}, "N09"),
        ("收到申请17件，增长率为60%，上一年度为10件。", REQUESTS, "N24"),
        ("因信息公开被诉2件。", SUIT, "N12"),
        ("被提起信息公开诉讼5件，其中直接起诉2件、经复议后起诉3件，年底未审结3件。", SUITS, "N12"),
        ("公开信息20条，其中收支4条、CPI15条、其他4条。", {}, "N20"),
        ("办结8件；其中涉及征地的3件，仅占38.5%。", HANDLED, "N09"),
        ("收到申请17件，2023年为12件，增加5件，办结9件。", REQUESTS | HANDLED, "N03"),
        ("收到申请17件，2023年为12件，增加6件。", REQUESTS, "N24"),
        ("全年作出行政处罚2件。", {"proactive.penalties.decisions": 30}, "N18"),
        ("发放问卷50份，收回40份，回收率90%。", {}, "N09"),
        ("公开规划信息3条、土地信息4条，两大领域合计9条。", {}, "N20"),
        ("（二）依申请公开。收到申请17件。按来源分：网站12件，邮寄7件。", REQUESTS, "N21"),
        ("收到申请17件。申请人通过网络提交12件、信函提交3件。", REQUESTS, "N21"),
    ],
)
def test_contradiction(text: str, values: Mapping[str, int], rule: str) -> None:
    assert rule in found(text, values)

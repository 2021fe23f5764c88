"""Words that stand close to those of a topic, and what they say instead."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report


def told(text: str, section: int = 1) -> Facts:
    """All that a text of 2024 says."""
    return facts(sample_report("2021", {}, {section: text}, year=2024))


@pytest.mark.parametrize(
    ("text", "number", "topic"),
    [
        ("全部16件申请中，办结15件。", 16, ""),
        ("收到申请16件。", 16, "applications.new"),
        ("清退涉密文件131份。", 131, ""),
        ("因属于国家秘密不予公开申请2件。", 2, "applications.results.refused.state_secret"),
        ("代理区政府行政应诉22件。", 22, ""),
        ("被提起行政诉讼22件。", 22, "review.litigation.total"),
        ("复议后诉讼1件。", 1, "review.litigation_after_reconsideration.total"),
        ("开展第三方评估2次。", 2, ""),
        ("收到律师事务所和自然人申请共6件。", 6, "applications.new"),
        ("办理许可21件，实施处罚64起。", 64, "proactive.penalties.decisions"),
        ("收到依申请公开协办函14件。", 14, ""),
    ],
)
def test_topics(text: str, number: int, topic: str) -> None:
    assert [fact.topic for fact in told(text).facts if fact.value == number] == [topic]


@pytest.mark.parametrize(("section", "topic"), [(6, ""), (3, "applications.carried_forward")])
def test_what_is_open_of_other_things_is_no_request(section: int, topic: str) -> None:
    (_, open_) = told("处置群众反映事项127件，正在办理8件。", section).facts
    assert (open_.value, open_.topic) == (Decimal(8), topic)


def test_the_year_of_carried_over_requests_is_not_that_of_the_results() -> None:
    spans = {fact.value: fact.span for fact in told("加上2023年结转的4件，共办理96件；答复92件。").facts}
    assert spans == {4: "reporting", 96: "reporting", 92: "reporting"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("办理建议37件、提案41件，共计78件。", [(78, [37, 41])]),
        ("办理建议37件；走访企业12件、村组20件，共计32件。", [(32, [12, 20])]),
        ("办理建议37件、提案41份，共计78件。", []),
        ("办理建议37件，其中办结30件、在办7件，共计37件。", [(37, [30, 7])]),
    ],
)
def test_sums_behind_their_parts(text: str, parts: list[tuple[int, list[int]]]) -> None:
    found = told(text).breakdowns
    values = [[fact.value for fact in (entry.total, *entry.parts)] for entry in found]
    assert values == [[Decimal(total), *map(Decimal, numbers)] for total, numbers in parts]


@pytest.mark.parametrize(
    ("text", "previous", "amount", "again"),
    [
        ("收到申请91件，比上年增加15件，增长19.7%。", None, "15", "19.7"),
        ("收到申请91件，同比增长19.7%，增加15件。", None, "19.7", "15"),
        ("收到申请80件，较上年增长25%（上年64件）。", "64", "25", None),
        ("收到申请20件，2023年为16件，同比增长25%。", "16", "25", None),
        ("收到申请20件，比上年增加4件，微信推文增长30%。", None, "4", None),
    ],
)
def test_changes(text: str, previous: str | None, amount: str, again: str | None) -> None:
    (trend,) = told(text).trends
    numbers = [fact and fact.value for fact in (trend.previous, trend.amount, trend.again)]
    assert numbers == [value and Decimal(value) for value in (previous, amount, again)]

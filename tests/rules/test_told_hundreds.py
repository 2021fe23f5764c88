"""Percentages of one thing that end in the rest are a hundred together."""

import random
from decimal import Decimal

import pytest

import govinfo
from govinfo.testing.samples import sample_report

SUBJECTS = ("征地拆迁", "规划建设", "教育医疗", "社会保障", "生态环境")


def findings(text: str) -> list[tuple[str, str, str | None]]:
    report = sample_report("2021", texts={1: text})
    found = govinfo.check(report, select=["N20"])
    return [(one.rule, one.severity, one.equation) for one in found if "%" in one.message("zh")]


def listed(shares: list[Decimal]) -> str:
    named = [f"涉及{subject}的占{share}%" for subject, share in zip(SUBJECTS, shares[:-1], strict=False)]
    return f"申请内容中，{'，'.join(named)}，其他占{shares[-1]}%。"


@pytest.mark.parametrize("seed", range(12))
def test_a_share_that_was_changed_is_found(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    shares = [Decimal(pick.randrange(121, 200)) / 10 for _ in range(pick.randrange(2, 5))]
    shares.append(Decimal(100) - sum(shares))
    assert findings(listed(shares)) == []
    changed = [*shares]
    changed[pick.randrange(len(shares) - 1)] += 9
    terms = "＋".join(f"{share:f}".removesuffix(".0") for share in changed)
    assert findings(listed(changed)) == [("N20", "warning", f"{terms}＝109 ≠ 100")]


def test_whole_percentages() -> None:
    assert findings(listed([Decimal(40), Decimal(30), Decimal(30)])) == []
    assert findings(listed([Decimal(49), Decimal(30), Decimal(30)])) == [("N20", "warning", "49＋30＋30＝109 ≠ 100")]
    assert findings(listed([Decimal(31), Decimal(30), Decimal(30)])) == [("N20", "warning", "31＋30＋30＝91 ≠ 100")]


@pytest.mark.parametrize(
    "text",
    [
        "涉及征地的占33%，涉及规划的占33%，其他占33%",
        "涉及征地的占33.3%，涉及规划的占33.3%，其他占33.3%",
        "涉及征地的约占45%，涉及规划的占28%，其他占37%",
        "涉及征地的占45%，涉及规划的占28%，涉及教育的占37%",
        "涉及征地的占65%，其他占45%",
        "涉及征地的占45%，涉及规划的占28%。其他占37%",
        "自然人占90%，法人占10%，涉及征地的占60%，其他占40%",
        "涉及征地的占45%，其中集体土地占80%，其他占55%",
        "涉及征地的占5%，涉及规划的占8%，其他占7%",
        "涉及征地的占45%，同比增长28%，其他占37%",
    ],
)
def test_other_percentages_need_make_no_hundred(text: str) -> None:
    assert findings(f"{text}。") == []

"""N20: what requests were about, told in a sentence of its own."""

import random
from typing import Any

import attrs
import pytest

import govinfo
from govinfo.testing.samples import sample_report


def said(text: str, new: int, over: int = 0) -> list[tuple[str, str | None]]:
    cells = {f"applications.{row}.{column}": value for row, value in (("new", new), ("carried_over", over))
             for column in ("natural_person", "total")}  # fmt: skip
    done = {f"applications.results.{row}.{column}": new + over for row in ("granted", "total")
            for column in ("natural_person", "total")}  # fmt: skip
    report = attrs.evolve(sample_report(values={**cells, **done}, texts={1: text}), period=None)
    return [(found.rule, found.equation) for found in govinfo.check(report) if found.rule in {"N20", "N21", "N22"}]


@pytest.mark.parametrize("seed", range(8))
def test_subjects_and_requests(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    numbers = [pick.randrange(1, 60) for _ in range(pick.randrange(3, 6))]
    names = pick.sample(["征地类", "规划类", "教育类", "环保类", "社保类", "应急类"], len(numbers) - 1)
    opening = pick.choice(["从内容看，", "从申请内容来看，", "申请内容主要涉及", "按内容分，"])
    listed = "、".join(f"{name}{number}件" for name, number in zip([*names, "其他"], numbers, strict=True))
    new = sum(numbers)
    text = f"收到信息公开申请{new}件，均已答复。{opening}{listed}。"
    assert said(text, new) == []
    wrong = text.replace(f"{names[0]}{numbers[0]}件", f"{names[0]}{numbers[0] + 7}件")
    terms = "＋".join(str(number) for number in (numbers[0] + 7, *numbers[1:]))
    assert said(wrong, new) == [("N20", f"{terms}＝{new + 7} ≠ {new}")]


@pytest.mark.parametrize(
    "text",
    [
        "收到信息公开申请10件。内容主要涉及征地5件、规划2件。",
        "收到信息公开申请10件。内容主要涉及征地5件、规划7件。",
        "收到信息公开申请10件，结转2件。从内容看，征地5件、规划4件、其他3件。",
        "收到信息公开申请10件。从内容看，征地5条、规划4条、其他3条。",
        "收到信息公开申请10件。从内容看，征地5件、规划4件、其他约3件。",
        "一事一申请，收到信息公开申请10件。从内容看，征地5件、规划4件、其他1件，办结10件。",
        "从内容看，征地5件、规划4件、其他3件。",
    ],
)
def test_lists_that_may_be_true(text: str) -> None:
    assert said(text, 10, 2) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新收信息公开申请17件，上年结转3件。其中，予以公开8件，部分公开4件，其他处理5件，结转下年度3件。", []),
        ("新收信息公开申请17件，上年结转3件。其中，予以公开8件，部分公开4件，其他处理8件。", []),
        ("新收信息公开申请17件，上年结转3件。其中，予以公开8件，部分公开4件，其他处理4件，结转下年度3件。", ["N10"]),
        ("收到信息公开申请17件，上年结转3件，其中网络申请12件，信函申请8件。", []),
        ("收到信息公开申请17件，上年结转3件，其中网络申请12件，信函申请9件。", ["N21"]),
        ("收到信息公开申请17件，上年结转3件，其中自然人12件，企业8件。", []),
        ("收到信息公开申请17件，上年结转3件，其中自然人12件，企业9件。", ["N20"]),
        ("办结信息公开申请17件，上年结转3件。其中，予以公开8件，部分公开4件，其他处理8件。", ["N10"]),
    ],
)
def test_parts_of_requests_with_those_carried_over(text: str, found: list[str]) -> None:
    report: Any = attrs.evolve(sample_report(texts={1: text}), period=None)
    assert [one.rule for one in govinfo.check(report) if one.rule in {"N10", "N20", "N21"}] == found


def test_the_finding_is_a_warning() -> None:
    text = "收到信息公开申请10件。从内容看，征地5件、规划4件、其他4件。"
    report: Any = attrs.evolve(sample_report(texts={1: text}), period=None)
    (found,) = (one for one in govinfo.check(report) if one.rule == "N20")
    assert found.severity == "warning"

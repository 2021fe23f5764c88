"""Texts made to be slow are read in time that grows with their length."""

import time

import pytest

from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report

CHARACTERS = 20_000
PIECES = [
    "1",
    "1件",
    "1件、",
    "收到申请1件。",
    "未",
    "未收到申请",
    "均已答复",
    "(",
    "(1件",
    ")",
    "“",
    "《",
    "《》",
    '"',
    "同比",
    "比上年",
    "同比增长1%",
    "由1",
    "其中1件",
    "分别",
    "自然人、",
    "自然人、法人分别为1件、",
    "一",
    "一万",
    "1 ",
    "1,111",
    "1.",
    "1-",
    "2024-",
    "政府信息公开申请",
    "占1%",
    "1件\n",
    "a",
    "a@",
    "第",
    "热线",
    "啊",
    "比2023年1件(1件),",
    "因政府信息公开",
    "0",
    "百",
]


def seconds(piece: str, characters: int) -> float:
    report = sample_report(texts={1: piece * (characters // len(piece))}, year=2024)
    start = time.process_time()
    facts(report)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    short, long = seconds(piece, CHARACTERS // 4), seconds(piece, CHARACTERS)
    assert long < 1 + 12 * short


def test_deep_brackets_do_not_break() -> None:
    assert facts(sample_report(texts={1: "收到信息公开申请9件" + "（其中1件" * 3000}, year=2024)).facts[0].value == 9

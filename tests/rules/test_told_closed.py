from typing import Any

import pytest
from tests.fixtures.told import FORWARD, HANDLED, answers, codes, fact, findings, missing, told

from govinfo.facts.model import Fact
from govinfo.report import Report
from govinfo.rules.narrative.closed import all_closed
from govinfo.testing.samples import sample_report

CELL = "applications.carried_forward.total"


def report(text: str, left: int | None = 1, **changes: str) -> Report:
    return sample_report(values={CELL: left}, texts={1: text}, **changes)


def claim(text: str, **changes: Any) -> Fact:
    return fact(HANDLED, None, text, polarity="all", **changes)


@pytest.mark.parametrize("text", ["均已办结", "全部办理完毕", "已全部答复", "均已依法按时答复"])
def test_all_closed_but_some_left(text: str) -> None:
    (found,) = findings(all_closed, told(claim(text)), report(f"收到的申请{text}。"))
    assert (found.rule, found.severity, found.cells, found.equation) == ("N06", "warning", (CELL,), "1 > 0")
    assert text in found.message("zh")


def test_all_answered() -> None:
    assert codes(all_closed, told(claim("均作了答复")), report("申请均作了答复。")) == [("N06", "info")]


@pytest.mark.parametrize("text", ["均按期答复", "均依法答复", "按时答复率100%", "答复均符合法定时限"])
def test_how_they_were_answered(text: str) -> None:
    assert findings(all_closed, told(claim(text)), report(text)) == []


@pytest.mark.parametrize(
    "text", ["除1件结转下年外，均已办结", "上年结转的申请均已办结", "其余均已办结", "1件尚在办理，其他均已办结"]
)
def test_the_sentence_tells_of_open_ones(text: str) -> None:
    start = text.index("均已办结")
    told_ = claim("均已办结", start=start)
    assert findings(all_closed, told(told_), report(text)) == []


def test_the_text_tells_of_open_ones_elsewhere() -> None:
    assert findings(all_closed, told(claim("均已办结"), fact(FORWARD, 1)), report("均已办结。")) == []
    assert codes(all_closed, told(claim("均已办结"), fact(FORWARD, 0)), report("均已办结。")) == [("N06", "warning")]


def test_none_left() -> None:
    assert findings(all_closed, told(claim("均已办结")), report("均已办结。", 0)) == []


def test_not_assessable() -> None:
    assert missing(all_closed, told(claim("均已办结")), report("均已办结。", None)) == {"N06"}


@pytest.mark.parametrize(
    "given", [fact(HANDLED, 3), claim("均已办结", span="previous"), claim("均已办结", scope="whole")]
)
def test_no_such_claim(given: Fact) -> None:
    assert answers(all_closed, told(given), report("均已办结。")) == []


def test_region_of_a_government() -> None:
    county = report("均已办结。", agency="青川县人民政府")
    assert codes(all_closed, told(claim("均已办结", scope="whole")), county) == [("N06", "warning")]

"""Keys of labels: what is put behind a character or a label on another site or by a province is left out."""

import pytest

from govinfo.text.fold import fold


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("規(guī)章", "规章"),
        ("處(chǔ)理決定數(shù)量", "处理决定数量"),
        ("采購（gòu）總金額", "采购总金额"),
        ("規章(指省級和設區的市的規章)", "规章"),
        ("行政处罚（含简易程序）", "行政处罚"),
        ("本年增/减（参考上一年报告", "本年增/减"),
    ],
)
def test_glosses_and_remarks_do_not_count(printed, plain):
    assert fold(printed) == fold(plain)


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("部分公开（区分处理的，只计这一情形）", "部分公开"),
        ("行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"),
        ("（指其他情形）", ""),
        ("收费金额(AB)", "收费金额"),
    ],
)
def test_other_brackets_count(printed, other):
    assert fold(printed) != fold(other)

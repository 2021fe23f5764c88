import pytest

from govinfo.text.sentences import SENTENCE


@pytest.mark.parametrize("mark", "。；;！!？?\n")
def test_every_mark_ends_a_sentence(mark):
    assert SENTENCE.findall(f"甲，乙{mark}丙、丁：戊{mark}") == ["甲，乙", "丙、丁：戊"]


def test_points_in_numbers_end_none():
    assert SENTENCE.findall("收费3.5万元,共2件") == ["收费3.5万元,共2件"]

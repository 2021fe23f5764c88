"""Traces are found where their patterns are, whatever letter they begin with."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.traces import Traces

LETTERS = "甲乙丙(.k"


@given(st.lists(st.text(LETTERS, min_size=1, max_size=3), max_size=5), st.text(LETTERS, max_size=12))
def test_one_of_the_pieces_is_in_the_text(words, text):
    traces = Traces.of(*(word[0] + re.escape(word[1:]) for word in words))
    assert traces.within(text) == any(word in text for word in words)


def test_what_is_behind_the_letter_is_a_pattern():
    traces = Traces.of(r"乙\s*[:：]", "乙(?<=甲乙)丙")
    assert traces.within("乙 ：")
    assert traces.within("甲乙丙")
    assert not traces.within("乙。丙乙丙")

"""Traces are found where their patterns are, whatever letter they begin with."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.traces import Traces, together

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


@given(
    st.lists(st.lists(st.text(LETTERS, min_size=1, max_size=3), max_size=4), max_size=3), st.text(LETTERS, max_size=12)
)
def test_those_of_several_wordings_are_found_together(several, text):
    traces = [Traces.of(*(word[0] + re.escape(word[1:]) for word in words)) for words in several]
    letters = set(together(*traces).findall(text)) if any(several) else set()
    assert letters == {word[0] for words in several for word in words if word in text}
    assert all(letters & each.letters for each in traces if each.within(text))

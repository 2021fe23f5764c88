"""Text that could steer what shows it is shown as escapes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.text.visible import visible, visible_path


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("年报 2024", "年报 2024"),
        ("甲\n乙\t丙", "甲\n乙\t丙"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
        ("\ufffe", "\\ufffe"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_cases(text, shown):
    assert visible(text) == shown


def test_a_path_is_one_line():
    assert visible_path("a\nb\tc") == "a\\nb\\tc"


@given(st.text(st.characters(codec=None)))
def test_nothing_steers_and_nothing_is_lost(text):
    shown = visible(text)
    assert not [char for char in shown if unicodedata.category(char)[0] == "C" and char not in "\n\t"]
    assert len(shown) >= len(text)
    shown.encode("utf-8")
    assert shown == text or not text.isprintable()

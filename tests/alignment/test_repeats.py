"""Texts of which a program has left out the lines that were there before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

SIZES = st.sampled_from(["zero", "county", "province"])


@pytest.mark.parametrize("form", ["2019", "2021"])
@given(st.integers(0, 9999), SIZES, st.lists(st.sampled_from(["规章", "行政强制", "行政处罚", "重复申请"]), max_size=2))
@settings(deadline=None, max_examples=25)
def test_no_number_is_read_in_silence_where_repeated_lines_are_left_out(form, seed, size, menu):
    report = random_report(form, seed, size)
    lines = [line for line in LAYOUTS["lines"](printed(report)).split("\n") if line]
    try:
        found = govinfo.parse("\n".join(dict.fromkeys([*menu, *lines])).encode())
    except govinfo.NotAReport:
        return
    read = [cell.id for cell in found.cells() if cell.value is not None]
    named = {cell for doubt in found.diagnostics if doubt.rule == "X37" for cell in doubt.cells}
    assert set(read) <= named


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"page"}))
@given(st.sampled_from(["2019", "2021"]), st.integers(0, 999), SIZES, st.integers(300, 1000))
@settings(deadline=None, max_examples=10)
def test_a_text_that_repeats_itself_is_not_doubted(layout, form, seed, size, share):
    text = LAYOUTS[layout](printed(random_report(form, seed, size)))
    try:
        found = govinfo.parse(text[: len(text) * share // 1000].encode())
    except govinfo.NotAReport:
        return
    assert "X37" not in [doubt.rule for doubt in found.diagnostics]

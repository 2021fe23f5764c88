import pytest

from govinfo.text.width import width, width_of


@pytest.mark.parametrize(("char", "columns"), [("a", 1), ("申", 2), ("（", 2), ("０", 2), ("\u0301", 0), ("\ufeff", 0)])
def test_columns_of_a_character(char, columns):
    assert width(char) == columns


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("A01 申请", 8), ("e\u0301", 1), ("12件", 4)])
def test_columns_of_a_text(text, columns):
    assert width_of(text) == columns

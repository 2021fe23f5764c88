import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.contracts import Hint
from govinfo.document import Paragraph
from govinfo.readers.text import read


def lines(data):
    blocks = read(data, Hint("a.txt")).blocks
    return [(block.source.line, block.text) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines(ending):
    text = ending.join(["甲", "", "\t1", " ", "乙", ""])
    assert lines(text.encode()) == [(1, "甲"), (3, "\t1"), (4, " "), (5, "乙")]


@pytest.mark.parametrize("char", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_other_separators_end_no_line(char):
    """They must not, for editors count lines by line feeds alone."""
    assert lines(f"甲{char}乙\n丙".encode())[-1] == (2, "丙")


def test_mark_is_no_text():
    assert lines("\ufeff甲".encode()) == [(1, "甲")]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=200))
def test_columns_and_lines_point_back(text):
    data = b"\xef\xbb\xbf" + text.encode()
    printed = text.split("\n")
    for block in read(data, Hint("a.txt")).blocks:
        assert isinstance(block, Paragraph)
        assert block.source.line is not None
        assert printed[block.source.line - 1] == block.text
        assert (block.source.column, block.source.end_column) == (1, len(block.text) + 1)

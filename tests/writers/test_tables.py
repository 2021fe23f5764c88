"""How wide the columns of a printed table are."""

from math import ceil

import pytest

from govinfo.document import Grid, GridCell
from govinfo.source import Source
from govinfo.writers.tables import MAX_DIGITS, fitted, widths

LETTER, MARGIN = 100, 20
LONG = "申请数量办理结果总计合计"
"""A label that takes all the width that is left."""


def grid(*rows, down=1):
    """A table of texts whose first cell covers so many rows."""
    cells = ([GridCell(text, Source(1)) for text in row] for row in rows)
    first, *others = (tuple(row) for row in cells)
    return Grid(((GridCell(first[0].text, Source(1), rowspan=down), *first[1:]), *others), Source(1))


@pytest.mark.parametrize(
    ("text", "down", "letters"),
    [
        ("12345678", 1, sum([0.64] * 8)),
        ("1" * MAX_DIGITS, 1, sum([0.64] * MAX_DIGITS)),
        ("1" * 40, 1, sum([0.64] * MAX_DIGITS)),
        ("（十二）本年度新收到的申请", 3, len("（十二）")),
        ("二本年度新收到的申请", 3, 2),
        ("", 1, 2),
        ("申请", 1, 2),
        ("申请数量", 1, 4),
    ],
)
def test_the_least_width_of_a_column(text, down, letters):
    """The longest number stays whole: a digit is 0.64 of a Chinese character, each bracket is one."""
    least = MARGIN + ceil(letters * LETTER)
    alone = grid([text], *([] for _ in range(down - 1)), down=down)
    assert fitted(alone, least, LETTER, MARGIN, halves=False) == [least]
    assert fitted(alone, least - 1, LETTER, MARGIN, halves=False) is None
    beside = grid([text, LONG], *(["1"] for _ in range(down - 1)), down=down)
    found = fitted(beside, least + MARGIN + 8 * LETTER, LETTER, MARGIN, halves=False)
    assert found == [least, MARGIN + 8 * LETTER]


def test_widths_are_in_proportion_to_the_text():
    """At least three Chinese characters; a Latin letter is half as wide."""
    assert widths(grid(["申请", "申请数量", "a b c d e f"]), 1300) == [300, 400, 600]

"""Twice the text takes about twice the work: counted in calls, so that no other program matters."""

import re
import sys
from itertools import cycle, islice

import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")


def bars(count):
    return "| " * 60 + "\n" + "\n".join(["| " * 60] * count)


def rows(count):
    """Rows of the form again and again."""
    return "\n".join(f"{label}    {number}    0    0" for number, label in enumerate(islice(cycle(LABELS), count)))


def drawn(count):
    return "\n".join("│予以公开│  3 │  4 │" for _ in range(count))


def copies(count):
    """One row of a page again and again: each is a table too short to be an edition of it."""
    markup = LAYOUTS["page"](printed(random_report("2021", 4, "county")))
    row = re.search(r"<tr><td>行政许可</td>.*?</tr>", markup, re.DOTALL).group()
    header = '<tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>'
    return markup.replace(row, (row + header) * 16 * count)


def calls(text):
    """How many functions are called while a text is read, those of compiled modules included."""
    found = [0]

    def count(_frame, event, _argument):
        found[0] += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        govinfo.parse(text.encode(), filename="report.txt")
    except govinfo.NotAReport:
        pass
    finally:
        sys.setprofile(None)
    return found[0]


@pytest.mark.parametrize("layout", [bars, rows, drawn, copies])
def test_twice_the_lines_take_about_twice_the_calls(layout):
    calls(layout(40))
    assert calls(layout(160)) < 2.3 * calls(layout(80))

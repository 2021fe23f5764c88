import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import HeadingLine
from govinfo.rules.heading_numbers import numbering
from govinfo.testing.samples import sample_report


def outline(*marks):
    """Headings from marks: 1 to 6 for a section, ``(level, number)`` for others."""
    lines, within = [], 0
    for mark in marks:
        section = mark if isinstance(mark, int) else None
        level, number = (1, section) if section else mark
        within = section or within
        lines.append(HeadingLine(f"标题{mark}", level, number, section, within, None))
    return tuple(lines)


def run(*marks):
    return list(numbering.check(sample_report(headings=outline(*marks)), official_form("2021")))


@pytest.mark.parametrize(
    ("marks", "fault"),
    [
        ((1, (2, 1), (2, 1), (2, 2)), "重复"),
        ((1, (2, 1), (2, 3)), "跳号"),
        ((1, (2, 2), (2, 3)), "跳号"),
        ((1, 2, 4), "跳号"),
        ((1, (3, 1), (3, 2), (3, 3)), "层级混用"),
        ((1, (1, 1), (1, 2), 2), "层级混用"),
    ],
)
def test_s04_raises_once(marks, fault):
    (found,) = run(*marks)
    assert (found.rule, found.severity) == ("S04", "info")
    assert fault in found.message("zh")


@pytest.mark.parametrize(
    "marks",
    [
        (1, 2, 3, 4, 5, 6),
        (1, (2, 1), (3, 1), (3, 2), (2, 2), (3, 1), 2, 3, 4, 5, (2, 1), (2, 2), 6),
        (1, (2, 1), (2, 2), (2, 1), (2, 2)),
        (1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6),
    ],
)
def test_s04_accepts_regular_numbers_and_new_lists(marks):
    assert not run(*marks)


def test_s04_does_not_count_lists_that_have_sentences():
    headings = tuple(
        HeadingLine(text, level, number, section, 1, None)
        for text, level, number, section in (
            ("一、总体情况", 1, 1, 1),
            ("（一）队伍", 2, 1, None),
            ("（三）网站", 2, 3, None),
            ("（一）制度", 2, 1, None),
            ("（一）培训", 2, 1, None),
        )
    )
    told = "（一）队伍\n（二）这一年增加人员。\n（三）网站\n（一）制度\n（二）这一年修订目录。\n（一）培训"
    form = official_form("2021")
    assert not list(numbering.check(sample_report(headings=headings, texts={1: told}), form))
    bare = "（一）队伍\n（三）网站\n（一）制度\n（一）培训"
    assert len(list(numbering.check(sample_report(headings=headings, texts={1: bare}), form))) == 2


def test_s04_is_not_assessable_without_headings():
    (outcome,) = run()
    assert isinstance(outcome, NotAssessable)

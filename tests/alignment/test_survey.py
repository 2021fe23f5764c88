"""What a strip shows at first sight."""

import pytest

from govinfo.alignment.patterns import patterns_of
from govinfo.alignment.strip import Row, Token
from govinfo.alignment.survey import Survey
from govinfo.contracts import Hint
from govinfo.parsers import grids
from govinfo.readers.web.html import read
from govinfo.registry import Registry
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

CONTEXT = Registry.builtin().context
PATTERNS = patterns_of(CONTEXT.forms, CONTEXT.aliases)


def surveyed(*rows, block=1):
    made = [Row(tuple(Token(text, Source()) for text in row), "row", block=block) for row in rows]
    return Survey(made, PATTERNS)


def test_tables_are_left_out_of_the_texts():
    report = random_report("2021", 3, "county")
    survey = Survey(grids.rows(read(page(printed(report)).encode(), Hint())), PATTERNS)
    assert len(survey.tables) == len([part for part in printed(report) if not isinstance(part, str)])
    assert not survey.has_numbers
    assert not survey.has_cells
    rows = {key for table in survey.tables for key in table.pattern.rows}
    assert survey.labels == rows
    assert not survey.texts.keys() & rows


def test_texts_lines_and_labels_of_other_rows():
    survey = surveyed(["一、 标题"], ["甲", "", "12"], ["乙、", "丙"], ["标、题", "0"])
    assert survey.texts == {"标题": "标、题", "甲": "甲", "乙": "乙、", "丙": "丙"}
    assert survey.lines == {"标题"}
    assert survey.labels == {"甲", "标题甲", "标题", "丙标题"}


@pytest.mark.parametrize(
    ("row", "has_numbers", "has_letters"),
    [
        (["长句子"], False, False),
        (["12"], True, False),
        (["①"], True, True),
        (["/"], True, True),
        (["字", "", ""], False, True),
        (["字", "词"], False, False),
        (["词语", "5件"], True, False),
        ([""], False, False),
        ([], False, False),
    ],
)
def test_numbers_and_single_letters_are_told(row, has_numbers, has_letters):
    survey = surveyed(row)
    assert (survey.has_numbers, survey.has_letters) == (has_numbers, has_letters)


@pytest.mark.parametrize(
    ("row", "block", "has_cells"), [(["甲", "乙"], 1, True), (["甲"], 1, False), (["甲", "乙"], None, False)]
)
def test_rows_of_cells_are_told_where_blocks_are_known(row, block, has_cells):
    assert surveyed(row, block=block).has_cells is has_cells

"""Numbers that Word makes when it shows a file stand in front of headings and labels, and never become digits."""

import pytest
from tests.fixtures.office import p, tbl, tc, tr, word

from govinfo.contracts import Hint
from govinfo.document import Grid, Paragraph
from govinfo.readers.docx import read
from govinfo.readers.wordml.counting import counted


def level(at, form="decimal", text=None, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text or "%" + str(at + 1) + "."}"/></w:lvl>'
    )


def abstract(number, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number, target, more=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{target}"/>{more}</w:num>'


def item(text, list_id=1, at=0):
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>')


def texts(body, numbering, styles=""):
    document = read(word(body, numbering=numbering, styles=styles), Hint("a.docx"))
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


CHINESE = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
) + num(1, 0)


def test_headings_of_three_levels():
    body = (
        item("甲") + item("子", at=1) + item("丑", at=1) + item("x", at=2) + item("乙") + item("寅", at=1) + p("无号")
    )
    assert texts(body, CHINESE) == ["一、甲", "（一）子", "（二）丑", "1.x", "二、乙", "（一）寅", "无号"]


def test_empty_paragraphs_count():
    assert texts(item("甲") + item("") + item("乙"), CHINESE) == ["一、甲", "二、", "三、乙"]


def test_a_level_that_was_passed_over_counts_as_begun():
    lists = abstract(0, level(0), level(1, text="%1.%2", start=3)) + num(1, 0)
    assert texts(item("a", at=1) + item("b"), lists) == ["1.3 a", "2.b"]


def test_levels_show_those_above():
    lists = abstract(0, level(0), level(1, text="%1.%2")) + num(1, 0)
    assert texts(item("a") + item("b") + item("c", at=1) + item("d", at=1), lists) == ["1.a", "2.b", "2.1 c", "2.2 d"]


def test_legal_numbers_are_decimal():
    lists = abstract(0, level(0, "chineseCounting"), level(1, text="%1.%2", more="<w:isLgl/>")) + num(1, 0)
    assert texts(item("a") + item("b", at=1), lists) == ["一.a", "1.1 b"]


@pytest.mark.parametrize(("restart", "shown"), [("", "1.y"), ('<w:lvlRestart w:val="0"/>', "2.y")])
def test_restart(restart, shown):
    lists = abstract(0, level(0), level(1, text="%2.", more=restart)) + num(1, 0)
    assert texts(item("a") + item("x", at=1) + item("b") + item("y", at=1), lists)[-1] == shown


def test_lists_of_one_definition_count_on_unless_they_start_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract(0, level(0)) + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1)
    assert texts(body, lists) == ["1.a", "2.b", "1.c", "2.d", "3.e"]


def test_a_level_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "第%1条")}</w:lvlOverride>'
    assert texts(item("a", 2), abstract(0, level(0)) + num(2, 0, own)) == ["第一条 a"]


def test_a_style_numbers_its_paragraphs():
    styles = (
        '<w:style w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="S"><w:name w:val="heading 2"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="N"><w:name w:val="n"/><w:basedOn w:val="H"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    lists = abstract(
        0,
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="H"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="S"/>'),
    ) + num(1, 0)
    off = '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("甲", '<w:pStyle w:val="H"/>')
        + p("子", '<w:pStyle w:val="S"/>')
        + p("无", off)
        + p("否", '<w:pStyle w:val="N"/>')
        + p("乙", '<w:pStyle w:val="H"/>')
    )
    assert texts(body, lists, styles) == ["一、甲", "（一）子", "无", "否", "二、乙"]


def test_bullets_are_left_out():
    assert texts(item("甲"), abstract(0, level(0, "bullet", "\uf0b7")) + num(1, 0)) == ["甲"]


@pytest.mark.parametrize(
    "numbering",
    [
        abstract(0, more='<w:numStyleLink w:val="A"/>') + num(1, 0),
        abstract(0, more='<w:numStyleLink w:val="B"/>') + abstract(1, more='<w:numStyleLink w:val="A"/>')
        + num(1, 0) + num(2, 1),
        num(1, 7),
        abstract(0, level(5)) + num(1, 0),
        abstract(0, '<w:lvl w:ilvl="x"/>', '<w:lvl w:ilvl="999999"/>') + num(1, 0),
    ],
)  # fmt: skip
def test_lists_that_lead_nowhere(numbering):
    styles = "".join(
        f'<w:style w:styleId="{name}"><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr></w:style>'
        for name, number in (("A", 1), ("B", 2))
    )
    assert texts(item("甲", at=0), numbering, styles) == ["甲"]


def test_a_definition_may_stand_behind_a_style():
    styles = '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    lists = (
        abstract(0, more='<w:numStyleLink w:val="A"/>')
        + abstract(1, level(0, "chineseCounting", "%1、"))
        + num(1, 0)
        + num(2, 1)
    )
    assert texts(item("甲"), lists, styles) == ["一、甲"]


def test_labels_of_rows_are_numbered_and_numbers_are_not():
    lists = abstract(0, level(0)) + num(1, 0)
    body = tbl(tr(tc(item("规章")), tc(item("5"))), tr(tc(item("文件")), tc(item(""))))
    (grid,) = (block for block in read(word(body, numbering=lists), Hint("a.docx")).blocks if isinstance(block, Grid))
    assert [[(cell.text, cell.pieces) for cell in row] for row in grid.rows] == [
        [("1.规章", False), ("5", True)],
        [("3.文件", False), ("", False)],
    ]


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("ideographTraditional", 11, "11"),
        ("decimalZero", 5, "05"),
        ("decimalFullWidth", 12, "１２"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 12, "亥"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 3, "C"),
        ("upperRoman", 44, "XLIV"),
        ("lowerRoman", 9, "ix"),
        ("none", 9, ""),
        ("neverHeardOf", 7, "7"),
        ("chineseCounting", 5000, "5000"),
    ],
)
def test_formats(form, number, shown):
    assert counted(number, form) == shown

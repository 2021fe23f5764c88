"""Markdown: headings, marks in cells, tables of bars and of HTML with their places in the file."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.contracts import Context, Hint
from govinfo.document import Grid, Paragraph
from govinfo.forms import official_forms
from govinfo.readers.markdown import MAX_LINE, read
from govinfo.readers.sniff import sniff_markdown
from govinfo.testing.damage import change_cell
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed
from govinfo.writers import markdown


def blocks(text):
    return read(text.encode(), Hint("a.md")).blocks


def paragraph(text):
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("# 标题", "标题", 1),
        ("### 标题 ###", "标题", 3),
        ("## 标题 {#anchor .class}", "标题", 2),
        ("#标题", "#标题", None),
        ("**标题**", "标题", None),
        (r"1\. 条目 \*", "1. 条目 *", None),
        (r"\*\*不是\*\*", "**不是**", None),
        ("#" * 7 + " 标题", "#" * 7 + " 标题", None),
    ],
)
def test_marks_of_headings_and_emphasis_are_taken_off(line, text, level):
    block = paragraph(line)
    assert (block.text, block.level) == (text, level)


def test_underlined_headings_have_a_level():
    first, second, third = blocks("标题\n====\n\n小标题\n---\n\n正文")
    assert [(block.text, block.level) for block in (first, second, third)] == [
        ("标题", 1),
        ("小标题", 2),
        ("正文", None),
    ]


def test_a_rule_below_a_blank_line_is_no_underline():
    assert [block.level for block in blocks("正文\n\n---")] == [None, None]


def test_marks_in_a_row_leave_blanks_so_that_places_stay():
    line = r"| **甲\|乙** | 12<br>3 | \-4 |"
    block = paragraph(line)
    assert len(block.text) == len(line)
    cells = [cell.strip() for cell in block.text.strip("|").split("|")]
    assert cells == ["甲 ｜乙", "12    3", "-4"]
    assert block.text.index("12") == line.index("12")


def test_long_lines_are_left_as_they_are():
    line = "*" * (MAX_LINE + 1)
    assert paragraph(line).text == line


def test_tables_of_html_become_grids_with_their_places_in_the_file():
    tables = [f"<table>\n<tr><td>{label}</td><td>1</td></tr>\n</table>" for label in "甲乙"]
    text = f"# 标题\n\n{tables[0]}\n\n文\n\n{tables[1]}"
    title, first, line, second = blocks(text)
    assert isinstance(first, Grid)
    assert isinstance(second, Grid)
    assert (title.text, line.text) == ("标题", "文")
    assert [(cell.source.table, cell.source.line) for cell in first.rows[0]] == [(1, 4), (1, 4)]
    assert [(cell.source.table, cell.source.line) for cell in second.rows[0]] == [(2, 10), (2, 10)]


def test_tables_of_bars_beside_tables_of_html_become_grids_too():
    text = "| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |\n\n<table>\n<tr><td>丙</td><td>3</td></tr>\n</table>"
    bars, html = blocks(text)
    assert [[cell.text for cell in row] for row in bars.rows] == [["甲", "1"], ["乙", "2"]]
    lines = text.split("\n")
    for row in bars.rows:
        for cell in row:
            assert lines[cell.source.line - 1][cell.source.column - 1 : cell.source.end_column - 1] == cell.text
    assert html.source.table == 1
    assert bars.source.table == 2


def test_a_table_that_does_not_end_is_text():
    assert all(isinstance(block, Paragraph) for block in blocks("<table>\n<tr>\n<td>1</td>"))


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_html_tables_between_headings_are_read_without_doubt(form):
    report = random_report(form, 4, "county")
    parts = [part if isinstance(part, str) else page([part]).replace("<tr>", "\n<tr>") for part in printed(report)]
    headings = {section.heading for section in report.sections}
    lines = [f"## {part}" if part in headings else part for part in parts]
    text = "# " + "\n\n".join(lines).replace("<html><body>", "").replace("</body></html>", "")
    read_back = govinfo.parse(text.encode(), filename="report.md")
    assert read_back.parser.reader == "markdown"
    assert [cell.value for cell in read_back.cells()] == [cell.value for cell in report.cells()]
    assert read_back.diagnostics == ()


@pytest.mark.parametrize(
    ("head", "name", "score"),
    [
        (b"# a\n", "a.md", 95),
        (b"a\n", "a.md", 95),
        (b"<html><body><p>a</p>", "a.md", 0),
        (b"# a\n\n## b\n", None, 93),
        (b"# a\n", None, 0),
        (b"a\n", "a.txt", 0),
        (b"%PDF-1.4", "a.md", 0),
        (b"\x00\x01\x02", "a.md", 0),
    ],
)
def test_sniffing(head, name, score):
    assert sniff_markdown(head, Hint(name)) == score


@given(st.sampled_from(["2019", "2021"]), st.integers(0, 999), st.data())
@settings(deadline=None, max_examples=30)
def test_an_empty_cell_of_a_narrow_row_is_no_filling(form, seed, data):
    report = random_report(form, seed)
    cells = [cell.id for cell in report.cells() if cell.id.startswith("proactive.")]
    emptied = data.draw(st.sampled_from(cells))
    report = change_cell(report, emptied, None)
    stream = BytesIO()
    markdown.write([report], stream, Context(official_forms()))
    found = govinfo.parse(stream.getvalue(), filename="a.md")
    assert {cell.id: cell.value for cell in found.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert found[emptied].status == "blank"
    assert found.diagnostics == ()


@pytest.mark.parametrize("place", [1, 2])
def test_a_narrow_row_that_lost_a_cell_is_not_filled_up(place):
    report = random_report("2019", 3, "province")
    stream = BytesIO()
    markdown.write([report], stream, Context(official_forms()))
    lines = stream.getvalue().decode().split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith("| 行政事业性收费"))
    pieces = lines[number].split("|")
    del pieces[place + 1]
    lines[number] = "|".join(pieces)
    found = govinfo.parse("\n".join(lines).encode(), filename="a.md")
    row = [cell for cell in report.cells() if cell.id.startswith("proactive.fees.")]
    told = {cell for finding in found.diagnostics for cell in finding.cells}
    assert all(found[cell.id].value == cell.value or cell.id in told for cell in row)

"""OpenDocument texts: what stands on the page is read, what does not never becomes part of a number."""

import pytest
from tests.fixtures.office import archive, opendocument

from govinfo.contracts import Hint
from govinfo.document import Figure, Grid, Paragraph
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers import odt
from govinfo.readers.odt import read
from govinfo.source import Source

HINT = Hint("a.odt")
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {look}/></style:style>'
    for name, family, look in [
        ("hidden", "text", 'text:display="none"'),
        ("struck", "text", 'style:text-line-through-style="solid"'),
        ("kept", "text", 'style:text-line-through-style="none"'),
        ("raised", "text", 'style:text-position="super 58%"'),
        ("gone", "paragraph", 'text:display="none"'),
    ]
) + (
    '<style:style style:name="child" style:family="text" style:parent-style-name="struck"/>'
    '<style:style style:name="a" style:family="text" style:parent-style-name="b"/>'
    '<style:style style:name="b" style:family="text" style:parent-style-name="a"/>'
)
NOTE = "<text:note-citation>3</text:note-citation><text:note-body><text:p>9</text:p></text:note-body>"
RUBY = "<text:ruby-base>公</text:ruby-base><text:ruby-text>gong</text:ruby-text>"


def p(inner, style=""):
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def span(text, style):
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def cell(inner, attributes=""):
    return f"<table:table-cell {attributes}>{inner if inner.startswith('<') else p(inner)}</table:table-cell>"


def row(*cells, attributes=""):
    made = (inner if inner.startswith("<table:") else cell(inner) for inner in cells)
    return f"<table:table-row {attributes}>{''.join(made)}</table:table-row>"


def table(*rows):
    return f"<table:table>{''.join(rows)}</table:table>"


def blocks(body):
    return read(opendocument(body, STYLES), HINT).blocks


def texts(body):
    return [block.text for block in blocks(body) if isinstance(block, Paragraph)]


def grid(*rows):
    (found,) = (block for block in blocks(table(*rows)) if isinstance(block, Grid))
    return found


@pytest.mark.parametrize(
    ("inner", "shown", "pieces"),
    [
        ("12", "12", False),
        (span("1", "x") + span("2", "y"), "12", False),
        ('1<text:s text:c="2"/>2', "1 2", False),
        ("甲<text:tab/>乙", "甲 乙", False),
        ("1<text:line-break/>2", "1 2", True),
        (f"12<text:note>{NOTE}</text:note>", "12", False),
        ("12<office:annotation><text:p>9</text:p></office:annotation>", "12", False),
        ("1<text:soft-page-break/>2", "12", False),
        ("<text:number>4.</text:number>12", "12", False),
        ('<text:a xlink:href="#x">5</text:a>', "5", False),
        ("1" + span("3", "hidden"), "1", True),
        ("5" + span("3", "struck"), "5", True),
        ("5" + span("件", "child"), "5", False),
        ("5" + span("3", "kept") + span("1", "a"), "531", False),
        ("12" + span("1", "raised"), "12", True),
        (span("12", "raised"), "12", False),
        (f"<text:ruby>{RUBY}</text:ruby>", "公", False),
        ('<text:bookmark text:name="x"/>7', "7", False),
        ("<draw:frame><draw:text-box><text:p>2</text:p></draw:text-box></draw:frame>1", "1 2", True),
    ],
)  # fmt: skip
def test_digits_of_a_cell(inner, shown, pieces):
    found = grid(row("规章", cell(p(inner)))).rows[0][1]
    assert (found.text, found.pieces) == (shown, pieces)


def test_paragraphs_and_headings():
    body = p("甲") + p("") + '<text:h text:outline-level="2">乙</text:h>' + table(row("一", "二")) + p("丙", "gone")
    found = blocks(body)
    assert [(block.text, block.level) for block in found[:2]] == [("甲", None), ("乙", 2)]
    assert [block.source for block in found] == [Source(paragraph=1), Source(paragraph=3), Source(table=1)]


def test_spans_and_covered_cells():
    found = grid(
        row(cell("甲", 'table:number-rows-spanned="2"'), cell("乙", 'table:number-columns-spanned="2"'),
            "<table:covered-table-cell/>"),
        row("<table:covered-table-cell/>", "1", "2"),
    )  # fmt: skip
    assert [[(one.text, one.rowspan, one.colspan) for one in line] for line in found.rows] == [
        [("甲", 2, 1), ("乙", 1, 2)],
        [("1", 1, 1), ("2", 1, 1)],
    ]
    assert found.rows[1][0].source == Source(table=1, row=2, cell=2)


def test_repeated_cells_and_rows():
    found = grid(row("规章", cell("0", 'table:number-columns-repeated="3"')),
                 row("文件", "1", attributes='table:number-rows-repeated="2"'))  # fmt: skip
    assert [[one.text for one in line] for line in found.rows] == [
        ["规章", "0", "0", "0"],
        ["文件", "1"],
        ["文件", "1"],
    ]
    assert found.rows[0][3].source.cell == 4


def test_header_rows_count_and_hidden_rows_do_not_show():
    body = (
        "<table:table><table:table-header-rows>" + row("一", "二") + "</table:table-header-rows>"
        + row("三", "四", attributes='table:visibility="collapse"') + row("五", "六") + "</table:table>"
    )  # fmt: skip
    (found,) = blocks(body)
    assert [[(one.text, one.source.row) for one in line] for line in found.rows] == [
        [("一", 1), ("二", 1)],
        [("五", 3), ("六", 3)],
    ]


def test_a_layout_table_is_read_through():
    inner = table(row("规章", "1"), row("文件", "2"))
    found = blocks(table(row(cell(p("甲") + inner))))
    assert [type(block) for block in found] == [Paragraph, Grid]
    assert found[0].source == Source(table=1, row=1, cell=1)
    assert found[1].rows[0][0].source == Source(table=2, row=1, cell=1)


def test_a_table_in_a_data_cell_glues_no_digits():
    found = grid(row("a", "b", "c"), row("d", cell(table(row("1", "2"))), "3"))
    assert [(one.text, one.pieces) for one in found.rows[1]] == [("d", False), ("1 2", True), ("3", False)]


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>{}</text:p></text:deletion>'
    "</text:changed-region></text:tracked-changes>"
)


@pytest.mark.parametrize(("deleted", "pieces"), [("3", True), ("件", False)])
def test_deleted_words_are_left_out_and_noted(deleted, pieces):
    body = CHANGES.format(deleted) + table(row("规章", cell(p('5<text:change text:change-id="c1"/>'))))
    document = read(opendocument(body), HINT)
    found = document.blocks[0].rows[0][1]
    assert (found.text, found.pieces) == ("5", pieces)
    assert [note.code for note in document.notes] == ["X35"]


def test_lists_sections_and_indexes():
    item = "<text:list><text:list-item>{}</text:list-item></text:list>"
    body = (
        item.format(p("甲") + item.format(p("乙")))
        + "<text:table-of-content><text:index-body>" + p("丁") + "</text:index-body></text:table-of-content>"
        + "<text:section>" + p("丙") + "</text:section>"
    )  # fmt: skip
    assert texts(body) == ["甲", "乙", "丙"]


def test_a_hidden_section_with_a_table_is_noted():
    document = read(opendocument('<text:section text:display="none">' + table(row("1", "2")) + "</text:section>"), HINT)
    assert document.blocks == ()
    assert [note.code for note in document.notes] == ["X26"]


def test_pictures_are_figures():
    frame = "<draw:frame><draw:image/><svg:desc>表格</svg:desc></draw:frame>"
    found = blocks(p(frame) + table(row("甲", cell(p(frame)))) + frame)
    assert [type(block) for block in found] == [Figure, Grid, Figure, Figure]
    assert (found[0].text, found[2].source) == ("表格", Source(table=1, row=1, cell=2))


def test_the_title():
    assert read(opendocument(p("某局年报"), title=" 某局  年报 "), HINT).title == "某局 年报"
    assert read(opendocument(p("甲"), title="某局年报"), HINT).title is None
    assert read(opendocument(p("甲")), HINT).title is None


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (archive({"word/document.xml": "<a/>"}), UnsupportedFormat, "no OpenDocument file"),
        (archive({"content.xml": "<a/>"}), UnsupportedFormat, "no OpenDocument text"),
        (archive({"content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"}), SourceError, "encrypted"),
        (archive({"content.xml": "<a>"}), SourceError, "no readable XML"),
        (archive({"content.xml": "<!DOCTYPE a><a/>"}), SourceError, "document type"),
        (b"<?xml version='1.0'?><a/>", UnsupportedFormat, "no OpenDocument text"),
    ],
)
def test_what_is_no_text_says_so(data, error, reason):
    with pytest.raises(error, match=reason):
        read(data, HINT)


def test_too_many_tags_are_refused(monkeypatch):
    monkeypatch.setattr(odt, "MAX_TAGS", 5)
    with pytest.raises(SourceError, match="more than 5 tags"):
        read(opendocument(p("甲")), HINT)


NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." '
    'text:display-levels="2"/><text:list-level-style-bullet text:level="3"/></text:list-style>'
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="第" '
    'style:num-suffix="章"/></text:outline-style>'
)


def numbered_list(*items, attributes=""):
    made = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L" {attributes}>{made}</text:list>'


def test_lists_show_their_numbers():
    inner = "<text:list><text:list-item><text:p>子</text:p></text:list-item></text:list>"
    body = (
        numbered_list(p("甲") + inner, p("乙"), inner, attributes='xml:id="x"')
        + p("间")
        + numbered_list(p("丙"), attributes='text:continue-numbering="true"')
        + numbered_list(p("丁"))
        + numbered_list(p("戊"), attributes='text:continue-list="x"')
        + "<text:h>题</text:h>"
    )
    found = [block.text for block in read(opendocument(body, NUMBERED), HINT).blocks]
    shown = ["一、甲", "一.1.子", "二、乙", "二.1.子", "间", "三、丙", "一、丁", "四、戊", "第1章 题"]
    assert found == shown


def test_a_list_starts_where_it_says():
    item = '<text:list-item text:start-value="5"><text:p>甲</text:p></text:list-item>'
    body = f'<text:list text:style-name="L">{item}</text:list>'
    assert [block.text for block in read(opendocument(body, NUMBERED), HINT).blocks] == ["五、甲"]


def test_numbers_of_lists_are_no_digits_of_a_cell():
    body = table(row(cell(numbered_list(p("规章"))), cell(numbered_list(p("5")))))
    (found,) = read(opendocument(body, NUMBERED), HINT).blocks
    assert [(one.text, one.pieces) for one in found.rows[0]] == [("一、规章", False), ("5", True)]

import pytest

from govinfo.contracts import Hint
from govinfo.document import Figure, Grid, Paragraph
from govinfo.document.furnishing import MAX_CELL
from govinfo.errors import SourceError
from govinfo.readers.web.html import read

HINT = Hint("page.html")


def document(markup):
    return read(markup.encode(), HINT)


def grids(markup):
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document(markup).blocks
        if isinstance(block, Grid)
    ]


def paragraphs(markup):
    return [block.text for block in document(markup).blocks if isinstance(block, Paragraph)]


def cell(markup):
    """The text of a data cell that holds some markup."""
    (grid,) = grids(f"<table><tr><td>行政许可</td><td>{markup}</td></tr></table>")
    return grid[0][1]


def test_a_table():
    assert grids("<table><tr><td>规章</td><td>1</td></tr><tr><td>行政许可</td><td>2</td></tr></table>") == [
        [["规章", "1"], ["行政许可", "2"]]
    ]


def test_spans_and_places():
    (grid,) = document(
        "<p>甲</p>\n<table><tr><td rowspan=2 colspan='3'>一</td><td>1</td></tr>\n<tr><th>2</th></tr></table>"
    ).blocks[1:]
    assert isinstance(grid, Grid)
    first = grid.rows[0][0]
    assert (first.rowspan, first.colspan) == (2, 3)
    assert (first.source.table, first.source.row, first.source.cell, first.source.line) == (1, 1, 1, 2)
    below = grid.rows[1][0]
    assert (below.text, below.source.row, below.source.cell, below.source.line) == ("2", 2, 1, 3)


@pytest.mark.parametrize(
    ("span", "due"),
    [
        ("2", 2),
        (" 2 ", 2),
        ("02", 2),
        ("0", 1),
        ("-2", 1),
        ("a", 1),
        ("", 1),
        ("２", 1),
        ("१", 1),
        ("1_0", 1),
        ("²", 1),
    ],
)
def test_span_attributes(span, due):
    (grid,) = document(f'<table><tr><td rowspan="{span}" colspan="{span}">1</td><td>2</td></tr></table>').blocks
    assert isinstance(grid, Grid)
    assert (grid.rows[0][0].rowspan, grid.rows[0][0].colspan) == (due, due)


@pytest.mark.parametrize(("span", "due"), [("2.7", 2), ("+2", 2), ("2px", 2), ("3;", 3)])
def test_span_attributes_as_in_browsers(span, due):
    """HTML Standard, rules for parsing non-negative integers: what follows the digits is ignored."""
    (grid,) = document(f'<table><tr><td colspan="{span}">1</td><td>2</td></tr></table>').blocks
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].colspan == due


def test_sections_of_a_table():
    markup = "<table><caption>表</caption><colgroup><col></colgroup><thead><tr><th>a</th></tr></thead>"
    markup += "<tbody><tr><td>1</td></tr></tbody><tfoot><tr><td>2</td></tr></tfoot></table>"
    assert grids(markup) == [[["a"], ["1"], ["2"]]]


def test_tables_without_closing_tags():
    assert grids("<table><tr><td>规章<td>1<tr><td>行政许可<td>2</table>") == [[["规章", "1"], ["行政许可", "2"]]]


def test_empty_cells_are_cells():
    assert grids("<table><tr><td></td><td>&nbsp;</td><td><p></p></td><td>1</td></tr></table>") == [[["", "", "", "1"]]]


@pytest.mark.parametrize(
    ("markup", "due"),
    [
        ("12", "12"),
        (" \n 12\t ", "12"),
        ("&nbsp;12&nbsp;", "12"),
        ("\u300012\u3000", "12"),
        ("&#49;&#x32;", "12"),
        ("<p>12</p>", "12"),
        ("<p>\n<span>12</span>\n</p>", "12"),
        ("<span>1</span><span>2</span>", "12"),
        ("<font><b>1</b></font>2", "12"),
        ("<p><span>本年</span><b>新收</b>申请</p>数量", "本年新收申请 数量"),
        ("<p>1<i>2<b>3</b>4</i>5</p>", "12345"),
        ("<a href='#'>12</a>", "12"),
        ("12<o:p></o:p>", "12"),
        ("12<!-- 3 -->", "12"),
        ("<!--[if gte mso 9]><xml>5</xml><![endif]-->12", "12"),
        ("12<img src='x.png' alt='3'>", "12"),
        ("商业<br>企业", "商业 企业"),
        ("<p>商业</p><p>企业</p>", "商业 企业"),
        ("商业\n企业", "商业 企业"),
        ("1&lt;2 &amp; 3", "1<2 & 3"),
    ],
)
def test_text_of_cells(markup, due):
    assert cell(markup) == due


@pytest.mark.parametrize(
    "markup",
    [
        "12<script>3</script>",
        "<script>3</script>12",
        "<style>p { margin: 0 }</style>12",
        "<p><script>3</script>12</p>",
        "12<noscript><p>3</p></noscript>",
        "12<svg><text>3</text></svg>",
        "12<math><mn>3</mn></math>",
        "12<select><option>3</option></select>",
        "12<template><b>3</b></template>",
        "12<object><span>3</span></object>",
        "12<button><span>3</span></button>",
        "12<textarea>3</textarea>",
    ],
)
def test_what_is_no_text_is_left_out_of_cells(markup):
    assert cell(markup) == "12"


@pytest.mark.parametrize(
    "markup",
    [
        "12<span style='display:none'>3</span>",
        "<span style='DISPLAY : NONE'>3</span>12",
        "12<span hidden>3</span>",
        "12<span style='visibility: hidden'>3</span>",
        "12<span style='font-size:0'>3</span>",
        "12<span style='color: red; font-size: 0.0px;'>3</span>",
        "<p>12</p><p style='display:none'>3</p>",
    ],
)
def test_hidden_text_is_left_out_of_cells(markup):
    assert cell(markup) == "12"


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_digits_are_not_joined_with_the_others(tag):
    assert cell(f"<{tag}>3</{tag}>12") != "312"


def test_a_footnote_mark_is_not_joined_with_the_number():
    assert cell("12<sup>1</sup>") != "121"


@pytest.mark.parametrize(
    "markup",
    [
        "<span style='font-size:0'><span style='font-size: 16px'>12</span></span>",
        "<p style='font-size: 0px;'><font size=3>12</font></p>",
        "<span style='font-size:0.8em'>12</span>",
    ],
)
def test_text_with_a_size_of_its_own_is_shown(markup):
    assert cell(markup) == "12"


def test_an_image_says_what_it_stands_for_where_there_is_no_text():
    assert cell("<img src='0.gif' alt='0'>") == "0"
    assert cell("<p><img src='a.png' alt='图片'></p>") == "图片"
    assert cell("12<img src='0.gif' alt='0'>") == "12"
    assert cell("<img src='blank.gif'>") == ""


@pytest.mark.parametrize(
    ("markup", "due"),
    [
        ("<img alt='58'>", True),
        ("<p><span><img alt='5'></span><img alt='8'></p>", True),
        ("<img alt='图片'>", False),
        ("<img>58", False),
        ("<input value='58'>", False),
    ],
)
def test_a_number_that_an_image_stands_for_is_noted(markup, due):
    (table,) = document(f"<table><tr><td>规章</td><td>{markup}</td></tr></table>").blocks
    assert table.rows[0][1].pieces is due


OVERRIDE = "unicode-bidi:bidi-override;direction:rtl"
SHEET = f"<style><!-- /* .b */ p, .a.c {{margin:0}} @media all {{ p .a:first-child, td#b {{{OVERRIDE}}} }} --></style>"


@pytest.mark.parametrize(
    "markup",
    [
        "<bdo dir=rtl>21</bdo>",
        "<p><BDO DIR='RTL'>2<b>1</b></BDO></p>",
        "<p dir=rtl><bdo>21</bdo></p>",
        f"<span style='{OVERRIDE}'>21</span>",
        "<span style='Direction: RTL; Unicode-Bidi: isolate-override'>21</span>",
        f"{SHEET}<span class='x a'>21</span>",
    ],
)
def test_text_shown_from_right_to_left_is_marked_as_in_plain_text(markup):
    assert cell(markup).strip() == "\u202e21\u202c"


@pytest.mark.parametrize("attribute", [f"style='{OVERRIDE}'", "class=a", "id=b"])
@pytest.mark.parametrize("sheet", ["", SHEET])
def test_cells_shown_from_right_to_left_are_marked(sheet, attribute):
    (grid,) = grids(f"{sheet}<table><tr><td>规章</td><td {attribute}>21</td></tr></table>")
    turned = bool(sheet) or "style" in attribute
    assert grid == [["规章", "\u202e21\u202c" if turned else "21"]]


@pytest.mark.parametrize(
    "markup",
    [
        "<bdo>12</bdo>",
        "<bdo dir=ltr>12</bdo>",
        "<p dir=rtl><bdo dir=ltr>12</bdo></p>",
        "<p dir=rtl>12</p>",
        "<span style='unicode-bidi:embed;direction:rtl'>12</span>",
        "<span style='unicode-bidi:bidi-override'>12</span>",
        f"{SHEET}<span class=c>12</span>",
        f"{SHEET}<p>12</p>",
        f"{SHEET}<span class=a dir=ltr>12</span>",
        "<style>.a{unicode-bidi:bidi-override;direction:ltr}</style><span class=a>12</span>",
    ],
)
def test_text_shown_from_left_to_right_is_not_marked(markup):
    assert cell(markup) == "12"


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("td:nth-child(2)::before{content:'1'}", True),
        ("p, .a b:after { color: red; CONTENT : '；' \"第2\" }", True),
        ("@media screen{#c:before{content:'\\31 '}}", True),
        ("td:before{counter-increment:n;content:counter(n)}", True),
        ("td:before{content:'\\f101'}", False),
        ("td:before{content:attr(data-label2)}", False),
        ("td:before{content:'、'; margin:1px}", False),
        ("/* td:before{content:'1'} */", False),
        ("li:before, .d:after{content:'1'}", False),
    ],
)
def test_digits_that_a_style_sheet_adds_to_cells_leave_a_note(rule, due):
    table = "<table><tr><td>规章</td><td class=a id=c><b>2</b></td></tr></table>"
    found = document(f"<style>{rule}</style><ul><li class=d>甲</li></ul>{table}")
    assert [note.code for note in found.notes] == ["X21"] * due


def test_hidden_cells_and_rows_are_left_out():
    shown = "<tr><td>规章</td><td>1</td></tr>"
    assert grids(f"<table>{shown}<tr style='display:none'><td>规章</td><td>9</td></tr></table>") == [[["规章", "1"]]]
    assert grids("<table><tr><td>规章</td><td style='display:none'>9</td><td>1</td></tr></table>") == [[["规章", "1"]]]
    assert grids("<table><tr><td>规章</td><td hidden>9</td><td>1</td></tr></table>") == [[["规章", "1"]]]


def test_hidden_tables_leave_a_note():
    hidden = "<div style='display: none'><table><tr><td>规章</td><td>9</td></tr></table></div>"
    found = document(hidden + "<p>甲</p>")
    assert [type(block) for block in found.blocks] == [Paragraph]
    assert [note.code for note in found.notes] == ["X26"]
    assert document("<p hidden>甲</p>").notes == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var t = '<table><tr><td>规章</td><td>9</td></tr></table>';</script>",
        "<!-- <table><tr><td>规章</td><td>9</td></tr></table> -->",
        "<noscript><table><tr><td>规章</td><td>9</td></tr></table></noscript>",
        "<textarea><table><tr><td>规章</td><td>9</td></tr></table></textarea>",
        "<template><table><tr><td>规章</td><td>9</td></tr></table></template>",
        "<style>/* <table><tr><td>规章</td><td>9</td></tr></table> */</style>",
        "<iframe><table><tr><td>规章</td><td>9</td></tr></table></iframe>",
    ],
)
def test_tables_that_nobody_sees(markup):
    found = document(f"<p>甲</p>{markup}<p>乙</p>")
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == ["甲", "乙"]
    assert not [block for block in found.blocks if isinstance(block, Grid)]


def test_layout_tables_are_read_through():
    inner = "<table><tr><td>规章</td><td>1</td></tr></table>"
    markup = f"<table><tr><td>左栏</td><td><p>上文</p>{inner}<p>下文</p></td></tr></table>"
    assert grids(markup) == [[["规章", "1"]]]
    assert paragraphs(markup) == ["左栏", "上文", "下文"]


def test_a_table_with_long_text_is_layout():
    long = "长" * (MAX_CELL + 1)
    assert paragraphs(f"<table><tr><td>左</td><td>{long}</td></tr></table>") == ["左", long]
    assert grids(f"<table><tr><td>左</td><td>{long[:-1]}</td></tr></table>") == [[["左", long[:-1]]]]


def test_a_long_remark_beside_many_numbers_leaves_a_table():
    long = "长" * (MAX_CELL + 1)
    rows = "".join(f"<tr><td>行{number}</td><td>{number}</td><td>0</td></tr>" for number in range(8))
    assert len(grids(f"<table>{rows}<tr><td>{long}</td></tr></table>")) == 1
    links = "".join(f"<tr><td>栏目{number}</td><td>{number}</td><td>页</td></tr>" for number in range(8))
    assert grids(f"<table>{links}<tr><td>{long}</td></tr></table>") == []


def test_a_single_cell_is_layout():
    assert paragraphs("<table><tr><td>全文</td></tr></table>") == ["全文"]


def test_tables_are_numbered_in_reading_order():
    markup = "<table><tr><td>规章</td><td>1</td></tr></table>" * 3
    assert [block.source.table for block in document(markup).blocks if isinstance(block, Grid)] == [1, 2, 3]


def test_paragraphs():
    markup = "<h1>标题</h1><div>甲<p>乙</p>丙<br>丁<span>戊</span><b>己</b></div>庚"
    assert paragraphs(markup) == ["标题", "甲", "乙", "丙", "丁戊己", "庚"]


def test_levels_and_lines():
    first, second = document("<h2>标题</h2>\n\n<p>文</p>").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.level, first.source.line) == (2, 1)
    assert (second.level, second.source.line) == (None, 3)


def test_images():
    figures = [
        block for block in document("<p>甲<img src='a.png' alt='表格'>乙</p>").blocks if isinstance(block, Figure)
    ]
    assert [figure.text for figure in figures] == ["表格"]


def test_title_and_metadata():
    found = document(
        "<head><title> 甲\n 乙 </title><meta name='PubDate' content=' 2025-01-02 '><meta name='x'>"
        "<meta charset='utf-8'></head><body><p>文</p></body>"
    )
    assert found.title == "甲 乙"
    assert found.metadata == (("PubDate", "2025-01-02"),)
    assert found.encoding == "utf-8"


def test_entities():
    assert paragraphs("<p>&ldquo;三安全一稳定&rdquo;&mdash;&#12289;&hellip;&copy;</p>") == ["“三安全一稳定”—、…©"]


@pytest.mark.parametrize("markup", ["<", "<>", "<!---->", "<?xml version='1.0'?>", "<![CDATA[", "&", "</p>"])
def test_hardly_any_markup(markup):
    try:
        document(markup)
    except SourceError as error:
        assert "markup" in str(error)  # noqa: PT017 - an empty document is as good


def test_too_deep_a_page_leaves_a_note():
    found = document("<p>甲</p>" + "<div>" * 300 + "<p>乙</p>")
    texts = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert texts == ["甲", "乙"] or [note.code for note in found.notes] == ["X21"]


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>甲</p></body></html><p>乙</p>",
        "<html><body><p>甲</p></body><p>乙</p></html>",
        "<html><body><div><html><body><p>甲</p></body></html></div><p>乙</p></body></html>",
        "<p>甲</p></html><p>乙</p>",
    ],
)
def test_what_follows_the_end_of_the_page(markup):
    assert paragraphs(markup) == ["甲", "乙"]


def test_a_whole_page_behind_another_is_read_or_noted():
    page = "<html><body><p>{}</p></body></html>"
    found = document(page.format("甲") + page.format("乙"))
    texts = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert texts == ["甲", "乙"] or found.notes


@pytest.mark.parametrize("control", ["\x01", "\x1f", "\x7f", "\x0b", "&#1;", "&#xFFFF;", "\ufffe"])
@pytest.mark.parametrize("where", ["<td>1</td>{}2<td>3</td>", "{}2<td>1</td>", "<td>1</td></tr>{}2<tr><td>3</td>"])
def test_characters_that_no_tree_may_hold_beside_cells(where, control):
    page = f"<table><tr>{where.format(control)}</tr></table><p>after</p>"
    assert "after" in paragraphs(page)

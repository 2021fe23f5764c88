"""Web pages as found in the wild: implied rows, captions, frames, links, regions, characters nobody sees."""

import pytest

from govinfo.contracts import Hint
from govinfo.document import Grid, Paragraph
from govinfo.errors import SourceError
from govinfo.readers.web import tables
from govinfo.readers.web.html import read
from govinfo.readers.web.text import visible


def document(markup):
    return read(markup.encode(), Hint("a.html"))


def grids(markup):
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document(markup).blocks
        if isinstance(block, Grid)
    ]


def paragraphs(markup):
    return [block.text for block in document(markup).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><td>甲</td><td>1</td><tr><td>乙</td><td>2</td></tr></table>",
        "<table><tbody><td>甲</td><td>1</td></tbody><tr><td>乙</td><td>2</td></tr></table>",
        "<table><tr><form><td>甲</td><td>1</td></form></tr><tr><td>乙</td><td>2</td></tr></table>",
        "<table><tr><td>甲</td><form><span><td>1</td></span></form></tr><tr><td>乙</td><td>2</td></tr></table>",
        "<table><form><tr><td>甲</td><td>1</td></tr></form><tr><td>乙</td><td>2</td></tr></table>",
        "<table><tr><td>甲<td>1<tr><td>乙<td>2",
        "<table><tr><td>甲</td><td>1</td><tr></tr><td>乙</td><td>2</td></tr></table>",
    ],
)
def test_rows_that_the_markup_only_implies(markup):
    (grid,) = grids(markup)
    assert [row for row in grid if row] == [["甲", "1"], ["乙", "2"]]


def test_the_caption_of_a_table_stands_above_it():
    markup = "<table><caption> 2024年 <b>情况</b></caption><tr><td>甲</td><td>1</td></tr></table>"
    first, second = document(markup).blocks
    assert isinstance(first, Paragraph)
    assert first.text == "2024年 情况"
    assert isinstance(second, Grid)


@pytest.mark.parametrize(
    "frame",
    [
        "<frame src='x.files/sheet001.htm'>",
        '<FRAME NAME=a SRC="x.files/sheet001.htm">',
        "<frame src=x.files/sheet001.htm>",
    ],
)
def test_a_page_of_frames_says_where_the_content_is(frame):
    with pytest.raises(SourceError, match=r"x\.files/sheet001\.htm") as caught:
        document(f"<html><frameset rows='*,39'>{frame}<noframes><p>框架</p></noframes></frameset></html>")
    assert "sheet001.htm" in caught.value.zh


def test_islands_of_xml_are_not_read():
    island = "<xml><x:ExcelWorkbook><x:Name>表</x:Name><x:Height>8000</x:Height><x:Empty/></x:ExcelWorkbook></xml>"
    assert paragraphs(f"<p>甲</p>{island}<p>乙</p>") == ["甲", "乙"]
    assert paragraphs(f"<!--[if gte mso 9]>{island}<![endif]--><p>甲<![if !supportLists]>（一）<![endif]></p>") == [
        "甲（一）"
    ]


@pytest.mark.parametrize(
    ("markup", "due"),
    [
        ("<p><a href='/a'>标题</a></p>", True),
        ("<li><a href='/a'>很长很长的一个标题</a><span>2024-01-02</span></li>", False),
        ("<li><a href='/a'>青川市林业局2022年政府信息公开工作年度报告</a> 2024-01-02</li>", True),
        ("<p><a name='b'>标题</a></p>", False),
        ("<p><a>标题</a></p>", False),
        ("<p>详见<a href='/a'>此处</a>的说明文字</p>", False),
        ("<a href='/a'><div>标题</div></a>", True),
        ("<a href='/a' hidden>x</a><p>标题</p>", False),
        ("<a href='/a'></a><p>标题</p>", False),
    ],
)
def test_paragraphs_that_are_links(markup, due):
    (paragraph,) = document(markup).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.linked == due


def test_regions_are_ranges_of_blocks_inner_ones_first():
    found = document(
        "<div><p>0</p><p>1</p></div><div><div><p>2</p><table><tr><td>3</td><td>3</td></tr></table></div><p>4</p></div><p>5</p>"
    )
    assert found.regions[:3] == ((0, 2), (2, 4), (2, 5))
    assert found.regions[-1] == (0, 6)
    assert len(found.blocks) == 6


def test_a_region_around_one_block_tells_nothing():
    assert document("<div><p>甲</p></div><div></div>").regions == ()


@pytest.mark.parametrize(
    ("markup", "due"),
    [
        ("1\u200b2", "12"),
        ("&#8203;12", "12"),
        ("&#x200B;1&shy;2&zwj;", "12"),
        ("\ufeff12\u00ad", "12"),
        ("1&#82031;2", "1&#82031;2"),
        ("&nbsp;12", "&nbsp;12"),
    ],
)
def test_characters_that_nobody_sees(markup, due):
    assert visible(markup) == due


def test_what_is_hidden_from_screen_readers_is_no_digit_of_the_number_beside_it():
    shown = "<td>12<span aria-hidden='true'>1</span></td>"
    (grid,) = [
        block for block in document(f"<table><tr><td>甲</td>{shown}</tr></table>").blocks if isinstance(block, Grid)
    ]
    assert (grid.rows[0][1].text, grid.rows[0][1].pieces) == ("12", True)
    assert grids("<table><tr><td>甲</td><td><i aria-hidden='true'>12</i></td></tr></table>") == [[["甲", "12"]]]


@pytest.mark.parametrize(
    ("markup", "due"),
    [
        ("<td></td>7</td><td>8</td>", ["甲", "7", "8"]),
        ("<td>7</td><span>9</span><td>8</td>", ["甲", "7 9", "8"]),
        ("<td>7</td>\n&nbsp;<td>8</td>", ["甲", "7", "8"]),
        ("<td>7</td><script>9</script><td>8</td>", ["甲", "7", "8"]),
        ("<td>7</td><td><tr>8</td>", ["甲", "7", "8"]),
        ("<td>7</td><td></tr>8</td>", ["甲", "7", "8"]),
    ],
)
def test_text_between_cells_goes_to_the_cell_before_it(markup, due):
    (grid,) = grids(f"<table><tr><td>甲</td>{markup}</tr><tr><td>乙</td><td>1</td><td>2</td></tr></table>")
    assert [row for row in grid if row] == [due, ["乙", "1", "2"]]


@pytest.mark.parametrize("part", ["table", "thead", "tbody", "tfoot", "tr"])
@pytest.mark.parametrize("text", ["", "\n ", "7"])
def test_pages_without_text_outside_of_cells_are_read_like_others(part, text, monkeypatch):
    rows = {tag: f"<{tag}><tr><td>甲</td><td>1</td></tr></{tag}>" for tag in ("thead", "tbody", "tfoot")}
    page = f"<table>{''.join(rows.values())}<tr><td>乙</td><td>2</td></tr></table>".replace(
        f"</{part}>", f"{text}</{part}>"
    )
    found = grids(page)
    monkeypatch.setattr(tables, "_HAS_TEXT_OUTSIDE_CELLS", lambda _: True)
    assert found == grids(page)
    assert any(cell.endswith(" 7") for grid in found for row in grid for cell in row) is (text == "7")


def test_text_in_front_of_the_first_cell_is_a_cell():
    (grid,) = grids("<table><tr>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>")
    assert grid == [["甲", "1"], ["乙", "2"]]


@pytest.mark.parametrize(
    ("markup", "codes"),
    [
        ("<table><tr><td>甲</td><td>1</td></table></td></tr><tr><td>乙</td><td>2</td></tr>", ["X21"]),
        ("<table><tbody><tr><td>甲</td><td>1</td></tr><b>7</b></tbody></table>", ["X21"]),
        ("<table><form><tr><td>甲</td><td>1</td></tr></form></table>", []),
        ("<table><tbody><tr><td>甲</td><td>1</td></tr><script>7</script></tbody></table>", []),
    ],
)
def test_rows_outside_of_their_table_leave_a_note(markup, codes):
    assert [note.code for note in document(markup).notes] == codes

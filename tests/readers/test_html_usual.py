"""Tables of pages read by patterns say what their tree says; what the patterns do not know is left to the tree."""

import re
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govinfo.contracts import Hint
from govinfo.document import Grid
from govinfo.document.sparse import FlatGrid
from govinfo.errors import GovinfoError
from govinfo.readers.web import html as reader
from govinfo.readers.web.cutting import MARK, MAX_LINE, Cut, without_tables
from govinfo.readers.web.html import read
from govinfo.readers.web.usual import read_usual
from govinfo.source import Source
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed, web_page

HINT = Hint("a.html")
BODY = (
    '<tr class="first"><td rowspan="2" style="width:9px">件</td><td colspan=2>项</td></tr>\n'
    "<tr><td>1</td><td> 20\n</td></tr><tr><th>章</th><td><p\nclass='a'><span lang=EN-US>3</span></p></td>"
    "<td><b>4</b></td></tr>"
)
TABLE = f'<table border="1">\n<tbody>{BODY}</tbody></table>'
MORE = "<table><tr><td>甲<br>乙</td><td>7<sup>[1]</sup></td><td>8&nbsp;</td><td><b>9</b><b>6</b></td></tr></table>"
LAYOUT = "<table><tr><td>上</td><td>{}</td></tr></table>"
PAGE = "<html><head><title>题</title></head><body><div><p>前</p>{}</div>间{}<ul><li>项</ul>{}<p>后</p></body></html>"
BITS = (
    *("<td>", "</td>", "<th>", "<tr>", "</tr>", "<tbody>", "<thead>", "<tfoot>", "<caption>", "<col>"),
    *("<table>", "</table>", TABLE, MORE, "<td/>", "<TD>", "<td></th>", "</body>"),
    *("<p>", "</p>", "<div>", "</div>", "<span>", "</span>", "<b>", "<br/>", "<x>", "<o:p></o:p>", "<h2>", "<li>"),
    *("字", "12", "\n", "\r\n", "\t", "\xa0", "\u3000", "\x01", "\x0b", "\x85", "\ufffe", "\u200b", "长" * 301),
    *("&nbsp;", "&amp;", "&#49;", "&", "<", ">", '"', "'", "=", "/"),
    *(
        "<sup>2</sup>",
        "<del>3</del>",
        "<a href='#1'>①</a>",
        "<input value=5>",
        "<img alt=图>",
        "<textarea>4</textarea>",
    ),
    *("<span style='display:none'>9</span>", "<span style='font-size:0'>8</span>", "<b hidden>7</b>", "<font size=2>"),
    *(
        "<div style='font-size:0'>",
        "<font size=2>",
        "<b style='font:9px'>",
        "<span style='vertical-align:super'>3</span>",
        "<b>1</b><b>2</b>",
    ),
    *(" hidden", " style='display:none'", " rowspan=2", " colspan='x'", " rowspan='&#50;'", " title='a>b'"),
    *(" colspan=2 colspan=3", " ROWSPAN=3", " title='</td>'", " a='1'b='2'", " title='\n'"),
    *("<!-- 7 -->", "<!--", "-->", "<script>", "</script>", "<script>x='<td>1</td>'</script>", "<style>", "<form>"),
    *("<select><option>1</select>", "<template><td>5</template>", "<object>", "<title>", MARK, f"<td {MARK}=0>"),
)


def outcome(data):
    try:
        document = read(data, HINT)
    except GovinfoError as error:
        return str(error)
    blocks = [(block.rows, block.source) if isinstance(block, Grid) else block for block in document.blocks]
    return blocks, document.title, document.notes, document.regions


def by_tree(data):
    with mock.patch.object(reader, "without_tables", lambda markup: Cut(markup, ())):
        return outcome(data)


def grids(markup):
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in read(markup.encode(), HINT).blocks
        if isinstance(block, Grid)
    ]


@pytest.mark.parametrize("write", [lambda report: page(printed(report)).encode(), web_page])
@pytest.mark.parametrize(("form", "size"), [("2019", "county"), ("2021", "zero"), ("2021", "province")])
def test_all_tables_of_a_report_are_read_by_patterns(write, form, size):
    data = write(random_report(form, 3, size))
    cut = without_tables(data.decode())
    assert len(cut.tables) == data.count(b"</table>") > 2
    assert outcome(data) == by_tree(data)


def test_texts_spans_and_places():
    table = read_usual(TABLE)
    grid = FlatGrid(table.cells(()), Source(line=5))
    rows = [grid.row(number) for number in range(3)]
    assert [(row.texts, row.spans, row.lines) for row in rows] == [
        (["件", "项"], [(0, 2, 1), (1, 1, 2)], [6, 6]),
        (["1", "20"], [], [7, 7]),
        (["章", "3", "4"], [], [8, 8, 9]),
    ]
    assert [list(row.places) for row in rows] == [[1, 2], [1, 2], [1, 2, 3]]
    assert not table.left


@pytest.mark.parametrize(
    "stray",
    [
        *("<tr><td>9</td></tr>", "<TD>9", "<tbody>文<tr><td>9</td></tr>", "<table><tr>文<td>3</td></tr></table>"),
        *("<title><td>9</title>", "<p>9</p>", "<!-- <td>9 -->"),
    ],
)
@pytest.mark.parametrize("where", ["{0}{1}", "{1}{0}", "<table><tr><td>{0}</td>{1}</tr></table>"])
def test_pieces_of_tables_beside_usual_ones_are_seen(where, stray):
    markup = PAGE.format(where.format(TABLE, stray), "", "")
    cut = without_tables(markup)
    assert len(cut.tables) == 1
    assert cut.has_others(cut.markup.lower().encode()) == (stray != "<p>9</p>" or "table" in where)
    assert outcome(markup.encode()) == by_tree(markup.encode())


def test_a_page_of_usual_tables_has_no_others():
    cut = without_tables(PAGE.format(TABLE, "", MORE))
    assert len(cut.tables) == 2
    assert not cut.has_others(cut.markup.lower().encode())


def test_cells_with_more_than_a_text_stay():
    cut = without_tables(MORE)
    (table,) = cut.tables
    assert list(table.left.values()) == ["甲<br>乙", "7<sup>[1]</sup>", "8&nbsp;", "<b>9</b><b>6</b>"]
    assert grids(MORE) == [[["甲 乙", "7", "8", "96"]]]
    assert outcome(MORE.encode()) == by_tree(MORE.encode())


@pytest.mark.parametrize(
    "bit",
    [
        *("<td>", "</td>", "</th>", "<tr>", "<table>", "<x>", "<!--", "<script>", "<textarea>4</textarea>", "\x01"),
        *("<select><option>1</select>", "<input value=5>", "<span hidden>9</span>", "长" * 301, "<bdo dir=rtl>9</bdo>"),
    ],
)
def test_what_is_not_known_is_left_to_the_tree(bit):
    assert read_usual(TABLE.replace("<td>1", f"<td>{bit}1")) is None


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        "style='display:none'",
        "style='unicode-bidi:bidi-override'",
        "title='a>b'",
        "a='1'b",
        "x='1",
        "rowspan='&#50;'",
        "é=1",
    ],
)
def test_attributes_that_hide_or_are_not_known_are_left_to_the_tree(attribute):
    assert read_usual(TABLE.replace("<td>1", f"<td {attribute}>1")) is None


@pytest.mark.parametrize("tag", ["<table border", "<tbody", "<tr", "<td rowspan", "<p\nclass", "<span lang"])
def test_what_hides_a_part_of_a_table_is_left_to_the_tree(tag):
    markup = TABLE.replace(tag, tag.replace(tag.split()[0], f"{tag.split()[0]} style='display:none'"), 1)
    assert markup != TABLE
    assert read_usual(markup) is None
    assert outcome(markup.encode()) == by_tree(markup.encode())


@pytest.mark.parametrize(
    "around",
    [
        "<!--{}-->",
        "<script>x='{}'</script>",
        "<p title='{}'>甲</p>",
        "<t{}",
        "<div style='display:none'>{}</div>",
        "<div style='font-size:0'>{}</div>",
        "<select>{}</select>",
        "<table><tr><td>甲</td></tr>字{}</table>",
        LAYOUT,
        LAYOUT.format(LAYOUT),
        LAYOUT.replace("</td></tr>", "</td>字</tr>"),
        "<table><tbody>{}</tbody></table>",
        f"<p {MARK}=0>甲</p>{{}}",
        "<div>" * 230 + "{}",
    ],
)
def test_whatever_stands_around_a_table_the_page_says_what_its_tree_says(around):
    sized = (
        TABLE.replace('style="width', 'STYLE = "font:9px;width'),
        TABLE.replace("<b>", "<font>").replace("</b>", "</font>"),
    )
    for inner in (TABLE, MORE, *sized):
        data = PAGE.format(TABLE, around.format(inner), MORE).encode()
        assert outcome(data) == by_tree(data)


def test_a_page_of_more_lines_than_the_tree_can_tell():
    data = PAGE.format(TABLE, "\n" * MAX_LINE, TABLE).encode()
    assert outcome(data) == by_tree(data)


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.booleans(), st.sampled_from(BITS)), max_size=4),
    st.permutations([TABLE, MORE, LAYOUT.format(TABLE), ""]),
)
@example([(3, True, "<th>")], [TABLE, MORE, LAYOUT, ""])
def test_damaged_pages_say_what_their_tree_says(changes, tables):
    markup = PAGE.format(*tables)
    for place, before, bit in changes:
        ends = [found.start() for found in re.finditer("<" if before else ">", markup)]
        cut = ends[place % len(ends)] + (not before)
        markup = markup[:cut] + bit + markup[cut:]
    data = markup.encode()
    assert outcome(data) == by_tree(data)


@pytest.mark.parametrize("begin", ["<table>", "<table><tr><td>", "<td ", "<td>", "<td><p>", "<table", "</table>"])
def test_markup_without_an_end_takes_no_longer_than_others(begin):
    markup = f"<table><tr>{begin * 20_000}</table>"
    assert without_tables(markup) == Cut(markup, [])

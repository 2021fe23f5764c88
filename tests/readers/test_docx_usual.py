"""Word tables read by patterns say what their tree says; what the patterns do not know is left to the tree."""

import io
import re
import zipfile
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.office import archive, p, tbl, tc, tr, word

from govinfo.contracts import Hint
from govinfo.document import Grid
from govinfo.errors import GovinfoError
from govinfo.readers import docx as reader
from govinfo.readers.docx import read
from govinfo.readers.wordml.usual import Cut, rows_by_pattern, without_tables
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.writers import docx

HINT = Hint("a.docx")
RUN = "<w:r><w:rPr><w:sz w:val='21'/></w:rPr><w:t>7</w:t></w:r>".replace("'", '"')
TABLE = tbl(
    tr(tc("件", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/>'), "3"),
    tr(tc("<w:p/>", '<w:gridSpan w:val="2"/><w:vMerge/>'), "4"),
    tr("甲", tc(f"<w:p>{RUN}<w:proofErr/>{RUN}</w:p><w:p>{RUN}</w:p>"), "6", properties="<w:cantSplit/>"),
)
BITS = (
    RUN,
    RUN.replace("<w:sz", "<w:strike/><w:sz"),
    "<w:r><w:t>1</w:t><w:br/></w:r>",
    '<w:vMerge w:val="continue" />',
    '<w:gridSpan w:val="2"/>',
    '<w:gridSpan w:val="0"/>',
    "<w:hMerge/>",
    "<w:cellDel/>",
    "<w:p/>",
    "<w:tc><w:p/></w:tc>",
    "<w:tr/>",
    "<w:tr><w:tc><w:p/></w:tc></w:tr>",
    "<w:tbl/>",
    "<w:tcPr/>",
    "<w:trPr><w:hidden/></w:trPr>",
    '<w:trPr><w:gridBefore w:val="1"/></w:trPr>',
    f"<w:del>{RUN}</w:del>",
    f"<w:ins>{RUN}</w:ins>",
    f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
    "</w:p><w:p>",
    "</w:tr><w:tr>",
    "</w:tbl><w:tbl>",
    "<!-- 8 -->",
    "<!--",
    "-->",
    "<![CDATA[8]]>",
    "8\n",
    "&#56;",
    "<",
)


def outcome(data):
    try:
        document = read(data, HINT)
    except GovinfoError as error:
        return str(error)
    blocks = [(block.rows, block.source) if isinstance(block, Grid) else block for block in document.blocks]
    return blocks, document.title, document.notes


def by_tree(data):
    with mock.patch.object(reader, "without_tables", lambda markup, **_: Cut(markup, ())):
        return outcome(data)


def written(form, seed, size):
    stream = io.BytesIO()
    docx.write([random_report(form, seed, size)], stream, Registry.builtin().context)
    return stream.getvalue()


def markup_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")


@pytest.mark.parametrize(("form", "size"), [("2019", "county"), ("2021", "zero"), ("2021", "province")])
def test_all_tables_of_a_written_report_are_read_by_patterns(form, size):
    data = written(form, 3, size)
    markup = markup_of(data)
    cut = without_tables(markup, styled=True)
    assert len(cut.tables) == markup.count(b"</w:tbl>") > 2
    assert b"</w:tbl>" not in cut.markup
    assert outcome(data) == by_tree(data)


def test_spans_and_texts():
    rows = rows_by_pattern(TABLE.encode())
    found = [(row.marked, [tuple(span) for span in row.spans], row.places) for row in rows]
    assert found == [
        (["件", "3"], [(0, 2, 2)], [1, 2]),
        (["4"], [], [2]),
        (["甲", "77\x017", "6"], [], [1, 2, 3]),
    ]


ROWS = {
    "Word": """<w:tr w:rsidR="00A77B3E" w14:paraId="3F0A1B2C" w14:textId="77777777" w:rsidTr="00B1"><w:trPr><w:trHeight
 w:val="454"/><w:jc w:val="center"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2130" w:type="dxa"/><w:tcBorders><w:top
 w:val="single" w:sz="4"/></w:tcBorders><w:shd w:val="clear" w:fill="auto"/><w:vAlign w:val="center"/></w:tcPr><w:p
 w14:paraId="1" w14:textId="2" w:rsidR="00A7" w:rsidRDefault="00A7"><w:pPr><w:pStyle w:val="a3"/><w:jc
 w:val="center"/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr><w:bookmarkStart w:id="0"
 w:name="_Hlk"/><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A7"><w:rPr><w:rStyle w:val="a4"/><w:rFonts
 w:hint="eastAsia"/><w14:ligatures w14:val="none"/></w:rPr><w:lastRenderedPageBreak/><w:t>规</w:t></w:r><w:proofErr
 w:type="spellEnd"/><w:r><w:t xml:space="preserve">章 </w:t></w:r><w:bookmarkEnd w:id="0"/></w:p></w:tc></w:tr>""",
    "WPS": """<w:tr><w:tblPrEx><w:tblBorders><w:top w:val="single"/></w:tblBorders><w:tblCellMar><w:top w:w="0"
 w:type="dxa"/></w:tblCellMar></w:tblPrEx><w:trPr><w:cantSplit w:val="0"/><w:trHeight w:val="567"
 w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2130" w:type="dxa"/><w:vMerge w:val="restart"/><w:noWrap
 w:val="0"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:keepNext w:val="0"/><w:pBdr><w:top
 w:val="none"/></w:pBdr><w:rPr><w:vertAlign w:val="baseline"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts
 w:hint="eastAsia"/><w:i w:val="0"/><w:strike w:val="0"/><w:position w:val="0"/><w:dstrike w:val="0"/><w:vertAlign
 w:val="baseline"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>规章</w:t></w:r></w:p></w:tc></w:tr>""",
}
"""A row of a table with the markup of an office program; its lines are broken at blanks."""


@pytest.mark.parametrize("program", ROWS)
def test_the_markup_of_office_programs_is_known(program):
    table = tbl(ROWS[program].replace("\n", ""), tr("5", "6"))
    assert rows_by_pattern(table.encode()) is not None
    markup = markup_of(word(table)).replace(b"<w:document ", b'<w:document xmlns:w14="urn:w14" ')
    data = archive({"word/document.xml": markup})
    assert outcome(data) == by_tree(data)
    assert read(data, HINT).blocks[0].rows[0][0].text == "规章"


@pytest.mark.parametrize(
    "look",
    [
        "strike",
        "vanish",
        'vertAlign w:val="superscript"',
        'position w:val="6"',
        'w w:val="1"',
        'sz w:val="2"',
        'strike w:val="1"',
    ],
)
def test_looks_that_hide_text_are_left_to_the_tree(look):
    table = TABLE.replace("<w:sz ", f"<w:{look}/><w:sz ", 1)
    assert rows_by_pattern(table.encode()) is None
    assert outcome(word(table)) == by_tree(word(table)) != outcome(word(TABLE))


def test_white_text_is_left_to_the_tree():
    white = TABLE.replace("<w:sz ", '<w:color w:val="FFFFFF"/><w:sz ', 1)
    assert rows_by_pattern(white.encode()) is None
    assert rows_by_pattern(white.replace("FFFFFF", "000000").encode()) is not None


@pytest.mark.parametrize("bit", BITS)
def test_what_is_not_known_is_left_to_the_tree(bit):
    assert rows_by_pattern(TABLE.replace("<w:t>3", f"{bit}<w:t>3").encode()) is None


@pytest.mark.parametrize("name", ["y:val", "xmlns:w", "val"])
def test_names_of_other_kinds_are_left_to_the_tree(name):
    assert rows_by_pattern(TABLE.replace("<w:cantSplit/>", f'<w:cantSplit {name}="1"/>').encode()) is None


@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(BITS)), max_size=4), st.sampled_from(["", "1"]))
def test_damaged_tables_say_what_their_tree_says(changes, before):
    table = TABLE
    for place, bit in changes:
        ends = [found.start() for found in re.finditer("<", table)]
        cut = ends[place % len(ends)]
        table = table[:cut] + bit + table[cut:]
    data = word(p("甲") + before + table + p("乙") + TABLE)
    assert outcome(data) == by_tree(data)


@pytest.mark.parametrize("around", ["<!--{}-->", "<w:del>{}</w:del>", "<w:p>{}</w:p>", "<?x {}?>"])
def test_what_is_no_table_of_the_body_is_not_read(around):
    document = read(word(p("甲") + around.format(TABLE) + p("乙")), HINT)
    assert not [block for block in document.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize(
    "around",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>",
        '<x:tbl xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:tr><x:tc>{}</x:tc></x:tr></x:tbl>',
        '<w:tbl govinfo-table="0"/><w:del>{}</w:del>',
        '<w:x xmlns:w="other">{}</w:x>',
    ],
)
def test_tables_inside_others_are_read_by_the_tree(around):
    data = word(around.format(TABLE) + TABLE)
    assert outcome(data) == by_tree(data)


def test_a_table_that_only_arranges_the_page_gives_its_lines():
    table = tbl(tr(tc(f"<w:p>{RUN}</w:p><w:p>{RUN}</w:p>"), "长" * 400))
    assert rows_by_pattern(table.encode()) is not None
    data = word(table)
    assert outcome(data) == by_tree(data)
    assert [block.text for block in read(data, HINT).blocks] == ["7", "7", "长" * 400]


@pytest.mark.parametrize(
    "markup", [b"<w:tbl><w:tr>", b"<w:tbl></w:tbl>", b"</w:tbl><w:tbl>", b"\xff".join(TABLE.encode().partition(b"3"))]
)
def test_what_is_no_whole_table_stays_where_it_is(markup):
    assert without_tables(markup, styled=True) == Cut(markup, ())


def test_styles_that_strike_or_number_the_text_of_cells_are_looked_at():
    styles = '<w:style w:type="paragraph" w:styleId="off"><w:name w:val="off"/><w:rPr><w:strike/></w:rPr></w:style>'
    body = tbl(tr("规章", tc(p("5", '<w:pStyle w:val="off"/>'))), tr("甲", "6"))
    (grid,) = read(word(body, styles=styles), HINT).blocks
    assert [[cell.text for cell in row] for row in grid.rows] == [["规章", ""], ["甲", "6"]]


@pytest.mark.parametrize(
    ("properties", "numbering", "shown"),
    [
        ('<w:pStyle w:val="list"/>', "", "一、规章"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "", "一、规章"),
        ('<w:pStyle w:val="plain"/>', p("乙", '<w:numPr><w:numId w:val="1"/></w:numPr>'), "规章"),
    ],
)
def test_numbered_paragraphs_of_cells_are_counted(properties, numbering, shown):
    body = numbering + tbl(tr(tc(p("规章", properties)), "5"))
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    style = '<w:style w:styleId="{}"><w:name w:val="x"/><w:pPr>{}</w:pPr></w:style>'
    styles = style.format("list", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style.format("plain", "")
    data = word(body, styles=styles, numbering=lists)
    assert outcome(data) == by_tree(data)
    assert read(data, HINT).blocks[-1].rows[0][0].text == shown


def test_bytes_in_another_encoding_are_read_by_the_tree():
    data = word(TABLE.replace("件", "项目"))
    parts = markup_of(data).decode().replace("UTF-8", "GB18030").encode("gb18030")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", parts)
    (grid,) = read(stream.getvalue(), HINT).blocks
    assert grid.rows[0][0].text == "项目"


def test_an_undeclared_prefix_is_told():
    data = word(TABLE.replace("<w:p>", '<w:p w14:paraId="1">', 1))
    assert "w14" in outcome(data) == by_tree(data)

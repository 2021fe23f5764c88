"""Word files: what stands on the page is read, what does not never becomes part of a number."""

import pytest
from tests.fixtures.office import archive, p, tbl, tc, tr, word, word_part

from govinfo.contracts import Hint
from govinfo.document import Figure, Grid, Paragraph
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers import docx
from govinfo.readers.docx import read
from govinfo.source import Source

HINT = Hint("a.docx")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
INLINE = "<w:r><w:drawing><wp:inline>{}</wp:inline></w:drawing></w:r>"
PICTURE = INLINE.format('<wp:docPr id="1" name="x" descr="表格"/><a:graphic><a:blip/></a:graphic>')


def blocks(body, **parts):
    return read(word(body, **parts), HINT).blocks


def texts(body, **parts):
    return [block.text for block in blocks(body, **parts) if isinstance(block, Paragraph)]


def grid(*rows, **parts):
    (found,) = (block for block in blocks(tbl(*rows), **parts) if isinstance(block, Grid))
    return found


def run(inner, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def t(text):
    return f'<w:t xml:space="preserve">{text}</w:t>'


def number_cell(inner, **parts):
    """The second cell of a row whose first one is a label."""
    return grid(tr("规章", f"<w:tc><w:p>{inner}</w:p></w:tc>"), **parts).rows[0][1]


def test_paragraphs_are_numbered_as_they_stand():
    found = blocks(p("甲") + p("") + tbl(tr("一", "二")) + p("乙"))
    assert [block.source for block in found] == [Source(paragraph=1), Source(table=1), Source(paragraph=3)]


def test_a_line_break_ends_a_line():
    assert texts(f"<w:p>{run(t('甲') + '<w:br/>' + t('乙') + '<w:cr/>' + t('丙'))}</w:p>") == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (run(t("1") + "<w:tab/>" + t("2")), "1 2"),
        (run(t("5") + "<w:noBreakHyphen/>" + t("6")), "5-6"),
        (run(t("1")) + run("<w:softHyphen/>" + t("2")), "12"),
        (
            run(t("甲")) + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/>' + run(t("乙")),
            "甲乙",
        ),
        (run("<w:lastRenderedPageBreak/>" + t("12")), "12"),
        ('<w:hyperlink r:id="x">' + run(t("甲")) + "</w:hyperlink>" + run(t("乙")), "甲乙"),
        ('<w:smartTag w:element="x"><w:smartTag w:element="y">' + run(t("甲")) + "</w:smartTag></w:smartTag>", "甲"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run(t("甲")) + "</w:sdtContent></w:sdt>", "甲"),
        ('<w:fldSimple w:instr="PAGE">' + run(t("7")) + "</w:fldSimple>", "7"),
        (run('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "\uf0fe"),
        (run('<w:sym w:font="x" w:char="4E00"/>') + run('<w:sym w:font="x" w:char="?"/>'), "一"),
        (
            run("<w:ruby><w:rt>" + run(t("gong")) + "</w:rt><w:rubyBase>" + run(t("公")) + "</w:rubyBase></w:ruby>"),
            "公",
        ),
    ],
)
def test_what_stands_in_a_paragraph(inner, shown):
    assert texts(f"<w:p>{inner}</w:p>") == [shown]


def test_the_instruction_of_a_field_is_no_text():
    field = (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run("<w:instrText>MERGEFIELD 9</w:instrText>")
        + run('<w:fldChar w:fldCharType="begin"/>') + run(t("8")) + run('<w:fldChar w:fldCharType="end"/>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(t("12"))
        + run('<w:fldChar w:fldCharType="end"/>')
    )  # fmt: skip
    cell = number_cell(field + run(t("3")))
    assert (cell.text, cell.pieces) == ("123", False)


def test_a_field_without_end_swallows_no_more_than_its_paragraph():
    begun = run('<w:fldChar w:fldCharType="begin"/>' + t("8"))
    assert texts(f"<w:p>{begun}</w:p>" + p("甲")) == ["甲"]


@pytest.mark.parametrize(
    ("inner", "shown", "pieces"),
    [
        (run(t("1")) + run(t("2")), "12", False),
        (run(t("1")) + '<w:bookmarkEnd w:id="1"/>' + run(t("2")), "12", False),
        (run(t("12")) + run('<w:footnoteReference w:id="2"/>'), "12", False),
        (run(t("12")) + run('<w:commentReference w:id="2"/>') + run("<w:endnoteReference/>"), "12", False),
        (run(t("12")) + run(t("1"), '<w:vertAlign w:val="superscript"/>'), "12", True),
        (run(t("12")) + run(t("注"), '<w:vertAlign w:val="superscript"/>'), "12", False),
        (run(t("12"), '<w:vertAlign w:val="superscript"/>'), "12", False),
        (run(t("12"), '<w:vertAlign w:val="baseline"/>'), "12", False),
        (run(t("12")) + run(t("1"), '<w:position w:val="12"/>'), "12", True),
        (run(t("12")) + run(t("1"), '<w:vertAlign w:val="superscript"/><w:position w:val="0"/>'), "12", True),
        (run(t("12")) + run(t("1"), '<w:position w:val="0"/>'), "121", False),
        (run(t("12")) + run(t("1"), '<w:position w:val="-6"/>'), "121", False),
        (run(t("12"), '<w:position w:val="6"/>'), "12", False),
        (run(t("1")) + run(t("3"), "<w:vanish/>"), "1", True),
        (run(t("1")) + run(t("3"), '<w:vanish w:val="0"/>'), "13", False),
        (run(t("3"), "<w:strike/>") + run(t("5")), "5", True),
        (run(t("3"), "<w:dstrike/>"), "", True),
        (run(t("1")) + '<w:del w:id="1">' + run("<w:delText>3</w:delText>") + "</w:del>" + run(t("5")), "15", True),
        (run(t("15")) + '<w:del w:id="1">' + run("<w:delText>件</w:delText>") + "</w:del>", "15", False),
        ("<w:moveFrom>" + run(t("4")) + "</w:moveFrom><w:moveTo>" + run(t("6")) + "</w:moveTo>", "6", True),
        ('<w:ins w:id="1">' + run(t("5")) + "</w:ins>", "5", False),
        (run(t("1") + "<w:br/>" + t("2")), "1 2", True),
    ],
)  # fmt: skip
def test_digits_of_a_cell(inner, shown, pieces):
    cell = number_cell(inner)
    assert (cell.text, cell.pieces) == (shown, pieces)


OWN_MARK = '<w:footnoteReference w:customMarkFollows="1" w:id="2"/>'


@pytest.mark.parametrize(
    ("inner", "shown", "pieces"),
    [
        (run(t("1234")) + run(OWN_MARK + t("2")), "1234", True),
        (run(t("1234")) + run(OWN_MARK) + run(t("2")), "1234", True),
        (run(t("1234")) + run(OWN_MARK.replace("foot", "end").replace('"1"', '"true"') + t("②")), "1234", True),
        (run(t("1234")) + run(OWN_MARK + t("2"), '<w:vertAlign w:val="superscript"/>'), "1234", True),
        (run(t("1234")) + run(OWN_MARK + t("*")), "1234", False),
        (run(t("1234")) + run(OWN_MARK + '<w:sym w:font="x" w:char="2020"/>') + run(t("5")), "1234†5", False),
        (run(t("1234") + OWN_MARK + t("2件以内的")), "12342件以内的", True),
        (run(t("12")) + run(OWN_MARK.replace('"1"', '"0"')) + run(t("34")), "1234", False),
    ],
)  # fmt: skip
def test_the_mark_of_a_footnote_is_no_digit_of_a_number(inner, shown, pieces):
    cell = number_cell(inner)
    assert (cell.text, cell.pieces) == (shown, pieces)


def test_the_mark_of_a_footnote_ends_with_its_paragraph_and_stays_in_text():
    found = grid(tr("规章", tc(f"<w:p>{run(t('甲') + OWN_MARK)}</w:p>" + p("5")))).rows[0][1]
    assert (found.text, found.pieces) == ("甲 5", False)
    assert texts(f"<w:p>{run(t('甲') + OWN_MARK + t('2'))}</w:p>") == ["甲2"]


@pytest.mark.parametrize(
    ("inner", "shown", "pieces"),
    [
        (run(t("9"), '<w:color w:val="FFFFFF"/>') + run(t("1234")), "91234", True),
        (run(t("1234")) + run(t("9"), '<w:color w:val="ffffff" w:themeColor="background1"/>'), "12349", True),
        (run(t("20"), '<w:color w:val="FFFFFF"/>') + run(t("21"), '<w:color w:val="FFFFFF"/>'), "2021", False),
        (run(t("2021"), '<w:color w:val="FFFFFF"/>') + run(t("年")), "2021年", False),
        (run(t("9"), '<w:color w:val="FF0000"/>') + run(t("12")), "912", False),
        (run(t("9"), '<w:sz w:val="2"/>') + run(t("1234")), "1234", True),
        (run(t("9"), '<w:sz w:val="10"/>') + run(t("12"), '<w:sz w:val="21"/>'), "912", False),
        (run(t("9"), '<w:w w:val="1"/>') + run(t("1234")), "1234", True),
        (run(t("9"), '<w:w w:val="90"/>') + run(t("12")), "912", False),
    ],
)  # fmt: skip
def test_digits_that_can_hardly_be_seen(inner, shown, pieces):
    cell = number_cell(inner)
    assert (cell.text, cell.pieces) == (shown, pieces)


@pytest.mark.parametrize(
    ("look", "own", "shown"),
    [
        ('<w:sz w:val="1"/>', '<w:sz w:val="21"/>', "1234"),
        ('<w:color w:val="FFFFFF"/>', '<w:color w:val="auto"/>', "91234"),
    ],
)
def test_digits_that_can_hardly_be_seen_by_a_style(look, own, shown):
    styles = f'<w:style w:styleId="Faint"><w:name w:val="x"/><w:rPr>{look}</w:rPr></w:style>'
    cell = number_cell(run(t("9"), '<w:rStyle w:val="Faint"/>') + run(t("1234")), styles=styles)
    assert (cell.text, cell.pieces) == (shown, True)
    seen = number_cell(run(t("9"), f'<w:rStyle w:val="Faint"/>{own}') + run(t("1234")), styles=styles)
    assert (seen.text, seen.pieces) == ("91234", False)


RTL, LTR = (f'<w:bdo w:val="{way}">{{}}</w:bdo>' for way in ("rtl", "ltr"))


@pytest.mark.parametrize(
    ("inner", "shown", "pieces"),
    [
        (RTL.format(run(t("4321"))), "", True),
        (run(t("1")) + RTL.format(run(t("32"))), "1", True),
        (RTL.format(RTL.format(run(t("32"))) + run(t("件"))), "件", True),
        (RTL.format(run(t("章规"))), "章规", False),
        (LTR.format(run(t("1234"))), "1234", False),
        ("<w:bdo>" + run(t("1234")) + "</w:bdo>", "1234", False),
        ('<w:dir w:val="rtl">' + run(t("1234")) + "</w:dir>", "1234", False),
    ],
)
def test_digits_that_run_to_the_left_are_not_read(inner, shown, pieces):
    cell = number_cell(inner)
    assert (cell.text, cell.pieces) == (shown, pieces)


def test_digits_that_run_to_the_left_are_unknown_in_text():
    body = f"<w:p>{run(t('共1'))}{RTL.format(run(t('32件')))}{LTR.format(run(t('，5份')))}</w:p>"
    assert texts(body) == ["共1\ufffd\ufffd件，5份"]


def test_digits_of_two_paragraphs_are_doubtful():
    cell = grid(tr("规章", tc(p("1") + p("2")))).rows[0][1]
    assert (cell.text, cell.pieces) == ("1 2", True)
    label = grid(tr(tc(p("商业") + p("企业")), "0")).rows[0][0]
    assert (label.text, label.pieces) == ("商业 企业", False)


@pytest.mark.parametrize("name", ["Hidden", "Below"])
def test_words_are_hidden_by_a_style(name):
    styles = (
        '<w:style w:styleId="Hidden"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Below"><w:name w:val="y"/><w:basedOn w:val="Hidden"/></w:style>'
    )
    cell = number_cell(run(t("1")) + run(t("3"), f'<w:rStyle w:val="{name}"/>'), styles=styles)
    assert (cell.text, cell.pieces) == ("1", True)
    assert texts(p("甲", f'<w:pStyle w:val="{name}"/>') + p("乙"), styles=styles) == ["乙"]


def test_tracked_changes_are_noted_once_and_formatting_is_none():
    changed = word(
        f'<w:p><w:ins w:id="1">{run(t("甲"))}</w:ins></w:p><w:p><w:ins w:id="2">{run(t("乙"))}</w:ins></w:p>'
    )
    (note,) = read(changed, HINT).notes
    assert (note.code, note.source) == ("X35", Source(paragraph=1))
    assert read(word(f"<w:p>{run(t('甲'), '<w:rPrChange/>')}</w:p>"), HINT).notes == ()


def test_a_deleted_end_joins_two_paragraphs():
    body = p("一、总体", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("情况")
    assert texts(body) == ["一、总体情况"]


def test_merged_cells_become_spans():
    found = grid(
        tr(tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙", '<w:gridSpan w:val="2"/>')),
        tr(tc("", "<w:vMerge/>"), "1", "2"),
        tr(tc("", '<w:vMerge w:val="continue"/>'), "3", "4"),
        tr(tc("丙", '<w:vMerge w:val="restart"/>'), "5", "6"),
    )
    shape = [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in found.rows]
    assert shape == [
        [("甲", 3, 1), ("乙", 1, 2)],
        [("1", 1, 1), ("2", 1, 1)],
        [("3", 1, 1), ("4", 1, 1)],
        [("丙", 1, 1), ("5", 1, 1), ("6", 1, 1)],
    ]
    assert found.rows[1][0].source == Source(table=1, row=2, cell=2)


def test_a_continued_cell_without_origin_is_a_cell():
    found = grid(tr(tc("甲", "<w:vMerge/>"), "1"), tr(tc("乙", '<w:vMerge/><w:gridSpan w:val="2"/>'), "2"))
    assert [[cell.text for cell in row] for row in found.rows] == [["甲", "1"], ["乙", "2"]]


def test_old_horizontal_merges():
    found = grid(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "1"))
    assert [(cell.text, cell.colspan) for cell in found.rows[0]] == [("甲", 2), ("1", 1)]


def test_gaps_before_and_after_a_row_are_empty_cells():
    found = grid(tr("1", properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="3"/>'), tr("2", "3"))
    assert [(cell.text, cell.colspan) for cell in found.rows[0]] == [("", 2), ("1", 1), ("", 3)]


def test_a_huge_span_is_cut():
    found = grid(tr(tc("甲", '<w:gridSpan w:val="999999"/>'), tc("1", '<w:gridSpan w:val="x"/>')))
    assert [cell.colspan for cell in found.rows[0]] == [1000, 1]


def test_content_controls_around_rows_and_cells():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{control.format(tc('1'))}{tc(control.format(p('2')))}</w:tr>"
    found = blocks(control.format(tbl(control.format(row)) + p("甲")))
    assert [cell.text for cell in found[0].rows[0]] == ["1", "2"]
    assert found[1].text == "甲"


def test_deleted_rows_and_cells_are_left_out():
    document = read(
        word(tbl(tr("1", "2", properties='<w:del w:id="1"/>'), tr("3", tc("9", '<w:cellDel w:id="2"/>'), "4"))), HINT
    )
    assert [[cell.text for cell in row] for row in document.blocks[0].rows] == [["3", "4"]]
    assert [note.code for note in document.notes] == ["X35"]


def test_a_hidden_table_is_noted():
    document = read(word(tbl(tr("1", "2", properties="<w:hidden/>")) + p("甲")), HINT)
    assert [(note.code, note.source) for note in document.notes] == [("X26", Source(table=1))]
    assert [block.text for block in document.blocks] == ["甲"]


def test_a_layout_table_is_read_through():
    inner = tbl(tr("规章", "1", "2"), tr("文件", "3", "4"))
    found = blocks(tbl(tr(tc(p("甲") + inner + p("乙")))))
    assert [type(block) for block in found] == [Paragraph, Grid, Paragraph]
    assert (found[0].source, found[1].source) == (Source(table=1, row=1, cell=1), Source(table=2))
    assert found[1].rows[1][2].source == Source(table=2, row=2, cell=3)


def test_long_text_makes_a_layout_table():
    assert texts(tbl(tr(tc(p("甲" * 301) + p("乙")), "1"))) == ["甲" * 301, "乙", "1"]


def test_a_table_in_a_data_cell_glues_no_digits():
    found = grid(tr("a", "b", "c"), tr("d", tc(tbl(tr("1", "2")) + p("")), "3"))
    assert [(cell.text, cell.pieces) for cell in found.rows[1]] == [("d", False), ("1 2", True), ("3", False)]


def test_a_text_box_is_read_once():
    box = BOX.format(p("盒"))
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{p('盒')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    for inner in (box, both):
        assert texts(f"<w:p>{run(t('甲'))}{inner}</w:p>{p('乙')}") == ["甲", "盒", "乙"]


def test_a_table_in_a_text_box_in_a_text_box():
    inner = BOX.format(tbl(tr("1", "2")) + p("内"))
    outer = BOX.format(f"<w:p>{run(t('外'))}{inner}</w:p>")
    found = blocks(f"<w:p>{outer}</w:p>")
    assert [type(block) for block in found] == [Paragraph, Grid, Paragraph]
    assert found[1].rows[0][1].source == Source(table=1, row=1, cell=2)


def test_a_text_box_in_a_cell_glues_no_digits():
    cell = number_cell(run(t("1")) + BOX.format(p("2")))
    assert (cell.text, cell.pieces) == ("1 2", True)


@pytest.mark.parametrize(
    "inner",
    [
        PICTURE,
        "<w:r><w:pict><v:shape><v:imagedata r:id='x' o:title=''/></v:shape></w:pict></w:r>",
        "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>",
        INLINE.format('<a:graphic><a:graphicData uri="x/diagram"/></a:graphic>'),
    ],
)
def test_pictures_are_figures(inner):
    (figure,) = blocks(f"<w:p>{inner}</w:p>")
    assert isinstance(figure, Figure)
    assert figure.source == Source(paragraph=1)
    found = blocks(tbl(tr("甲", f"<w:tc><w:p>{inner}</w:p></w:tc>")))
    assert [type(block) for block in found] == [Grid, Figure]
    assert found[1].source == Source(table=1, row=1, cell=2)


def test_the_description_of_a_picture():
    assert blocks(f"<w:p>{PICTURE}</w:p>")[0].text == "表格"


def test_another_file_inside_is_a_figure():
    assert blocks(p("甲") + '<w:altChunk r:id="x"/>')[1] == Figure("", Source(paragraph=1))


def test_a_line_is_no_picture():
    line = '<w:r><w:drawing><a:graphic><a:graphicData uri="x/wordprocessingShape"/></a:graphic></w:drawing></w:r>'
    assert blocks(f"<w:p>{line}<w:r><w:pict><v:line/></w:pict></w:r></w:p>") == ()


STYLES = (
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="2"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:styleId="3"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="L"><w:name w:val="a"/><w:basedOn w:val="M"/></w:style>'
    '<w:style w:styleId="M"><w:name w:val="b"/><w:basedOn w:val="L"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="2"/>', 1),
        ('<w:pStyle w:val="3"/>', 3),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:outlineLvl w:val="8"/>', 6),
        ('<w:pStyle w:val="L"/>', None),
        ('<w:pStyle w:val="unknown"/>', None),
        ("", None),
    ],
)
def test_levels_of_headings(properties, level):
    assert blocks(p("甲", properties), styles=STYLES)[0].level == level


def test_a_table_of_contents_is_no_text():
    assert texts(p("一、总体情况 1", '<w:pStyle w:val="C"/>') + p("甲"), styles=STYLES) == ["甲"]


def test_strict_files_read_alike():
    body = tbl(tr(tc("甲", '<w:gridSpan w:val="2"/>'), "1")) + p("乙")
    strict = word_part("document", f"<w:body>{body}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(archive({"word/document.xml": strict}), HINT).blocks == blocks(body)


def test_the_title_is_the_property_if_it_is_printed_and_its_dates_are_none():
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title> 某局 年报 </dc:title><dcterms:created>2020-01-01T00:00:00Z</dcterms:created></c:coreProperties>"
    )
    document = read(word(p("某局") + p("年报"), **{"docProps/core.xml": core}), HINT)
    assert (document.title, document.metadata) == ("某局 年报", ())
    assert read(word(p("甲"), **{"docProps/core.xml": core}), HINT).title is None


def test_the_main_part_may_have_another_name():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    main = word_part("document", f"<w:body>{p('甲')}</w:body>")
    assert read(archive({"_rels/.rels": relations, "word/document2.xml": main}), HINT).blocks[0].text == "甲"


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), SourceError, "encrypted"),
        (OLE + b"\0" * 600, UnsupportedFormat, "no Word file"),
        (b"PK\x03\x04", SourceError, "damaged"),
        (archive({"xl/workbook.xml": "<a/>"}), UnsupportedFormat, "no Word file"),
        (archive({"word/styles.xml": "<a/>"}), SourceError, "has no text"),
        (archive({"word/document.xml": "<a/>"}), SourceError, "no text of a Word file"),
        (archive({"word/document.xml": word_part("document", "")}), SourceError, "no text of a Word file"),
        (archive({"word/document.xml": "<!DOCTYPE a><a/>"}), SourceError, "document type"),
        (archive({"word/document.xml": "<a>"}), SourceError, "no readable XML"),
    ],
)
def test_what_is_no_word_file_says_so(data, error, reason):
    with pytest.raises(error, match=reason):
        read(data, HINT)


def test_too_many_tags_are_refused(monkeypatch):
    monkeypatch.setattr(docx, "MAX_TAGS", 10)
    with pytest.raises(SourceError, match="more than 10 tags"):
        read(word(p("甲")), HINT)

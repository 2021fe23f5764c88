"""Cells of a sheet read by patterns say what their tree says; what the patterns do not know is left to the tree."""

import io
import re
import zipfile
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.office import archive

from govinfo.contracts import Hint
from govinfo.errors import GovinfoError
from govinfo.readers.workbooks import ooxml_sheet
from govinfo.readers.workbooks.ooxml_usual import rows_by_pattern, without_cells
from govinfo.readers.workbooks.reader import read
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.writers import workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
CELLS = (
    '<sheetData><row r="1"/><row r="2" spans="1:3" x14ac:dyDescent="0.2"><c r="A2" s="1" t="s"><v>0</v></c>'
    '<c r="B2" s="1"/><c r="C2"><v>12</v></c></row><row r="3" hidden="1"></row>'
    '<row r="4"><c r="A4" t="str"><f>B4</f><v>件</v></c><c r="B4" s="2"><v>0.5</v></c>'
    '<c r="C4" t="b"><v>1</v></c></row><row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="1"><v>7</v></c>'
    '<c r="C5" s="3"><v>8</v></c></row></sheetData>'
)
BITS = (
    '<c r="D4"><v>9</v></c>',
    '<c r="C4"><v>9</v></c>',
    "<c><v>9</v></c>",
    '<c r="C4"><f>1+1</f></c>',
    '<c r="C4" t="inlineStr"><is><t>9</t></is></c>',
    '<c r="C4" s="1"></c>',
    '<c r="C4" ph="1"/>',
    "<row/>",
    '<row r="4" hidden="true"/>',
    '<row r="9"><c r="A9"><v>9</v></c></row>',
    "</row><row>",
    "<v>9</v>",
    "<!-- 9 -->",
    "<!--",
    "-->",
    "<![CDATA[9]]>",
    "<?x?>",
    "&#57;",
    "9",
    "\n",
    ' t="s"',
    "</sheetData><sheetData>",
    "<x:c/>",
    "<",
)


def sheet(cells):
    spaces = f'xmlns="{MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
    return f'{HEAD}<worksheet {spaces}>{cells}<mergeCells><mergeCell ref="A2:A4"/></mergeCells></worksheet>'


def book(markup):
    def related(*targets):
        inner = "".join(f'<Relationship Id="{kind}" Type="x/{kind}" Target="{target}"/>' for kind, target in targets)
        return f'{HEAD}<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'

    styles = (
        "<fonts><font/><font><strike/></font></fonts><borders><border/><border><left style='thin'/></border></borders>"
        "<cellXfs><xf/><xf borderId='1'/><xf numFmtId='9'/><xf fontId='1'/></cellXfs>"
    )
    return archive(
        {
            "_rels/.rels": related(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="表" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": related(
                ("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml")
            ),
            "xl/strings.xml": f'{HEAD}<sst xmlns="{MAIN}"><si><t>规章</t></si><si><t>甲</t></si></sst>',
            "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
            "xl/sheet.xml": markup,
        }
    )


def outcome(data):
    try:
        return read(data, Hint("a.xlsx"))
    except GovinfoError as error:
        return str(error)


def by_tree(data):
    with mock.patch.object(ooxml_sheet, "without_cells", return_value=None):
        return outcome(data)


@pytest.mark.parametrize(("form", "size"), [("2019", "county"), ("2021", "zero"), ("2021", "province")])
def test_the_cells_of_a_written_report_are_read_by_patterns(form, size):
    stream = io.BytesIO()
    workbook.write([random_report(form, 5, size)], stream, Registry.builtin().context)
    with zipfile.ZipFile(stream) as package:
        markup = package.read("xl/worksheets/sheet1.xml")
    cut = without_cells(markup)
    assert b"<c " not in cut.markup
    found = [cell for row in cut.rows for cell in row.cells]
    assert len(found) == markup.count(b"<c ") > 200
    assert outcome(stream.getvalue()) == by_tree(stream.getvalue())


def test_rows_and_cells():
    rows = rows_by_pattern(CELLS)
    assert [(row.number, row.hidden) for row in rows] == [
        ("1", None),
        ("2", None),
        ("3", "1"),
        ("4", None),
        ("5", None),
    ]
    assert list(rows[1].cells) == [("A2", "1", "s", "0"), ("B2", "1", None, None), ("C2", None, None, "12")]
    assert next(iter(rows[3].cells)) == ("A4", None, "str", "件")
    data = book(sheet(CELLS))
    (grid,) = read(data, Hint("a.xlsx")).blocks
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["规章", "", "12"],
        ["50%", "TRUE"],
        ["甲", "7", ""],
    ]
    assert by_tree(data) == outcome(data)


@pytest.mark.parametrize("bit", ['<c r="C4" ph="1"/>', "<c><v>9</v></c>", "<!--9-->", "9", "\n", "<c r='C4'/>", "<x/>"])
def test_what_is_not_known_is_left_to_the_tree(bit):
    assert rows_by_pattern(CELLS.replace('<c r="C4"', f'{bit}<c r="C4"')) is None
    assert rows_by_pattern(CELLS) is not None


@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(BITS)), max_size=4))
def test_damaged_cells_say_what_their_tree_says(changes):
    cells = CELLS
    for place, bit in changes:
        ends = [found.start() for found in re.finditer("<", cells)]
        cut = ends[place % len(ends)]
        cells = cells[:cut] + bit + cells[cut:]
    data = book(sheet(cells))
    assert outcome(data) == by_tree(data)


@pytest.mark.parametrize(
    "markup",
    [
        sheet(f"<!--{CELLS}-->"),
        sheet(f"<!--{CELLS}--><sheetData/>"),
        sheet(f"<extLst>{CELLS}</extLst>"),
        sheet(CELLS + CELLS),
        sheet(f'<x:sheetData xmlns:x="{MAIN}"><x:row r="1"/></x:sheetData>{CELLS}'),
        sheet(CELLS).replace('xmlns="', 'xmlns="other" xmlns:m="').replace("worksheet", "m:worksheet"),
        sheet(CELLS).replace("xmlns:x14ac", "xmlns:x15ac"),
        sheet(CELLS)[:-20],
    ],
)
def test_what_is_no_content_of_the_sheet_is_not_read(markup):
    data = book(markup)
    assert outcome(data) == by_tree(data)


def test_bytes_in_another_encoding_are_read_by_the_tree():
    data = book(sheet(CELLS).replace("UTF-8", "GB18030").encode("gb18030"))
    assert outcome(data) == outcome(book(sheet(CELLS)))

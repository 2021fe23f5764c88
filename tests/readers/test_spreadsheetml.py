"""XML spreadsheets of Excel 2003: numbers, merged cells, looks, what is hidden, limits."""

import re
from contextlib import suppress
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.contracts import Hint
from govinfo.document import Grid, Paragraph, spread
from govinfo.errors import GovinfoError, SourceError
from govinfo.readers.sniff_workbook import sniff
from govinfo.readers.workbooks import reader as workbook
from govinfo.readers.workbooks import spreadsheetml
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)
BORDER = '<Borders><Border ss:Position="Bottom" ss:LineStyle="Continuous" ss:Weight="1"/></Borders>'
STYLES = (
    '<Style ss:ID="Default" ss:Name="Normal"/>'
    f'<Style ss:ID="framed">{BORDER}</Style>'
    '<Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>'
    '<Style ss:ID="percent"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="fixed" ss:Parent="framed"><NumberFormat ss:Format="Fixed"/></Style>'
    '<Style ss:ID="unit"><NumberFormat ss:Format="0&quot;元&quot;"/></Style>'
)


def file(*sheets, styles=STYLES):
    return f"{HEAD}<Styles>{styles}</Styles>{''.join(sheets)}</Workbook>".encode()


def sheet(table, name="表", options=""):
    inner = f"<x:WorksheetOptions>{options}</x:WorksheetOptions>" if options else ""
    return f'<Worksheet ss:Name="{name}"><Table>{table}</Table>{inner}</Worksheet>'


def td(text, kind=None, **attributes):
    given = "".join(f' ss:{name}="{value}"' for name, value in attributes.items())
    kind = kind or ("Number" if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else "String")
    return f'<Cell{given}><Data ss:Type="{kind}">{escape(text)}</Data></Cell>' if text else f"<Cell{given}/>"


def rows(parts):
    """The parts of a document as rows, empty ones left out as Excel does."""
    number = 0
    for part in parts:
        if not isinstance(part, Grid):
            number += 1
            yield f'<Row ss:Index="{number}">{td(part)}</Row>'
            continue
        for row in spread(part):
            number += 1
            cells = "".join(
                td(
                    cell.text,
                    StyleID="framed",
                    Index=start + 1,
                    **({"MergeAcross": stop - start - 1} if stop - start > 1 else {}),
                    **({"MergeDown": cell.rowspan - 1} if cell.rowspan > 1 else {}),
                )
                for cell, start, stop in row.own
            )
            yield f'<Row ss:Index="{number}">{cells}</Row>'


def read(data):
    return workbook.read(data, Hint("a.xls"))


def texts(data):
    (found,) = [block for block in read(data).blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in found.rows]


@given(
    st.sampled_from(["2019", "2021"]),
    st.integers(0, 999),
    st.sampled_from(["zero", "county", "province"]),
    st.sampled_from(["a.xml", "a.xls", None]),
)
@settings(deadline=None, max_examples=15)
def test_a_report_is_read_and_every_cell_has_its_place(form, seed, size, name):
    report = random_report(form, seed, size)
    found = govinfo.parse(file(sheet("".join(rows(printed(report))), "年报")), filename=name)
    assert found.parser.reader == "workbook"
    assert {cell.id: cell.value for cell in found.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert found.diagnostics == ()
    assert all(cell.source.sheet == "年报" and cell.source.row and cell.source.cell for cell in found.cells())


def test_what_a_cell_shows_beside_its_number():
    row = (
        td("甲")
        + td("0.5", StyleID="percent")
        + td("12", StyleID="unit")
        + td("5", StyleID="struck")
        + td("7.0", StyleID="fixed")
        + td("1", "Boolean")
        + td("2025-01-20T00:00:00.000", "DateTime")
        + td("#DIV/0!", "Error")
        + '<Cell ss:Formula="=SUM(RC[-2]:RC[-1])"/>'
        + '<Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell>'
        + td("3.0000000000000001E-1", "Number")
    )
    data = file(sheet(f"<Row>{row}</Row>"))
    shown = ["甲", "50%", "12元", "7", "TRUE", "2025-01-20", "#DIV/0!", "=SUM(RC[-2]:RC[-1])", "2", "0.3"]
    assert texts(data) == [shown]
    assert [(note.code, str(note.source)) for note in read(data).notes] == [("X36", "表!D1"), ("X66", "表!I1")]


def test_marked_up_text():
    rich = (
        '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">'
        "<B>1</B><Font>2</Font><Sup>3</Sup></ss:Data><Comment><ss:Data>4</ss:Data></Comment></Cell>"
    )
    (grid,) = read(file(sheet(f"<Row>{td('甲')}{rich}</Row>"))).blocks
    assert [(cell.text, cell.pieces) for cell in grid.rows[0]] == [("甲", False), ("12", True)]


def test_what_is_hidden_is_noted_and_not_read():
    table = (
        '<Column/><Column ss:Hidden="1" ss:Span="1"/>'
        f"<Row>{td('甲')}{td('1')}{td('2')}{td('3')}{td('4')}</Row>"
        f'<Row ss:Hidden="1">{td("乙")}{td("5")}</Row>'
        f"<Row>{td('丙')}{td('6')}{td('7')}{td('8')}{td('9')}</Row>"
    )
    data = file(sheet(table), sheet(f"<Row>{td('x')}</Row>", "底稿", "<x:Visible>SheetHidden</x:Visible>"))
    assert texts(data) == [["甲", "3", "4"], ["丙", "8", "9"]]
    assert [(note.code, str(note.source)) for note in read(data).notes] == [("X36", "表!B1"), ("X36", "底稿")]


def test_merged_cells_and_gaps():
    table = (
        f"<Row>{td('甲', MergeAcross=1)}{td('1')}</Row>"
        f'<Row ss:Index="2">{td("乙", MergeDown=1)}{td("丙")}{td("2")}</Row>'
        f"<Row>{td('丁', Index=2)}{td('3')}</Row>"
        f'<Row ss:Index="9">{td("一段文字")}</Row>'
    )
    grid, line = read(file(sheet(table))).blocks
    assert isinstance(line, Paragraph)
    assert line.text == "一段文字"
    assert [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in grid.rows] == [
        [("甲", 1, 2), ("1", 1, 1)],
        [("乙", 2, 1), ("丙", 1, 1), ("2", 1, 1)],
        [("丁", 1, 1), ("3", 1, 1)],
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (file(sheet("<Row>"))[:-30], "no readable XML"),
        (file(sheet('<Row ss:Index="1048577"><Cell/></Row>')), "larger than any report"),
        (file(sheet('<Row><Cell ss:Index="16385"/></Row>')), "larger than any report"),
        (HEAD.replace("<Workbook", "<Workbooks").encode() + b"</Workbooks>", "no workbook"),
        (HEAD.replace("<?mso", "<!DOCTYPE a><?mso").encode() + b"</Workbook>", "document type"),
    ],
)
def test_a_damaged_file_is_refused(data, reason):
    with pytest.raises(SourceError, match=reason):
        read(data)


def test_limits(monkeypatch):
    monkeypatch.setattr(spreadsheetml, "MAX_TAGS", 20)
    with pytest.raises(SourceError, match="tags"):
        read(file(sheet(f"<Row>{td('1')}</Row>")))
    monkeypatch.undo()
    monkeypatch.setattr(spreadsheetml, "MAX_CELLS", 3)
    with pytest.raises(SourceError, match="larger than any report"):
        read(file(sheet(f"<Row>{td('1') * 4}</Row>")))


def test_a_row_of_a_million_hidden_rows_costs_nothing():
    data = file(sheet(f'<Row>{td("甲")}{td("1")}</Row><Row ss:Hidden="1" ss:Span="1048574"/>'))
    assert texts(data) == [["甲", "1"]]


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_cut_and_changed_files_raise_nothing_else(data):
    whole = file(sheet("".join(rows(printed(random_report("2021", 1))))))
    place = data.draw(st.integers(0, len(whole)))
    changed = whole[:place] + data.draw(st.binary(max_size=6)) + whole[place + data.draw(st.integers(0, 40)) :]
    with suppress(GovinfoError):
        govinfo.parse(changed, filename="a.xls")


def test_a_page_of_excel_is_no_xml_spreadsheet():
    page = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'
    assert sniff(page, Hint("a.xls")) == 0
    assert sniff(file(), Hint("a.xml")) == 95

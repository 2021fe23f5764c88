"""Workbooks: what a cell shows beside its number, what is hidden, and what cannot be read."""

import io
import resource
import shutil
import subprocess
import sys
import zipfile
from functools import partial

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.contracts import Hint
from govinfo.document import Figure, Grid, Paragraph, spread
from govinfo.errors import GovinfoError, NotAReport, SourceError, UnsupportedFormat
from govinfo.readers.workbooks import biff_records as biff
from govinfo.readers.workbooks import reader as workbook
from govinfo.readers.workbooks import sheet_xml
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed
from govinfo.writers import workbook as writer

HINT = Hint("report.xlsx")
SOFFICE = shutil.which("soffice")
SHEET = "xl/worksheets/sheet1.xml"
MAIN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def book(fill):
    stream = io.BytesIO()
    target = xlsxwriter.Workbook(stream, {"in_memory": True})
    fill(target)
    target.close()
    return stream.getvalue()


def peculiar(target):
    """A sheet whose cells are more than their numbers."""
    page = target.add_worksheet("表")
    form = {name: target.add_format(look) for name, look in LOOKS.items()}
    page.write(0, 0, "甲")
    page.write_number(0, 1, 0.5, form["percent"])
    page.write_number(0, 2, 40000, form["date"])
    page.write_number(0, 3, 251000, form["unit"])
    page.write_number(0, 4, 5, form["struck"])
    page.write_string(0, 5, "007")
    page.write_number(0, 6, 12.34)
    page.write(1, 0, "乙")
    page.write_rich_string(1, 1, "12", form["raised"], "1")
    page.write_rich_string(1, 2, form["struck"], "3", "4")
    page.write_boolean(1, 3, True)
    page.write_formula(1, 4, "=1/0", None, "#DIV/0!")
    page.write_formula(1, 5, "=1+1", None, 2)
    page.write_number(1, 6, 12)


LOOKS = {
    "percent": {"num_format": "0%"},
    "date": {"num_format": "yyyy-mm-dd"},
    "unit": {"num_format": '0"元"'},
    "struck": {"font_strikeout": True},
    "raised": {"font_script": 1},
}
PECULIAR = [
    ["甲", "50%", "2009-07-06", "251000元", "", "007", "12.34"],
    ["乙", "12", "4", "TRUE", "#DIV/0!", "2", "12"],
]


def hiding(target):
    page = target.add_worksheet("表")
    for row in range(3):
        page.write_row(row, 0, ["甲", row, 10 + row])
    page.set_row(1, None, None, {"hidden": True})
    page.set_column(1, 1, None, None, {"hidden": True})
    target.add_worksheet("底稿").write(0, 0, 1)
    target.worksheets()[1].hide()
    target.add_worksheet("数据").write(0, 0, 1)
    target.worksheets()[2].very_hidden()


def formats(tmp_path, data):
    """The workbook as it is, and as LibreOffice saves it in the older and the open format."""
    yield "xlsx", data
    if SOFFICE is None:
        return
    source = tmp_path / "book.xlsx"
    source.write_bytes(data)
    for kind in ("xls", "ods"):
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        yield kind, (tmp_path / f"book.{kind}").read_bytes()


@pytest.fixture(scope="module")
def peculiars(tmp_path_factory):
    return dict(formats(tmp_path_factory.mktemp("peculiar"), book(peculiar)))


@pytest.fixture(scope="module")
def hidings(tmp_path_factory):
    return dict(formats(tmp_path_factory.mktemp("hiding"), book(hiding)))


def grid(data):
    document = workbook.read(data, HINT)
    (found,) = [block for block in document.blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in found.rows]


def test_a_cell_says_what_it_shows_beside_its_number(peculiars):
    for kind, data in peculiars.items():
        expected = [list(row) for row in PECULIAR]
        if kind == "ods":
            expected[1][3] = "1 [TRUE]"
        assert grid(data) == expected, kind
        notes = workbook.read(data, HINT).notes
        assert [(note.code, str(note.source)) for note in notes] == [("X36", "表!E1")], kind


def test_digits_of_several_looks_are_told(peculiars):
    for kind, data in peculiars.items():
        (found,) = workbook.read(data, HINT).blocks
        assert [[cell.text for cell in row if cell.pieces] for row in found.rows] == [[], ["12", "4"]], kind


def test_what_is_hidden_is_noted_and_not_read(hidings):
    for kind, data in hidings.items():
        assert grid(data) == [["甲", "10"], ["甲", "12"]], kind
        notes = workbook.read(data, HINT).notes
        assert [str(note.source) for note in notes] == ["表!B1", "底稿", "数据"], kind
        assert {note.code for note in notes} == {"X36"}


def test_nothing_hidden_gives_no_note():
    assert workbook.read(book(lambda target: target.add_worksheet().write(0, 0, "甲")), HINT).notes == ()


def test_a_formula_without_result_shows_itself():
    def fill(target):
        page = target.add_worksheet()
        page.write(0, 0, "甲")
        page.write_formula(0, 1, "=SUM(C1:D1)", None, "")

    assert grid(book(fill)) == [["甲", "=SUM(C1:D1)"]]


def test_a_formula_whose_result_is_no_text_is_empty():
    body = "<row><c><v>1</v></c><c t='str'><f>A1&amp;B1</f><v></v></c><c><v>2</v></c></row>"
    assert grid(with_sheet(f"<sheetData>{body}{body.replace('<v></v>', '<v>甲</v>')}</sheetData>")) == [
        ["1", "", "2"],
        ["1", "甲", "2"],
    ]


def test_what_is_no_number_is_named_in_a_report():
    stream = io.BytesIO()
    writer.write([random_report("2021", 1)], stream, Registry.builtin().context)
    report = govinfo.parse(stream.getvalue())
    cell = next(cell for cell in report.cells() if cell.id.startswith("applications.new."))
    for stored, kind in (("#REF!", "e"), ("1", "b")):
        change = partial(with_cell, reference=str(cell.source).rpartition("!")[2], value=stored, kind=kind)
        read = govinfo.parse(changed(stream.getvalue(), SHEET, change))
        assert read[cell.id].value is None
        assert cell.id in {name for finding in read.diagnostics for name in finding.cells}


def with_cell(text, reference, value, kind):
    start = text.index(f'<c r="{reference}"')
    stop = text.index("</c>", start)
    return f'{text[:start]}<c r="{reference}" t="{kind}"><v>{value}</v>{text[stop:]}'


def changed(data, part, change):
    """The package with another text in one part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content.decode()).encode() if name == part else content)
    return stream.getvalue()


def with_sheet(body):
    return changed(book(lambda target: target.add_worksheet()), SHEET, lambda _: f"{MAIN}{body}</worksheet>")


def test_macros_change_nothing():
    data = book(peculiar)
    macro = changed(data, "[Content_Types].xml", lambda text: text.replace("sheet.main", "sheet.macroEnabled.main"))
    assert grid(macro) == PECULIAR


def test_texts_with_line_feeds_are_paragraphs():
    def fill(target):
        target.add_worksheet().write(0, 0, "一\n二")

    found = workbook.read(book(fill), HINT).blocks
    assert [block.text for block in found if isinstance(block, Paragraph)] == ["一", "二"]


def test_cells_without_reference_follow_each_other():
    first, second = "<row><c><v>1</v></c><c><v>2</v></c></row>", "<row><c r='B2'><v>3</v></c><c><v>4</v></c></row>"
    assert grid(with_sheet(f"<sheetData>{first}{second}</sheetData>")) == [["1", "2", ""], ["", "3", "4"]]


@pytest.mark.parametrize("value", ["1_0", "١٢", "nan", "infinity", "0x10", "1e9999"])
def test_only_numbers_are_numbers(value):
    body = f"<sheetData><row><c><v>1</v></c><c><v>{value}</v></c></row></sheetData>"
    text = grid(with_sheet(body))[0][1]
    assert text in {value, "inf"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<sheetData><row><c t='s'><v>99</v></c></row></sheetData>", "does not have"),
        ("<sheetData><row r='1048577'><c><v>1</v></c></row></sheetData>", "larger than any report"),
        ("<sheetData><row>", "no readable XML"),
    ],
)
def test_a_damaged_sheet_is_refused(body, reason):
    with pytest.raises(SourceError, match=reason):
        workbook.read(with_sheet(body), HINT)


def test_a_sheet_of_a_million_rows_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(sheet_xml, "MAX_TAGS", 1000)
    with pytest.raises(SourceError, match="1006 tags"):
        workbook.read(with_sheet("<sheetData>" + "<row/>" * 1002 + "</sheetData>"), HINT)


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_CELLS", 10)
    with pytest.raises(SourceError, match="larger than any report"):
        workbook.read(book(peculiar), HINT)


def test_a_cell_in_the_last_corner_costs_no_memory():
    body = (
        "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row>"
        "<row r='1048576'><c r='A1048576'><v>1</v></c><c r='XFD1048576'><v>1</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref='A2:XFD1048575'/></mergeCells>"
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(workbook.read(with_sheet(body), HINT).blocks) == 2
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert kilobytes < 64 * 1024 * (1024 if sys.platform == "darwin" else 1)


def test_an_empty_workbook_is_no_report():
    with pytest.raises(NotAReport):
        govinfo.parse(book(lambda target: target.add_worksheet()), filename="empty.xlsx")


@pytest.mark.parametrize("name", ["word/document.xml", "readme.txt"])
def test_another_package_is_left_to_other_readers(name):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr(name, "<a/>")
    with pytest.raises(UnsupportedFormat):
        workbook.read(stream.getvalue(), HINT)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_workbook_is_refused(peculiars, share):
    for data in peculiars.values():
        with pytest.raises(GovinfoError):
            govinfo.parse(data[: int(len(data) * share)], filename="cut.xlsx")


def test_encrypted_workbooks_are_named(peculiars):
    for kind, data in peculiars.items():
        if kind == "xls":
            with pytest.raises(SourceError, match="encrypted"):
                workbook.read(with_record(data, biff.FILEPASS), HINT)
        if kind == "ods":
            hidden = changed(data, "META-INF/manifest.xml", lambda text: text.replace("</", "<encryption-data/></", 1))
            with pytest.raises(SourceError, match="encrypted"):
                workbook.read(hidden, HINT)


def test_a_package_encrypted_with_a_password_is_named(peculiars):
    for kind, data in peculiars.items():
        if kind == "xls":
            place = data.index("Workbook".encode("utf-16-le"))
            name = "EncryptedPackage\0".encode("utf-16-le")
            entry = name.ljust(64, b"\0") + len(name).to_bytes(2, "little")
            with pytest.raises(SourceError, match="encrypted"):
                workbook.read(data[:place] + entry + data[place + len(entry) :], HINT)


def test_a_binary_workbook_is_named():
    data = changed(book(peculiar), "_rels/.rels", lambda text: text.replace("workbook.xml", "workbook.bin"))
    with pytest.raises(SourceError, match="xlsb"):
        workbook.read(data, HINT)


def test_a_damaged_container_of_unknown_kind_is_left_to_other_readers():
    for head in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with pytest.raises(UnsupportedFormat):
            workbook.read(head + b"\x00" * 99, Hint("report.docx"))
        with pytest.raises(SourceError):
            workbook.read(head + b"\x00" * 99, HINT)


def with_record(data, kind):
    """The Excel 97 file with the kind of the record behind the first changed."""
    start = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    place = start + 4 + 16
    return data[:place] + kind.to_bytes(2, "little") + data[place + 2 :]


def test_a_workbook_before_excel_97_is_named(peculiars):
    for kind, data in peculiars.items():
        if kind == "xls":
            older = data.replace(b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x10\x00\x00\x05\x05\x00")
            with pytest.raises(SourceError, match="before Excel 97"):
                workbook.read(older, HINT)


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_damage_of_a_part_raises_nothing_but_our_errors(data):
    whole = book(peculiar)
    part = data.draw(
        st.sampled_from([SHEET, "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels"])
    )
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        length = len(archive.read(part).decode())
    start, gap = data.draw(st.integers(0, length)), data.draw(st.integers(0, 9))
    text = data.draw(st.text(max_size=9))
    damaged = changed(whole, part, lambda content: content[:start] + text + content[start + gap :])
    _read_or_refuse(damaged)


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=100)
def test_damage_of_any_bytes_raises_nothing_but_our_errors(noise):
    _read_or_refuse(b"PK\x03\x04" + noise)
    _read_or_refuse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise)


@pytest.mark.parametrize("seed", range(40))
def test_damage_of_an_excel_97_file_raises_nothing_but_our_errors(peculiars, seed):
    if "xls" not in peculiars:
        pytest.skip("LibreOffice (soffice) is not installed")
    whole = peculiars["xls"]
    start = 512 + seed * 211 % (len(whole) - 600)
    for change in (b"\xff\xff", b"\x00\x00\x00\x00", bytes((seed, 1))):
        _read_or_refuse(whole[:start] + change + whole[start + len(change) :])


def _read_or_refuse(data):
    try:
        workbook.read(data, HINT)
    except GovinfoError as error:
        assert error.message("zh") != error.message("en")  # noqa: PT017 - either is right


def drawn_over(*fills):
    """A report in a workbook with one of its tables left out, and something drawn there."""
    report = random_report("2021", 3, "county")

    def fill(book):
        sheet = book.add_worksheet("年报")
        row = 0
        for part in printed(report):
            if isinstance(part, str):
                sheet.write(row, 0, part)
                row += 1
            elif "复议" in part.rows[0][0].text:
                for step in fills:
                    step(sheet, row)
                row += 20
            else:
                for line in spread(part):
                    for cell, start, _ in line.own:
                        sheet.write(row, start, cell.text)
                    row += 1

    return report, book(fill)


PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)


def test_a_picture_in_place_of_a_table_is_a_figure():
    _, data = drawn_over(lambda sheet, row: sheet.insert_image(row, 0, "table.png", {"image_data": io.BytesIO(PIXEL)}))
    blocks = workbook.read(data, Hint("a.xlsx")).blocks
    [place] = [number for number, block in enumerate(blocks) if isinstance(block, Figure)]
    assert "四、" in blocks[place - 1].text
    assert "五、" in blocks[place + 1].text
    found = govinfo.check(govinfo.parse(data, filename="a.xlsx"))
    assert "S07" in {finding.rule for finding in found}


def test_the_text_of_a_box_stands_where_the_box_begins():
    _, data = drawn_over(lambda sheet, row: sheet.insert_textbox(row, 0, "甲行\n乙行"))
    texts = [block.text for block in workbook.read(data, Hint("a.xlsx")).blocks if isinstance(block, Paragraph)]
    place = texts.index("甲行")
    assert texts[place + 1] == "乙行"
    assert texts[place - 1].startswith("四、")


@pytest.mark.parametrize("name", ["a.pptx", "a.xlsx", "a.docx", None])
def test_a_presentation_is_called_so(name):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>" + " " * 5000)
        package.writestr("ppt/presentation.xml", "<presentation/>")
    with pytest.raises(UnsupportedFormat, match="presentation") as caught:
        govinfo.parse(stream.getvalue(), filename=name)
    assert "演示文稿" in caught.value.zh

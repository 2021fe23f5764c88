import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.contracts import Hint
from govinfo.readers.sniff import is_binary, known_format, sniff_docx, sniff_html, sniff_odt, sniff_text

REPORT = "一、总体情况\n二、主动公开政府信息情况\n规章\n0\n0\n0\n"


@pytest.mark.parametrize(
    "head",
    [
        b"<html><body>",
        b"<!DOCTYPE html>\n<HTML>",
        b"\xef\xbb\xbf  <p>x",
        b"<div class='a'><p>x</p>",
        b"text before <table><tr><td>",
        "<html><body>".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", [None, "a.html", "a.txt", "a"])
def test_markup_is_html_whatever_its_name(head, name):
    hint = Hint(name)
    assert sniff_html(head, hint) > sniff_text(head, hint)


@pytest.mark.parametrize("name", [None, "a.txt", "a", "a.md"])
def test_text_is_text(name):
    hint = Hint(name)
    assert sniff_text(REPORT.encode(), hint) > sniff_html(REPORT.encode(), hint)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_no_usual_encoding_is_binary(encoding):
    assert not is_binary((REPORT * 5).encode(encoding))


@pytest.mark.parametrize(
    "data", [b"\x00\x00\x01\x02\x03" * 20, b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, bytes(range(32)) * 4]
)
def test_binary(data):
    assert is_binary(data)
    assert sniff_html(data, Hint("a.html")) == sniff_text(data, Hint("a.txt")) == 0


@pytest.mark.parametrize("text", ["BM", "MZ公司", "BMI指数", "II"])
def test_letters_are_no_signature(text):
    assert known_format(text.encode()) is None


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.HTML", ".html"),
        ("a.tar.gz", ".gz"),
        ("a", ""),
        (None, ""),
        (".hidden", ""),
        ("x.d/a", ""),
        ("c:\\x.d\\a.Txt", ".txt"),
    ],
)
def test_suffixes(name, suffix):
    assert Hint(name).suffix == suffix


ZIP = b"PK\x03\x04" + b"\x14\x00" * 13
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("head", "name", "word", "opendocument"),
    [
        (ZIP + b"word/document.xml", "a.zip", 95, 0),
        (ZIP + b"[Content_Types].xml", "a.docx", 85, 0),
        (ZIP + b"[Content_Types].xml", "a.xlsx", 40, 0),
        (ZIP + b"xl/workbook.xml", "a.docx", 0, 0),
        (ZIP + b"mimetypeapplication/vnd.oasis.opendocument.text", "a.docx", 0, 95),
        (ZIP + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a", 0, 0),
        (ZIP + b"content.xml", "a.odt", 40, 80),
        (b"<office:document office:mimetype='application/vnd.oasis.opendocument.text'>", "a.xml", 0, 95),
        (OLE, "a.docx", 80, 0),
        (OLE, "a.doc", 5, 0),
        (b"<html><body>", "a.docx", 0, 0),
        (b"%PDF-1.7", "a.odt", 0, 0),
    ],
)
def test_office_files(head, name, word, opendocument):
    hint = Hint(name)
    assert (sniff_docx(head, hint), sniff_odt(head, hint)) == (word, opendocument)


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=20)))
def test_never_raises(head, name):
    hint = Hint(name)
    assert 0 <= sniff_html(head, hint) <= 100
    assert 0 <= sniff_text(head, hint) <= 100
    assert 0 <= sniff_docx(head, hint) <= 100
    assert 0 <= sniff_odt(head, hint) <= 100


def test_a_page_of_excel_is_a_page():
    head = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'
    assert known_format(head) is None
    assert sniff_html(head, Hint("a.xls")) == 90

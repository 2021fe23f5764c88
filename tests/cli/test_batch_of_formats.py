"""Files that cannot be read, one of each kind in each format, between good ones: the good ones do not notice."""

import io
import json
import struct
import zipfile

import pytest
from tests.fixtures.compound import compound_file
from tests.fixtures.office import archive, opendocument, word, word_part
from tests.fixtures.pdf import print_pdf
from tests.fixtures.rawpdf import raw_pdf

from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed, web_page

REPORT = random_report("2021", 5)
BLANKS = b" " * 80_000_000


def in_format(name):
    """A good file of a format that has a writer."""
    stream = io.BytesIO()
    writers = {writer.name: writer for writer in Registry.default().writers}
    writers[name].write([REPORT], stream, Registry.default().context)
    return stream.getvalue()


DOCX, XLSX, PDF = in_format("docx"), in_format("xlsx"), print_pdf(printed(REPORT))
ODT = opendocument("".join(f"<text:p>{line}</text:p>" for line in printed(REPORT) if isinstance(line, str)))

GOOD = {
    "00.txt": LAYOUTS["bars"](printed(REPORT)).encode(),
    "20.html": web_page(REPORT),
    "40.docx": DOCX,
    "60.xlsx": XLSX,
    "80.pdf": PDF,
    "99.md": in_format("markdown"),
}


def as_encrypted(data):
    """The zip archive with the flag of encryption on every entry (APPNOTE 4.4.4)."""
    marked = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = marked.find(signature)
        while place >= 0:
            marked[place + offset] |= 1
            place = marked.find(signature, place + 4)
    return bytes(marked)


def with_part(data, name, content):
    """The zip archive with another content of one entry."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return archive({entry: content if entry == name else source.read(entry) for entry in source.namelist()})


BAD = {
    "01 cut.docx": DOCX[: len(DOCX) // 2],
    "02 cut.xlsx": XLSX[: len(XLSX) // 2],
    "03 cut.odt": ODT[: len(ODT) // 2],
    "04 cut.pdf": PDF[: len(PDF) // 3],
    "05 cut.doc": compound_file({"WordDocument": b"\0" * 4096, "1Table": b"\0" * 4096})[:700],
    "06 cut.html": web_page(REPORT)[:300],
    "07 cut.txt": GOOD["00.txt"][:40],
    "11 encrypted.docx": compound_file({"EncryptedPackage": b"\1" * 5000, "EncryptionInfo": b"\4\0\4\0" * 300}),
    "12 encrypted.xlsx": compound_file({"EncryptedPackage": b"\1" * 5000, "EncryptionInfo": b"\4\0\4\0" * 300}),
    "13 encrypted.zip.docx": as_encrypted(DOCX),
    "14 encrypted.odt": as_encrypted(ODT),
    "15 encrypted.doc": compound_file(
        {"WordDocument": struct.pack("<HHIHH", 0xA5EC, 0xC1, 0, 0, 0x0100) + b"\1" * 4096, "1Table": b"\1" * 4096}
    ),
    "21 bomb.docx": word("<w:p/>", **{"word/media/a.xml": BLANKS.decode()}),
    "22 bomb.docx": archive({"word/document.xml": word_part("document", "<w:body/>") + BLANKS.decode()}),
    "23 bomb.xlsx": with_part(XLSX, "xl/worksheets/sheet1.xml", b"<worksheet>" + BLANKS + b"</worksheet>"),
    "24 bomb.odt": with_part(ODT, "content.xml", b"<a>" + BLANKS + b"</a>"),
    "25 bomb.html": b"<div>" * 200_000,
    "26 bomb.pdf": raw_pdf(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>", kids=b"3 0 R " * 9000, count=9000),
    "41 picture.docx": b"\x89PNG\r\n\x1a\n" + b"\0" * 5000,
    "42 program.xlsx": b"\x7fELF" + b"\1\0" * 2000,
    "43 archive.docx": archive({"readme.txt": "nothing here"}),
    "44 archive.xlsx": archive({"readme.txt": "nothing here"}),
    "45 archive.odt": archive({"readme.txt": "nothing here"}),
    "46 picture.pdf": b"\xff\xd8\xff\xe0" + b"\0" * 5000,
    "47 noise.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 3000,
    "48 program.html": b"MZ" + b"\0\1" * 2000,
    "49 empty.txt": b"",
    "50 workbook.docx": archive({"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"}),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """A folder with the good files, and one with the others among them."""
    alone, mixed = tmp_path_factory.mktemp("alone"), tmp_path_factory.mktemp("mixed")
    for folder, files in ((alone, GOOD), (mixed, {**GOOD, **BAD})):
        for name, data in files.items():
            (folder / name).write_bytes(data)
    return alone, mixed


def results(text):
    """The reports of a run, without the names of their folders."""
    return [{**report, "parser": {**report["parser"], "filename": None}} for report in json.loads(text)]


def test_the_good_ones_are_read_as_without_the_bad_ones(run, folders):
    alone, mixed = (run("parse", folder, "--output-format", "json") for folder in folders)
    assert (alone.code, mixed.code) == (0, 2)
    assert len(results(alone.out)) == len(GOOD)
    assert results(mixed.out) == results(alone.out)


@pytest.mark.parametrize(("language", "words"), [("en", "not read "), ("zh", "未读取 ")])
def test_one_clear_message_for_each_bad_one(run, folders, language, words):
    _, mixed = folders
    ran = run("parse", mixed, "--output-format", "json", "--lang", language)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    complaints = [line for line in ran.err.splitlines() if line.startswith(words)]
    for name in BAD:
        (line,) = (line for line in complaints if f"{name}:" in line or f"{name}：" in line)
        message = line.partition(name)[2].strip(":： ")
        assert len(message) > len("not read"), line
        assert any("\u4e00" <= char <= "\u9fff" for char in message) == (language == "zh"), line
    assert len(complaints) == len(BAD)


def test_the_check_goes_on_as_well(run, folders):
    alone, mixed = (run("check", folder, "--output-format", "json") for folder in folders)
    assert mixed.code == 2
    assert "Traceback" not in mixed.err
    assert len(mixed.err.splitlines()) >= len(BAD)
    assert alone.code in (0, 1)

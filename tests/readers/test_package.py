"""Archives of XML parts: what is over a limit or damaged is refused with a reason."""

import io
import warnings
import zipfile

import pytest

from govinfo.errors import SourceError
from govinfo.readers import package
from govinfo.readers.package import parts_of, read_xml


def archive(entries, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as target:
        warnings.simplefilter("ignore", UserWarning)
        for name, data in entries:
            target.writestr(name, data)
    return stream.getvalue()


def test_a_part_is_read():
    parts = parts_of(archive([("word/document.xml", b"<a><b/></a>")]))
    assert parts.names == {"word/document.xml"}
    assert parts.xml("word/document.xml").tag == "a"


def test_a_missing_part_is_named():
    with pytest.raises(SourceError, match="the part b is missing"):
        parts_of(archive([("a", b"")])).read("b")


@pytest.mark.parametrize("cut", [4, 30, 100])
def test_a_cut_archive_is_damaged(cut):
    data = archive([("a", b"x" * 5000)])
    with pytest.raises(SourceError, match="damaged or cut off"):
        parts_of(data[: len(data) - cut])


def test_a_broken_stream_is_damaged():
    data = bytearray(archive([("a", bytes(range(256)) * 40)]))
    data[40:80] = b"\xff" * 40
    with pytest.raises(SourceError, match="the part a is damaged"):
        parts_of(bytes(data)).read("a")


def test_two_parts_of_one_name_are_refused():
    with pytest.raises(SourceError, match="same name"):
        parts_of(archive([("a", b"1"), ("a", b"2")]))


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    with pytest.raises(SourceError, match="4 entries"):
        parts_of(archive([(str(number), b"") for number in range(4)]))


def test_a_bomb_is_refused_by_what_it_declares(monkeypatch):
    monkeypatch.setattr(package, "MAX_TOTAL", 10_000)
    with pytest.raises(SourceError, match="unpacks to more"):
        parts_of(archive([("a", b"0" * 20_000)]))


def test_a_bomb_is_refused_by_what_it_holds(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 10_000)
    with pytest.raises(SourceError, match="unpacks to more"):
        parts_of(archive([("a", b"0" * 20_000)])).read("a")


def test_an_encrypted_entry_is_refused():
    data = bytearray(archive([("a", b"1")]))
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(SourceError, match="encrypted"):
        parts_of(bytes(data))


def test_an_unusual_method_is_refused():
    with pytest.raises(SourceError, match="unusual method"):
        parts_of(archive([("a", b"1" * 100)], zipfile.ZIP_BZIP2)).read("a")


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (b"<a><b></a>", "no readable XML"),
        (b"", "no readable XML"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type"),
        (b"<a>" * 5000 + b"</a>" * 5000, "no readable XML"),
    ],
)
def test_bad_markup_is_refused(markup, reason):
    with pytest.raises(SourceError, match=reason):
        read_xml(markup, "part.xml")

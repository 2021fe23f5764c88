"""Damaged, encrypted and foreign files: clean errors in bounded time, or a document."""

import struct
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.compound import compound_file
from tests.fixtures.wordfile import HIDDEN, Para, Piece, cell, edges, para, row_end, word_file

import govinfo
from govinfo.contracts import Hint
from govinfo.errors import GovinfoError, SourceError, UnsupportedFormat
from govinfo.readers.doc import pieces
from govinfo.readers.doc.reader import read

FILE = (Path(__file__).parents[2] / "fixtures" / "files" / "report.doc").read_bytes()
"""A report that LibreOffice wrote."""

SECONDS = 5.0
"""So long may no file of some ten kilobytes take, on a busy machine."""


def outcome(data):
    """The document, or the error that says why there is none; anything else fails."""
    begun = time.process_time()
    found: object
    try:
        found = read(data, Hint("a.doc"))
    except GovinfoError as error:
        found = error
    assert time.process_time() - begun < SECONDS
    assert not isinstance(found, GovinfoError) or found.zh != str(found)
    return found


def test_cut_off_anywhere():
    """A download that broke off: an error, never a part taken for the whole."""
    for length in range(0, len(FILE) - 512, 997):
        found = outcome(FILE[:length])
        assert isinstance(found, GovinfoError) or found == read(FILE, Hint()), length


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(FILE) - 1), st.integers(1, 255)), min_size=1, max_size=8))
def test_flipped_bytes(flips):
    data = bytearray(FILE)
    for place, change in flips:
        data[place] ^= change
    outcome(bytes(data))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["pieces", "paragraphs", "characters", "sections"]), st.binary(max_size=120))
def test_tables_of_garbage(name, garbage):
    outcome(word_file([para("甲"), cell("1"), row_end(edges(1))], replaced={name: garbage}))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60))
def test_modifiers_of_garbage(garbage):
    outcome(word_file([para("甲", modifiers=garbage), cell("1"), row_end(edges(1), (), garbage)]))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (44, b"\xff\xff\xff\x7f"),  # sectors of the allocation table
        (48, b"\x00\x00\x00\x00"),  # the directory begins in the allocation table
        (64, b"\xff\xff\xff\x7f"),  # sectors of the mini allocation table
        (68, b"\x00\x00\x00\x00"),  # the double-indirect table begins somewhere
        (72, b"\xff\xff\xff\x7f"),  # its sectors
        (30, b"\x1f\x00"),  # size of a sector
        (32, b"\xff\xff"),  # size of a mini sector
    ],
)
def test_a_header_that_lies(place, value):
    outcome(FILE[:place] + value + FILE[place + len(value) :])


def test_allocation_in_a_circle():
    table = 512 * (1 + struct.unpack_from("<I", FILE, 76)[0])
    data = bytearray(FILE)
    for entry in range(8, 120):
        struct.pack_into("<I", data, table + 4 * entry, entry - 1)
    outcome(bytes(data))


@pytest.mark.parametrize("size", [0xFFFF_FFFF, 0x7FFF_FFFF, 20 * 2**20])
def test_a_stream_that_claims_to_be_huge(size):
    made = word_file([para("甲")])
    name = "WordDocument".encode("utf-16-le")
    at = made.index(name) + 120
    found = outcome(made[:at] + struct.pack("<I", size) + made[at + 4 :])
    assert isinstance(found, SourceError)


def test_a_directory_that_is_its_own_child():
    made = bytearray(word_file([para("甲")]))
    at = made.index("WordDocument".encode("utf-16-le"))
    struct.pack_into("<3I", made, at + 68, 1, 1, 1)
    outcome(bytes(made))


@pytest.mark.parametrize("lengths", [(-1, 0), (2**31 - 1, 0), (1, -5), (1, 2**31 - 1)])
def test_lengths_of_text_that_lie(lengths):
    made = bytearray(word_file([para("甲")]))
    at = made.index(b"\xec\xa5", 512)
    struct.pack_into("<i", made, at + 0x4C, lengths[0])
    struct.pack_into("<i", made, at + 0x50, lengths[1])
    assert isinstance(outcome(bytes(made)), SourceError)


def test_pieces_outside_the_file():
    plc = struct.pack("<2I", 0, 2) + struct.pack("<HIH", 0, 2**29, 0)
    found = outcome(word_file([para("甲")], replaced={"pieces": b"\x02" + struct.pack("<I", len(plc)) + plc}))
    assert isinstance(found, SourceError)


@pytest.mark.parametrize("clx", [b"", b"\x02", b"\x02\0\0\0\0", b"\x02\x04\0\0\0\0\0\0\0", b"\x01\xff\xff", b"\x03"])
def test_a_piece_table_of_nothing(clx):
    assert isinstance(outcome(word_file([para("甲")], replaced={"pieces": clx})), SourceError)


def test_hidden_runs_in_hundreds_of_pieces():
    """Neither the pieces nor the runs are gone through once for each of the others."""
    hidden = [Para((("a", HIDDEN),)) for _ in range(500)]
    made = word_file(hidden, pieces=[Piece(2 * number) for number in range(1, 501)])
    found = outcome(made)
    assert [dict(note.values)["count"] for note in found.notes] == ["500"]


def test_too_long_a_text(monkeypatch):
    monkeypatch.setattr(pieces, "MAX_CHARACTERS", 10)
    found = outcome(word_file([para("字" * 20)]))
    assert isinstance(found, SourceError)
    assert "10" in str(found)


def test_tables_too_deep():
    deep = para("甲", modifiers=struct.pack("<HI", 0x6649, 10**6))
    assert isinstance(outcome(word_file([deep])), SourceError)


def test_stored_properties_that_are_missing():
    lost = para("甲", modifiers=struct.pack("<HI", 0x6646, 10**6))
    assert isinstance(outcome(word_file([lost])), SourceError)


def test_stored_properties_that_name_themselves():
    again = struct.pack("<HHI", 6, 0x6646, 0)
    assert not isinstance(outcome(word_file([para("甲", modifiers=again[2:])], data=again)), GovinfoError)


def test_encrypted():
    found = outcome(word_file([para("甲")], flags=0x0100))
    assert isinstance(found, SourceError)
    assert "password" in str(found)
    assert "密码" in found.zh


@pytest.mark.parametrize(("magic", "version"), [(0xA5DC, 0x65), (0xA5DC, 0x68), (0xA5EC, 0x68), (0xA5DB, 0x2D)])
def test_word_95_and_earlier(magic, version):
    found = outcome(word_file([para("甲")], magic=magic, version=version))
    assert isinstance(found, UnsupportedFormat)
    assert "docx" in str(found)


@pytest.mark.parametrize("word", [b"", b"\0" * 600, b"\xec\xa5\xc1\0", b"\xec\xa5" + b"\xff" * 5000])
def test_a_document_stream_of_nothing(word):
    assert isinstance(outcome(compound_file({"WordDocument": word, "1Table": b""})), GovinfoError)


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("PowerPoint Document", "PowerPoint"),
        ("MatOST", "Works"),
        ("Nonsense", "OLE"),
    ],
)
def test_other_office_files_named_doc(stream, kind, monkeypatch):
    monkeypatch.setenv("GOVINFO_SOFFICE", "")
    with pytest.raises(UnsupportedFormat, match=kind) as caught:
        govinfo.parse(compound_file({stream: b"x"}), filename="a.doc")
    assert str(caught.value).startswith("a.doc: ")
    assert caught.value.zh.startswith("a.doc：")


@pytest.mark.parametrize(
    ("stream", "reason"),
    [("Workbook", "before Excel 97"), ("Book", "before Excel 97"), ("EncryptedPackage", "encrypted")],
)
def test_what_other_readers_know_of_a_file_named_doc_is_said(stream, reason):
    with pytest.raises(SourceError, match=reason):
        govinfo.parse(compound_file({stream: b"x"}), filename="a.doc")


def test_one_property_at_a_time_is_worked_out_once():
    """A long file of one kind of paragraph takes time in proportion."""
    begun = time.process_time()
    made = word_file([para("字" * 30) for _ in range(3000)], pieces=[Piece(31 * 3000)])
    read(made, Hint())
    assert time.process_time() - begun < SECONDS

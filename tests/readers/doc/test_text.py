"""What of the text is shown, and where it stands."""

import struct

import pytest
from tests.fixtures.wordfile import (
    DELETED,
    HIDDEN,
    INSERTED,
    RAISED,
    STRUCK,
    Para,
    Piece,
    cell,
    edges,
    para,
    row_end,
    word_file,
)

from govinfo.contracts import Hint
from govinfo.document import Figure, Grid, Paragraph
from govinfo.readers.doc.reader import read
from govinfo.source import Source


def document(*written, **options):
    return read(word_file(list(written), **options), Hint())


def texts(*written, **options):
    return [block.text for block in document(*written, **options).blocks if isinstance(block, Paragraph)]


def number_cell(*runs):
    """The cell that is read where runs are written."""
    found = document(cell("行政许可"), Para(runs, "\x07", b"\x16\x24\x01"), row_end(edges(1, 1)))
    (grid,) = found.blocks
    return grid.rows[0][1], found.notes


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('甲\x13 HYPERLINK "http://a/1" \x14乙\x15丙', "甲乙丙"),
        ("1\x13 PAGE \x15 2", "1 2"),
        ("\x13 A \x13 B \x141\x15 \x142\x15", "2"),
        ("\x13 A \x141\x13 B \x142\x153\x15", "123"),
        ("甲\x13 没有结束", "甲 没有结束"),
        ("甲\x15乙\x14", "甲乙"),
        ("12\x02\x05", "12"),
        ("甲\x1e乙\x1f丙", "甲-乙丙"),
        ("甲\t乙\xa0丙", "甲 乙 丙"),
        ("甲\x00\x06\x12乙", "甲乙"),
    ],
)
def test_special_characters_and_fields(written, shown):
    assert texts(para(written)) == [shown]


def test_breaks_of_lines_and_pages_part_the_text():
    assert texts(para("甲\x0b乙\x0c丙"), para("丁")) == ["甲", "乙", "丙", "丁"]


def test_paragraphs_are_counted_as_in_a_word_processor():
    """Empty ones count, those in tables do not, and a break of a page ends none."""
    found = document(para("甲"), para(), cell("1"), cell("2"), row_end(edges(1, 1)), para("乙\x0c丙"), para("丁"))
    numbers = [block.source.paragraph for block in found.blocks if isinstance(block, Paragraph)]
    assert numbers == [1, 3, 3, 4]


def test_the_end_of_a_section_ends_a_paragraph():
    sections = struct.pack("<3I", 0, 2, 4) + b"\0" * 24
    found = document(para("甲", "\x0c"), para("乙"), replaced={"sections": sections})
    assert [(block.text, block.source.paragraph) for block in found.blocks] == [("甲", 1), ("乙", 2)]


def test_headings_have_levels():
    found = document(para("标题", style=1), para("文字"), para("小标题", style=9))
    assert [block.level for block in found.blocks] == [1, None, 6]


def test_pictures_are_figures():
    assert [type(block) for block in document(para("\x01"), para("甲\x08"), para("\x13 \x01 \x14乙\x15")).blocks] == [
        Figure,
        Figure,
        Paragraph,
        Paragraph,
    ]


def test_text_boxes_stand_behind_the_body():
    found = document(para("甲"), boxes=[para("乙")])
    assert [(block.text, block.source) for block in found.blocks] == [("甲", Source(paragraph=1)), ("乙", Source())]


def test_hidden_text_is_left_out_with_a_note():
    found = document(Para((("甲", b""), ("乙", HIDDEN), ("丙", b""))))
    assert [block.text for block in found.blocks] == ["甲丙"]
    (note,) = found.notes
    assert (note.code, dict(note.values), note.source) == ("X40", {"count": "1", "text": "乙"}, Source(paragraph=1))


@pytest.mark.parametrize(("manner", "shown"), [(DELETED, "甲丙"), (INSERTED, "甲乙丙")])
def test_tracked_changes_are_taken_as_accepted_with_a_note(manner, shown):
    found = document(para("先"), Para((("甲", b""), ("乙", manner), ("丙", b""))))
    assert [block.text for block in found.blocks] == ["先", shown]
    assert [(note.code, note.source) for note in found.notes] == [("X35", Source(paragraph=2))]


@pytest.mark.parametrize("manner", [b"\x00\x08\x00", b"\x3c\x08\x00", b"\x3c\x08\x80", HIDDEN + b"\x3c\x08\x00"])
def test_switched_off_hides_nothing(manner):
    found = document(Para((("甲", b""), ("乙", manner))))
    assert [block.text for block in found.blocks] == ["甲乙"]
    assert found.notes == ()


def test_a_deleted_mark_joins_two_paragraphs():
    assert texts(para("甲", mark_modifiers=DELETED), para("乙")) == ["甲乙"]


def test_hidden_by_a_modifier_of_the_piece():
    """Fast saves write what is changed of a whole piece beside it: by a short name, or by a list."""
    written = [para("甲"), para("乙"), para("丙"), para("丁")]
    pieces = [Piece(2), Piece(3, prm=0x5C << 1 | 1 << 8), Piece(4), Piece(5, prm=1), Piece(6), Piece(8)]
    found = document(*written, pieces=pieces, lists=[HIDDEN])
    assert [block.text for block in found.blocks] == ["甲", "丁"]
    assert dict(found.notes[0].values)["count"] == "2"


def test_deleted_digits_never_join_a_number():
    found, notes = number_cell(("1", b""), ("3", DELETED), ("2", b""))
    assert found.text == "12"
    assert [(note.code, note.source) for note in notes] == [("X35", Source(table=1, row=1, cell=2))]


@pytest.mark.parametrize("manner", [RAISED, STRUCK])
def test_what_is_raised_or_struck_is_no_digit_of_the_number(manner):
    found, _ = number_cell(("12", b""), ("3", manner))
    assert (found.text, found.pieces) == ("12", True)


def test_what_is_raised_counts_where_there_is_nothing_else():
    assert number_cell(("12", RAISED))[0].text == "12"


def test_raised_text_too_long_for_a_mark_counts():
    assert number_cell(("甲", b""), ("乙丙丁戊己", RAISED))[0].text == "甲乙丙丁戊己"


def test_paragraphs_of_a_cell_are_apart():
    found = document(para("商业", modifiers=b"\x16\x24\x01"), cell("企业"), cell("1"), row_end(edges(1, 1)))
    assert [found.text for found in found.blocks[0].rows[0]] == ["商业 企业", "1"]


def test_a_document_without_its_last_mark():
    made = word_file([para("甲"), para("乙")])
    at = made.index(b"\xec\xa5", 512) + 0x4C  # ccpText
    assert [block.text for block in read(made[:at] + struct.pack("<i", 3) + made[at + 4 :], Hint()).blocks] == [
        "甲",
        "乙",
    ]


def test_nothing_is_a_table_without_marks():
    assert not [block for block in document(para("甲")).blocks if isinstance(block, Grid)]

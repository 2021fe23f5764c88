"""Numbers of lists are printed in front of paragraphs, and stand nowhere in the text."""

import struct

import pytest
from tests.fixtures.wordfile import IN_TABLE, Para, cell, edges, para, row_end, word_file

from govinfo.contracts import Hint
from govinfo.document import Grid, Paragraph
from govinfo.readers.doc.reader import read

CHINESE, ARABIC, CIRCLED, BULLET, ROMAN = 39, 0, 28, 23, 1


def level(shape, text, start=1):
    written = text.encode("utf-16-le")
    return struct.pack("<iB19x2B2x", start, shape, 0, 0) + struct.pack("<H", len(text)) + written


def definitions(*levels, simple=False):
    """One list with the given levels, the rest without numbers; Word puts the levels behind the counted bytes."""
    rest = [] if simple else [level(255, "")] * (9 - len(levels))
    head = struct.pack("<H", 1) + struct.pack("<i22xBx", 7, int(simple))
    return head, b"".join([*levels, *rest])


def overrides(*changes):
    """A first list as it is defined, and a second one with changes."""
    plain = struct.pack("<i8xB3x", 7, 0)
    changed = struct.pack("<i8xB3x", 7, len(changes))
    return struct.pack("<I", 2) + plain + changed + b"\xff" * 4 + b"\xff" * 4 + b"".join(changes)


def item(text, depth=0, number=1):
    return para(text, modifiers=struct.pack("<HBHH", 0x260A, depth, 0x460B, number))


def document(written, levels, *changes, simple=False, styles=b""):
    head, behind = definitions(*levels, simple=simple)
    return read(
        word_file(
            written, replaced={"styles": styles, "lists": head, "behind": behind, "overrides": overrides(*changes)}
        ),
        Hint(),
    )


def texts(written, levels, *changes, **options):
    return [
        block.text for block in document(written, levels, *changes, **options).blocks if isinstance(block, Paragraph)
    ]


def test_levels_count_and_begin_anew():
    written = [item("总体"), item("公开", 1), item("平台", 1), item("申请"), item("其他", 1), para("文字")]
    levels = [level(CHINESE, "\x00、"), level(ARABIC, "（\x01）")]
    assert texts(written, levels) == ["一、总体", "（1）公开", "（2）平台", "二、申请", "（1）其他", "文字"]


@pytest.mark.parametrize(
    ("shape", "start", "label"),
    [
        (CHINESE, 10, "十、"),
        (CHINESE, 21, "二十一、"),
        (ARABIC, 120, "120、"),
        (CIRCLED, 3, "③、"),
        (26, 3, "3.、"),
        (27, 3, "（3）、"),
        (BULLET, 1, ""),
        (ROMAN, 1, ""),
        (CHINESE, 0, ""),
        (CHINESE, 2000, ""),
        (CIRCLED, 21, ""),
    ],
)
def test_formats(shape, start, label):
    """A number in a format that is not known is left out rather than written wrongly."""
    assert texts([item("甲")], [level(shape, "\x00、", start)], simple=True) == [f"{label}甲"]


def test_what_an_override_changes():
    start = struct.pack("<iI", 5, 0x10)
    shape = struct.pack("<iI", 0, 0x21) + level(ARABIC, "\x01.")
    written = [item("甲", number=2), item("乙", 1, number=2)]
    assert texts(written, [level(CHINESE, "\x00、"), level(CHINESE, "\x01")], start, shape) == ["五、甲", "1.乙"]


def style(modifiers, base=0xFFF):
    body = struct.pack("<HHHHH", 0, 1 | base << 4, 0, 0, 0) + struct.pack("<H2sH", 1, b"a\0", 0)
    body += struct.pack("<HH", 2 + len(modifiers), 1) + modifiers
    return struct.pack("<H", len(body)) + body + b"\0" * (len(body) % 2)


def test_lists_of_styles():
    sheet = (
        struct.pack("<HHH", 4, 3, 10) + struct.pack("<H", 0) + style(struct.pack("<HH", 0x460B, 1)) + style(b"", base=1)
    )
    written = [para("甲", style=1), para("乙", style=2), para("丙")]
    assert texts(written, [level(CHINESE, "\x00、")], styles=sheet) == ["一、甲", "二、乙", "丙"]


def test_numbers_never_stand_in_cells():
    """In front of a digit, a number would be read as part of it; it counts all the same."""
    modifiers = IN_TABLE + struct.pack("<HH", 0x460B, 1)
    cells = [Para(((text, b""),), "\x07", modifiers) for text in ("规章", "5")]
    found = document([*cells, row_end(edges(1, 1)), item("后")], [level(ARABIC, "\x00.")])
    assert [cell.text for cell in found.blocks[0].rows[0]] == ["规章", "5"]
    assert found.blocks[1].text == "3.后"


def test_an_empty_paragraph_shows_no_number():
    assert texts([item(""), item("甲")], [level(ARABIC, "\x00.")]) == ["2.甲"]


@pytest.mark.parametrize("name", ["lists", "overrides", "styles"])
@pytest.mark.parametrize("garbage", [b"\xff", b"\xff" * 9, b"\x01\x00" * 40])
def test_garbage_costs_the_numbers_alone(name, garbage):
    head, behind = definitions(level(ARABIC, "\x00."))
    replaced = {"lists": head, "behind": behind, "overrides": overrides(), "styles": b"", name: garbage}
    found = read(word_file([item("甲"), cell("1"), cell("2"), row_end(edges(1, 1))], replaced=replaced), Hint())
    assert found.blocks[0].text.endswith("甲")
    assert isinstance(found.blocks[1], Grid)

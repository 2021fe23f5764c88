import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.readers.decode import decode

HANZI = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)

TEXT = "云陵市林业局，年度报告１２。"


@pytest.mark.parametrize(
    ("data", "encoding", "codes"),
    [
        (TEXT.encode(), "utf-8", []),
        (TEXT.encode("utf-8-sig"), "utf-8", []),
        (TEXT.encode("gb18030"), "gb18030", []),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", []),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", []),
        (b"charset=gb2312 " + TEXT.encode("gb18030"), "gb18030", []),
        (b"charset='GBK' " + TEXT.encode("gb18030"), "gb18030", []),
        (b"charset=utf-8 " + TEXT.encode(), "utf-8", []),
        (b'encoding="utf-8" ' + TEXT.encode(), "utf-8", []),
        (b"charset=utf-8 " + TEXT.encode("gb18030"), "gb18030", ["X20"]),
        (b"charset=gb2312 " + TEXT.encode(), "utf-8", ["X20"]),
        (b"charset=unheard " + TEXT.encode(), "utf-8", ["X20"]),
        (b"charset=gb2312 plain", "utf-8", []),
        (b"charset=big5 " + "繁體中文報告".encode("big5hkscs"), "big5hkscs", []),
    ],
)
def test_encodings(data, encoding, codes):
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert [note.code for note in decoded.notes] == codes
    assert "\ufffd" not in decoded.text
    assert not decoded.text.startswith("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_costs_one_character(encoding):
    data = (TEXT * 20).encode(encoding) + b"\xff" + (TEXT * 20).encode(encoding)
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text.startswith(TEXT * 20)
    assert decoded.text.endswith(TEXT * 19)
    (note,) = decoded.notes
    assert note.code == "X20"
    assert "× 1" in dict(note.values)["lost"]


def test_a_cut_character_is_noticed():
    decoded = decode(TEXT.encode()[:-1])
    assert decoded.encoding == "utf-8"
    assert [note.code for note in decoded.notes] == ["X20"]


def test_a_label_far_below_is_not_looked_for():
    assert decode(b" " * 5000 + b"charset=gb2312").notes == ()


@given(st.binary(max_size=300))
def test_never_raises(data):
    assert decode(data).encoding


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100).filter(lambda text: "charset" not in text))
def test_utf_8_is_read_exactly(text):
    decoded = decode(codecs.BOM_UTF8 + text.encode())
    assert decoded.text == text


@given(st.text(HANZI, max_size=60))
def test_gb_is_read_exactly(text):
    data = f"charset=gb2312 政府信息公开{text}".encode("gb18030")
    assert decode(data).text == data.decode("gb18030")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding):
    text = "<html><head><title>report</title></head><body><p>一、总体情况</p><p>二、〇</p></body></html>"
    assert decode(text.encode(encoding)).text == text

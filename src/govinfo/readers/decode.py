"""Character encodings of Chinese pages.

The encoding is settled here and never left to an HTML parser: pages declare gb2312 and hold
characters of gb18030, and a parser that believes them cuts the text there without a word.
"""

from __future__ import annotations

import codecs

import attrs
import regex

from govinfo.document import Note

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_LABELS = {
    **dict.fromkeys(["utf-8", "utf8", "unicode-1-1-utf-8"], "utf-8"),
    **dict.fromkeys(
        ["gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "chinese", "cp936", "ms936", "hz-gb-2312"], "gb18030"
    ),
    **dict.fromkeys(["big5", "big5-hkscs", "cn-big5", "x-x-big5"], "big5hkscs"),
    **dict.fromkeys(["utf-16", "utf-16le"], "utf-16-le"),
    "utf-16be": "utf-16-be",
}
"""Encoding labels that are believed (WHATWG Encoding Standard; gb2312 and gbk read as gb18030)."""

_DECLARED = regex.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_\-]{2,30})""")
_HEAD = 4096
_USUAL = regex.compile(r"[\t\r\n\x20-\x7e\xa0\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_MOST = 0.95


@attrs.frozen
class Text:
    """Decoded text, the encoding used, and what was doubtful about it."""

    text: str
    encoding: str
    notes: tuple[Note, ...]


def decode(data: bytes, given: str | None = None) -> Text:
    """Decode by byte order mark, else as strict UTF-8, else by the declared label, else as gb18030.

    Args:
        data: the bytes.
        given: label that came with the bytes, as in a MIME header; one inside the content counts less.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, None)
    unmarked = utf16_without_mark(data[:_HEAD])
    if unmarked:
        return _decode(data, unmarked, None)
    head = data[:_HEAD].lower()
    match = _DECLARED.search(head) if b"charset" in head or b"encoding" in head else None
    label = given.lower() if given else match[1].decode("ascii") if match else None
    declared = _LABELS.get(label) if label else None
    for encoding in dict.fromkeys(filter(None, ("utf-8", declared, "gb18030"))):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Text(text, encoding, _mismatch(label, declared, encoding, text))
    return _decode(data, _best(data, declared), label)


def utf16_without_mark(head: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark; None if the bytes are something else.

    Chinese text with some ASCII has zero bytes at every second place only, and nearly all of its
    characters are ASCII or Chinese.
    """
    if not head.count(0):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(encoding, "replace")
        if len(_USUAL.findall(text)) > len(text) * _MOST:
            return encoding
    return None


def _best(data: bytes, declared: str | None) -> str:
    """The encoding in which the fewest bytes are lost."""
    tries = dict.fromkeys(filter(None, (declared, "utf-8", "gb18030")))
    return min(tries, key=lambda encoding: data.decode(encoding, "replace").count("\ufffd"))


def _decode(data: bytes, encoding: str, label: str | None) -> Text:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if not lost:
        return Text(text, encoding, ())
    values = (("declared", label or "-"), ("used", encoding), ("lost", f" (\ufffd × {lost})"))
    return Text(text, encoding, (Note("X20", None, values),))


def _mismatch(label: str | None, declared: str | None, used: str, text: str) -> tuple[Note, ...]:
    if label is None or declared == used or text.isascii():
        return ()
    return (Note("X20", None, (("declared", label), ("used", used), ("lost", ""))),)

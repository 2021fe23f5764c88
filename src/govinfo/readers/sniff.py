"""What the first bytes of a source tell about its format."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import regex

from govinfo.contracts import Hint
from govinfo.findings import Text
from govinfo.readers.decode import utf16_without_mark

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of a compound file, the container of the older office formats ([MS-CFB] 2.2)."""

_ZIP = b"PK\x03\x04"
_WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_ARCHIVE = Text("单个文件的网页存档（MHTML）", "a web archive in one file (MHTML)")
_CONVERTIBLE = (b"{\\rtf", b"\xdb\xa5", b"\xffWPC")
_MAGIC: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF-", Text("PDF文件", "a PDF file")),
    (_ZIP, Text("docx、xlsx、odt之类的压缩包文件", "a zip container such as docx, xlsx or odt")),
    (
        COMPOUND,
        Text("doc、xls、wps之类的旧版办公文件", "an OLE file such as doc, xls or wps"),
    ),
    (b"{\\rtf", Text("RTF文件", "an RTF file")),
    (b"MIME-Version:", _ARCHIVE),
    (b"From: <Saved by", _ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", Text("PNG图片", "a PNG image")),
    (b"\xff\xd8\xff", Text("JPEG图片", "a JPEG image")),
    (b"GIF8", Text("GIF图片", "a GIF image")),
    (b"BM", Text("BMP图片", "a bitmap image")),
    (b"II*\x00", Text("TIFF图片", "a TIFF image")),
    (b"MM\x00*", Text("TIFF图片", "a TIFF image")),
    (b"\x1f\x8b", Text("gzip压缩文件", "a gzip archive")),
    (b"Rar!", Text("RAR压缩文件", "a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", Text("7z压缩文件", "a 7z archive")),
    (b"\x7fELF", Text("程序文件", "a program")),
    (b"MZ", Text("程序文件", "a program")),
)
_XML_FORMATS: tuple[tuple[bytes, Text], ...] = (
    (
        b'"urn:schemas-microsoft-com:office:spreadsheet"',
        Text("Excel 2003的XML电子表格", "an XML spreadsheet of Excel 2003"),
    ),
    (
        b'"http://schemas.microsoft.com/office/word/2003/wordml"',
        Text("Word 2003的XML文档", "an XML document of Word 2003"),
    ),
)
_TAGS = regex.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|title|span|tr|td|h[1-6]|script|style|center|font)[\s>/]",
    regex.IGNORECASE,
)
_HEADER_LINES = regex.compile(rb"[\s\xef\xbb\xbf]*(?:[\w-]+:[^\r\n]*(?:\r\n|\r|\n)(?:[ \t]+[^\r\n]*(?:\r\n|\r|\n))*)+")
_MESSAGE = regex.compile(
    rb"^(?:mime-version:|content-type:\s*(?:multipart/|text/html))", regex.IGNORECASE | regex.MULTILINE
)
_MARKDOWN_HEADING = regex.compile(rb"^ {0,3}#{1,6} +\S", regex.MULTILINE)
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_BINARY_SHARE = 0.02

MARKDOWN = (".md", ".markdown")
"""File name suffixes of Markdown."""

MIN_HEADINGS = 2
"""So many headings of Markdown make a text without such a name Markdown."""


@lru_cache(maxsize=8)
def known_format(head: bytes) -> Text | None:
    """The name of a format with a known signature that is no text for readers, or None."""
    for magic, name in _MAGIC:
        if head.startswith(magic) and (len(magic) > 2 or _has_controls(head)):
            return name
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"<?xml"):
        return next((name for space, name in _XML_FORMATS if space in head), None)
    return None


def sniff_html(head: bytes, hint: Hint) -> int:
    """How sure the bytes are a web page."""
    if known_format(head) or is_binary(head):
        return 0
    plain = head.replace(b"\x00", b"") if b"\x00" in head else head
    tags = len(list(islice(_TAGS.finditer(plain), 2)))
    if tags >= 2 or (tags and plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")):
        return 90
    return 40 if hint.suffix in (".html", ".htm", ".shtml", ".xhtml") else 0


def sniff_mhtml(head: bytes, _hint: Hint) -> int:
    """How sure the bytes are a web archive in one file: a MIME message, whatever its name."""
    lines = _HEADER_LINES.match(head)
    return 95 if lines and not is_binary(head) and len(_MESSAGE.findall(lines[0])) > 1 else 0


def sniff_text(head: bytes, hint: Hint) -> int:
    """How sure the bytes are plain text."""
    if known_format(head) or is_binary(head):
        return 0
    return 30 if hint.suffix in (".txt", ".text", "") else 10


def sniff_markdown(head: bytes, hint: Hint) -> int:
    """How sure the bytes are Markdown, whose tables may be written as HTML."""
    if known_format(head) or is_binary(head) or head.count(0):
        return 0
    headings = len(list(islice(_MARKDOWN_HEADING.finditer(head), MIN_HEADINGS)))
    if hint.suffix in MARKDOWN:
        is_page = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and not headings
        return 0 if is_page else 95
    return 93 if headings == MIN_HEADINGS else 0


def sniff_docx(head: bytes, hint: Hint) -> int:
    """How sure the bytes are a Word file: the names of its parts show; an encrypted one is an OLE file."""
    if head.startswith(COMPOUND):
        return 80 if hint.suffix in _WORD_SUFFIXES else 5
    if not head.startswith(_ZIP):
        return 0
    if b"word/" in head:
        return 95
    if b"xl/" in head or b"ppt/" in head or b"mimetypeapplication/" in head:
        return 0
    return 85 if hint.suffix in _WORD_SUFFIXES else 40


def sniff_odt(head: bytes, hint: Hint) -> int:
    """How sure the bytes are an OpenDocument text: its media type comes first."""
    if not head.startswith(_ZIP):
        return 95 if b"<office:document" in head and b"application/vnd.oasis.opendocument.text" in head else 0
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
        return 95
    return 80 if hint.suffix in (".odt", ".ott") else 0


def sniff_word(head: bytes, hint: Hint) -> int:
    """How sure the bytes are a Word 97-2003 file; its container is that of other office formats too."""
    if not head.startswith(COMPOUND):
        return 0
    return 90 if hint.suffix in {".doc", ".dot", ".wps", ".wpt"} else 50


def sniff_convertible(head: bytes, _hint: Hint) -> int:
    """How sure the bytes are of a format that an office program converts; never surer than another reader."""
    return 5 if head.startswith((COMPOUND, *_CONVERTIBLE)) else 0


def sniff_pdf(head: bytes, _hint: Hint) -> int:
    """How sure the bytes are a PDF file; some have rubbish before the signature (ISO 32000-1, annex H, note 13)."""
    place = head.find(b"%PDF-", 0, 1024 + 5)
    return 95 if place == 0 else 60 if place > 0 and is_binary(head) else 0


@lru_cache(maxsize=8)
def is_binary(head: bytes) -> bool:
    """Tell whether the bytes hold too many control characters for a text in any usual encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if head.count(0):
        return utf16_without_mark(head) is None
    return _has_controls(head)


def _has_controls(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > len(head) * _BINARY_SHARE

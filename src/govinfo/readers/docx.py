"""Reader: Word files (docx and its kin with macros or as a template), without Word's own program.

Macros never run, nothing that a file refers to is fetched.  Tracked changes are read as if all were accepted.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import regex
from lxml import etree

from govinfo.contracts import Hint
from govinfo.document import Document
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.package import Package, parts_of, read_xml
from govinfo.readers.properties import printed_title
from govinfo.readers.wordml.body import Body, Habits
from govinfo.readers.wordml.names import transitional, w
from govinfo.readers.wordml.numbering import Numbering
from govinfo.readers.wordml.places import PlacedBody
from govinfo.readers.wordml.styles import PLAIN, Styles
from govinfo.readers.wordml.tables import TABLE
from govinfo.source import Source

MAX_TAGS = 1_500_000
"""So many tags may the text of a file have; the largest reports known have some ten thousand."""

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds an encrypted file inside an OLE file (MS-OFFCRYPTO 2.3.4.4)."""

_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"
_CORE = "docProps/core.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/relationships/officeDocument"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STYLE_NAMES = regex.compile(rb"""Style [^<>]*?val=["']([^"']+)""")
_TABLE_END = b"</w:tbl>"
_FORMATS = (b"vanish", b"trike", b"vertAlign")
_DOCUMENT, _BODY = w("document"), w("body")


def read(data: bytes, _hint: Hint) -> Document:
    """Read a Word file.

    Raises:
        UnsupportedFormat: it is no Word file.
        SourceError: it is damaged, encrypted or over a limit.
    """
    text = _opened(data)
    body = Body(*text.helpers())
    blocks = tuple(body.blocks(text.content))
    return Document(blocks=blocks, title=printed_title(_title(text.package), blocks), notes=tuple(body.notes()))


def places(data: bytes) -> tuple[str, dict[Source, int]]:
    """The name of the part with the text, and for each place the number of the element of its paragraph there.

    Raises:
        UnsupportedFormat, SourceError: see `read`.
    """
    text = _opened(data)
    body = PlacedBody(*text.helpers())
    deque(body.blocks(text.content), maxlen=0)
    return text.name, body.paragraphs(text.root)


class _Text(NamedTuple):
    """The text of a file: its package, the name of its part, the markup, the root of it and the body."""

    package: Package
    name: str
    markup: bytes
    root: etree._Element
    content: etree._Element

    def helpers(self) -> tuple[Habits, Styles, Numbering]:
        """What a body needs beside the text."""
        folder = self.name.rpartition("/")[0]
        used = {match.decode("utf-8", "replace") for match in _STYLE_NAMES.findall(self.markup)}
        listed = b"numPr" in self.markup
        styles = Styles(_part(self.package, f"{folder}/styles.xml") if used or listed else None)
        numbered = listed or any(styles.get(one).numbers for one in used)
        numbering = Numbering(_part(self.package, f"{folder}/numbering.xml") if numbered else None, styles)
        formatted = any(word in self.markup for word in _FORMATS) or any(
            styles.get(one).run != PLAIN.run for one in used
        )
        nested = self.markup.count(_TABLE_END) != sum(1 for _ in self.content.iterchildren(TABLE))
        return Habits(formatted, nested), styles, numbering


def _opened(data: bytes) -> _Text:
    if not data.startswith(_ZIP):
        raise _other(data)
    package = parts_of(data)
    name = _main_part(package)
    markup = transitional(package.read(name))
    if markup.count(b"<") > MAX_TAGS:
        raise SourceError(
            f"more than {MAX_TAGS} tags, which no report has; was the right file chosen?",
            f"超过{MAX_TAGS}个标签，年报不会这么大；请核对是否选错了文件",
        )
    root = read_xml(markup, name)
    content = root.find(_BODY)
    if root.tag != _DOCUMENT or content is None:
        raise SourceError(
            f"the part {name} holds no text of a Word file; save the file again with an office program",
            f"{name}部分不是Word文件的正文；请用办公软件重新保存",
        )
    return _Text(package, name, markup, root, content)


def _other(data: bytes) -> SourceError | UnsupportedFormat:
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return SourceError(
            "the file is encrypted with a password; open it and save it without one",
            "文件设有打开密码，已加密；请打开后取消密码另存",
        )
    return UnsupportedFormat("no Word file of 2007 or later", "不是Word 2007以后的文件")


def _main_part(package: Package) -> str:
    """Name of the part with the text."""
    if _USUAL in package.names and _USUAL.encode() in _relations(package):
        return _USUAL
    if _RELATIONS in package.names:
        for relation in package.xml(_RELATIONS).iter(_RELATION):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith(_MAIN) and target in package.names:
                if target.startswith(("xl/", "ppt/")):
                    break
                return target
    if _USUAL in package.names:
        return _USUAL
    if any(name.startswith("word/") for name in package.names):
        raise SourceError(
            f"the file has no text ({_USUAL} is missing); save it again with an office program",
            f"文件没有正文（缺少{_USUAL}）；请用办公软件重新保存",
        )
    raise UnsupportedFormat("the archive is no Word file", "压缩包不是Word文件")


def _relations(package: Package) -> bytes:
    return package.read(_RELATIONS) if _RELATIONS in package.names else _USUAL.encode()


def _part(package: Package, name: str) -> etree._Element | None:
    return read_xml(transitional(package.read(name)), name) if name in package.names else None


def _title(package: Package) -> str | None:
    """The title among the properties of the file."""
    if _CORE not in package.names:
        return None
    return package.xml(_CORE).findtext(_TITLE)

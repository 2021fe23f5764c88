"""Reader: Word files (docx and its kin with macros or as a template), without Word's own program.

Macros never run, nothing that a file refers to is fetched.  Tracked changes are read as if all were accepted.
"""

from __future__ import annotations

import re
from collections import deque
from typing import NamedTuple

from lxml import etree

from govinfo.contracts import Hint
from govinfo.document import Document
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.package import Package, other_package, parts_of, read_xml
from govinfo.readers.properties import printed_title
from govinfo.readers.sniff import COMPOUND
from govinfo.readers.wordml.body import Body, Habits
from govinfo.readers.wordml.names import transitional, w
from govinfo.readers.wordml.numbering import Numbering
from govinfo.readers.wordml.places import PlacedBody
from govinfo.readers.wordml.styles import TINY, Styles
from govinfo.readers.wordml.tables import TABLE
from govinfo.readers.wordml.usual import CUT, Cut, without_tables
from govinfo.source import Source

MAX_TAGS = 1_500_000
"""So many tags may the text of a file have; the largest reports known have some ten thousand."""

_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds an encrypted file inside an OLE file (MS-OFFCRYPTO 2.3.4.4)."""

_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"
_CORE = "docProps/core.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/relationships/officeDocument"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STYLE_NAMES = re.compile(rb"""Style [^<>]*?val=["']([^"']+)""")
_TABLE_END = b"</w:tbl>"
_FORMATS = (
    *(b"vanish", b"trike", b"vertAlign", b"position ", b"<w:w ", b'color w:val="FFFFFF"', b'color w:val="ffffff"'),
    *(b'sz w:val="%d"' % size for size in range(TINY + 1)),
)
_DOCUMENT, _BODY = w("document"), w("body")


def read(data: bytes, _hint: Hint) -> Document:
    """Read a Word file.

    Raises:
        UnsupportedFormat: it is no Word file.
        SourceError: it is damaged, encrypted or over a limit.
    """
    part = _opened(data)
    used = part.styles()
    text = _cut(part, used) or _whole(part)
    habits, styles, numbering = text.helpers(part, used)
    body = Body(habits, styles, numbering, text.cut.tables)
    blocks = tuple(body.blocks(text.content))
    return Document(blocks=blocks, title=printed_title(_title(part.package), blocks), notes=tuple(body.notes()))


def places(data: bytes) -> tuple[str, dict[Source, int]]:
    """The name of the part with the text, and for each place the number of the element of its paragraph there.

    Raises:
        UnsupportedFormat, SourceError: see `read`.
    """
    part = _opened(data)
    text = _whole(part)
    body = PlacedBody(*text.helpers(part, part.styles()))
    deque(body.blocks(text.content), maxlen=0)
    return part.name, body.paragraphs(text.root)


class _UsedStyles(NamedTuple):
    """The styles of a file, None where it uses none; whether one that it uses numbers paragraphs, or hides text."""

    styles: Styles | None
    numbering: bool
    formatting: bool


class _Part(NamedTuple):
    """The part with the text: its package, its name and its markup."""

    package: Package
    name: str
    markup: bytes

    def styles(self) -> _UsedStyles:
        """The styles that the text uses."""
        names = {match.decode("utf-8", "replace") for match in set(_STYLE_NAMES.findall(self.markup))}
        if not names:
            return _UsedStyles(None, numbering=False, formatting=False)
        styles = Styles(self.beside("styles.xml"))
        used = [styles.get(name) for name in names]
        return _UsedStyles(styles, any(one.numbers for one in used), any(not one.run.is_usual for one in used))

    def beside(self, name: str) -> etree._Element | None:
        """The root of a part in the same folder; None where there is none."""
        path = f"{self.name.rpartition('/')[0]}/{name}"
        return read_xml(transitional(self.package.read(path)), path) if path in self.package.names else None


class _Text(NamedTuple):
    """The text: its markup and the tables that were cut out of it, its root and its body."""

    cut: Cut
    root: etree._Element
    content: etree._Element

    def is_complete(self) -> bool:
        """Tell whether what was cut out has its place in the body, and not in a comment or in another table."""
        tables = self.cut.tables
        marks = [table.get(CUT) for table in self.content.iterchildren(TABLE)]
        encoding = self.root.getroottree().docinfo.encoding or "UTF-8"
        return (
            [mark for mark in marks if mark is not None] == [str(number) for number in range(len(tables))]
            and self.cut.markup.count(CUT.encode()) == len(tables)
            and encoding.upper() == "UTF-8"
        )

    def helpers(self, part: _Part, used: _UsedStyles) -> tuple[Habits, Styles, Numbering]:
        """What a body needs beside the text; tables that were cut out neither format nor number theirs."""
        markup = self.cut.markup
        listed = b"numPr" in markup
        styles = used.styles or Styles(part.beside("styles.xml") if listed else None)
        numbering = Numbering(part.beside("numbering.xml") if listed or used.numbering else None, styles)
        formatted = used.formatting or any(word in markup for word in _FORMATS)
        whole = sum(1 for table in self.content.iterchildren(TABLE) if table.get(CUT) is None or not self.cut.tables)
        return Habits(formatted, nested=markup.count(_TABLE_END) != whole), styles, numbering


def _cut(part: _Part, used: _UsedStyles) -> _Text | None:
    """The text with its usual tables apart; None if it has none, or it is not certain that they belong to it."""
    cut = without_tables(part.markup, styled=not (used.numbering or used.formatting))
    try:
        text = _parsed(part, cut) if cut.tables else None
    except SourceError:
        return None
    return text if text is not None and text.is_complete() else None


def _whole(part: _Part) -> _Text:
    return _parsed(part, Cut(part.markup, ()))


def _parsed(part: _Part, cut: Cut) -> _Text:
    root = read_xml(cut.markup, part.name)
    content = root.find(_BODY)
    if root.tag != _DOCUMENT or content is None:
        raise SourceError(
            f"the part {part.name} holds no text of a Word file; save the file again with an office program",
            f"{part.name}部分不是Word文件的正文；请用办公软件重新保存",
        )
    return _Text(cut, root, content)


def _opened(data: bytes) -> _Part:
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
    return _Part(package, name, markup)


def _other(data: bytes) -> SourceError | UnsupportedFormat:
    if data.startswith(COMPOUND) and _ENCRYPTED in data:
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
    raise other_package(package, "the archive is no Word file", "压缩包不是Word文件")


def _relations(package: Package) -> bytes:
    return package.read(_RELATIONS) if _RELATIONS in package.names else _USUAL.encode()


def _title(package: Package) -> str | None:
    """The title among the properties of the file."""
    if _CORE not in package.names:
        return None
    return package.xml(_CORE).findtext(_TITLE)

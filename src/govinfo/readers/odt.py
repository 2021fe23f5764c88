"""Reader: OpenDocument text files (odt, templates, and the flat variant in one XML file).

Tracked changes are read as if all were accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govinfo.contracts import Hint
from govinfo.document import Document, Note
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.readers.marked import left_out
from govinfo.readers.opendocument.body import Body
from govinfo.readers.opendocument.inline import Inline
from govinfo.readers.opendocument.lists import list_labels
from govinfo.readers.opendocument.names import q
from govinfo.readers.opendocument.styles import read_looks
from govinfo.readers.package import Package, parts_of, read_xml
from govinfo.readers.properties import printed_title
from govinfo.source import Source

MAX_TAGS = 1_000_000
"""So many tags may the text of a file have; the largest reports known have some ten thousand."""

_ZIP = b"PK"
_CONTENT, _META, _STYLES = "content.xml", "meta.xml", "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTION = b"encryption-data"
_FLAT = "the file"
_TEXT = f"{q('office:body')}/{q('office:text')}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_REGION, _INSERTION, _DELETION = q("text:changed-region"), q("text:insertion"), q("text:deletion")
_ID = q("text:id")


def read(data: bytes, _hint: Hint) -> Document:
    """Read an OpenDocument text.

    Raises:
        UnsupportedFormat: it is something else.
        SourceError: it is damaged, encrypted or over a limit.
    """
    package = parts_of(data) if data.startswith(_ZIP) else None
    markup = data if package is None else _content(package)
    if markup.count(b"<") > MAX_TAGS:
        raise SourceError(
            f"more than {MAX_TAGS} tags, which no report has; was the right file chosen?",
            f"超过{MAX_TAGS}个标签，年报不会这么大；请核对是否选错了文件",
        )
    root = read_xml(markup, _FLAT if package is None else _CONTENT)
    content = root.find(_TEXT)
    if content is None:
        raise UnsupportedFormat("no OpenDocument text", "不是OpenDocument文本文件")
    others = {name: package.xml(name) for name in (_STYLES, _META) if name in package.names} if package else {}
    styles = [others[_STYLES], root] if _STYLES in others else [root]
    deleted = {
        region.get(_ID, ""): left_out("".join(part.itertext()))
        for region in content.iter(_REGION)
        for part in region.iterchildren(_DELETION)
    }
    body = Body(Inline(read_looks(styles), deleted), list_labels(content, styles))
    blocks = tuple(body.blocks(content))
    title = printed_title(others.get(_META, root).findtext(f".//{_TITLE}"), blocks)
    return Document(blocks=blocks, title=title, notes=(*_changes(content), *body.notes))


def _content(package: Package) -> bytes:
    if _CONTENT not in package.names:
        raise UnsupportedFormat("the archive is no OpenDocument file", "压缩包不是OpenDocument文件")
    if _MANIFEST in package.names and _ENCRYPTION in package.read(_MANIFEST):
        raise SourceError("the file is encrypted; save it without a password", "文件已加密；请取消密码后另存")
    return package.read(_CONTENT)


def _changes(content: etree._Element) -> Iterator[Note]:
    """A note where insertions or deletions are still to be accepted."""
    if next(content.iter(_INSERTION, _DELETION), None) is not None:
        yield Note("X35", Source(paragraph=1))

"""Reader: web archives in one file (MHTML), as browsers, Word and WPS save them.

A MIME message (RFC 2557) whose parts are a page and what it needs.  The root page is read, and behind it the pages
that it shows in frames, such as the sheets of an Excel archive.
"""

from __future__ import annotations

import codecs
import email
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect, StartBoundaryNotFoundDefect
from email.message import Message
from urllib.parse import unquote, urljoin

import attrs
import regex

from govinfo.contracts import Hint
from govinfo.document import Block, Document, Grid, Note
from govinfo.errors import SourceError
from govinfo.readers.decode import Text, decode
from govinfo.readers.web import html

MAX_NESTED = 16
"""So many containers may a message have in all; archives have one or two."""

MAX_PARTS = 5_000
"""So many parts may a message have; a page with all its images has some hundreds."""

MAX_PAGES = 64
"""So many pages in frames are read; workbooks have a few sheets."""

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_CONTAINER = regex.compile(rb"boundary[*0]{0,3}\s*=\s*([^\s;]*)|content-type:\s*message/", regex.IGNORECASE)
_FRAME = regex.compile(r"""<i?frame\b[^>]{0,2000}?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", regex.IGNORECASE)
_INCOMPLETE = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect, InvalidBase64LengthDefect)


@attrs.frozen
class _Page:
    """A page of the archive: its text, its address, and whether some of its bytes are lost."""

    decoded: Text
    location: str
    damaged: bool


def read(data: bytes, hint: Hint) -> Document:
    """Read a web archive; lines and tables count from the beginning of each page.

    Raises:
        SourceError: it holds no page, has too many parts, or the page cannot be read; see `html.read`.
    """
    boundaries = _CONTAINER.findall(data)
    if len(boundaries) > MAX_NESTED or any(data.count(b"--" + name.strip(b"\"'")) > MAX_PARTS for name in boundaries):
        raise SourceError(
            "the web archive has more parts than any report needs; was the right file chosen?",
            "网页存档的组成部分过多，年报不会这样；请核对是否选错了文件",
        )
    message = email.message_from_bytes(data)
    parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not parts:
        raise SourceError(
            "the web archive holds no page, or is cut off before it; save the page again",
            "网页存档中没有网页，或者文件不完整；请重新保存",
        )
    pages = {id(part): _page(part) for part in parts}
    root = _root(message, parts)
    framed = list(_framed(pages[id(root)], parts, pages))
    reading = html.read_page if framed else html.read
    documents = [reading(_utf8(pages[id(part)]), hint) for part in (root, *framed)]
    damaged = any(isinstance(defect, _INCOMPLETE) for part in message.walk() for defect in part.defects)
    return _joined(documents, [pages[id(part)] for part in (root, *framed)], damaged=damaged)


def _page(part: Message) -> _Page:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    decoded = decode(content, part.get_content_charset())
    return _Page(decoded, unquote(part.get("Content-Location") or "").strip(), damaged=not content.strip())


def _utf8(page: _Page) -> bytes:
    if page.damaged:
        raise SourceError(
            "the page in the web archive is empty or its encoding is damaged; save the page again",
            "网页存档中的网页为空，或者编码已损坏；请重新保存",
        )
    return codecs.BOM_UTF8 + page.decoded.text.encode("utf-8", "replace")


def _root(message: Message, parts: list[Message]) -> Message:
    """The page that the archive names as its start, else the first one."""
    start = message.get_param("start")
    named = [part for part in parts if isinstance(start, str) and (part.get("Content-ID") or "").strip() == start]
    return (named or parts)[0]


def _framed(root: _Page, parts: list[Message], pages: dict[int, _Page]) -> Iterator[Message]:
    """The other pages that a page shows in frames, in its order."""
    by_address: dict[str, Message] = {}
    for part in parts:
        if pages[id(part)] is not root:
            by_address.setdefault(pages[id(part)].location, part)
            by_address.setdefault("cid:" + (part.get("Content-ID") or "").strip().strip("<>"), part)
    seen: set[int] = set()
    for match in _FRAME.finditer(root.decoded.text):
        address = unquote(next(filter(None, match.groups()), ""))
        found = by_address.get(address) or by_address.get(urljoin(root.location, address))
        if found is not None and id(found) not in seen and len(seen) < MAX_PAGES:
            seen.add(id(found))
            yield found


def _joined(documents: list[Document], pages: list[_Page], *, damaged: bool) -> Document:
    """The pages as one document, their tables numbered through."""
    blocks: list[Block] = []
    notes: list[Note] = []
    for document, page in zip(documents, pages, strict=True):
        before = max((block.source.table or 0 for block in blocks if isinstance(block, Grid)), default=0)
        blocks += [_renumbered(block, before) for block in document.blocks]
        notes += [*page.decoded.notes, *document.notes]
    if damaged:
        notes.append(Note("X21", None, (("detail", "a part of the web archive is cut off"),)))
    return attrs.evolve(
        documents[0], blocks=tuple(blocks), encoding=pages[0].decoded.encoding, notes=tuple(dict.fromkeys(notes))
    )


def _renumbered(block: Block, before: int) -> Block:
    if not before or not isinstance(block, Grid):
        return block
    rows = tuple(
        tuple(
            attrs.evolve(cell, source=attrs.evolve(cell.source, table=before + (cell.source.table or 0)))
            for cell in row
        )
        for row in block.rows
    )
    return Grid(rows, attrs.evolve(block.source, table=before + (block.source.table or 0)))

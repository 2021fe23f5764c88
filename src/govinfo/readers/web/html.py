"""Reader: web pages.

Tables that hold data become grids; tables that hold other tables, or long texts without numbers, are mere layout
and are read through, but for sheets, whose long texts stand in rows of their own.  Scripts, styles, comments and
hidden elements are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govinfo.contracts import Hint
from govinfo.document import Document, Note
from govinfo.errors import SourceError
from govinfo.readers.decode import decode
from govinfo.readers.web.blocks import Blocks
from govinfo.readers.web.cutting import located, without_tables
from govinfo.readers.web.generated import digits_added, generating_names
from govinfo.readers.web.habits import habits_of
from govinfo.readers.web.head import meta_of, title_of
from govinfo.readers.web.markup import markup_of, without_ends
from govinfo.readers.web.tables import complete_rows, refuse_frames, rows_lost
from govinfo.readers.web.turned import mark_turned, turning_names
from govinfo.source import Source

MAX_TAGS = 300_000
"""So many tags may a page have; the largest pages known, word processor markup included, have some ten thousand."""


def read(data: bytes, hint: Hint) -> Document:
    """Read a web page or a fragment of one.

    Raises:
        SourceError: the parser finds no element at all, there are more than `MAX_TAGS` tags, or the page only shows
            others in frames.
    """
    document = read_page(data, hint)
    refuse_frames(data, document)
    return document


def read_page(data: bytes, _hint: Hint) -> Document:
    """Read a web page that may show others in frames; see `read`."""
    decoded = decode(data)
    if len(data) > MAX_TAGS and decoded.text.count("<") > MAX_TAGS:
        raise SourceError(
            f"more than {MAX_TAGS} tags, which no report has; was the right page chosen?",
            f"超过{MAX_TAGS}个标签，年报网页不会这么大；请核对是否选错了网页",
        )
    markup = markup_of(decoded)
    cut = without_tables(markup)
    page = without_ends(cut.markup).encode("utf-8", "replace")
    lower = page.lower()
    has_others = cut.has_others(lower)
    root, parser = _parsed(page, complete=not has_others)
    turning = turning_names(root) if b"-override" in lower else ()
    generating = generating_names(root) if b":before" in lower or b":after" in lower else ()
    tables = None if turning or generating else located(root, cut.tables)
    if tables is None:
        page, tables, has_others = without_ends(markup).encode("utf-8", "replace"), {}, True
        lower = page.lower()
        root, parser = _parsed(page)
    habits = habits_of(lower)
    if habits.turns:
        mark_turned(root, turning)
    found = Blocks(root, habits, tables)
    lost = rows_lost(root) if has_others else ()
    notes = [*decoded.notes, *found.notes, *_losses(parser), *lost, *digits_added(root, generating)]
    return Document(
        blocks=tuple(found.blocks),
        title=title_of(root),
        metadata=tuple(meta_of(root)),
        encoding=decoded.encoding,
        notes=tuple(notes),
        regions=tuple(found.regions),
    )


def _parsed(page: bytes, *, complete: bool = False) -> tuple[etree._Element, etree.HTMLParser]:
    """The tree of a page with all rows complete, as they may be already, and the parser with what it had to say."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"the page holds no readable markup ({error}); save it again or use its text",
            "网页没有可读的内容；请重新保存，或改用其文字",
        ) from error
    if root is None:
        raise SourceError(
            "the page holds no readable markup; save it again or use its text",
            "网页没有可读的内容；请重新保存，或改用其文字",
        )
    if not complete:
        complete_rows(root)
    return root, parser


def _losses(parser: etree.HTMLParser) -> Iterator[Note]:
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            yield Note("X21", Source(line=entry.line), (("detail", entry.message.strip()),))
            return

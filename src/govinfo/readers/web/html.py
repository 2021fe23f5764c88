"""Reader: web pages.

Tables that hold data become grids; tables that hold other tables, or long texts without numbers, are mere layout
and are read through, but for sheets, whose long texts stand in rows of their own.  Scripts, styles, comments and
hidden elements are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from lxml import etree

from govinfo.contracts import Hint
from govinfo.document import Block, Document, Figure, Grid, GridCell, Note, Paragraph
from govinfo.document.furnishing import MAX_CELL, is_page_layout
from govinfo.errors import SourceError
from govinfo.readers.decode import decode
from govinfo.readers.web.fields import field_text
from govinfo.readers.web.habits import Habits, habits_of
from govinfo.readers.web.head import meta_of, title_of
from govinfo.readers.web.markup import markup_of
from govinfo.readers.web.regions import Regions
from govinfo.readers.web.tables import caption_of, complete_rows, refuse_frames, rows_lost
from govinfo.source import Source

MIN_SHEET = 8
"""A table with a row of so many cells is a sheet, in which long texts stand in rows of their own between the tables."""

MAX_TAGS = 300_000
"""So many tags may a page have; the largest pages known, word processor markup included, have some ten thousand."""

MAX_MARK = 4
"""Longest mark of a footnote in characters, such as [1] or ①."""

_DROPPED = frozenset(
    "script style noscript template head select textarea iframe object svg math button option xml".split()  # noqa: SIM905 - one name a line says no more
)
_INLINE = frozenset(
    (  # noqa: SIM905 - as above
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr o:p q s samp "
        "small span st1:chsdate strike strong sub sup time tt u var wbr"
    ).split()
)
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_SIZED = frozenset(("font", "h1", "h2", "h3", "h4", "h5", "h6", "input", "select", "textarea"))
_TINY = regex.compile(r"font-size\s*:\s*0(?:\.0*)?(?:[a-z]+|%)?\s*(?:[;!]|$)", regex.IGNORECASE)
_LEADING_NUMBER = regex.compile(r"\s*\+?([0-9]{1,6})")
_SKIPPED = _DROPPED | {"del", "s", "strike"}
_FIELDS = frozenset(("input", "textarea", "select", "img"))
_CELL = frozenset(("td", "th"))
_RAISED = frozenset(("sup", "sub"))
_RAISED_STYLE = regex.compile(r"vertical-align\s*:\s*(?:super|sub)|text-decoration[^;]*line-through", regex.IGNORECASE)
_SPECIAL = _SKIPPED | _RAISED | _FIELDS | {"a"}


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
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    markup = markup_of(data, decoded)
    try:
        root = etree.fromstring(markup, parser)
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
    complete_rows(root)
    walker = _Walker(habits_of(markup.lower()))
    blocks = tuple(walker.blocks(root))
    notes = [*decoded.notes, *walker.notes, *_losses(parser), *rows_lost(root)]
    return Document(
        blocks=blocks,
        title=title_of(root),
        metadata=tuple(meta_of(root)),
        encoding=decoded.encoding,
        notes=tuple(notes),
        regions=walker.regions.found,
    )


class _Walker:
    """Turns an element tree into blocks, in one pass and without recursion."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self.notes: list[Note] = []
        self._buffer: list[str] = []
        self._line: int | None = None
        self._level: int | None = None
        self._numbers: dict[etree._Element, int] = {}
        self.regions = Regions()

    def blocks(self, root: etree._Element) -> Iterator[Block]:
        self._numbers = {table: number for number, table in enumerate(root.iter("table"), 1)}
        yield from self._walk(root)

    def _walk(self, root: etree._Element) -> Iterator[Block]:
        regions = self.regions
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                if tag not in _INLINE:
                    yield from self._flush()
                regions.end(element)
                self._add(element.tail, element)
                continue
            if tag in _DROPPED or self._skips(element):
                walk.skip_subtree()
                continue
            if tag == "img":
                yield from self._flush()
                yield regions.counted(Figure(element.get("alt") or "", Source(line=element.sourceline)))
            elif tag == "table":
                yield from self._flush()
                parts = self._parts(element)
                if parts:
                    yield from self._table(element, parts)
                    walk.skip_subtree()
                    continue
            elif tag == "br" or tag not in _INLINE:
                yield from self._flush()
                self._level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else self._level
            regions.begin(element, inline=tag in _INLINE)
            self._add(element.text, element)
        yield from self._flush()

    def _add(self, text: str | None, element: etree._Element) -> None:
        if text:
            if self._line is None and text.strip():
                self._line = element.sourceline
            self._buffer.append(text)
            self.regions.count(text)

    def _flush(self) -> Iterator[Paragraph]:
        if self._buffer:
            text = " ".join("".join(self._buffer).split())
            if text:
                linked = self.regions.is_linked(text)
                yield self.regions.counted(Paragraph(text, Source(line=self._line), self._level, linked))
        self._buffer.clear()
        self._line = self._level = None

    def _skips(self, element: etree._Element) -> bool:
        """Tell whether an element is hidden; a hidden table is noted."""
        if not self._habits.hides or not _is_hidden(element):
            return False
        if element.find(".//table") is not None or element.tag == "table":
            self.notes.append(Note("X26", Source(line=element.sourceline)))
        return True

    def _table(self, table: etree._Element, parts: Sequence[Grid | etree._Element]) -> Iterator[Block]:
        yield from self.regions.all_counted(*caption_of(table))
        for part in parts:
            yield from self.regions.all_counted(part) if isinstance(part, Grid) else self._walk(part)

    def _parts(self, table: etree._Element) -> list[Grid | etree._Element]:
        """The table as a grid, or as grids and the cells of long text between them; none if it is page layout."""
        if next(table.iterdescendants("table"), None) is not None:
            return []
        number = self._numbers[table]
        found = [
            (row, _cells(row, number, row_number, self._habits))
            for row_number, row in enumerate(table.iter("tr"), 1)
            if not (self._habits.hides and _is_hidden(row))
        ]
        is_sheet = any(len(cells) >= MIN_SHEET for _, cells in found)
        rows: list[tuple[GridCell, ...]] = []
        parts: list[Grid | etree._Element] = []
        for row, cells in found:
            if is_sheet and len(row) == len(cells) == 1 and len(cells[0].text) > MAX_CELL:
                parts += [*_grid(rows, table, number), row[0]]
                rows = []
            else:
                rows.append(cells)
        parts += _grid(rows, table, number)
        kept = [cell.text for part in parts if isinstance(part, Grid) for cells in part.rows for cell in cells]
        return [] if is_page_layout(kept) else parts


def _grid(rows: Sequence[tuple[GridCell, ...]], table: etree._Element, number: int) -> Iterator[Grid]:
    if rows:
        yield Grid(tuple(rows), Source(line=table.sourceline, table=number))


def _cells(row: etree._Element, table: int, row_number: int, habits: Habits) -> tuple[GridCell, ...]:
    """The visible cells of a row."""
    cells = []
    place = 0
    for cell in row:
        if cell.tag not in _CELL:
            continue
        place += 1
        if habits.hides and _is_hidden(cell):
            continue
        text, pieces = _cell_text(cell, habits) if len(cell) else (cell.text or "", False)
        if not text.isalnum():
            text = " ".join(text.split())
        down, across = cell.get("rowspan"), cell.get("colspan")
        source = Source(cell.sourceline, None, None, table, row_number, place)
        cells.append(GridCell(text, source, _span(down) if down else 1, _span(across) if across else 1, pieces))
    return tuple(cells)


def _cell_text(cell: etree._Element, habits: Habits) -> tuple[str, bool]:
    """The visible text of a cell with elements inside, and whether its digits come from several of them.

    Word processors wrap each number in a chain of elements, at whose end the text is simply read.
    """
    inner = cell
    while len(inner) == 1 and not (inner.text and inner.text.strip()):
        child = inner[0]
        tail = child.tail
        if (tail and tail.strip()) or child.tag in _SPECIAL:
            break
        if (habits.hides and _is_hidden(child)) or (habits.raises and _is_mark(child)):
            break
        inner = child
    return _joined_text(inner) if len(inner) else (inner.text or "", False)


def _joined_text(cell: etree._Element) -> tuple[str, bool]:
    """The visible text of an element with pieces in block elements separated by blanks.

    Form fields, images and the marks of footnotes count only where there is no other text.  Also tells whether
    the digits come from several pieces, or one with digits was left out.
    """
    parts = [cell.text or ""]
    marks: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, part in walk:
        if part is cell:
            continue
        gap = "" if part.tag in _INLINE else " "
        if event == "end":
            parts += (gap, part.tail or "")
        elif part.tag in _FIELDS:
            walk.skip_subtree()
            marks.append(field_text(part))
        elif part.tag in _SKIPPED or _is_hidden(part):
            walk.skip_subtree()
        elif _is_mark(part):
            walk.skip_subtree()
            marks.append("".join(part.itertext()))
        else:
            parts += (gap, part.text or "")
    text = "".join(parts)
    if not text.strip():
        return "".join(marks), False
    digits = sum(any(char.isdigit() for char in part) for part in (*parts, *marks))
    return text, digits > 1


def _is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is not shown; one of size nothing is where no part of it has a size of its own."""
    style = element.get("style")
    if element.get("hidden") is not None or (style and _HIDDEN.search(style)):
        return True
    return style is not None and _TINY.search(style) is not None and not any(map(_has_size, element.iterdescendants()))


def _has_size(part: etree._Element) -> bool:
    return part.tag in _SIZED or "font" in (part.get("style") or "")


def _is_mark(element: etree._Element) -> bool:
    """Tell whether an element is a mark beside a number, such as a footnote's, which must not become a digit of it."""
    style = element.get("style")
    raised = element.tag in _RAISED or (style is not None and _RAISED_STYLE.search(style) is not None)
    linked = element.tag == "a" and (element.get("href") or "").startswith("#")
    short = (raised or linked) and len("".join(element.itertext()).strip()) <= MAX_MARK
    return short or element.get("aria-hidden") == "true"


def _span(text: str) -> int:
    """A span attribute, read as browsers do: the digits at its beginning count, 1 without any."""
    if len(text) == 1 and "1" <= text <= "9":
        return int(text)
    number = _LEADING_NUMBER.match(text)
    return max(int(number[1]), 1) if number else 1


def _losses(parser: etree.HTMLParser) -> Iterator[Note]:
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            yield Note("X21", Source(line=entry.line), (("detail", entry.message.strip()),))
            return

"""Text put into XML markup in such a way that all other bytes stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple
from xml.parsers import expat

import attrs

from govinfo.errors import SourceError

_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))


@attrs.define
class Span:
    """Where the content of an element stands.

    Attributes:
        name: its name as written.
        inside: first byte of its content, behind its properties where they come first.
        end: first byte of its end tag; that behind the tag where the element is written as one empty tag.
        empty: whether it is.
    """

    name: str
    inside: int = -1
    end: int = -1
    empty: bool = False


class Insertion(NamedTuple):
    """Text at the beginning of an element's content, and at its end."""

    span: Span
    before: str
    behind: str


def spans_of(markup: bytes, numbers: Collection[int], properties: str = "") -> dict[int, Span]:
    """Find elements by their numbers, all elements counted from 0.

    Args:
        markup: the XML.
        numbers: which elements.
        properties: local name of the child that comes first and is no content.

    Raises:
        SourceError: the markup is in an encoding that is unusual in office files.
    """
    finder = _Finder(markup, numbers, properties)
    try:
        finder.parser.Parse(markup, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise SourceError(
            f"the markup cannot be edited ({error}); save the file again with an office program",
            f"文件内容无法改写（{error}）；请用办公软件重新保存",
        ) from error
    return finder.found


def inserted(markup: bytes, insertions: Iterable[Insertion]) -> bytes:
    """The markup with texts put in; what XML cannot hold in its encoding becomes a reference."""
    encoding = _encoding(markup)
    pieces: list[tuple[int, int, bytes]] = []
    for span, before, behind in insertions:
        if span.empty:
            whole = f">{before}{behind}</{span.name}>"
            pieces.append((span.end - len("/>".encode(encoding)), span.end, _encoded(whole, encoding)))
        else:
            pieces += [(span.inside, span.inside, _encoded(before, encoding))] * bool(before)
            pieces += [(span.end, span.end, _encoded(behind, encoding))] * bool(behind)
    result: list[bytes] = []
    done = 0
    for start, stop, text in sorted(pieces, key=lambda piece: piece[:2]):
        result += [markup[done:start], text]
        done = stop
    return b"".join([*result, markup[done:]])


def _encoding(markup: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if markup.startswith(mark)), "ascii")


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii").encode(encoding)


class _Finder:
    """Follows the tags of the markup and notes the bytes of those that are looked for."""

    def __init__(self, markup: bytes, numbers: Collection[int], properties: str) -> None:
        self.found: dict[int, Span] = {}
        self.parser: Any = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._stop
        self.parser.CharacterDataHandler = self._data
        self.parser.StartCdataSectionHandler = self._note
        self._tag_end = "/>".encode(_encoding(markup))
        self._markup = markup
        self._numbers = numbers
        self._properties = properties
        self._count = 0
        self._open: list[Span | None] = []
        self._waiting: Span | None = None
        self._bare: Span | None = None
        self._in_properties = 0

    def _start(self, name: str, _: object) -> None:
        first = self._waiting
        if first is not None and name.rpartition(":")[2] == self._properties:
            self._waiting = None
            self._in_properties = len(self._open) + 1
        else:
            self._note()
        span = Span(name) if self._count in self._numbers else None
        if span is not None:
            self.found[self._count] = self._waiting = span
        self._bare = span
        self._count += 1
        self._open.append(span)

    def _stop(self, _: str) -> None:
        here = self.parser.CurrentByteIndex
        span = self._open[-1]
        if span is not None:
            span.end = here
            span.empty = self._bare is span and self._markup.endswith(self._tag_end, 0, here)
        self._bare = None
        self._note()
        if self._in_properties and len(self._open) == self._in_properties:
            self._in_properties = 0
            self._waiting = self._open[-2]
        self._open.pop()

    def _data(self, text: str) -> None:
        self._bare = None
        if not text.isspace():
            self._note()

    def _note(self) -> None:
        """What comes here is the first content of the element that waits for it."""
        if self._waiting is not None:
            self._waiting.inside = self.parser.CurrentByteIndex
            self._waiting = None

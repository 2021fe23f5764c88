"""Forms (groups of drawings) that draw each other, counted before pdfium draws them.

pdfium draws all that a page holds while it opens the page.  Forms that each draw the next one several times multiply:
a file of a kilobyte can hold millions of drawings.
"""

from __future__ import annotations

import zlib
from base64 import a85decode
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

import attrs
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import regex

from govinfo.errors import SourceError

MAX_NESTED = 20_000
"""So many forms may a page or a form draw, those within others included; those of reports draw a handful."""

MAX_LEVELS = 12
"""So deep may forms be nested."""

MAX_CONTENT = 1 << 24
"""So many bytes of a form's content are looked at; that of a report's page has some thousands."""

_PLACE = regex.compile(rb"(\d{10}) \d{5} n")
_NUMBER = regex.compile(rb"\s*(\d{1,10}) \d{1,5} obj")
_STRING = regex.compile(rb"\((?:[^()\\]|\\.)*+\)", regex.DOTALL)
_FORM = regex.compile(rb"/Subtype\s*/Form\b")
_FILTER = regex.compile(rb"/Filter\s*(\[.*?\]|/\w+)", regex.DOTALL)
_ENTRY = regex.compile(rb"/([^\s/<>\[\](){}%]+) (\d{1,10}) \d{1,5} R")
_NAME = regex.compile(rb"/([^\s/<>\[\](){}%]+)")
_CONTENTS = regex.compile(rb"/Contents\s*(\[[^\]]*\]|\d{1,10} \d{1,5} R)")
_REFERENCE = regex.compile(rb"(\d{1,10}) \d{1,5} R")
_ESCAPE = regex.compile(rb"#([0-9A-Fa-f]{2})")

_Names = Mapping[bytes, frozenset[int]]


@attrs.frozen
class _Thing:
    """An object of a file: its dictionary without strings, and the content of a stream as it is stored."""

    head: bytes
    content: bytes


def check_nests(document: pypdfium2.PdfDocument) -> None:
    """Refuse a file whose forms draw each other too often.

    pdfium writes the file anew for that, without encryption and with every object by itself.

    Raises:
        SourceError: forms are nested too deeply, draw themselves, or multiply to more than `MAX_NESTED`.
    """
    copy = BytesIO()
    try:
        document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError:
        return
    things = _things(copy.getvalue())
    forms = frozenset(number for number, thing in things.items() if _FORM.search(thing.head))
    inner = _inner(things, forms) if forms else {}
    drawn: dict[int, int] = {}
    for number in inner:
        if _count(number, inner, drawn, 0) > MAX_NESTED:
            raise SourceError(
                f"drawings of the PDF file hold each other more than {MAX_NESTED} times; print it to a new PDF file",
                f"PDF文件的图形互相嵌套，展开后超过{MAX_NESTED}个；请重新打印成PDF文件",
            )


def _count(number: int, inner: Mapping[int, Mapping[int, int]], drawn: dict[int, int], level: int) -> int:
    """How many forms a form draws, itself included."""
    if level > MAX_LEVELS:
        raise SourceError(
            f"drawings of the PDF file are nested more than {MAX_LEVELS} deep; print it to a new PDF file",
            f"PDF文件的图形嵌套超过{MAX_LEVELS}层；请重新打印成PDF文件",
        )
    if number not in drawn:
        calls = inner[number].items()
        drawn[number] = 1 + sum(times * _count(target, inner, drawn, level + 1) for target, times in calls)
    return drawn[number]


def _things(data: bytes) -> dict[int, _Thing]:
    """The objects of a file as pdfium writes it: strings hold no line breaks, streams begin on a line of their own."""
    table = data.rfind(b"\nxref")
    places = sorted({int(found[1]) for found in _PLACE.finditer(data, table)})
    things: dict[int, _Thing] = {}
    for start, stop in pairwise((*places, table)):
        number = _NUMBER.match(data, start, stop)
        if number:
            head, _, rest = data[number.end() : stop].partition(b">>stream\r\n")
            things[int(number[1])] = _Thing(_STRING.sub(b"", head), rest.rpartition(b"\r\nendstream")[0])
    return things


def _inner(things: Mapping[int, _Thing], forms: frozenset[int]) -> dict[int, Mapping[int, int]]:
    """The forms that each form and the content of each page draws, and how often it names each.

    A form without resources of its own has those of its page, which may be any of the file.
    """
    heads = b" ".join(thing.head for thing in things.values())
    shared = _names(heads, {}, forms)
    inner: dict[int, Mapping[int, int]] = {}
    for found in _CONTENTS.finditer(heads):
        for number in map(int, _REFERENCE.findall(found[1])):
            if number in things and number not in inner:
                inner[number] = _calls(things[number], shared, 1)
    for number in forms:
        thing = things[number]
        names = _names(thing.head, things, forms) if b"/Resources" in thing.head else shared
        inner[number] = _calls(thing, names, MAX_NESTED) if names else {}
    return inner


def _calls(thing: _Thing, names: _Names, unknown: int) -> Mapping[int, int]:
    """How often a content names each form; `unknown` times where the content cannot be told."""
    content = _plain(thing)
    if content is None:
        return {target: unknown for targets in names.values() for target in targets}
    calls: Counter[int] = Counter()
    for found in _NAME.finditer(content):
        calls.update(names.get(_unescaped(found[1]), ()))
    return calls


def _names(head: bytes, things: Mapping[int, _Thing], forms: frozenset[int]) -> _Names:
    """The forms to which a dictionary refers, by name; also those in its resources that are objects by themselves."""
    found: dict[bytes, frozenset[int]] = {}
    pending, seen = [head], set[int]()
    while pending:
        for entry in _ENTRY.finditer(pending.pop()):
            name, target = _unescaped(entry[1]), int(entry[2])
            if target in forms:
                found[name] = found.get(name, frozenset()) | {target}
            elif name in (b"Resources", b"XObject") and target in things and target not in seen:
                seen.add(target)
                pending.append(things[target].head)
    return found


def _unescaped(name: bytes) -> bytes:
    plain: bytes = _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), name)
    return plain


def _plain(thing: _Thing) -> bytes | None:
    """The content of a stream; None where it cannot be told."""
    filters = _NAME.findall(found[1]) if (found := _FILTER.search(thing.head)) else []
    content = thing.content
    try:
        for name in filters:
            if name == b"ASCII85Decode":
                content = a85decode(content.strip().removesuffix(b"~>"))
            elif name == b"FlateDecode":
                unpacker = zlib.decompressobj()
                content = unpacker.decompress(content, MAX_CONTENT)
                if unpacker.unconsumed_tail:
                    return None
            else:
                return None
    except (zlib.error, ValueError):
        return None
    return content

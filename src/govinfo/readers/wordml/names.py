"""Names of WordprocessingML and of the markup that stands in it."""

from __future__ import annotations

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"http://schemas.openxmlformats.org/drawingml/2006/chart"),
)
"""Namespaces of the strict variant and those of the transitional one (ISO/IEC 29500-1 and -4, annex A)."""

_OFF = frozenset(("0", "false", "off", "none"))


def transitional(markup: bytes) -> bytes:
    """A part with the namespaces of the transitional variant, whichever it was written in."""
    if b"http://purl.oclc.org/ooxml/" in markup:
        for strict, usual in _STRICT:
            markup = markup.replace(strict, usual)
    return markup


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


VAL = w("val")


def is_on(element: etree._Element | None, name: str = VAL, missing: str = "1") -> bool:
    """Tell whether a switch is there and not turned off; `missing` is what holds without the attribute."""
    return element is not None and element.get(name, missing).lower() not in _OFF


def number_of(element: etree._Element | None, default: int, name: str = VAL) -> int:
    """A small number in an attribute; the default where there is none."""
    text = element.get(name) if element is not None else None
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) <= 6 else default

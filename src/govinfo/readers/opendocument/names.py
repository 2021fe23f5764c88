"""Names of OpenDocument."""

from __future__ import annotations

from lxml import etree

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def q(name: str) -> str:
    """The full name of an element or attribute such as ``text:p``."""
    space, _, local = name.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


def names(*several: str) -> frozenset[str]:
    """The full names of several elements."""
    return frozenset(map(q, several))


def count_of(element: etree._Element, name: str, most: int) -> int:
    """A number from 1 up in an attribute; larger ones are cut down to `most`."""
    text = element.get(name, "1")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) <= 9 else 1

"""What a web page says of itself in its head."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def title_of(root: etree._Element) -> str | None:
    """The text of its title element."""
    title = next(root.iterdescendants("title"), None)
    text = " ".join((title.text or "").split()) if title is not None else ""
    return text or None


def meta_of(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The names and values of its meta elements."""
    for meta in root.iter("meta"):
        name, content = meta.get("name"), meta.get("content")
        if name and content:
            yield name, content.strip()

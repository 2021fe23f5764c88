"""Styles of an OpenDocument text that hide, strike or raise words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lxml import etree

from govinfo.readers.opendocument.names import q

Look = Literal["hidden", "struck", "raised", "usual"]
"""How a style shows its text; hidden weighs more than struck, struck more than raised."""

_STYLE, _NAME, _PARENT, _FAMILY = q("style:style"), q("style:name"), q("style:parent-style-name"), q("style:family")
_TEXT_PROPERTIES = q("style:text-properties")
_DISPLAY = q("text:display")
_LINES = (q("style:text-line-through-style"), q("style:text-line-through-type"))
_POSITION = q("style:text-position")


def read_looks(roots: Iterable[etree._Element]) -> dict[str, Look]:
    """The looks of the styles for words and paragraphs by name; usual ones are left out."""
    own: dict[str, Look | None] = {}
    parents: dict[str, str | None] = {}
    for root in roots:
        for style in root.iter(_STYLE):
            if style.get(_FAMILY) in ("text", "paragraph"):
                name = style.get(_NAME, "")
                own[name] = _look(style.find(_TEXT_PROPERTIES))
                parents[name] = style.get(_PARENT)
    looks: dict[str, Look] = {}
    for name in own:
        current: str | None = name
        seen: set[str] = set()
        while current in own and current not in seen and own[current] is None:
            seen.add(current)
            current = parents[current]
        found = own.get(current) if current is not None else None
        if found is not None and found != "usual":
            looks[name] = found
    return looks


def _look(properties: etree._Element | None) -> Look | None:
    """What a style says itself; None where it says nothing."""
    if properties is None:
        return None
    display, position = properties.get(_DISPLAY), properties.get(_POSITION)
    lines = [value for value in map(properties.get, _LINES) if value is not None]
    if display == "none":
        return "hidden"
    if any(value != "none" for value in lines):
        return "struck"
    if position is not None and not position.startswith("0%"):
        return "raised"
    return "usual" if display is not None or lines or position is not None else None

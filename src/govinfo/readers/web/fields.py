"""What the fields of a form and images say on a web page."""

from __future__ import annotations

from lxml import etree

_SHOWN_INPUTS = frozenset(("text", "number", "tel"))


def field_text(field: etree._Element) -> str:
    """What a form field shows: its value, its text, or its selected option; what an image says instead of itself."""
    if field.tag == "input":
        return (field.get("value") or "") if (field.get("type") or "text") in _SHOWN_INPUTS else ""
    if field.tag == "img":
        return field.get("alt") or ""
    if field.tag == "textarea":
        return field.text or ""
    options = list(field.iter("option"))
    chosen = next((option for option in options if option.get("selected") is not None), options[0] if options else None)
    return "" if chosen is None else chosen.text or ""

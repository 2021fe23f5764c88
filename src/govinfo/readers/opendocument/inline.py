"""The text of an OpenDocument paragraph, and what stands in it that is no text."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from govinfo.readers.marked import BREAK, MAX_MARK, left_out
from govinfo.readers.opendocument.names import count_of, names, q
from govinfo.readers.opendocument.styles import Look

MAX_SPACES = 1000
"""So many spaces may one element stand for."""

_SPACE, _SPACES = q("text:s"), q("text:c")
_SIGNS = {q("text:tab"): " ", q("text:line-break"): BREAK, q("text:soft-page-break"): ""}
_SKIPPED = names(
    "text:note",
    "office:annotation",
    "office:annotation-end",
    "text:number",
    "text:hidden-text",
    "text:hidden-paragraph",
    "text:ruby-text",
    "text:page-number",
    "text:page-count",
    "text:script",
    "text:tracked-changes",
    "office:event-listeners",
)
_CHANGE, _CHANGE_ID = q("text:change"), q("text:change-id")
_STYLED = names("text:span", "text:a")
_STYLE_NAME = q("text:style-name")
_DRAWN = names(
    "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:ellipse", "draw:line", "draw:a", "draw:control"
)


class Inline:
    """Reads paragraphs; remembers the drawings and raised marks that it met on the way."""

    def __init__(self, looks: Mapping[str, Look], deleted: Mapping[str, str]) -> None:
        self._looks = looks
        self._deleted = deleted
        self._drawings: list[etree._Element] = []
        self._raised: list[str] = []
        self._in_cell = False

    def text(self, paragraph: etree._Element, *, in_cell: bool) -> str:
        """The text of a paragraph with the marks of `govinfo.readers.marked`."""
        self._in_cell = in_cell
        out: list[str] = []
        self._element(paragraph, out)
        return "".join(out)

    def taken(self) -> list[etree._Element]:
        """The drawings that were met since the last call."""
        found = self._drawings
        self._drawings = []
        return found

    def taken_marks(self) -> list[str]:
        """The short raised texts that were left out of cells since the last call."""
        found = self._raised
        self._raised = []
        return found

    def _element(self, element: etree._Element, out: list[str]) -> None:
        look = self._looks.get(element.get(_STYLE_NAME, ""))
        if look is None or (look == "raised" and not self._in_cell):
            self._content(element, out)
            return
        held: list[str] = []
        self._content(element, held)
        text = "".join(held)
        if look == "raised":
            if len(text.strip()) > MAX_MARK:
                out.append(text)
                return
            self._raised.append(text)
        out.append(left_out(text))

    def _content(self, element: etree._Element, out: list[str]) -> None:
        out.append(_plain(element.text))
        for child in element:
            tag = child.tag
            if tag in _SIGNS:
                out.append(_SIGNS[tag])
            elif tag == _SPACE:
                out.append(" " * count_of(child, _SPACES, MAX_SPACES))
            elif tag == _CHANGE:
                out.append(self._deleted.get(child.get(_CHANGE_ID, ""), ""))
            elif tag in _DRAWN:
                self._drawings.append(child)
            elif tag in _STYLED:
                self._element(child, out)
            elif tag not in _SKIPPED:
                self._content(child, out)
            out.append(_plain(child.tail))


def _plain(text: str | None) -> str:
    """Text between elements; line ends in the markup are blanks."""
    return text.replace("\n", " ") if text else ""

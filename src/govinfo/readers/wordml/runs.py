"""The text of a Word paragraph: runs, tabs, breaks, fields, and what is hidden or was deleted."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from govinfo.readers.marked import BREAK, CUT, LOST, MAX_MARK, has_digit, left_out
from govinfo.readers.wordml.names import VAL, is_on, w
from govinfo.readers.wordml.styles import PLAIN, RunProperties, Style, Styles, overlaid, run_properties

_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CHOICES, _CHOICE, _FALLBACK = (f"{{{_MARKUP}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURES = (
    f"{{{_DRAWING}/main}}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
    "{urn:schemas-microsoft-com:office:office}OLEObject",
)
_ABOUT = f"{{{_DRAWING}/wordprocessingDrawing}}docPr"
_GRAPHIC = f"{{{_DRAWING}/main}}graphicData"
_SHAPES = ("Shape", "Group", "Canvas")
"""Ends of the kinds of graphics that are drawn in the file itself: frames, lines and arrows."""

_RUN, _TEXT, _RPR, _RSTYLE = w("r"), w("t"), w("rPr"), w("rStyle")
_SIGNS = {w("br"): BREAK, w("cr"): BREAK, w("tab"): " ", w("ptab"): " ", w("noBreakHyphen"): "-"}
_SYMBOL, _CHARACTER = w("sym"), w("char")
_NOTES, _OWN_MARK = frozenset((w("footnoteReference"), w("endnoteReference"))), w("customMarkFollows")
_FIELD, _FIELD_TYPE = w("fldChar"), w("fldCharType")
_RUBY, _RUBY_BASE = w("ruby"), w("rubyBase")
_DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
_BOX = w("txbxContent")
_PARAGRAPH, _PARAGRAPH_PROPERTIES, _CELL_PROPERTIES = w("p"), w("pPr"), w("tcPr")
_THROUGH = frozenset(
    map(w, ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir"))
)
_OVERRIDE, _RTL = w("bdo"), "rtl"
_UNKNOWN = "\ufffd"
_INSERTED = frozenset((w("ins"), w("moveTo")))
_DELETED = frozenset((w("del"), w("moveFrom")))
_DELETED_TEXT = w("delText")


class Runs:
    """Reads paragraphs; `changed` is True once a tracked change was met.

    `formatted` tells whether any run or style of the file hides, strikes, raises or whitens text.
    """

    def __init__(self, styles: Styles, *, formatted: bool) -> None:
        self._styles = styles
        self._formatted = formatted
        self._fields: list[bool] = []
        self._in_cell = False
        self._mark_follows = self._white = False
        self._base = PLAIN.run
        self._boxes: list[etree._Element] = []
        self._pictures: list[str] = []
        self._raised: list[str] = []
        self.changed = False

    def text(self, paragraph: etree._Element, style: Style, *, in_cell: bool) -> str:
        """The text of a paragraph with the marks of `govinfo.readers.marked`."""
        self._in_cell = in_cell
        self._mark_follows = self._white = False
        self._base = style.run
        self._fields.clear()
        out: list[str] = []
        self._inline(paragraph, out)
        return "".join(out)

    def taken(self) -> tuple[list[str], list[etree._Element]]:
        """Descriptions of the pictures, and the text boxes, that were met since the last call."""
        found = self._pictures, self._boxes
        if found != ([], []):
            self._pictures, self._boxes = [], []
        return found

    def taken_marks(self) -> list[str]:
        """The short raised texts, mostly marks of footnotes, that were left out of cells since the last call."""
        found = self._raised
        if found:
            self._raised = []
        return found

    def _inline(self, parent: Iterable[etree._Element], out: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, out)
            elif tag == _OVERRIDE:
                self._overridden(child, out)
            elif tag in _THROUGH:
                self.changed |= tag in _INSERTED
                self._inline(child, out)
            elif tag in _DELETED:
                self.changed = True
                out.append(left_out("".join(text.text or "" for text in child.iter(_DELETED_TEXT, _TEXT))))
            elif tag == CHOICES:
                self._inline(chosen(child), out)

    def _overridden(self, override: etree._Element, out: list[str]) -> None:
        """Text whose direction is laid down: where it runs to the left, its digits are shown in another order."""
        held: list[str] = []
        self._inline(override, held)
        text = "".join(held)
        if override.get(VAL) == _RTL and has_digit(text):
            text = left_out(text) if self._in_cell else "".join(_UNKNOWN if has_digit(char) else char for char in text)
        out.append(text)

    def _run(self, run: etree._Element, out: list[str]) -> None:
        if not self._formatted:
            self._content(run, out)
            return
        found = self._looks(run)
        if self._in_cell and bool(found.white) != self._white:
            self._white = not self._white
            out.append(CUT)
        if found.is_unseen or (self._in_cell and (found.raised or found.lifted)):
            held: list[str] = []
            self._content(run, held)
            out.append(self._withheld("".join(held), found))
        else:
            self._content(run, out)

    def _content(self, run: Iterable[etree._Element], out: list[str]) -> None:
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if not self._fields or all(self._fields):
                    text = child.text or ""
                    out.append(self._own_mark(text) if self._mark_follows else text)
            elif tag in _SIGNS:
                out.append(_SIGNS[tag])
            else:
                self._special(child, tag, out)

    def _special(self, child: etree._Element, tag: object, out: list[str]) -> None:
        if tag == _FIELD:
            self._field(child.get(_FIELD_TYPE))
        elif tag == _SYMBOL:
            self._mark_follows = False
            out.append(_symbol(child.get(_CHARACTER, "")))
        elif tag in _NOTES:
            self._mark_follows = self._in_cell and is_on(child, _OWN_MARK, missing="0")
        elif tag in _DRAWN:
            self._drawn(child)
        elif tag == CHOICES:
            self._content(chosen(child), out)
        elif tag == _RUBY:
            for base in child.iterchildren(_RUBY_BASE):
                self._inline(base, out)

    def _looks(self, run: etree._Element) -> RunProperties:
        """The properties of a run over those of its styles."""
        properties = run.find(_RPR)
        own = run_properties(properties)
        style = None if properties is None else properties.find(_RSTYLE)
        if style is not None:
            own = overlaid(own, self._styles.get(style.get(VAL)).run)
        return overlaid(own, self._base)

    def _withheld(self, text: str, found: RunProperties) -> str:
        """What stands for a run that is not seen or raised."""
        if not found.is_unseen:
            if len(text.strip()) > MAX_MARK:
                return text
            self._raised.append(text)
        return left_out(text)

    def _own_mark(self, text: str) -> str:
        """What stands for the first text of a cell behind a footnote that is marked with it, and not with a number."""
        if not text.strip():
            return text
        self._mark_follows = False
        return left_out(text) if len(text.strip()) <= MAX_MARK else left_out(text) + text

    def _field(self, kind: str | None) -> None:
        """Follow a field: what stands before its separator is an instruction, what stands behind it is shown."""
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _drawn(self, drawing: etree._Element) -> None:
        """Remember the text boxes and pictures of a drawing."""
        boxes = list(_outermost(drawing))
        self._boxes += boxes
        if not boxes and _is_picture(drawing):
            about = next(drawing.iter(_ABOUT), None)
            self._pictures.append("" if about is None else about.get("descr") or about.get("title") or "")


def plain_text(cell: etree._Element) -> str | None:
    """The text of a cell of one paragraph with one run at most, as most are; None for any other."""
    paragraph = _only(cell, _CELL_PROPERTIES, _PARAGRAPH)
    if paragraph is None:
        return None
    if not len(paragraph) or (len(paragraph) == 1 and paragraph[0].tag == _PARAGRAPH_PROPERTIES):
        return ""
    run = _only(paragraph, _PARAGRAPH_PROPERTIES, _RUN)
    text = None if run is None else _only(run, _RPR, _TEXT)
    return None if text is None else text.text or ""


def _only(parent: etree._Element, properties: str, name: str) -> etree._Element | None:
    """The child of a name if there is nothing else but the properties in front of it."""
    count = len(parent)
    if not 1 <= count <= 2:
        return None
    child = parent[-1]
    return child if child.tag == name and (count == 1 or parent[0].tag == properties) else None


def _outermost(drawing: etree._Element) -> Iterable[etree._Element]:
    """The text boxes of a drawing, each once; those inside others come when these are read."""
    walk = etree.iterwalk(drawing, events=("start",), tag=(_BOX, _FALLBACK))
    for _, element in walk:
        if element.tag == _BOX or element.getprevious() is not None:
            walk.skip_subtree()
        if element.tag == _BOX:
            yield element


def _is_picture(drawing: etree._Element) -> bool:
    """Tell an image, chart, diagram or embedded object from mere lines."""
    if next(drawing.iter(*_PICTURES), None) is not None:
        return True
    return any(not graphic.get("uri", "").endswith(_SHAPES) for graphic in drawing.iter(_GRAPHIC))


def chosen(choices: etree._Element) -> Iterable[etree._Element]:
    """The first of several alternatives for the same content."""
    first = choices.find(_CHOICE)
    if first is None:
        first = choices.find(_FALLBACK)
    return () if first is None else first


def _symbol(code: str) -> str:
    """The character of a symbol; one of a symbol font stays in the private area, where it is no digit."""
    try:
        number = int(code, 16)
    except ValueError:
        return LOST
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number <= 0xFFFD else LOST
